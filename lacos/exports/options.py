"""What a format is told besides the records, and what a format is: a function that writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from lacos.exports.columns import OURS, Layout
from lacos.ledger.streaming import Stream


@dataclass(frozen=True, slots=True)
class Options:
    """The language of names and labels ("pt" or "en"), and the columns where the format is a table."""

    language: str = "pt"
    layout: Layout = OURS


Write = Callable[[Stream, BinaryIO, Options], int]
"""Writes what a stream holds into a file, and says how many records that were."""


@dataclass(frozen=True, slots=True)
class Format:
    """What writes one or more files at once; ``ends`` are added to the name that is given for them."""

    write: Callable[[Stream, Sequence[BinaryIO], Options], Sequence[int]]
    ends: tuple[str, ...] = ("",)


def one_file(write: Write) -> Format:
    """The format of a single file."""
    return Format(lambda stream, files, options: [write(stream, files[0], options)])
