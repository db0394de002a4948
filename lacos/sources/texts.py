"""Plain text files: one document each."""

from __future__ import annotations

from collections.abc import Iterator

from lacos.records import Document
from lacos.sources.decoding import LEGACY, decode
from lacos.sources.inputs import Input, Item, Options, whole
from lacos.sources.problems import Problem


def text(input: Input, _options: Options) -> Iterator[Item]:
    """The whole input as one document, with a notice if it is not in UTF-8."""
    words, encoding = decode(whole(input))
    if encoding == LEGACY:
        yield not_utf8(input)
    yield Document(words, id=input.name, published=input.published, title=input.title, url=input.url, source=input.source)


def not_utf8(input: Input) -> Problem:
    """The notice that a text was read in the old encoding."""
    return Problem(input.name, f"not UTF-8: read as {LEGACY}", fatal=False)
