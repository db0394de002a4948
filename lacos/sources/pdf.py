"""PDF: the text of all pages as one document, its lines joined to paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lacos.records import Document
from lacos.sources.extras import blaming, needed
from lacos.sources.inputs import Input, Item, Options, seekable
from lacos.sources.paragraphs import joined
from lacos.sources.problems import SourceError


def pdf(input: Input, _options: Options) -> Iterator[Item]:
    """The document. The dates and titles that programs write into a PDF are those of the file, not of the text: they are not taken."""
    pypdf = needed("pypdf", "pypdf")
    with seekable(input) as stream, blaming("a damaged PDF", "open it and print it to a new PDF"):
        pages = _pages(pypdf.PdfReader(stream))
    text = "\n".join(filter(None, (joined(page) for page in pages)))
    if not text.strip():
        raise SourceError("a PDF without text, scanned perhaps: run a character recognition (OCR) on it first")
    yield Document(text, id=input.name, published=input.published, title=input.title, url=input.url, source=input.source)


def _pages(reader: Any) -> list[str]:
    """The text of each page. A PDF that is only locked against changes has an empty password."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise SourceError("a PDF locked with a password: save it without one")
    return [page.extract_text() for page in reader.pages]
