"""Files that are there whole or not at all: written beside their place, then put in it."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from lacos.exports.errors import ExportError

ADVICE = {
    errno.ENOSPC: "the disk is full: make room, or write elsewhere",
    errno.EDQUOT: "your share of the disk is full: make room, or write elsewhere",
    errno.EFBIG: "files of that size are not allowed there: write elsewhere, or ask for less",
    errno.EACCES: "you may not write there: choose another folder",
    errno.EPERM: "you may not write there: choose another folder",
    errno.EROFS: "the disk is read-only: write elsewhere",
    errno.ENOENT: "its folder does not exist: make it first",
    errno.ENOTDIR: "its folder is a file: choose another",
    errno.ENAMETOOLONG: "the name is too long: choose a shorter one",
    errno.EPIPE: "nobody reads it any more",
}
SQLITE = b"SQLite format 3\0"
OURS = 0x1AC05
"""The application id of the SQLite files that are exports (bytes 68 to 72 of the file): others, maybe ledgers, are never overwritten."""


@contextmanager
def written(places: Sequence[Path]) -> Iterator[tuple[BinaryIO, ...]]:
    """Files to write, put in their places once all are whole; where something fails, what was there before stays.

    Raises ExportError for a place that cannot be written, and for one that holds a database of others.
    """
    with explained(str(places[0])), ExitStack() as stack:
        for place in places:
            check(place)
        files = tuple(stack.enter_context(temporary(place)) for place in places)
        yield files
        for file, place in zip(files, places, strict=True):
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).replace(place)


@contextmanager
def temporary(place: Path) -> Iterator[BinaryIO]:
    """A new file beside a place, which is gone in the end unless it was put there."""
    path = place.with_name(f".{place.name[:200]}.{secrets.token_hex(4)}")
    try:
        with path.open("x+b") as file:
            yield file
    finally:
        path.unlink(missing_ok=True)


@contextmanager
def explained(name: str) -> Iterator[None]:
    """The system's errors as ours."""
    try:
        yield
    except OSError as error:
        raise ExportError(f"{name}: {ADVICE.get(error.errno or 0) or error.strerror or error}") from error


def save(file: BinaryIO, records: Iterable[str]) -> int:
    """Write records, each as its text. Returns how many."""
    count = 0
    for record in records:
        file.write(record.encode())
        count += 1
    return count


def check(place: Path) -> None:
    """Raise ExportError for a folder or device, and for a database that is no export."""
    if place.is_dir():
        raise ExportError(f"{place}: is a folder: give the name of a file")
    if place.exists() and not place.is_file():
        raise ExportError(f"{place}: is no ordinary file: give another name, or - for standard output")
    if place.is_file():
        with place.open("rb") as file:
            head = file.read(72)
        if head.startswith(SQLITE) and int.from_bytes(head[68:72]) != OURS:
            raise ExportError(f"{place}: is a database, maybe a ledger, and is not overwritten: give another name")
