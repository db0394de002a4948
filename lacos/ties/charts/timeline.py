"""The timeline of a tie: what passed in each period, net cooperation with its intervals, breaks, and the happenings most told of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from string import ascii_uppercase

import altair as alt

from lacos.ties.charts.caption import Caption
from lacos.ties.charts.chart import Chart
from lacos.ties.charts.labels import MINUS, Labels
from lacos.ties.charts.marks import Panel, Row, data, encoded, layered
from lacos.ties.charts.sheet import Entry, keyed, sentence, sheet
from lacos.ties.charts.theme import GREY, INK, MARGIN, PALE, QUADS, TEXT, WIDTH
from lacos.ties.findings import Act, Break, Every, Measure, Period, Series

ABOVE = ("verbal cooperation", "material cooperation")
"""The quad classes that are drawn upward; the others go downward."""
TALL, LOW = 190, 130
DIGIT = 6
"""Pixels of a character of a mark."""
EXTENT = MARGIN - 12
"""Pixels of the numbers of a vertical axis."""
BAND = "#CFCFCF"
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Timeline:
    """What a timeline shows: a series of counts for each quad class, one of net cooperation, its breaks, the acts most told of.

    ``net`` is None where too little is told for a trend. ``words`` are quoted of happenings, by id.
    """

    counts: Sequence[Series]
    net: Series | None
    breaks: Sequence[Break] = ()
    acts: Sequence[Act] = ()
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def every(self) -> Every:
        """How long its periods are."""
        return self.counts[0].every

    @property
    def days(self) -> tuple[date, date]:
        """The first day and the day after the last."""
        points = self.counts[0].points
        return points[0].period.first, points[-1].period.last + DAY


def timeline(shown: Timeline, caption: Caption, labels: Labels) -> Chart:
    """Counts upward for cooperation and downward for conflict; beneath them net cooperation, or a sentence where there is too little."""
    words = labels.words
    marks = list(marked(shown.acts))
    panels: list[Panel] = [counts(shown, marks, labels)]
    if shown.net is None:
        panels.append(sentence(words("note_thin")))
    else:
        panels.append(net(shown.net, shown, labels))
        caption = caption.noting(" ".join(map(words, reading(shown, shown.net))))
    entries = [*broken(shown, marks, labels), *told(marks, shown.words, labels)]
    return sheet([*panels, keyed(entries)], caption.noting(words("note_counted")), labels)


def reading(shown: Timeline, net: Series) -> Iterator[str]:
    """The notes on how to read net cooperation, by their keys."""
    yield "note_net"
    if net.measure is Measure.NET_BY_ORIGINS:
        yield "note_weighed"
    yield "note_band" if any(point.low is not None for point in net.points) else "note_no_band"
    if any(levels(shown)):
        yield "note_levels"
    if not shown.breaks:
        yield "no_break"


def counts(shown: Timeline, marks: Sequence[tuple[str, Act]], labels: Labels) -> alt.LayerChart:
    """Bars by quad class, with the numbers of the acts most told of above them."""
    bars = encoded(
        alt.Chart(data(bar_rows(shown.counts, labels))).mark_bar(stroke="white", strokeWidth=0.4),
        x=time(shown, labels),
        x2="end:T",
        y=alt.Y("from:Q", title=labels.per(shown.counts[0].measure, shown.every), axis=upright(",")),
        y2="to:Q",
        color=quads(labels),
        tooltip=[alt.Tooltip("period:N"), alt.Tooltip("quad:N"), alt.Tooltip("count:Q")],
    )
    numbers = lettering(slots(marks, shown.days), alt.value(-3))
    return layered(bars, zero(), *rules(shown), numbers, height=TALL)


def lettering(rows: Iterable[Row], y: object, right: float = 0) -> alt.Chart:
    """Marks that stand for something in the list beneath, each at its day or some pixels after it."""
    marks = alt.Chart(data(rows)).mark_text(fontWeight="bold", baseline="bottom", align="left", fontSize=TEXT, dx=right)
    return encoded(marks, x="day:T", y=y, text="key:N")


def bar_rows(counts: Sequence[Series], labels: Labels) -> Iterator[Row]:
    """A row a period and quad class, stacked away from zero, what is done next to it."""
    height: dict[tuple[date, bool], float] = {}
    for series in sorted(counts, key=lambda one: one.group.startswith("verbal")):
        up = series.group in ABOVE
        for point in series.points:
            if point.value:
                start = height.get((point.period.first, up), 0.0)
                height[point.period.first, up] = end = start + (point.value if up else -point.value)
                quad = labels.words(f"quad.{series.group}")
                yield {"from": start, "to": end, "count": point.value, "quad": quad, **ends(point.period, labels)}


def ends(period: Period, labels: Labels) -> Row:
    """Where a period begins and ends on the axis."""
    return {
        "start": period.first.isoformat(),
        "end": (period.last + DAY).isoformat(),
        "period": labels.period(period),
    }


def net(series: Series, shown: Timeline, labels: Labels) -> alt.LayerChart:
    """Net cooperation: a tick a period within the band of its interval, the levels between breaks."""
    rows = list(net_rows(series, labels))
    edge = 5 if all(row["low"] >= -5 and row["high"] <= 5 for row in rows) else 10
    base = alt.Chart(data(rows))
    axis = alt.Y("low:Q", title=labels.words("axis.net"), scale=alt.Scale(domain=[-edge, edge]), axis=upright("+"))
    tooltip = [alt.Tooltip("period:N"), *(alt.Tooltip(f"{name}:Q", format="+.1f") for name in ("value", "low", "high"))]
    x = time(shown, labels)
    band = encoded(base.mark_bar(color=BAND), x=x, x2="end:T", y=axis, y2="high:Q", tooltip=tooltip)
    ticks = encoded(base.mark_rule(color=INK, strokeWidth=2), x=x, x2="end:T", y="value:Q", tooltip=tooltip)
    means = alt.Chart(data(levels(shown))).mark_rule(color=QUADS["material conflict"], strokeWidth=1.6, strokeDash=[6, 3])
    steps = encoded(means, x="start:T", x2="end:T", y="level:Q")
    return layered(band, zero(), ticks, steps, *rules(shown), height=LOW)


def net_rows(series: Series, labels: Labels) -> Iterator[Row]:
    """Periods in which something happened; without bounds the band is as thin as nothing."""
    for point in series.points:
        if point.value is not None:
            low, high = (point.value if bound is None else bound for bound in (point.low, point.high))
            yield {"value": point.value, "low": low, "high": high, **ends(point.period, labels)}


def zero() -> alt.Chart:
    """The line between cooperation and conflict."""
    return encoded(alt.Chart(data([{"y": 0}])).mark_rule(color=INK, strokeWidth=0.8), y="y:Q")


def levels(shown: Timeline) -> Iterator[Row]:
    """The mean of net cooperation before, between and after breaks of level."""
    first, last = shown.days
    breaks = [one for one in shown.breaks if one.kind == "level"]
    edges = [first, *(one.first.first for one in breaks), last]
    means = [*(one.before for one in breaks[:1]), *(one.after for one in breaks)]
    for start, end, mean in zip(edges, edges[1:], means, strict=False):
        yield {"start": start.isoformat(), "end": end.isoformat(), "level": mean}


def rules(shown: Timeline) -> list[alt.Chart]:
    """A dashed line and a letter at each break."""
    rows = [{"day": one.first.first.isoformat(), "key": key} for key, one in lettered(shown.breaks)]
    lines = encoded(alt.Chart(data(rows)).mark_rule(color=GREY, strokeDash=[2, 2]), x="day:T")
    return [lines, lettering(rows, alt.value("height"), 3)]


def lettered(breaks: Iterable[Break]) -> Iterator[tuple[str, Break]]:
    """Breaks with their letters: A, B ..."""
    return zip(ascii_uppercase, breaks, strict=False)


def marked(acts: Sequence[Act]) -> Iterator[tuple[str, Act]]:
    """Acts with their numbers, in the order of time."""
    dated = sorted((act for act in acts if act.day), key=lambda act: (str(act.day), act.happening))
    return ((str(number), act) for number, act in enumerate(dated, 1))


def slots(marks: Sequence[tuple[str, Act]], days: tuple[date, date]) -> Iterator[Row]:
    """Where numbers stand: those that would lie on each other become one text ("1–3"), at the first of them."""
    first, last = days
    found: list[tuple[date, list[str]]] = []
    for key, act in marks:
        assert act.day is not None
        if found and (act.day - found[-1][0]) / (last - first) * WIDTH < DIGIT * (len(ranged(found[-1][1])) + 1):
            found[-1][1].append(key)
        else:
            found.append((act.day, [key]))
    return ({"day": day.isoformat(), "key": ranged(keys)} for day, keys in found)


def ranged(keys: Sequence[str]) -> str:
    """Keys that follow one another as one text."""
    return "–".join(dict.fromkeys((keys[0], keys[-1])))


def broken(shown: Timeline, marks: Sequence[tuple[str, Act]], labels: Labels) -> Iterator[Entry]:
    """What the letters stand for, with the happening that weighs most, by its number if it has one."""
    numbers = {act: number for number, act in marks}
    for key, one in lettered(shown.breaks):
        yield Entry(key, labels.broken(one))
        for act in one.acts[:1]:
            if act in numbers:
                yield Entry("", labels.words("break_is", number=numbers[act]))
            else:
                yield Entry("", labels.words("break_weighs", act=labels.dated(act)))
                yield from quoted(act, shown.words, labels)


def told(marks: Sequence[tuple[str, Act]], words: Mapping[str, str], labels: Labels) -> Iterator[Entry]:
    """What the numbers stand for."""
    for key, act in marks:
        yield Entry(key, labels.dated(act))
        yield from quoted(act, words, labels)


def quoted(act: Act, words: Mapping[str, str], labels: Labels) -> Iterator[Entry]:
    """The words that tell a happening, where they are known."""
    if act.happening in words:
        yield Entry("", labels.words("quoted", words=words[act.happening]), is_quoted=True)


def time(shown: Timeline, labels: Labels) -> alt.X:
    """The axis of time, in the language's months; the year beneath the first label and every January. What comes after has no name."""
    first, last = shown.days
    names = "[" + ",".join(f"'{name}'" for name in labels.words("months").split("|")) + "]"
    month = f"{names}[utcmonth(datum.value)]"
    text = f"utcdate(datum.value) == 1 ? {month} : utcdate(datum.value) + ' ' + {month}"
    year = "datum.index == 0 || (utcmonth(datum.value) == 0 && utcdate(datum.value) < 8)"
    domain = [first.isoformat(), last.isoformat()]
    label = f"datum.value >= utc({last.year}, {last.month - 1}, {last.day}) ? '' : {year} ? [{text}, utcyear(datum.value)] : {text}"
    axis = alt.Axis(labelExpr=label, grid=False, tickCount=12, labelFlush=False, labelOverlap=True)
    return alt.X("start:T", title=None, scale=alt.Scale(type="utc", domain=domain), axis=axis)


def upright(form: str) -> alt.Axis:
    """A vertical axis; its numbers are written as d3's ``form`` says, zero without a sign, minus as a minus sign."""
    label = f"datum.value == 0 ? '0' : replace(format({'abs(datum.value)' if form == ',' else 'datum.value'}, '{form}'), '-', '{MINUS}')"
    return alt.Axis(minExtent=EXTENT, maxExtent=EXTENT, tickCount=5, gridColor=PALE, labelExpr=label)


def quads(labels: Labels) -> alt.Color:
    """The colours of the quad classes, with their legend."""
    scale = alt.Scale(domain=[labels.words(f"quad.{quad}") for quad in QUADS], range=list(QUADS.values()))
    legend = alt.Legend(orient="top", direction="horizontal", columns=len(QUADS), symbolType="square")
    return alt.Color("quad:N", title=None, scale=scale, legend=legend)
