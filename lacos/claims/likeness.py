"""How alike two event mentions of a document are, and why: whether they tell of the same happening.

Two mentions may be one where type, sides, dates and reality agree. What speaks for and against is weighed by points, the log-odds that a
logistic regression learnt from the groups of the gold's training documents (``training.pt.happenings`` writes ``data/mentions.tsv``).
``python -m benchmarks.happenings`` measures them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

import numpy
import simplemma
from numpy.typing import NDArray

from lacos.language.lexicon import lexicon
from lacos.language.meanings import meanings
from lacos.language.stems import rarity, stem
from lacos.records import Event, Mention, Status
from lacos.tables import rows

POINTS = Path(__file__).parent / "data" / "mentions.tsv"
ENOUGH = 0.3
"""Points, beside those for being of one type, from which mentions are taken to be one."""
UNLIKE = -6.0
"""Of mentions that something keeps apart."""
MOST = 40
"""Mentions of a happening that are looked back at."""
WORD = re.compile(r"\w{5,}")
NAME = re.compile(r"\b(?:[A-ZÀ-Ý][\w-]{2,}|\d[\d.,]*)")
BEFORE, AFTER = 4, 8
"""Words before and after a trigger that are compared."""
NEAR = 100
"""Characters on either side of a trigger within which names are looked for."""
HEAD = 2
"""Sentences at the beginning that tell what the text is about."""
REAL = frozenset({Status.OCCURRED, Status.ONGOING})
DISTANCES = ((0, "in one sentence"), (1, "a sentence apart"), (3, "near"), (9, "farther apart"))
"""Sentences between two mentions up to which they are so far apart."""

Reasons = Iterator[tuple[str, float]]


def likeness(event: Event, group: Sequence[Event], sentence: Mapping[int, int]) -> float:
    """How alike a mention is to the last of a group on average, beyond what is enough to join."""
    near = group[-MOST:]
    return sum(points(other, event, sentence) for other in near) / len(near)


def points(one: Event, other: Event, sentence: Mapping[int, int]) -> float:
    """What speaks for two mentions telling of the same, beyond what is enough; :data:`UNLIKE` where something keeps them apart.

    ``sentence`` gives the rank of the sentence that begins somewhere.
    """
    if not compatible(one, other):
        return UNLIKE
    weights = learnt(POINTS)
    return weights["of one type"] + sum(weights[reason] * amount for reason, amount in alike(one, other, sentence)) - ENOUGH


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


def alike(one: Event, other: Event, sentence: Mapping[int, int]) -> Reasons:
    """What speaks for and against two mentions telling of the same, and how much of it there is."""
    yield from sides(one, other)
    yield from words(one, other)
    if one.date and other.date:
        yield ("same date" if one.date.value == other.date.value else "date within the other"), 1
    if one.mode and other.mode:
        yield ("same mode" if one.mode == other.mode else "another mode"), 1
    if one.status is other.status:
        yield "same status", 1
    if one.historical:
        yield "history", 1
    first, second = sorted((sentence[one.sentence.start], sentence[other.sentence.start]))
    if first < HEAD:
        yield "in the headline", 1
    yield next((name for most, name in DISTANCES if second - first <= most), "far apart"), 1


def sides(one: Event, other: Event) -> Reasons:
    """What their sides have in common."""
    if one.actor and states(one.actor) == states(other.actor):
        yield "same actor", 1
    if bool(one.recipient) != bool(other.recipient):
        yield "recipient in one only", 1
    elif states(one.recipient) != states(other.recipient):
        yield "recipients shared in part", 1
    at_home = len(states((*one.actor, *one.recipient, *other.actor, *other.recipient))) == 1
    yield from named_alike("acts", called(one.actor), called(other.actor), at_home)
    yield from named_alike("is acted upon", called(one.recipient), called(other.recipient), at_home)


def named_alike(does: str, one: frozenset[str], other: frozenset[str], at_home: bool) -> Reasons:
    """Whether two sides are called by a same name; it tells more ``at_home``, where both sides are of one state."""
    if one and other:
        yield f"{'same' if one & other else 'another'} name {does}{', at home' if at_home else ''}", 1


def words(one: Event, other: Event) -> Reasons:
    """What their triggers and the words beside them have in common."""
    if stem(one.trigger.text) == stem(other.trigger.text):
        yield "same word", 1
    if one.trigger.text.lower() == other.trigger.text.lower():
        yield "same form", 1
    yield "like words", closeness(one.trigger.text, other.trigger.text, language(one))
    shared = beside(one) & beside(other)
    yield "words beside", bool(shared)
    yield "rare words beside", min(10.0, sum(rarity(word, language(one)) for word in shared)) / 10
    yield "names or figures beside", bool(names(one) & names(other))
    plural = [is_plural(event) for event in (one, other)]
    if any(plural):
        yield ("both several" if all(plural) else "one and several"), 1
    later = max(one, other, key=lambda event: event.trigger.start)
    if is_known(later):
        yield "taken up again", 1


def states(mentions: tuple[Mention, ...]) -> frozenset[str]:
    return frozenset(mention.actor.state for mention in mentions)


def called(mentions: tuple[Mention, ...]) -> frozenset[str]:
    """The names by which a side is called, word by word."""
    return frozenset(word for mention in mentions for word in NAME.findall(f"{mention.text} {mention.person or ''}"))


def meet(one: tuple[Mention, ...], other: tuple[Mention, ...]) -> bool:
    """Whether two sides may be the same: they share somebody, or one is not said."""
    return not one or not other or bool(states(one) & states(other))


def within(one: str, other: str) -> bool:
    """Whether of two ISO dates one is a more exact form of the other."""
    return one.startswith(other) or other.startswith(one)


def beside(event: Event) -> frozenset[str]:
    """The stems of the words of content around a trigger, without names and the words that stand for its sides."""
    sentence, text = event.sentence, event.sentence.document.text
    before = WORD.findall(text[sentence.start : event.trigger.start])[-BEFORE:]
    after = WORD.findall(text[event.trigger.end : sentence.end])[:AFTER]
    names = " ".join(mention.text for mention in (*event.actor, *event.recipient)).lower()
    empty = lexicon(language(event)).claims["empty"]
    return frozenset(stem(word) for word in (*before, *after) if word.islower() and word not in names and word not in empty)


def names(event: Event) -> frozenset[str]:
    """The names and figures around a trigger that do not stand for its sides."""
    sentence, text = event.sentence, event.sentence.document.text
    around = text[max(sentence.start, event.trigger.start - NEAR) : min(sentence.end, event.trigger.end + NEAR)]
    sides = " ".join(mention.text for mention in (*event.actor, *event.recipient, *event.attributed_to))
    return frozenset(word for word in NAME.findall(around) if word not in sides)


def is_plural(event: Event) -> bool:
    """Whether a trigger looks like a plural noun ("os testes"), which may tell of several occasions."""
    return event.trigger.text.lower().endswith("s")


def is_known(event: Event) -> bool:
    """Whether a trigger stands as something told before: "o teste", "esse novo ataque"."""
    before = event.sentence.document.text[event.sentence.start : event.trigger.start].lower().split()[-2:]
    return bool(lexicon(language(event)).claims["taking_up"].intersection(before))


@lru_cache(maxsize=100_000)
def closeness(one: str, other: str, code: str) -> float:
    """The cosine of the meanings of two words, 0 where one has none."""
    first, second = direction(one.lower(), code), direction(other.lower(), code)
    return max(0.0, float(first @ second))


@lru_cache(maxsize=10_000)
def direction(word: str, code: str) -> NDArray[numpy.float32]:
    """What the first word of a trigger means, as a vector of length 1, or of zeros."""
    found = meanings(code).of([simplemma.lemmatize(word.split()[0], lang=code)])[0]
    length = float(numpy.linalg.norm(found))
    unit: NDArray[numpy.float32] = found / length if length else found
    return unit


def language(event: Event) -> str:
    return event.trigger.document.language or "pt"


@cache
def learnt(path: Path) -> Mapping[str, float]:
    """The points for each reason."""
    return {row["reason"]: float(row["points"]) for _, row in rows(path)}
