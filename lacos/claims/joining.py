"""Which event mentions of a document tell of the same happening.

In text order each mention joins the happening whose mentions it is most like on average, if it is like enough
(:mod:`lacos.claims.likeness`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lacos.claims.likeness import MOST, POINTS, alike, learnt, likeness
from lacos.records import Event, EventType, Status


@dataclass(frozen=True)
class Happening:
    """Event mentions that tell of one thing, in text order, and what they have in common."""

    events: tuple[Event, ...]
    because: str


def join(events: Sequence[Event]) -> list[Happening]:
    """The happenings that the events of a document tell of, in the order of their first mentions."""
    sentence = ranks(events)
    groups: dict[EventType, list[list[Event]]] = {}
    for event in events:
        known = groups.setdefault(event.type, [])
        home = likest(event, known[-MOST:], sentence)
        if home is None:
            known.append([event])
        else:
            home.append(event)
    found = sorted((group for some in groups.values() for group in some), key=begins)
    return [Happening(tuple(group), common(group, sentence)) for group in found]


def oppose(happenings: Sequence[Happening]) -> list[Happening]:
    """The happenings with those that are only said not to have happened joined to the ones that they are denials of.

    "A França acusou o Chade de atacar o Sudão. O Chade negou ter atacado": one claim, that two differ on.
    """
    sentence = ranks([event for happening in happenings for event in happening.events])
    groups = [list(happening.events) for happening in happenings]
    real: dict[EventType, list[list[Event]]] = {}
    for group, happening in zip(groups, happenings, strict=True):
        if not is_negated(happening):
            real.setdefault(group[0].type, []).append(group)
    for group, happening in zip(groups, happenings, strict=True):
        if is_negated(happening):
            same = real.get(group[0].type, [])
            place = bisect_left(same, begins(group), key=begins)
            near = same[max(0, place - MOST) : place + MOST]
            if (home := likest(replace(group[0], status=Status.OCCURRED), near, sentence)) is not None:
                home += group
                group.clear()
    found = sorted((sorted(group, key=lambda event: event.trigger.start) for group in groups if group), key=begins)
    because = {happening.events[0].id: happening.because for happening in happenings}
    return [Happening(tuple(group), because[group[0].id]) for group in found]


def begins(group: Sequence[Event]) -> int:
    """Where the first mention of a group begins."""
    return group[0].trigger.start


def likest(event: Event, groups: Sequence[list[Event]], sentence: Mapping[int, int]) -> list[Event] | None:
    """The group that a mention is most like, the last of several, if it is like one at all."""
    ranked = [(likeness(event, group, sentence), rank) for rank, group in enumerate(groups)]
    best, rank = max(ranked, default=(-1.0, 0))
    return groups[rank] if best >= 0 else None


def is_negated(happening: Happening) -> bool:
    return all(event.status is Status.NEGATED for event in happening.events)


def ranks(events: Sequence[Event]) -> dict[int, int]:
    """The rank of each sentence that has events, by where it begins."""
    return {start: rank for rank, start in enumerate(sorted({event.sentence.start for event in events}))}


def common(group: Sequence[Event], sentence: Mapping[int, int]) -> str:
    """What the first mention has in common with all others."""
    found = [
        [reason for reason, amount in alike(group[0], other, sentence) if amount and learnt(POINTS)[reason] > 0] for other in group[1:]
    ]
    return ", ".join(reason for reason in (found[0] if found else ()) if all(reason in some for some in found))
