"""Reading our tables: tab-separated, UTF-8, no quoting, comment lines begin with #, the first other line is the header."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lacos.records import LacosError


class TableError(LacosError):
    """A row of a table that cannot be used; the message names the file and the line."""


def rows(path: Path, error: type[TableError] = TableError) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a table by column, each with where it stands ("verbs.tsv, line 7"); cells missing at the end are empty.

    Raises ``error`` for a row with more cells than the header has.
    """
    header: list[str] = []
    for number, line in enumerate(path.read_text("utf8").split("\n"), 1):
        line = line.removesuffix("\r")
        if not line or line.startswith("#"):
            continue
        row = line.split("\t")
        if not header:
            header = row
            continue
        where = f"{path.name}, line {number}"
        if len(row) > len(header):
            raise error(f"{where}: {len(row)} cells under {len(header)} columns")
        yield where, dict(zip(header, row if len(row) == len(header) else row + [""] * (len(header) - len(row)), strict=True))


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for garbage meanwhile: among the hundred thousand objects of an index, all to be kept, it takes most of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
