"""Word documents (.docx): paragraphs and tables in order, a paragraph or a row a line."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any

from lacos.records import Document
from lacos.sources.extras import blaming, needed
from lacos.sources.inputs import Input, Item, Options, seekable
from lacos.sources.problems import SourceError
from lacos.sources.zips import refuse_bomb


def word(input: Input, _options: Options) -> Iterator[Item]:
    """The document; its title is the one in its properties. When it was written is not when it was published."""
    docx = needed("docx", "python-docx")
    with seekable(input) as stream, blaming("no Word document, or a damaged one", "save it again as .docx"):
        with zipfile.ZipFile(stream) as parts:
            for part in parts.infolist():
                refuse_bomb(part)
        opened = docx.Document(stream)
        text = "\n".join(line for block in opened.iter_inner_content() for line in _lines(block) if line.strip())
        title = opened.core_properties.title.strip() or input.title
    if not text:
        raise SourceError("a Word document without text")
    yield Document(text, id=input.name, published=input.published, title=title, url=input.url, source=input.source)


def other(_input: Input, _options: Options) -> Iterator[Item]:
    """Formats of word processors that we do not read. Raises SourceError."""
    raise SourceError("a word processor's format that Laços does not read: save it as .docx or .txt")


def _lines(block: Any) -> Iterator[str]:
    """A paragraph's text, or a table's rows with cells parted by tabs; a merged cell counts once."""
    if not hasattr(block, "rows"):
        yield block.text
        return
    for row in block.rows:
        cells = {id(cell._tc): cell.text.replace("\n", " ") for cell in row.cells}
        yield "\t".join(cells.values())
