"""From an analysed document and its resolved mentions to events, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

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
from lacos.events.slots import Filled, fill
from lacos.events.status import presented, status
from lacos.records import Document, Event, EventType, Mention, Span, Status

PRIVATE = frozenset({"CVL", "BUS", "CRM", "MED"})
COOPERATIVE = frozenset({EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID})
"""Types that PLOVER codes as AGREE when they are announced or still to come (manual, 3.1)."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was made of a match: whom its frame names (as actor, as recipient), who else might fill its sides, whom they were given to.

    ``event`` is None where neither side is a political actor.
    """

    hit: Match
    filled: tuple[Filled, Filled]
    found: list[Candidate]
    actors: tuple[Candidate, ...]
    recipients: tuple[Candidate, ...]
    event: Event | None


def code(doc: Doc, document: Document, mentions: Mentions) -> tuple[Event, ...]:
    """The events of ``doc``, in text order. ``doc`` must be the analysis of ``document.text``."""
    memory = Memory(mentions)
    decided = (decision for sentence in doc.sents for decision in decide(sentence, document, mentions, memory))
    return tuple(event for _, event in complete(decided, document, mentions))


def decide(sentence: SpacySpan, document: Document, mentions: Mentions, memory: Memory) -> Iterator[Decision]:
    """What is made of each match of one sentence; sentences must come in order, for ``memory`` keeps what was told."""
    for hit in hits(sentence, mentions):
        filled = fill(hit, mentions)
        found = candidates(hit, filled, sentence, mentions, memory)
        actors, recipients = choose(hit, filled, found)
        memory.remember(hit, *filled)
        yield Decision(hit, filled, found, actors, recipients, build(hit, actors, recipients, sentence, document))
    memory.end(sentence, mentions)


def complete(decided: Iterable[Decision], document: Document, mentions: Mentions) -> Iterator[tuple[Match, Event]]:
    """The events decided on, in order, with what the whole document says of them: dates told before, places, contexts."""
    places, contexts = Places(document, mentions), Contexts()
    told = retell((decision.hit, decision.event) for decision in decided if decision.event is not None)
    for hit, event in told:
        yield hit, replace(event, place=places.of(hit), contexts=contexts.of(hit.token.sent, event.type, event.mode))


def hits(sentence: SpacySpan, mentions: Mentions) -> list[Match]:
    """The frames that hold in a sentence; a word that a longer predicate took up is not matched again."""
    found = matches(sentence, mentions)
    taken = taken_up(found)
    return [hit for hit in found if hit.token.i not in taken and hit.frame.type is not None]


def matches(sentence: SpacySpan, mentions: Mentions) -> list[Match]:
    """The frame of each word of a sentence that has one, those that say "no event" among them."""
    return [hit for token in sentence if (hit := match(token, mentions)) is not None]


def taken_up(found: list[Match]) -> dict[int, Match]:
    """The words that predicates took up besides their heads, by their place in the document, each with the match that took it."""
    return {word.i: hit for hit in found for word in hit.words}


def build(
    hit: Match, actors: tuple[Candidate, ...], recipients: tuple[Candidate, ...], sentence: SpacySpan, document: Document
) -> Event | None:
    """The event of a match with these sides, or None where neither side is a political actor."""
    frame = hit.frame
    sides = [candidate.mention for candidate in (*actors, *recipients)]
    if frame.type is None or not any(map(is_political, sides)):
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
