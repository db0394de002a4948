"""The network around a tie: actors on a circle, those of one community side by side, and what passes between them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

import altair as alt

from lacos.ties.charts.caption import Caption, among, least
from lacos.ties.charts.chart import Chart
from lacos.ties.charts.labels import Labels
from lacos.ties.charts.marks import Row, across, data, down, encoded, layered, text, texts
from lacos.ties.charts.sheet import sentence, sheet
from lacos.ties.charts.theme import BLUE, GROUPS, SHAPES, TEXT, VERMILION, WIDTH
from lacos.ties.findings import Edge, Network, Node

MOST = 22
"""Actors that are drawn."""
RADIUS, ROOM = 170, 40
"""Pixels of the circle, and above and beneath it for names."""
CENTRE = WIDTH / 2 - 20
AWAY, FLAT = 9, 0.01
"""Pixels between an actor and its name, and the sine of an angle at which it stands above or beneath."""
ALONE = len(GROUPS) - 1
"""The group of actors whose community has no other that is drawn."""
SIZE, THICK = 600, 6
"""Square pixels of the actor with most happenings, pixels of the thickest line."""


def network(found: Network, focus: Collection[str], caption: Caption, labels: Labels) -> Chart:
    """The actors nearest to those in ``focus``, which stand out, and all ties among them."""
    nodes = chosen(found, focus)
    if not nodes:
        return sheet([sentence(labels.words("note_network_none"))], replace(caption, counted="", notes=()), labels)
    place = placed(nodes)
    edges = [edge for edge in found.edges if edge.one in place and edge.other in place]
    words, caption = labels.words, among(replace(found, edges=tuple(edges)), caption, labels)
    if len(nodes) < len(found.nodes):
        shown = {"shown": labels.number(len(nodes)), "all": labels.number(len(found.nodes))}
        caption = caption.noting(words("note_network_cut", **shown))
    layers = (lines(edges, place, labels), dots(nodes, place, labels), names(nodes, place, focus, labels))
    panel = layered(*layers, height=2 * (RADIUS + ROOM))
    most = labels.count("happenings", max((edge.happenings for edge in edges), default=0))
    notes = words("note_network", most=most), *least(edges, labels), words("note_counted")
    return sheet([panel], caption.noting(*notes), labels)


def chosen(found: Network, focus: Collection[str]) -> list[Node]:
    """Those in focus and the ones that have most to do with them, by community, the busiest of each in its middle."""
    near = dict.fromkeys((node.code for node in found.nodes), 0)
    for edge in found.edges:
        for one, other in ((edge.one, edge.other), (edge.other, edge.one)):
            if one in focus:
                near[other] += edge.happenings
    ranked = sorted(
        (node for node in found.nodes if node.code in focus or near[node.code]),
        key=lambda node: (node.code not in focus, -near[node.code], node.code),
    )
    return sorted(ranked[:MOST], key=lambda node: (node.community, -node.happenings, node.code))


def placed(nodes: Sequence[Node]) -> dict[str, tuple[float, float, float]]:
    """Where actors stand: x and y in pixels, and the angle, clockwise from the top."""
    found = {}
    for rank, node in enumerate(nodes):
        angle = 2 * math.pi * (rank + 0.5) / len(nodes)
        x, y = CENTRE + RADIUS * math.sin(angle), RADIUS + ROOM - RADIUS * math.cos(angle)
        found[node.code] = (round(x, 1), round(y, 1), angle)
    return found


def lines(edges: Sequence[Edge], place: dict[str, tuple[float, float, float]], labels: Labels) -> alt.Chart:
    """A line a tie, blue where they cooperate, dashed orange where they are in conflict."""
    most = max((edge.happenings for edge in edges), default=1)
    signs = [labels.words("cooperates"), labels.words("conflicts")]
    rows: list[Row] = []
    for edge in sorted(edges, key=lambda edge: edge.happenings):
        (x, y, _), (x2, y2, _) = place[edge.one], place[edge.other]
        ends = {"x": x, "y": y, "x2": x2, "y2": y2, "tie": labels.tie([edge.one], [edge.other])}
        rows.append({**ends, "happenings": edge.happenings, "net": edge.net, "sign": signs[edge.net < 0], "thick": edge.happenings / most})
    legend = alt.Legend(orient="top", direction="horizontal", title=None, symbolType="stroke", symbolStrokeWidth=2)
    return encoded(
        alt.Chart(data(rows)).mark_rule(opacity=0.75),
        x=across(),
        x2="x2:Q",
        y=down(),
        y2="y2:Q",
        color=alt.Color("sign:N", scale=alt.Scale(domain=signs, range=[BLUE, VERMILION]), legend=legend),
        strokeDash=alt.StrokeDash("sign:N", scale=alt.Scale(domain=signs, range=[[1, 0], [5, 3]]), legend=legend),
        strokeWidth=alt.StrokeWidth("thick:Q", scale=alt.Scale(domain=[0, 1], range=[0.5, THICK]), legend=None),
        tooltip=[alt.Tooltip("tie:N"), alt.Tooltip("happenings:Q"), alt.Tooltip("net:Q", format="+.1f")],
    )


def dots(nodes: Sequence[Node], place: dict[str, tuple[float, float, float]], labels: Labels) -> alt.Chart:
    """A sign an actor, of the colour and shape of its community."""
    most = max((node.happenings for node in nodes), default=1)
    sizes = Counter(node.community for node in nodes)
    ranks = {community: rank for rank, community in enumerate(community for community, size in sizes.items() if size > 1)}
    rows: list[Row] = []
    for node in nodes:
        x, y, _ = place[node.code]
        group = str(ranks[node.community] % ALONE if node.community in ranks else ALONE)
        rows.append(
            {"x": x, "y": y, "group": group, "size": node.happenings / most, "name": labels.actor(node.code), "happenings": node.happenings}
        )
    groups = [str(rank) for rank in range(len(GROUPS))]
    return encoded(
        alt.Chart(data(rows)).mark_point(filled=True, opacity=1, stroke="white", strokeWidth=1),
        x=across(),
        y=down(),
        fill=alt.Fill("group:N", scale=alt.Scale(domain=groups, range=list(GROUPS)), legend=None),
        shape=alt.Shape("group:N", scale=alt.Scale(domain=groups, range=list(SHAPES)), legend=None),
        size=alt.Size("size:Q", scale=alt.Scale(domain=[0, 1], range=[60, SIZE]), legend=None),
        tooltip=[alt.Tooltip("name:N"), alt.Tooltip("happenings:Q")],
    )


def names(nodes: Sequence[Node], place: dict[str, tuple[float, float, float]], focus: Collection[str], labels: Labels) -> alt.Chart:
    """Names outside the circle, to be read from left to right."""
    most = max((node.happenings for node in nodes), default=1)
    rows: list[Row] = []
    for node in nodes:
        *_, angle = place[node.code]
        align = "center" if abs(math.sin(angle)) < FLAT else "left" if math.sin(angle) > 0 else "right"
        away = RADIUS + AWAY + math.sqrt(SIZE * node.happenings / most) / 2
        x, y = CENTRE + away * math.sin(angle), RADIUS + ROOM - away * math.cos(angle)
        rows.append(text(x, y, labels.actor(node.code), align, "bold" if node.code in focus else "normal"))
    return texts(rows, fontSize=TEXT)
