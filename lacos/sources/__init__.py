"""Text comes in: files, folders, standard input and JSON lines become Documents; what cannot be read becomes an error in its place."""

from lacos.sources.files import STDIN, Problem, SourceError, documents

__all__ = ["STDIN", "Problem", "SourceError", "documents"]
