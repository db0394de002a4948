"""How the coder read each sentence: its tree, the actors in it, the frames tried, the sides weighed, and what came of it.

Made only where somebody asks (``lacos read --explain``). Every step is asked of the functions that the coder itself uses, and the decisions
are the coder's own, so what is told here is what was done.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from lacos.actors import Mentions
from lacos.events.arguments import is_unlikely, likeliest, objections, reasons, weigh_all
from lacos.events.candidates import Memory, barred
from lacos.events.coder import Decision, complete, decide, matches, taken_up
from lacos.events.frames import Frame
from lacos.events.matching import Match, Missing, frames_at, is_fixed, tries
from lacos.events.slots import Filled
from lacos.language.syntax import lemma
from lacos.records import Document, Event, Mention, Span


class Outcome(StrEnum):
    """What came of a word that has frames."""

    EVENT = "event"
    FIXED = "fixed"
    NO_FRAME = "no frame"
    TAKEN = "taken"
    NO_EVENT = "no event"
    NOBODY = "nobody"
    PRIVATE = "private"


class Fate(StrEnum):
    """What became of a candidate: a side, too unlikely alone, beyond those compared, or in no side of the best assignment."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    UNLIKELY = "unlikely"
    NOT_COMPARED = "not compared"
    OUTWEIGHED = "outweighed"


class Standing(StrEnum):
    """How words stand for an actor: as a phrase, an adjective, a mere place, or a verb whose subject is left out."""

    PHRASE = "phrase"
    ADJECTIVE = "adjective"
    PLACE = "place"
    ELIDED = "elided"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the tree; ``head`` is the place in the sentence of the word that it hangs on, None for the root."""

    text: str
    lemma: str
    pos: str
    relation: str
    head: int | None


@dataclass(frozen=True, slots=True)
class Named:
    """A mention at the word of the sentence that heads it."""

    word: int
    standing: Standing
    mention: Mention


@dataclass(frozen=True, slots=True)
class Attempt:
    """A frame that was tried; ``missing`` is the first thing that it asks for in vain, None where it holds."""

    frame: Frame
    missing: Missing | None


@dataclass(frozen=True, slots=True)
class Considered:
    """A candidate with its log-odds of being actor and recipient, and what became of it.

    ``because`` gives the features that spoke most for the side it has; for one without a side, those that spoke most against its likelier.
    """

    mention: Mention
    actor: float
    recipient: float
    fate: Fate
    because: str


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word for which there are frames: those tried in order up to the one that holds, and what came of it.

    ``taken_by`` is the head of the longer predicate that took the word up. ``slots`` are whom the frame itself names (as actor, as
    recipient), ``barred`` the codes of those who are no candidates because they condemn what the word expresses.
    """

    word: int
    tried: tuple[Attempt, ...]
    outcome: Outcome
    taken_by: int | None = None
    slots: tuple[Filled, Filled] = (Filled(), Filled())
    considered: tuple[Considered, ...] = ()
    barred: tuple[str, ...] = ()
    event: Event | None = None

    @property
    def frame(self) -> Frame | None:
        """The frame that holds."""
        return next((attempt.frame for attempt in self.tried if attempt.missing is None), None)


@dataclass(frozen=True, slots=True)
class Trace:
    """How one sentence was read."""

    span: Span
    words: tuple[Word, ...]
    named: tuple[Named, ...]
    predicates: tuple[Predicate, ...]


def trace(doc: Doc, document: Document, mentions: Mentions) -> tuple[Trace, ...]:
    """How each sentence of ``doc`` that has words was read, in order.

    Takes what :func:`lacos.events.code` takes; the events are those that it gives.
    """
    memory = Memory(mentions)
    decided = [(sentence, list(decide(sentence, document, mentions, memory))) for sentence in doc.sents]
    events = {hit.token.i: event for hit, event in complete((one for _, some in decided for one in some), document, mentions)}
    return tuple(
        trace_sentence(sentence, document, mentions, decisions, events)
        for sentence, decisions in decided
        if any(map(str.isalnum, sentence.text))
    )


