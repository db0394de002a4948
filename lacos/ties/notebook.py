"""A tie in a notebook: how much passes, of which quad class, and how its halves compare."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lacos.markup import table
from lacos.ties.charts.caption import counted
from lacos.ties.charts.labels import Labels

if TYPE_CHECKING:
    from lacos.ties.tie import Tie


def glance(tie: Tie, labels: Labels) -> str:
    """The table of a tie, as HTML."""
    return table(("", labels.tie(tie.one, tie.other)), rows(tie, labels), counted(tie, labels))


def rows(tie: Tie, labels: Labels) -> Iterator[tuple[str, str]]:
    """What stands in it; nothing where nothing counts."""
    words = labels.words
    for one in tie.quads():
        yield words(f"quad.{one.name}"), words("share", name=labels.number(one.count), share=labels.number(100 * one.share))
    if tie.first is not None:
        yield words("halves"), moved(tie, labels)


def moved(tie: Tie, labels: Labels) -> str:
    """How net cooperation of the late half compares with the early half."""
    found = tie.trend()
    if found is None:
        return labels.words("halves_thin")
    return labels.words("halves_moved", **labels.amounts(found))
