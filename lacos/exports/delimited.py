"""Events as CSV (RFC 4180, UTF-8)."""

from __future__ import annotations

import csv
import io
from typing import BinaryIO

from lacos.exports.columns import Value
from lacos.exports.options import Options
from lacos.exports.texts import inert
from lacos.ledger.streaming import Stream


def write(stream: Stream, file: BinaryIO, options: Options) -> int:
    """A row an event. Text that a spreadsheet would take for a formula begins with an apostrophe."""
    text = io.TextIOWrapper(file, "utf8", newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(options.layout.names)
    count = 0
    for row in options.layout.rows(stream):
        writer.writerow([cell(value, options.layout.missing) for value in row])
        count += 1
    text.detach()  # closing it would close the file
    return count


def cell(value: Value, missing: str) -> Value:
    """A value as a cell."""
    if value is None:
        return missing
    return inert(value) if isinstance(value, str) else value
