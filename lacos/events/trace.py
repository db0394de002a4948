"""How the coder read each sentence: its tree, the actors in it, the frames tried, what the network says, and what came of it.

Made only where somebody asks (``lacos read --explain``). Every step is asked of the functions that the coder itself uses, and the decisions
are the coder's own, so what is told here is what was done.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from lacos.actors import Mentions
from lacos.events.coder import Decision, complete, decide
from lacos.events.frames import Frame
from lacos.events.matching import Match, Missing, frames_at, is_fixed, tries
from lacos.events.network.decisions import Verdict
from lacos.events.scene import Scene, Standing, matches, taken_up
from lacos.events.slots import Filled
from lacos.language.syntax import lemma
from lacos.records import Event, EventType, Mention, Span


class Outcome(StrEnum):
    """What came of a word that has frames or that the network takes for an event."""

    EVENT = "event"
    FIXED = "fixed"
    NO_FRAME = "no frame"
    TAKEN = "taken"
    NO_EVENT = "no event"
    DOUBTED = "doubted"
    NOBODY = "nobody"
    PRIVATE = "private"


class Fate(StrEnum):
    """What became of a candidate."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    BOTH = "both"
    NEITHER = "neither"


FATES = {(True, True): Fate.BOTH, (True, False): Fate.ACTOR, (False, True): Fate.RECIPIENT, (False, False): Fate.NEITHER}


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
    """A candidate with the probabilities that it is actor and recipient, and what became of it."""

    mention: Mention
    actor: float
    recipient: float
    fate: Fate


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word for which there are frames, or that the network takes for an event: the frames tried in order up to the one that holds, how
    likely the network finds it that the word tells an event, of which type, and what came of it.

    ``taken_by`` is the head of the longer predicate that took the word up. ``slots`` are whom the frame itself names (as actor, as
    recipient).
    """

    word: int
    tried: tuple[Attempt, ...]
    outcome: Outcome
    chance: float = 0.0
    type: EventType | None = None
    taken_by: int | None = None
    slots: tuple[Filled, Filled] = (Filled(), Filled())
    considered: tuple[Considered, ...] = ()
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


def trace(verdict: Verdict) -> tuple[Trace, ...]:
    """How each sentence that has words was read, in order; the events are those of :func:`lacos.events.code`."""
    scene, decisions = verdict.scene, list(decide(verdict))
    story = Story(
        scene,
        verdict.chances,
        {decision.judgement.hit.token.i: decision for decision in decisions},
        {hit.token.i: event for hit, event in complete(decisions, scene)},
    )
    return tuple(trace_sentence(sentence, story) for sentence in scene.sentences if any(map(str.isalnum, sentence.text)))


@dataclass(frozen=True, slots=True)
class Story:
    """What was decided on a document, by the places of its words."""

    scene: Scene
    chances: dict[int, float]
    decisions: dict[int, Decision]
    events: dict[int, Event]


def trace_sentence(sentence: SpacySpan, story: Story) -> Trace:
    """How one sentence was read."""
    taken = taken_up(matches(sentence, story.scene.mentions))
    return Trace(
        story.scene.document.span(sentence.start_char, sentence.end_char),
        tuple(word(token, sentence.start) for token in sentence),
        tuple(named(sentence, story.scene.mentions)),
        tuple(predicate(token, story, taken.get(token.i)) for token in sentence if frames_at(token) or token.i in story.decisions),
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


def predicate(token: Token, story: Story, taker: Match | None) -> Predicate:
    """What was made of a word that has frames or tells an event."""
    place, tried = token.i - token.sent.start, tuple(attempts(token, story.scene.mentions))
    chance, decision = story.chances.get(token.i, 0.0), story.decisions.get(token.i)
    slots = story.scene.filled.get(token.i, (Filled(), Filled()))
    if decision is None:
        why = undecided(token, tried, taker)
        return Predicate(
            place, tried, why, chance, None, taker.token.i - token.sent.start if taker and why is Outcome.TAKEN else None, slots
        )
    return Predicate(
        place,
        tried,
        outcome(decision),
        chance,
        decision.judgement.type,
        slots=slots,
        considered=tuple(considered(decision)),
        event=story.events.get(token.i),
    )


def outcome(decision: Decision) -> Outcome:
    """What came of a word that tells an event."""
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
    """Why a word that has frames tells no event."""
    if is_fixed(token):
        return Outcome.FIXED
    if tried[-1].missing is not None:
        return Outcome.NO_FRAME
    if tried[-1].frame.type is None:
        return Outcome.NO_EVENT
    return Outcome.TAKEN if taker is not None else Outcome.DOUBTED


def considered(decision: Decision) -> Iterator[Considered]:
    """The candidates, the likeliest first."""
    for one in decision.judgement.considered:
        yield Considered(one.mention, one.actor, one.recipient, FATES[one in decision.actors, one in decision.recipients])