def trace_sentence(
    sentence: SpacySpan, document: Document, mentions: Mentions, decisions: list[Decision], events: dict[int, Event]
) -> Trace:
    """How one sentence was read, given the coder's decisions on it and the events by the place of their trigger in the document."""
    taken = taken_up(matches(sentence, mentions))
    decided = {decision.hit.token.i: decision for decision in decisions}
    predicates = (
        predicate(token, mentions, taken.get(token.i), decided.get(token.i), events.get(token.i)) for token in sentence if frames_at(token)
    )
    return Trace(
        document.span(sentence.start_char, sentence.end_char),
        tuple(word(token, sentence.start) for token in sentence),
        tuple(named(sentence, mentions)),
        tuple(predicates),
    )


def word(token: Token, start: int) -> Word:
    return Word(token.text, lemma(token), token.pos_, token.dep_, None if token.head == token else token.head.i - start)


def named(sentence: SpacySpan, mentions: Mentions) -> Iterator[Named]:
    """The mentions of a sentence by the words that head them."""
    for token in sentence:
        found = {
            Standing.PHRASE: mentions.of(token),
            Standing.ADJECTIVE: mentions.adjective(token),
            Standing.PLACE: mentions.place(token),
            Standing.ELIDED: mentions.elided(token),
        }
        for standing, here in found.items():
            yield from (Named(token.i - sentence.start, standing, mention) for mention in here)


def predicate(token: Token, mentions: Mentions, taker: Match | None, decision: Decision | None, event: Event | None) -> Predicate:
    """What was made of a word that has frames."""
    place, tried = token.i - token.sent.start, tuple(attempts(token, mentions))
    if decision is None:
        why = undecided(token, tried, taker)
        return Predicate(place, tried, why, taker.token.i - token.sent.start if taker and why is Outcome.TAKEN else None)
    return Predicate(
        place,
        tried,
        outcome(decision),
        slots=decision.filled,
        considered=tuple(considered(decision)),
        barred=tuple(sorted(barred(decision.hit, decision.filled, mentions))),
        event=event,
    )


def outcome(decision: Decision) -> Outcome:
    """What came of a match for whose sides somebody was sought."""
    if decision.event is not None:
        return Outcome.EVENT
    return Outcome.PRIVATE if decision.actors or decision.recipients else Outcome.NOBODY


def attempts(token: Token, mentions: Mentions) -> Iterator[Attempt]:
    """The frames tried at a word, up to the one that holds."""
    for frame, found in tries(token, mentions):
        if isinstance(found, tuple):
            yield Attempt(frame, None)
            return
        yield Attempt(frame, found)


def undecided(token: Token, tried: tuple[Attempt, ...], taker: Match | None) -> Outcome:
    """Why nobody was sought for the sides of a word that has frames."""
    if is_fixed(token):
        return Outcome.FIXED
    if tried[-1].missing is not None:
        return Outcome.NO_FRAME
    return Outcome.TAKEN if taker is not None else Outcome.NO_EVENT


def considered(decision: Decision) -> Iterator[Considered]:
    """The candidates of a match, the likeliest first."""
    weighed = weigh_all(decision.found)
    fates = (
        {item.candidate.mention.code: Fate.UNLIKELY if is_unlikely(item) else Fate.NOT_COMPARED for item in weighed}
        | {item.candidate.mention.code: Fate.OUTWEIGHED for item in likeliest(weighed)}
        | {candidate.mention.code: Fate.ACTOR for candidate in decision.actors}
        | {candidate.mention.code: Fate.RECIPIENT for candidate in decision.recipients}
    )
    for item in sorted(weighed, key=lambda one: -max(one.actor, one.recipient)):
        candidate, fate = item.candidate, fates[item.candidate.mention.code]
        if fate in (Fate.ACTOR, Fate.RECIPIENT):
            because = reasons(candidate, int(fate is Fate.RECIPIENT))
        else:
            because = objections(candidate, int(item.recipient > item.actor))
        yield Considered(candidate.mention, item.actor, item.recipient, fate, because)
