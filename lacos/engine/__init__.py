"""Many documents read at once, by processes of this machine, in order and with bounded memory."""

from lacos.engine.reading import Coder, read_all

__all__ = ["Coder", "read_all"]
