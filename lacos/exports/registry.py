"""The formats by name, and writing one."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from lacos.exports import citations, columnar, datasette, delimited, ftm, gdelt, graphs, jsonlines, spreadsheet, turtle
from lacos.exports.columns import OURS
from lacos.exports.errors import ExportError
from lacos.exports.files import explained, written
from lacos.exports.options import Format, Options, one_file
from lacos.exports.polecat import POLECAT
from lacos.ledger import Filter, Ledger

FORMATS: Mapping[str, Format] = {
    "csv": one_file(delimited.write),
    "xlsx": one_file(spreadsheet.write),
    "parquet": one_file(columnar.write),
    "jsonl": one_file(jsonlines.write),
    "gdelt": Format(gdelt.write, (".export.CSV", ".mentions.CSV")),
    "ftm": one_file(ftm.write),
    "gexf": one_file(graphs.write_gexf),
    "graphml": one_file(graphs.write_graphml),
    "turtle": one_file(turtle.write),
    "datasette": one_file(datasette.write),
    "bibtex": one_file(citations.write_bibtex),
    "csl": one_file(citations.write_csl),
}
"""The formats, in the order in which they are listed."""
TABLES = ("csv", "xlsx", "parquet", "jsonl")
"""Formats whose columns may be POLECAT's."""
STDOUT = "-"


def export(
    ledger: Ledger, out: str | Path, format: str, asked: Filter | None = None, polecat: bool = False, language: str = "pt"
) -> dict[str, int]:
    """Write what is asked of a ledger to a file, or with "-" to standard output. Returns how many records each file has.

    Files are there whole or not at all, and hold the ledger as it was at one moment. ``language`` is that of names and labels.
    Raises ExportError for a format that there is not or a file that cannot be written, and LedgerError for a ledger that cannot be read.
    """
    wanted = FORMATS.get(format)
    if wanted is None:
        raise ExportError(f"{format!r} is no format: choose one of {', '.join(FORMATS)}")
    if polecat and format not in TABLES:
        raise ExportError(f"{format} has no columns to be called as POLECAT's: {', '.join(TABLES)} have")
    options = Options(language, POLECAT if polecat else OURS)
    places = [f"{out}{end}" for end in wanted.ends]
    with opened(str(out), places) as files, ledger.stream(asked) as stream:
        return dict(zip(places, wanted.write(stream, files, options), strict=True))


@contextmanager
def opened(out: str, places: list[str]) -> Iterator[tuple[BinaryIO, ...]]:
    """The files to write, or standard output."""
    if out != STDOUT:
        with written([Path(place).resolve() for place in places]) as files:
            yield files
    elif len(places) > 1:
        raise ExportError("this format is several files, which standard output cannot hold: give a name that they begin with")
    else:
        with explained("standard output"):
            yield (sys.stdout.buffer,)
            sys.stdout.buffer.flush()
