"""The calendar of a tie: a year a block, a week a column, each day as dark as happenings are many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

import altair as alt

from lacos.ties.charts.caption import Caption
from lacos.ties.charts.chart import Chart
from lacos.ties.charts.labels import Labels
from lacos.ties.charts.marks import Row, across, data, down, encoded, layered, text, texts
from lacos.ties.charts.sheet import sheet
from lacos.ties.charts.theme import DENSITY, EMPTY, GREY, MARGIN, WIDTH
from lacos.ties.findings import Act

CELL = WIDTH // 54
"""Pixels of a day; a year touches 54 weeks at most."""
YEAR = 7 * CELL + 26
"""Pixels of a year with the names of its months."""
NAMED = (0, 2, 4)
"""Weekdays that are named, Monday is 0."""


def calendar(acts: Sequence[Act], days: tuple[date, date], caption: Caption, labels: Labels) -> Chart:
    """The days from the first to the last, both included, of the years in which something happened."""
    count = Counter(day for day, _ in {(act.day, act.happening) for act in acts if act.day})
    years = sorted({day.year for day in count})
    if len(years) <= days[1].year - days[0].year:
        caption = caption.noting(labels.words("note_years"))
    top = {year: YEAR * rank + 14 for rank, year in enumerate(years)}
    cells = encoded(
        alt.Chart(data(cell_rows(count, days, top, labels))).mark_rect(stroke="white", strokeWidth=1),
        x=across(),
        x2="x2:Q",
        y=down(),
        y2="y2:Q",
        color=alt.condition("datum.count == 0", alt.value(EMPTY), shade(count, labels)),
        tooltip=[alt.Tooltip("day:N"), alt.Tooltip("count:Q")],
    )
    panel = layered(cells, texts(name_rows(days, top, labels), "top"), height=YEAR * len(years))
    return sheet([panel], caption.noting(labels.words("note_counted")), labels)


def shade(count: Counter[date], labels: Labels) -> alt.Color:
    """The scale of grey and colour, by the square root, so that a day of one is told from none beside a day of thirty."""
    most = max(count.values(), default=1)
    ticks = sorted({1, *(most * part // 4 for part in (1, 2, 4))} - {0})
    legend = alt.Legend(
        orient="top", direction="horizontal", values=ticks, gradientLength=160, titleAnchor="middle", titleOrient="left", format=",d"
    )
    scale = alt.Scale(type="sqrt", domain=[1, max(most, 2)], range=list(DENSITY), interpolate="lab")
    return alt.Color("count:Q", title=labels.words("per.day", what=labels.words("axis.happenings")), scale=scale, legend=legend)


def cell_rows(count: Counter[date], days: tuple[date, date], top: dict[int, int], labels: Labels) -> Iterator[Row]:
    """The days of the years that ``top`` has, each with its edges in pixels."""
    for day in each(days):
        if day.year in top:
            x, y = CELL * week(day), top[day.year] + CELL * day.weekday()
            yield {"x": x, "x2": x + CELL, "y": y, "y2": y + CELL, "count": count[day], "day": labels.day(day)}


def name_rows(days: tuple[date, date], top: dict[int, int], labels: Labels) -> Iterator[Row]:
    """Years, weekdays and the months that have a day."""
    weekdays, (first, last) = labels.words("weekdays").split("|"), days
    for year, y in top.items():
        yield text(-MARGIN, y - 13, str(year), color=GREY)
        for month in range(first.month if year == first.year else 1, (last.month if year == last.year else 12) + 1):
            yield text(CELL * week(date(year, month, 7)), y - 13, labels.month(month), color=GREY)
        for weekday in NAMED:
            yield text(-MARGIN + 14, y + CELL * weekday, weekdays[weekday], color=GREY)


def week(day: date) -> int:
    """The column of a day: weeks that its year has begun before its own."""
    start = date(day.year, 1, 1)
    return ((day - start).days + start.weekday()) // 7


def each(days: tuple[date, date]) -> Iterable[date]:
    """The days from the first to the last, both included."""
    first, last = days
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
