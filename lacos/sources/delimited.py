"""CSV and TSV: a document a row, under a header that names the columns."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from lacos.sources.columns import record
from lacos.sources.decoding import LEGACY, decode
from lacos.sources.inputs import LINE, Input, Item, Options, peekable, rows
from lacos.sources.problems import Problem, SourceError
from lacos.sources.texts import not_utf8

DELIMITERS = ",;\t|"


def delimited(input: Input, options: Options) -> Iterator[Item]:
    """A document a row, named by its number (the header not counted); the delimiter is the one that parts the header most."""
    encodings: set[str] = set()
    text = _lines(input, encodings)
    first = next((line for line in text if line.strip()), None)
    if first is None:
        raise SourceError("empty")
    csv.field_size_limit(LINE)  # Python's own limit is shorter than a long article
    table = csv.reader(chain([first], text), delimiter=_delimiter(first))
    try:
        header = [name.strip() for name in next(table)]
        columns = options.columns.found(header)
        for number, cells in enumerate(table, 1):
            name = f"{input.name}:{number}"
            if len(cells) > len(header):
                yield Problem(name, f"{len(cells)} cells under {len(header)} columns: put texts that hold the delimiter in quotes")
            elif cells:
                yield from record(dict(zip(header, cells, strict=False)), columns, name, input.published)
    except csv.Error as error:
        raise SourceError(f"line {table.line_num}: {error}: is a quotation mark left open?") from error
    if LEGACY in encodings:
        yield not_utf8(input)


def _lines(input: Input, encodings: set[str]) -> Iterator[str]:
    """The lines as text; ``encodings`` collects what they are in."""
    stream = peekable(input.stream)
    if stream.peek(2)[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        yield from codecs.getreader("utf-16")(stream)
        return
    for line in rows(replace(input, stream=stream)):
        text, encoding = decode(line)
        encodings.add(encoding)
        yield text


def _delimiter(header: str) -> str:
    return max(DELIMITERS, key=lambda sign: len(next(csv.reader([header], delimiter=sign))))
