"""Reading our tables: tab-separated, UTF-8, no quoting, comment lines begin with #, the first other line is the header."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from lacos.records import LacosError


class TableError(LacosError):
    """A row of a table that cannot be used; the message names the file and the line."""


def rows(path: Path, error: type[TableError] = TableError) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a table by column, each with where it stands ("verbs.tsv, line 7"); cells missing at the end are empty.

    Raises ``error`` for a row with more cells than the header has.
    """
    header: list[str] | None = None
    with path.open(encoding="utf8", newline="") as file:
        for number, row in enumerate(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE), 1):
            where = f"{path.name}, line {number}"
            if not row or row[0].startswith("#"):
                continue
            if header is None:
                header = row
            elif len(row) > len(header):
                raise error(f"{where}: {len(row)} cells under {len(header)} columns")
            else:
                yield where, dict(zip(header, row + [""] * (len(header) - len(row)), strict=True))
