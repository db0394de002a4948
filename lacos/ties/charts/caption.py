"""What stands around a chart: its title, what was counted, how to read it, where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lacos.ties.charts.labels import Labels
from lacos.ties.findings import Edge, Network, Share
from lacos.ties.tie import Tie

OUTLETS = 4
"""Outlets named in the source line."""
UNBROKEN = "\u00a0"
"""A space at which no line ends."""


@dataclass(frozen=True)
class Caption:
    """``title``, beneath it what was ``counted``; at the foot ``notes`` on how to read it, and the ``source``."""

    title: str
    counted: str
    source: str
    notes: tuple[str, ...] = ()

    def noting(self, *notes: str) -> Caption:
        """The same with more notes."""
        return replace(self, notes=(*self.notes, *notes))


def captioned(tie: Tie, kind: str, labels: Labels) -> Caption:
    """The caption of a tie's chart."""
    name, what = labels.tie(tie.one, tie.other), labels.words("axis.happenings")
    return Caption(
        labels.words(f"title.{kind}", tie=name, what=what), counted(tie, labels), source(tie.outlets(), labels), left_out(tie, labels)
    )


def left_out(tie: Tie, labels: Labels) -> tuple[str, ...]:
    """How many happenings lie before the first day that counts, if any do."""
    first = tie.first
    early = {act.happening for act in tie.acts if act.counted and act.day and first and act.day < first}
    if first is None or not early:
        return ()
    return (labels.words("note_left_out", happenings=labels.count("happenings", len(early)), first=labels.day(first)),)


def counted(tie: Tie, labels: Labels) -> str:
    """ "345 acontecimentos em 180 artigos de 23 origens, 4 abr. 2017 a 27 mar. 2018"."""
    if tie.first is None or tie.last is None:
        return labels.words("counted_nothing")
    return labels.words("counted", **amounts(tie, labels), **span(tie.first, tie.last, labels))


def among(found: Network, caption: Caption, labels: Labels) -> Caption:
    """The caption of a chart of many ties: what passes along them, and no outlets."""
    amounts = {
        "happenings": labels.count("happenings", sum(edge.happenings for edge in found.edges)),
        "actors": labels.number(len({code for edge in found.edges for code in (edge.one, edge.other)})),
    }
    days = span(found.first, found.last, labels) if found.first and found.last else {"first": "?", "last": "?"}
    return replace(caption, counted=labels.words("counted_among", **amounts, **days), notes=(), source=labels.words("source_alone"))


def least(edges: Iterable[Edge], labels: Labels) -> tuple[str, ...]:
    """How many origins tell at least of each of some ties."""
    fewest = min((edge.origins for edge in edges), default=None)
    return () if fewest is None else (labels.words("note_least", origins=labels.count("origins", fewest)),)


def amounts(tie: Tie, labels: Labels) -> dict[str, str]:
    """How much is told of a tie, by what it is."""
    numbers = {"happenings": tie.happenings, "articles": tie.articles, "outlets": len(tie.outlets())}
    return {what: labels.count(what, number) for what, number in numbers.items()}


def span(first: date, last: date, labels: Labels) -> dict[str, str]:
    """The days of a span as the sentences name them."""
    return {"first": labels.day(first), "last": labels.day(last)}


def source(outlets: Sequence[Share], labels: Labels) -> str:
    """The source line with the outlets that most reports come from."""
    if not outlets:
        return labels.words("source_alone")
    return labels.words("source", outlets=labels.listed(name.replace(" ", UNBROKEN) for name in named(outlets, labels)))


def named(outlets: Sequence[Share], labels: Labels) -> Iterable[str]:
    """The first outlets with their shares, and how many more there are."""
    for one in outlets[:OUTLETS]:
        name = one.name or labels.words("unknown_outlet")
        yield labels.words("share", name=name, share=labels.number(100 * one.share))
    if len(outlets) > OUTLETS:
        yield labels.words("others", n=labels.number(len(outlets) - OUTLETS))
