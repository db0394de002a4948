"""From an analysed document and its resolved mentions to events, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from lacos.actors import Mentions
from lacos.events.history import is_historical
from lacos.events.matching import Match, match
from lacos.events.slots import Filled, explain, fill
from lacos.events.status import status
from lacos.records import Document, Event, EventType, Mention, Span, Status

COOPERATIVE = frozenset({EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID})
"""Types that PLOVER codes as AGREE when they are announced or still to come (manual, 3.1)."""


class Memory:
    """What the document has told so far, for sides that a later mention leaves out: "o teste" after "Pyongyang testou"."""

    def __init__(self) -> None:
        self.sides: dict[EventType, tuple[tuple[Mention, ...], tuple[Mention, ...]]] = {}

    def complete(self, event_type: EventType, actor: Filled, recipient: Filled) -> tuple[Filled, Filled]:
        """The sides with an empty actor taken from the last event of the same type, where one side at most is known."""
        if actor.mentions:
            self.sides[event_type] = (actor.mentions, recipient.mentions)
            return actor, recipient
        earlier = self.sides.get(event_type)
        if earlier is None:
            return actor, recipient
        known = {mention.code for mention in recipient.mentions}
        if known & {mention.code for mention in earlier[0]}:
            return actor, recipient
        return Filled(earlier[0], "earlier mention"), recipient if recipient.mentions else Filled(earlier[1], "earlier mention")


def code(doc: Doc, document: Document, mentions: Mentions) -> tuple[Event, ...]:
    """The events of ``doc``, in text order. ``doc`` must be the analysis of ``document.text``."""
    memory = Memory()
    return tuple(event for sentence in doc.sents for event in code_sentence(sentence, document, mentions, memory))


def code_sentence(sentence: SpacySpan, document: Document, mentions: Mentions, memory: Memory) -> Iterator[Event]:
    """The events of one sentence: words that a longer predicate took up are not matched again."""
    found = [hit for token in sentence if (hit := match(token, mentions)) is not None]
    taken = {word.i for hit in found for word in hit.words}
    for hit in found:
        if hit.token.i in taken:
            continue
        event = build(hit, sentence, document, mentions, memory)
        if event is not None:
            yield event


def build(hit: Match, sentence: SpacySpan, document: Document, mentions: Mentions, memory: Memory) -> Event | None:
    """The event of a match, or None where neither side is a political actor."""
    frame = hit.frame
    if frame.type is None:
        return None
    actor, recipient = fill(hit, mentions)
    actor, recipient = memory.complete(frame.type, actor, recipient)
    if not actor.mentions and not recipient.mentions:
        return None
    event_type, state = settle(frame.type, frame.status or status(hit.token))
    return Event(
        type=event_type,
        mode=frame.mode if event_type == frame.type else None,
        trigger=trigger(hit.token, document),
        sentence=document.span(sentence.start_char, sentence.end_char),
        actor=actor.mentions,
        recipient=recipient.mentions,
        status=state,
        historical=is_historical(hit.token, document.published),
        because=explain(frame, actor, recipient),
    )


def settle(event_type: EventType, state: Status) -> tuple[EventType, Status]:
    """Cooperation still to come is an agreement that has occurred (PLOVER manual, 3.1)."""
    if event_type in COOPERATIVE and state is Status.FUTURE:
        return EventType.AGREE, Status.OCCURRED
    return event_type, state


def trigger(token: Token, document: Document) -> Span:
    """The words of the trigger."""
    return document.span(token.idx, token.idx + len(token.text))
