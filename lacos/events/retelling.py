"""An event told again: what a text has dated once keeps its date where it is named again ("o teste", "o ataque")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from lacos.events.matching import Match, tense
from lacos.language.syntax import has, has_article, lemma
from lacos.records import Event, EventDate, EventType, Status

Told = tuple[Match, Event]
DEEDS = frozenset(
    {
        *(EventType.MOBILIZE, EventType.ASSAULT, EventType.CONSULT, EventType.COERCE),
        *(EventType.PROTEST, EventType.RETREAT, EventType.SANCTION, EventType.AID),
    }
)
"""Types of what is done by more than words."""
STEM = 5
REAL = frozenset({Status.OCCURRED, Status.ONGOING})


def retell(told: Iterable[Told]) -> Iterator[Told]:
    """The events in order, with their matches; one without a date takes that of the last of the same happening, and is as historical."""
    dated: list[Told] = []
    for match, event in told:
        if event.date is not None:
            dated.append((match, event))
        elif (before := the_same(match.token, event, dated)) is not None and before.date is not None:
            because = f"as «{before.trigger.text}» at {before.trigger.start}: {before.date.because}"
            event = replace(event, date=EventDate(before.date.value, because), historical=event.historical or before.historical)
        yield match, event


def the_same(token: Token, event: Event, dated: list[Told]) -> Event | None:
    """The last dated event that ``event`` names again: one of its type, of actors that may be the same, told before as one thing.

    A noun must be in the singular and known to the reader ("o teste", "este teste"); another word for it counts where what was told is a
    deed of a known day. A verb must be the same verb with the same actors.
    """
    if event.status not in REAL:
        return None
    alike = [(other.token, found) for other, found in dated if found.type == event.type and agree(event, found) and found.status in REAL]
    if token.pos_ in ("VERB", "AUX"):
        alike = [(o, f) for o, f in alike if lemma(o) == lemma(token) and states(f) == states(event) and tense(token) == tense(o)]
    elif has(token, "Number", "Plur") or not has_article(token):
        return None
    else:
        alike = [(o, f) for o, f in alike if same_stem(o, token) or (f.type in DEEDS and f.date and len(f.date.value) == 10)]
    return alike[-1][1] if alike else None


def same_stem(one: Token, other: Token) -> bool:
    """Whether a noun and a verb or noun begin alike: "acusou", "acusação"."""
    return lemma(one)[:STEM] == lemma(other)[:STEM]


def states(event: Event) -> frozenset[str]:
    return frozenset(mention.actor.state for mention in event.actor)


def agree(event: Event, other: Event) -> bool:
    """Whether the actors may be the same: an implicit one may be anybody."""
    mine, theirs = states(event), states(other)
    return not mine or not theirs or bool(mine & theirs)
