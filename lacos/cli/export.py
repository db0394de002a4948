"""``lacos export``: what a ledger holds, in the formats of other tools."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import PurePath
from typing import Annotated

import typer

from lacos import exports
from lacos.cli.filtering import filtering
from lacos.cli.options import Lang, Where
from lacos.exports.titles import messages
from lacos.ledger import Filter, Ledger
from lacos.messages import preferred


class ExportFormat(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    JSONL = "jsonl"
    GDELT = "gdelt"
    FTM = "ftm"
    GEXF = "gexf"
    GRAPHML = "graphml"
    TURTLE = "turtle"
    DATASETTE = "datasette"
    BIBTEX = "bibtex"
    CSL = "csl"


SUFFIXES = {
    **{f".{format}": format for format in ExportFormat},
    **{".ttl": ExportFormat.TURTLE, ".bib": ExportFormat.BIBTEX, ".db": ExportFormat.DATASETTE, ".sqlite": ExportFormat.DATASETTE},
}
"""Formats by what a file's name ends in."""


@filtering
def export(
    ledger: Where,
    out: Annotated[
        str, typer.Argument(metavar="OUT", help="The file to write (of gdelt what its two begin with), or - for standard output.")
    ],
    asked: Filter,
    format: Annotated[
        ExportFormat | None, typer.Option("--format", "-f", help="The format, where the file's name does not say it.")
    ] = None,
    polecat: Annotated[bool, typer.Option("--polecat", help="Call the columns of csv, xlsx, parquet and jsonl as POLECAT does.")] = False,
    lang: Lang = None,
) -> None:
    """Write events and happenings to a file of another tool's format (docs/exports.md)."""
    known = format or SUFFIXES.get(PurePath(out).suffix.lower())
    if known is None:
        raise typer.BadParameter(f"{out!r} does not say the format: choose one", param_hint="--format")
    language = (lang or preferred()).lower()
    with Ledger(ledger, create=False) as opened:
        written = exports.export(opened, out, known, asked, polecat, language)
    for place, count in written.items():
        sys.stderr.write(messages(language)("exported", place=place, n=f"{count:,}") + "\n")
