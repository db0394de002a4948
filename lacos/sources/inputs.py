"""An input as every reader takes it: a stream of bytes with its name, its kind and what is known of it beforehand."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from lacos.records import Document
from lacos.sources.columns import Columns
from lacos.sources.problems import Problem, SourceError
from lacos.sources.web import Fetcher

MEGABYTE = 1_000_000
WHOLE = 100 * MEGABYTE
"""The most bytes of one document, which has to be in memory at once."""
LINE = 64 * MEGABYTE
"""The most bytes of one row."""
SPOOLED = 4_000 * MEGABYTE
"""The most bytes that a packed file may take on the disk, where a reader has to jump about in it."""


@dataclass(frozen=True, slots=True)
class Input:
    """Bytes to read. ``kind`` is a key of the registry of readers; the other fields hold where the text itself says nothing."""

    name: str
    kind: str
    stream: BinaryIO
    url: str | None = None
    charset: str | None = None
    published: date | None = None
    title: str | None = None
    source: str | None = None
    within: tuple[str, ...] = ()
    """The kinds of the archives and lists that this came out of, the outermost first."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to read. Without ``fetcher`` nothing touches the network; ``limit`` and ``since`` bound the pages of a sitemap."""

    columns: Columns = field(default_factory=Columns)
    fetcher: Fetcher | None = None
    follow: bool = True
    limit: int = 1000
    since: date | None = None


Item = Input | Document | Problem
Reader = Callable[[Input, Options], Iterator[Item]]
"""Gives the documents of an input, or the inputs within it, lazily. Raises SourceError, or what a damaged stream raises."""


def whole(input: Input, advice: str = "split it") -> bytes:
    """All bytes of a document. Raises SourceError when there are none, or more than WHOLE, with ``advice``."""
    data = input.stream.read(WHOLE + 1)
    if len(data) > WHOLE:
        raise SourceError(f"larger than {WHOLE // MEGABYTE} MB, too much to have in memory: {advice}")
    if not data.strip():
        raise SourceError("empty")
    return data


def rows(input: Input) -> Iterator[bytes]:
    """The lines of an input, one in memory at a time. Raises SourceError for one that has no end."""
    while line := input.stream.readline(LINE + 1):
        if len(line) > LINE:
            raise SourceError(f"a line of more than {LINE // MEGABYTE} MB: put each document on a line of its own")
        yield line


def peekable(stream: BinaryIO) -> io.BufferedReader:
    """The same bytes, of which one can ``peek`` at the first without taking them."""
    return cast(io.BufferedReader, stream if hasattr(stream, "peek") else io.BufferedReader(cast(io.RawIOBase, stream)))


@contextmanager
def seekable(input: Input) -> Iterator[BinaryIO]:
    """The bytes of an input with random access: its own stream where that is a file, else a copy on the disk if it is long."""
    if _is_file(input.stream):
        yield input.stream
        return
    with SpooledTemporaryFile(max_size=WHOLE) as spool:
        while chunk := input.stream.read(MEGABYTE):
            spool.write(chunk)
            if spool.tell() > SPOOLED:
                raise SourceError(f"larger than {SPOOLED // MEGABYTE:,} MB when unpacked: unpack it yourself if you trust it")
        spool.seek(0)
        yield cast(BinaryIO, spool)


def _is_file(stream: BinaryIO) -> bool:
    return isinstance(stream, io.BytesIO) or (isinstance(getattr(stream, "raw", None), io.FileIO) and stream.seekable())
