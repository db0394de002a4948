"""Which happenings a brief tells: the weightiest, nothing told twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from lacos.briefs.deeds import Deed
from lacos.records import EventType, Standing

SAME = 3
"""Days within which two happenings of a type between the same two are told once."""
RETOLD = 45
"""The same of what is done and not said, where a text gives no day: it most likely tells again of what was news before."""
ALIKE = 3
"""A type from one to another makes up no more than one in so many of what is told, so that a brief shows all that passes."""


def choose(found: Iterable[Deed], number: int, whether: Callable[[Deed], bool], told: Sequence[Deed] = ()) -> list[Deed]:
    """The weightiest of those that hold, none ``told`` before or twice, no type from one to another more often than its share."""
    chosen: list[Deed] = []
    kinds: Counter[tuple[object, ...]] = Counter()
    for deed in found:
        kind = (deed.act.type, deed.actors, deed.recipients)
        if len(chosen) == number or kinds[kind] * ALIKE >= number or not whether(deed):
            continue
        if not any(repeats(deed, one) for one in (*told, *chosen)):
            chosen.append(deed)
            kinds[kind] += 1
    return chosen


def repeats(one: Deed, other: Deed) -> bool:
    """Whether two happenings would read as one thing told twice: in the same words, or of a type between the same two at a time."""
    disputed = Standing.CONTESTED in (one.standing, other.standing)  # which the words that accuse may tell too
    if one.id == other.id or (one.telling.citation.words == other.telling.citation.words and not disputed):
        return True
    if _passes(one) != _passes(other) or (one.act.status is not other.act.status and not _alike(one, other)):
        return False
    return _is_retold(one, other) or _are_within(SAME, one, other)


def _passes(deed: Deed) -> tuple[object, ...]:
    return deed.act.type, frozenset(deed.actors), frozenset(deed.recipients)


def _alike(one: Deed, other: Deed) -> bool:
    """Whether they may be one deed: of one mode, save violence, which texts tell in many ways."""
    return one.act.mode == other.act.mode or one.act.type is EventType.ASSAULT


def _is_retold(one: Deed, other: Deed) -> bool:
    """Whether one is most likely the other told again: a material deed without a day, as history or soon after."""
    undated = [deed.act for deed in (one, other) if not deed.act.when]
    if not (undated and one.act.quad.startswith("material") and _alike(one, other)):
        return False
    return any(act.historical for act in undated) or _are_within(RETOLD, one, other)


def _are_within(days: int, one: Deed, other: Deed) -> bool:
    here, there = _day(one), _day(other)
    return here is None or there is None or abs((here - there).days) <= days


def _day(deed: Deed) -> date | None:
    """Its day, or the first of its month or year, or that on which it was first reported."""
    told = (deed.act.when or deed.act.first_reported or "")[: len("2017-09-03")]
    return deed.act.day or (date.fromisoformat(told + "2017-01-01"[len(told) :]) if told else None)
