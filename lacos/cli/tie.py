"""``lacos tie``: what passes between two over time, in the terminal, as rows, as a chart."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lacos.cli.filtering import Since, Until, check_span, code
from lacos.cli.options import Format, Lang, Where
from lacos.cli.rows import RowFormat, as_csv, as_lines, output
from lacos.ledger import Ledger, Rows
from lacos.messages import preferred
from lacos.ties import Every, Measure, Tie, network
from lacos.ties.charts import Kind, draw, suffix
from lacos.views.tie import show_tie

AROUND = (Kind.NETWORK, Kind.MAP)
"""The charts that show what lies around a tie."""
FIGURES = ("value", "low", "high", "happenings", "origins")


def tie(
    ledger: Where,
    one: Annotated[str, typer.Argument(metavar="ONE", help="A code (RUS) or a name; several joined by +: RUS+CHN.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The same of the other side; without it, all others.")] = "",
    since: Since = None,
    until: Until = None,
    every: Annotated[Every | None, typer.Option(help="How long periods are: a month, in a chart what suits its time.")] = None,
    measure: Annotated[Measure | None, typer.Option(help="What is measured: net cooperation, in the bars of a chart happenings.")] = None,
    chart: Annotated[Path | None, typer.Option(help="Draw a chart into this file: .svg, .png, .html, .json.")] = None,
    kind: Annotated[Kind, typer.Option(help="Which chart.")] = Kind.TIMELINE,
    format: Format = RowFormat.TABLE,
    lang: Lang = None,
) -> None:
    """Show a tie: its trend and breaks, what passes each way, what is denied, whose reports these are. csv and jsonl give a series."""
    check_span(since, until, lang)
    if chart:
        suffix(chart)
    language = (lang or preferred()).lower()
    with Ledger(ledger, create=False) as opened:
        found = Tie(opened, side("ONE", one), side("OTHER", other), since, until)
        if chart:
            around = network(opened, since, until) if kind in AROUND else None
            draw(found, kind, language, every, measure or Measure.HAPPENINGS, around).save(chart)
        if format is RowFormat.TABLE:
            show_tie(found, every or Every.MONTH, measure or Measure.NET, output(), language)
        else:
            rows = series(found, measure or Measure.NET, every or Every.MONTH)
            as_csv(rows.columns, rows.values) if format is RowFormat.CSV else as_lines(rows)


def side(name: str, words: str) -> list[str]:
    """The codes of the side that an argument gives."""
    return [code(name, part) for part in words.split("+") if part]


def series(found: Tie, measure: Measure, every: Every) -> Rows:
    """A series, a row a period."""
    points = found.series(measure, every).points if found.first else ()
    return Rows(
        ("measure", "period", "first", "last", *FIGURES),
        [
            (measure.value, at.label, str(at.first), str(at.last), *(getattr(point, name) for name in FIGURES))
            for at, point in ((point.period, point) for point in points)
        ],
    )
