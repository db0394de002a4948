"""Which event mentions of a document tell of the same happening, and why.

Two mentions may be one where type, sides, dates and reality agree. What speaks for and against is counted in points, of :data:`POINTS`. In
text order each mention joins the happening whose mentions it is most like on average, if that reaches :data:`ENOUGH`. The points were set
on half of the development documents' groups (``shared/data/gold/happenings-dev.json``); ``python -m benchmarks.happenings`` measures them.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lacos.language.lexicon import lexicon
from lacos.records import Event, EventType, Mention, Status

POINTS = {
    "same actor": 2.5,
    "same recipient": 2.5,
    "same date": 2.0,
    "same word": 1.0,
    "words beside": 0.5,
    "many words beside": 0.9,
    "in the headline": 0.5,
    "one and several": -0.5,
    "far apart": -1.0,
}
ENOUGH = 4.5
UNLIKE = -9.0
"""Of mentions that something keeps apart."""
MOST = 40
"""Happenings of a type, and mentions of one, that are looked back at: a long text takes no more time for its length than a short one."""
WORD = re.compile(r"\w{5,}")
STEM = 5
FAR = 6
"""Sentences from which on two mentions are far apart."""
BEFORE, AFTER = 4, 8
"""Words before and after a trigger that are compared."""
HEAD = 2
"""Sentences at the beginning that tell what the text is about."""
REAL = frozenset({Status.OCCURRED, Status.ONGOING})


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


def likeness(event: Event, group: Sequence[Event], sentence: Mapping[int, int]) -> float:
    """How alike a mention is to the last of a group on average, beyond what is enough to join."""
    near = group[-MOST:]
    return sum(points(other, event, sentence) for other in near) / len(near)


def points(one: Event, other: Event, sentence: Mapping[int, int]) -> float:
    """What speaks for two mentions telling of the same, beyond what is enough; :data:`UNLIKE` where something keeps them apart."""
    return sum(POINTS[reason] for reason in alike(one, other, sentence)) - ENOUGH if compatible(one, other) else UNLIKE


def compatible(one: Event, other: Event) -> bool:
    """Whether nothing that two mentions of one type say keeps them apart."""
    return (
        one.historical == other.historical
        and is_told_as_real(one) == is_told_as_real(other)
        and (one.status is Status.NEGATED) == (other.status is Status.NEGATED)
        and meet(one.actor, other.actor)
        and meet(one.recipient, other.recipient)
        and not (one.date and other.date and not within(one.date.value, other.date.value))
    )


def is_told_as_real(event: Event) -> bool:
    """Whether a mention says that something took place, if only as somebody's word."""
    return event.status in REAL or (event.alleged and event.status is Status.HYPOTHETICAL)


def alike(one: Event, other: Event, sentence: Mapping[int, int]) -> Iterator[str]:
    """What speaks for and against two mentions telling of the same; ``sentence`` gives the rank of the sentence that begins somewhere."""
    if states(one.actor) == states(other.actor):
        yield "same actor"
    if states(one.recipient) == states(other.recipient):
        yield "same recipient"
    if one.date and other.date and one.date.value == other.date.value:
        yield "same date"
    if stem(one.trigger.text) == stem(other.trigger.text):
        yield "same word"
    shared = beside(one) & beside(other)
    if shared:
        yield "words beside"
    if len(shared) > 1:
        yield "many words beside"
    first, second = sorted((sentence[one.sentence.start], sentence[other.sentence.start]))
    if first < HEAD:
        yield "in the headline"
    if is_plural(one) != is_plural(other):
        yield "one and several"
    if second - first >= FAR:
        yield "far apart"


def common(group: Sequence[Event], sentence: Mapping[int, int]) -> str:
    """What the first mention has in common with all others."""
    found = [set(alike(group[0], other, sentence)) for other in group[1:]]
    return ", ".join(reason for reason in POINTS if POINTS[reason] > 0 and found and all(reason in some for some in found))


def states(mentions: tuple[Mention, ...]) -> frozenset[str]:
    return frozenset(mention.actor.state for mention in mentions)


def meet(one: tuple[Mention, ...], other: tuple[Mention, ...]) -> bool:
    """Whether two sides may be the same: they share somebody, or one is not said."""
    return not one or not other or bool(states(one) & states(other))


def within(one: str, other: str) -> bool:
    """Whether of two ISO dates one is a more exact form of the other."""
    return one.startswith(other) or other.startswith(one)


def stem(word: str) -> str:
    """How a word begins, without accents: "acusou", "acusação"."""
    plain = unicodedata.normalize("NFD", word.lower())
    return "".join(mark for mark in plain if not unicodedata.combining(mark))[:STEM]


def beside(event: Event) -> frozenset[str]:
    """The stems of the words of content around a trigger, without names and the words that stand for its sides."""
    sentence, text = event.sentence, event.sentence.document.text
    before = WORD.findall(text[sentence.start : event.trigger.start])[-BEFORE:]
    after = WORD.findall(text[event.trigger.end : sentence.end])[:AFTER]
    sides = " ".join(mention.text for mention in (*event.actor, *event.recipient)).lower()
    empty = lexicon(sentence.document.language or "pt").claims["empty"]
    return frozenset(stem(word) for word in (*before, *after) if word.islower() and word not in sides and word not in empty)


def is_plural(event: Event) -> bool:
    """Whether a trigger looks like a plural noun ("os testes"), which may tell of several occasions."""
    return event.trigger.text.lower().endswith("s")
