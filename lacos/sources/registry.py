"""Which reader reads which kind of input. A reader gives documents, or the inputs within, which are read in their turn."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lacos.records import Document, LacosError
from lacos.sources import kinds
from lacos.sources.compressed import compressed
from lacos.sources.delimited import delimited
from lacos.sources.inputs import Input, Item, Options, Reader, peekable
from lacos.sources.jsonlines import array, lines
from lacos.sources.lists import listed
from lacos.sources.pages import page
from lacos.sources.parquet import parquet
from lacos.sources.pdf import pdf
from lacos.sources.problems import Problem, SourceError
from lacos.sources.texts import text
from lacos.sources.warc import warc
from lacos.sources.word import other, word
from lacos.sources.zips import zipped

DEEPEST = 6
DAMAGED = (EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile)


def unknown(input: Input, _options: Options) -> Iterator[Item]:
    """The same input, with the kind that its first bytes tell, plain text if none."""
    stream = peekable(input.stream)
    yield replace(input, stream=stream, kind=kinds.of_bytes(stream.peek(kinds.HEAD)) or "text")


READERS: dict[str, Reader] = {
    kinds.UNKNOWN: unknown,
    "text": text,
    "html": page,
    "pdf": pdf,
    "word": word,
    "other": other,
    "table": delimited,
    "lines": lines,
    "json": array,
    "parquet": parquet,
    "zip": zipped,
    **dict.fromkeys(kinds.PACKED, compressed),
    "warc": warc,
    "list": listed,
}


def read(input: Input, options: Options) -> Iterator[Document | Problem]:
    """The documents of an input, and of those within it; where it cannot be read (further), a Problem with its name."""
    try:
        if len(input.within) > DEEPEST:
            raise SourceError("packed or linked too deep: unpack it yourself")
        for item in expanded(READERS[input.kind](input, options), options, (*input.within, input.kind)):
            yield replace(item, input=input.name) if isinstance(item, Document) and not item.input else item
    except DAMAGED as error:
        yield Problem(input.name, f"damaged or cut short ({error}): fetch or copy it again")
    except LacosError as error:
        yield Problem(input.name, str(error))
    except OSError as error:
        yield Problem(input.name, error.strerror or str(error))


def expanded(items: Iterable[Item], options: Options, within: tuple[str, ...] = ()) -> Iterator[Document | Problem]:
    """The items with each input among them read, in its place."""
    for item in items:
        if isinstance(item, Input):
            yield from read(replace(item, within=within), options)
        else:
            yield item
