"""The profile of a tie: which types of act pass each way, and together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

import altair as alt

from lacos.events.ontology import ontology
from lacos.records import EventType
from lacos.ties.charts.caption import Caption
from lacos.ties.charts.chart import Chart
from lacos.ties.charts.labels import Labels
from lacos.ties.charts.marks import Panel, Row, data, encoded
from lacos.ties.charts.sheet import sheet, wrapped
from lacos.ties.charts.theme import INK, MARGIN, QUADS, SMALL
from lacos.ties.charts.timeline import quads
from lacos.ties.findings import Act

NAMES, SIDE, BAR = 28, 156, 15
"""Pixels of the room for the types' names (besides the margin), of a panel's width and of a bar."""
HEADING = 24
"""Characters of a line of a heading."""


def profile(acts: Sequence[Act], one: Collection[str], headings: tuple[str, str, str], caption: Caption, labels: Labels) -> Chart:
    """Bars a type, from the most cooperative to the most conflictual: what ``one`` does, what is done to it, what both do together."""
    count = counted(acts, one)
    most = max(count.values(), default=1)
    length = alt.X("count:Q", title=None, axis=None, scale=alt.Scale(domain=[0, most * 1.2]))
    panels: list[Panel] = [names(labels)]
    for way, heading in enumerate(headings):
        base = alt.Chart(data(rows(count, way, labels)))
        bars = encoded(
            base.mark_bar(height=BAR - 4),
            y=types(labels),
            x=length,
            color=quads(labels),
            tooltip=[alt.Tooltip("type:N"), alt.Tooltip("count:Q")],
        )
        number = alt.Text("count:Q", format=",d")
        numbers = encoded(base.mark_text(align="left", dx=3, fontSize=SMALL, color=INK), y=types(labels), x=length, text=number)
        total = labels.number(sum(number for (at, _), number in count.items() if at == way))
        title = alt.TitleParams(wrapped(f"{heading} ({total})", HEADING), fontSize=SMALL + 1, anchor="start", frame="group", offset=6)
        panels.append(alt.LayerChart(layer=[bars, numbers], width=SIDE, height=BAR * len(EventType), title=title))
    joined = alt.HConcatChart(hconcat=panels, spacing=12)
    told = len({act.happening for act in acts})
    notes = ["note_profile", *(["note_ways"] if sum(count.values()) > told else []), "note_counted"]
    return sheet([joined], caption.noting(*map(labels.words, notes)), labels)


def counted(acts: Sequence[Act], one: Collection[str]) -> Counter[tuple[int, EventType]]:
    """Happenings by way (0 forth, 1 back, 2 together) and type; of several pairs a happening counts once a way."""
    ways = {(2 if act.joint else 0 if act.actor in one else 1, act.type, act.happening) for act in acts}
    return Counter((way, kind) for way, kind, _ in ways)


def rows(count: Counter[tuple[int, EventType]], way: int, labels: Labels) -> Iterator[Row]:
    """A row a type, those that do not occur included."""
    for kind in ordered():
        quad = labels.words(f"quad.{ontology()[kind].quad}")
        yield {"type": labels.noun(kind, None), "quad": quad, "count": count[way, kind]}


def names(labels: Labels) -> alt.Chart:
    """The types' names, from the left edge of the sheet on."""
    rows = [{"type": labels.noun(kind, None)} for kind in ordered()]
    marks = alt.Chart(data(rows), width=NAMES, height=BAR * len(EventType)).mark_text(align="left", x=-MARGIN)
    return encoded(marks, y=types(labels), text="type:N")


def types(labels: Labels) -> alt.Y:
    """The types from top to bottom."""
    return alt.Y("type:N", sort=[labels.noun(kind, None) for kind in ordered()], axis=None)


def ordered() -> list[EventType]:
    """The types by quad class, then from the most cooperative to the most conflictual."""
    quads = list(QUADS)
    return sorted(EventType, key=lambda kind: (quads.index(ontology()[kind].quad), -ontology()[kind].score))
