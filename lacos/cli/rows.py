"""Rows on standard output: a table for the eye, CSV or JSON lines for programs."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

from rich.console import Console
from rich.table import Table

from lacos.ledger import Rows
from lacos.messages import Messages
from lacos.views.cells import cell, shortened

WIDE = 160
"""Columns of a table that does not go to a terminal."""
SHOWN = 140
"""Characters shown of a cell."""


class RowFormat(StrEnum):
    TABLE = "table"
    CSV = "csv"
    JSONL = "jsonl"


def output() -> Console:
    """Standard output, as wide as the terminal that it is."""
    return Console(width=None if sys.stdout.isatty() else WIDE, highlight=False)


def write(rows: Rows, format: RowFormat, words: Messages, shown: Sequence[str]) -> None:
    """All columns for programs, those ``shown`` for the eye."""
    if format is RowFormat.TABLE:
        as_table(rows, words, shown)
    elif format is RowFormat.CSV:
        as_csv(rows.columns, rows.values)
    else:
        as_lines(rows)


def as_table(rows: Rows, words: Messages, shown: Sequence[str]) -> None:
    """A table, with what vocabularies hold in the user's language."""
    if not rows:
        output().print(words("nothing_found"))
        return
    table = Table()
    for name in shown:
        table.add_column(words(name), overflow="fold")
    for row in rows:
        table.add_row(*(cell(shortened(text(name, row[name], words), SHOWN)) for name in shown))
    output().print(table)


def text(name: str, value: Any, words: Messages) -> str:
    """A value as a reader wants to see it."""
    return "" if value is None else words.term(name, " ".join(str(value).split()))


def as_csv(columns: Sequence[str], values: Iterable[Sequence[Any]]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(values)


def as_lines(items: Iterable[dict[str, Any]]) -> None:
    for item in items:
        sys.stdout.write(json.dumps(item, ensure_ascii=False) + "\n")
