"""The map of an actor's ties: a sign at each other's capital, upward where they cooperate, downward where they are in conflict."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

import altair as alt

from lacos.ties.charts import globe
from lacos.ties.charts.caption import Caption, least
from lacos.ties.charts.chart import Chart
from lacos.ties.charts.labels import Labels
from lacos.ties.charts.marks import Row, across, data, down, encoded, layered, text, texts
from lacos.ties.charts.sheet import sentence, sheet
from lacos.ties.charts.theme import BLUE, PALE, VERMILION
from lacos.ties.findings import Edge

LARGEST, SMALLEST = 420, 26
"""Square pixels of signs."""
TINTS = ("#B9DCF0", "#F6CBA4")
"""The states that one cooperates with, those that it is in conflict with."""
WIDE, TALL = 5.6, 11
"""Pixels of a character."""
MISSING = 8
"""Actors named of those whom the map does not show, or not by name."""
FOCUS = "#A3A3A3"
EDGE: dict[str, Any] = {"stroke": "white", "strokeWidth": 2.4, "strokeJoin": "round"}


def ties(edges: Sequence[Edge], focus: Collection[str], marked: Collection[str], caption: Caption, labels: Labels) -> Chart:
    """The ties of those in ``focus`` with all others; the names of those in ``marked`` stand out."""
    others = gathered(edges, focus)
    if not others:
        return sheet([sentence(labels.words("note_network_none"))], replace(caption, counted="", notes=()), labels)
    placed = {code: sums for code, sums in others.items() if code in globe.capitals()}
    named = names(placed, focus, marked, labels)
    shown = {name for _, _, name in named}
    caption = missing("note_map_off", others, [code for code in others if code not in placed], caption, labels)
    caption = missing("note_map_unnamed", others, [code for code in placed if labels.actor(code) not in shown], caption, labels)
    bold = {labels.actor(code) for code in (*focus, *marked)}
    panel = layered(*states(placed, focus), signs(placed, labels), *lettering(named, bold), height=globe.TALL)
    notes = labels.words("note_map", most=labels.count("happenings", busiest(placed))), *least(edges, labels), labels.words("note_counted")
    return sheet([panel], caption.noting(*notes), labels)


def missing(key: str, others: Mapping[str, tuple[int, float]], codes: Sequence[str], caption: Caption, labels: Labels) -> Caption:
    """The caption with the names of some actors and their happenings, if there are any."""
    ranked = sorted(codes, key=lambda code: (-others[code][0], code))
    names = [labels.words("share_count", name=labels.actor(code), n=labels.number(others[code][0])) for code in ranked[:MISSING]]
    if len(ranked) > MISSING:
        names.append(labels.words("others", n=labels.number(len(ranked) - MISSING)))
    return caption.noting(labels.words(key, names=labels.listed(names))) if names else caption


def gathered(edges: Sequence[Edge], focus: Collection[str]) -> dict[str, tuple[int, float]]:
    """The others by code: happenings, and their mean score."""
    found: dict[str, tuple[int, float]] = {}
    for edge in edges:
        for one, other in ((edge.one, edge.other), (edge.other, edge.one)):
            if one in focus and other not in focus:
                number, net = found.get(other, (0, 0.0))
                total = number + edge.happenings
                found[other] = (total, (number * net + edge.happenings * edge.net) / total)
    return found


def states(placed: Mapping[str, tuple[int, float]], focus: Collection[str]) -> list[alt.Chart]:
    """The shapes of states, those with ties tinted."""
    world = alt.InlineData(values=globe.shapes(), format=alt.TopoDataFormat(type="topojson", feature="states"))
    base = alt.Chart(world).project(type="equalEarth", scale=globe.SCALE, translate=list(globe.CENTRE), rotate=[-globe.TURNED, 0, 0])
    groups = [sorted(code for code, (_, net) in placed.items() if (net < 0) is conflicts) for conflicts in (False, True)]
    tinted = ((PALE, None), *zip(TINTS, groups, strict=True), (FOCUS, sorted(focus)))
    return [
        (base if codes is None else base.transform_filter(alt.FieldOneOfPredicate(field="id", oneOf=codes))).mark_geoshape(
            fill=color, stroke="white", strokeWidth=0.4
        )
        for color, codes in tinted
    ]


def busiest(placed: Mapping[str, tuple[int, float]]) -> int:
    """The happenings of the tie that has most."""
    return max((number for number, _ in placed.values()), default=0)


def size(happenings: int, most: int) -> float:
    """Square pixels of a sign."""
    return round(SMALLEST + (LARGEST - SMALLEST) * happenings / most, 1)


def signs(placed: Mapping[str, tuple[int, float]], labels: Labels) -> alt.Chart:
    """The signs, the largest first so that it hides none."""
    kinds = [labels.words("cooperates"), labels.words("conflicts")]
    most = busiest(placed)
    rows: list[Row] = []
    for code, (number, net) in sorted(placed.items(), key=lambda item: (-item[1][0], item[0])):
        spot = globe.capitals()[code]
        row = {"x": spot.x, "y": spot.y, "sign": kinds[net < 0], "size": size(number, most)}
        rows.append({**row, "name": labels.actor(code), "happenings": number, "net": net})
    legend = alt.Legend(orient="top", direction="horizontal", title=None, symbolSize=90)
    return encoded(
        alt.Chart(data(rows)).mark_point(filled=True, opacity=0.9, stroke="white", strokeWidth=0.6),
        x=across(),
        y=down(),
        fill=alt.Fill("sign:N", scale=alt.Scale(domain=kinds, range=[BLUE, VERMILION]), legend=legend),
        shape=alt.Shape("sign:N", scale=alt.Scale(domain=kinds, range=["triangle-up", "triangle-down"]), legend=legend),
        size=alt.Size("size:Q", scale=None, legend=None),
        tooltip=[alt.Tooltip("name:N"), alt.Tooltip("happenings:Q"), alt.Tooltip("net:Q", format="+.1f")],
    )


def names(
    placed: Mapping[str, tuple[int, float]], focus: Collection[str], marked: Collection[str], labels: Labels
) -> list[tuple[globe.Spot, str, str]]:
    """Names of those in focus, of those marked, then of the others, the busiest first, as far as there is room."""
    most = busiest(placed)
    codes = [code for code in sorted(focus) if code in globe.capitals()]
    codes += sorted(placed, key=lambda code: (code not in marked, -placed[code][0], code))
    spots = [(globe.capitals()[code], radius(placed, code, most), labels.actor(code)) for code in codes]
    return globe.lettered(spots, WIDE, TALL)


def radius(placed: Mapping[str, tuple[int, float]], code: str, most: int) -> float:
    """Half the width of a sign in pixels."""
    return math.sqrt(size(placed[code][0], most)) / 2 if code in placed else 0.0


def lettering(named: Sequence[tuple[globe.Spot, str, str]], bold: Collection[str]) -> list[alt.Chart]:
    """Names, over white edges that lift them off the shapes."""
    rows = [text(spot.x, spot.y, name, align, "bold" if name in bold else "normal") for spot, align, name in named]
    return [texts(rows, **EDGE), texts(rows)]
