"""From an analysed document and its resolved mentions to events, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from lacos.actors import Mentions, is_guess
from lacos.events.arguments import choose, reasons
from lacos.events.candidates import Candidate, Memory, candidates
from lacos.events.contexts import Contexts
from lacos.events.dates import dated
from lacos.events.history import is_historical, is_of_former_state
from lacos.events.matching import Match, match
from lacos.events.ontology import cameo_root
from lacos.events.places import Places
from lacos.events.retelling import retell
from lacos.events.slots import fill
from lacos.events.status import presented, status
from lacos.records import Document, Event, EventType, Mention, Span, Status

PRIVATE = frozenset({"CVL", "BUS", "CRM", "MED"})
COOPERATIVE = frozenset({EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID})
"""Types that PLOVER codes as AGREE when they are announced or still to come (manual, 3.1)."""


def code(doc: Doc, document: Document, mentions: Mentions) -> tuple[Event, ...]:
    """The events of ``doc``, in text order. ``doc`` must be the analysis of ``document.text``."""
    memory, places, contexts = Memory(mentions), Places(document, mentions), Contexts()
    told = retell(found for sentence in doc.sents for found in code_sentence(sentence, document, mentions, memory))
    return tuple(replace(event, place=places.of(hit), contexts=contexts.of(hit.token.sent, event.type, event.mode)) for hit, event in told)


def code_sentence(sentence: SpacySpan, document: Document, mentions: Mentions, memory: Memory) -> Iterator[tuple[Match, Event]]:
    """The events of one sentence, each with the match that it comes from."""
    for hit in hits(sentence, mentions):
        event = build(hit, sentence, document, mentions, memory)
        if event is not None:
            yield hit, event
    memory.end(sentence, mentions)


def hits(sentence: SpacySpan, mentions: Mentions) -> list[Match]:
    """The frames that hold in a sentence; a word that a longer predicate took up is not matched again."""
    found = [hit for token in sentence if (hit := match(token, mentions)) is not None]
    taken = {word.i for hit in found for word in hit.words}
    return [hit for hit in found if hit.token.i not in taken and hit.frame.type is not None]


def build(hit: Match, sentence: SpacySpan, document: Document, mentions: Mentions, memory: Memory) -> Event | None:
    """The event of a match, or None where neither side is a political actor."""
    frame = hit.frame
    if frame.type is None:
        return None
    filled = fill(hit, mentions)
    actors, recipients = choose(hit, filled, candidates(hit, filled, sentence, mentions, memory))
    memory.remember(hit, *filled)
    sides = [candidate.mention for candidate in (*actors, *recipients)]
    if not any(map(is_political, sides)):
        return None
    told = presented(hit)
    event_type, state = settle(frame.type, status(hit))
    when = dated(hit.token, document.published, told, event_type)
    past = is_historical(hit.token, document.published, when, told) or is_of_former_state(sides, document.published)
    mode = frame.mode if event_type == frame.type else None
    return Event(
        type=event_type,
        mode=mode,
        trigger=trigger(hit.token, document),
        sentence=document.span(sentence.start_char, sentence.end_char),
        actor=tuple(candidate.mention for candidate in actors),
        recipient=tuple(candidate.mention for candidate in recipients),
        status=state,
        historical=past,
        date=when,
        cameo_root=cameo_root(event_type, mode),
        because=explain(hit, actors, recipients),
    )


def is_political(mention: Mention) -> bool:
    """Whether a side makes an event one of politics: all do but private persons and firms of no country that the text names."""
    return not (mention.code in PRIVATE or (mention.actor.sector in PRIVATE and is_guess(mention)))


def settle(event_type: EventType, state: Status) -> tuple[EventType, Status]:
    """Cooperation still to come is an agreement that has occurred (PLOVER manual, 3.1)."""
    if event_type in COOPERATIVE and state is Status.FUTURE:
        return EventType.AGREE, Status.OCCURRED
    return event_type, state


def trigger(token: Token, document: Document) -> Span:
    """The words of the trigger."""
    return document.span(token.idx, token.idx + len(token.text))


def explain(hit: Match, actors: tuple[Candidate, ...], recipients: tuple[Candidate, ...]) -> str:
    """The frame, and for each side who was chosen and what spoke most for it."""
    frame = hit.frame
    parts = [f"{frame.predicate} ({frame.pos.lower()}, {frame.source}) = {frame.type}{'/' + frame.mode if frame.mode else ''}"]
    for rank, (side, chosen) in enumerate((("actor", actors), ("recipient", recipients))):
        parts += [f"{side} {item.mention.code} «{item.mention.text}»: {reasons(item, rank)}" for item in chosen]
    return "; ".join(parts)
