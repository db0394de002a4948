"""From the events and statements of a document to its claims: each happening with the positions that actors take on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from lacos.claims.denials import denied
from lacos.claims.joining import Happening, join, oppose
from lacos.claims.likeness import REAL
from lacos.claims.telling import Telling
from lacos.language.lexicon import lexicon
from lacos.records import Claim, Event, Position, Stance, Statement, Status

ASSERTING = frozenset({Stance.ASSERT, Stance.ACCUSE})
"""Stances of who says that something in the content took place."""
PRESUPPOSING = frozenset({Stance.CONDEMN, Stance.SUPPORT})
"""Stances to something that took place: who condemns an attack says so too."""


def claims(events: Sequence[Event], said: Sequence[Statement], doc: Doc) -> tuple[Claim, ...]:
    """The claims of a document, in the order of their first mentions. ``doc`` must be the analysis of its text."""
    telling, happenings = Telling(events, said, doc), oppose(join(events))
    of = {event.id: rank for rank, happening in enumerate(happenings) for event in happening.events}
    denials: dict[int, list[Position]] = {}
    for one in said:
        event, why = denied(one, telling)
        if event is not None:
            denials.setdefault(of[event.id], []).append(Position(one.speaker, Stance.DENY, one.content, one.id, why))
    return tuple(claim(happening, telling, denials.get(rank, [])) for rank, happening in enumerate(happenings))


def claim(happening: Happening, telling: Telling, denials: Sequence[Position]) -> Claim:
    """One happening with the positions taken on it, one an actor and stance, in text order."""
    found = [position for event in happening.events for position in positions(event, telling)]
    found = sorted([*found, *denials], key=lambda one: one.words.start)
    first: dict[tuple[str, Stance], Position] = {}
    for one in found:
        first.setdefault((one.actor.code if one.actor else "", one.stance), one)
    own = tuple(event.id for event in happening.events if is_told(event, telling))
    return Claim(happening.events, own, tuple(first.values()), happening.because)


def positions(event: Event, telling: Telling) -> Iterator[Position]:
    """The positions taken on one mention: by those who say it, and by those whom the text makes say it."""
    around = telling.around(event)
    for one in around:
        if one.speaker is not None:
            for stance in stances(one, event, telling):
                yield Position(one.speaker, stance, one.content, one.id, one.because)
    speaking = {one.speaker.code for one in around if one.speaker}
    stance = Stance.DENY if event.status is Status.NEGATED else Stance.ASSERT
    for mention in event.attributed_to:
        if mention.code not in speaking:
            yield Position(mention, stance, event.sentence, None, "the text attributes it")
    if event.alleged and not event.attributed_to and not speaking:
        yield Position(None, stance, event.sentence, None, "the text hedges it")


def stances(one: Statement, event: Event, telling: Telling) -> tuple[Stance, ...]:
    """What a statement is to an event in its content.

    An assertion of what did not happen denies it. A denial is of what its content says itself: "nega que sua cooperação viole acordos"
    denies no cooperation, but takes it for granted. Who condemns or praises something says that it took place.
    """
    if one.stance is Stance.DENY:
        if is_accusation(event):
            return ()
        if event.status is Status.NEGATED or (telling.is_denial(one) and event in telling.said_itself(one)):
            return (Stance.DENY,)
        return (Stance.ASSERT,) if event.status in REAL else ()
    if one.stance in ASSERTING:
        return (Stance.DENY if event.status is Status.NEGATED else Stance.ASSERT,)
    if one.stance in PRESUPPOSING and event.status in REAL:
        own = one.speaker is not None and one.speaker.code in {mention.code for mention in event.actor}
        return (Stance.ASSERT,) if own else (Stance.ASSERT, one.stance)
    return (one.stance,)


def is_accusation(event: Event) -> bool:
    """Whether the trigger is a noun for what is said of somebody: who denies "as acusações" does not deny that they were made."""
    return event.trigger.text.lower() in lexicon(event.trigger.document.language or "pt").claims["accusations"]


def is_told(event: Event, telling: Telling) -> bool:
    """Whether the text tells an event in its own voice."""
    return not (event.attributed_to or event.alleged or any(stances(one, event, telling) for one in telling.around(event)))
