"""From an analysed document, its resolved mentions and its statements to events, in text order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from lacos.actors import is_guess
from lacos.actors.mentions import GUESSED
from lacos.events.contexts import Contexts
from lacos.events.history import is_of_former_state
from lacos.events.matching import Match
from lacos.events.network.decisions import LIKELY, Considered, Judgement, Verdict
from lacos.events.ontology import cameo_root
from lacos.events.places import Places
from lacos.events.retelling import retell
from lacos.events.scene import Scene
from lacos.events.status import PLAIN, is_hedged, is_unreal
from lacos.records import Document, Event, EventType, Mention, MentionKind, Span, Status

PRIVATE = frozenset({"CVL", "BUS", "CRM", "MED"})
COOPERATIVE = frozenset({EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID})
"""Types that PLOVER codes as AGREE when they are announced or still to come (manual, 3.1)."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was made of a word that tells an event, and whom the sides were given to; ``event`` is None where nobody political is."""

    judgement: Judgement
    actors: tuple[Considered, ...]
    recipients: tuple[Considered, ...]
    event: Event | None


def code(verdict: Verdict) -> tuple[Event, ...]:
    """The events of a document that the network has read, in text order."""
    return tuple(event for _, event in complete(decide(verdict), verdict.scene))


def decide(verdict: Verdict) -> Iterator[Decision]:
    """What is made of each word that tells an event."""
    for judgement in verdict.events:
        actors, recipients = sides(judgement)
        yield Decision(judgement, actors, recipients, build(judgement, actors, recipients, verdict.scene.document))


def sides(judgement: Judgement) -> tuple[tuple[Considered, ...], tuple[Considered, ...]]:
    """Whom the sides are given to; where nobody is likely on either, the likeliest alone."""
    actors = likely(judgement.considered, lambda one: one.actor)
    recipients = likely(judgement.considered, lambda one: one.recipient, actors)
    if not actors and not recipients and judgement.considered:
        best = judgement.considered[0]
        return ((best,), ()) if best.actor >= best.recipient else ((), (best,))
    return actors, recipients


def likely(
    considered: Iterable[Considered], chance: Callable[[Considered], float], taken: tuple[Considered, ...] = ()
) -> tuple[Considered, ...]:
    """The likely ones for a side; of a state of which somebody is likely, though no one of its parts alone, the likeliest not yet taken."""
    states: dict[str, list[Considered]] = {}
    for one in considered:
        states.setdefault(one.mention.actor.state, []).append(one)
    found: list[Considered] = []
    for some in states.values():
        alone = [one for one in some if chance(one) >= LIKELY]
        if not alone and sum(map(chance, some)) >= LIKELY:
            alone = [max(some, key=lambda one: (one not in taken, chance(one)))]
        found += alone
    return tuple(found)


def complete(decided: Iterable[Decision], scene: Scene) -> Iterator[tuple[Match, Event]]:
    """The events decided on, in order, with what the whole document says of them: dates told before, places, contexts."""
    places, contexts = Places(scene.document, scene.mentions), Contexts()
    told = retell((decision.judgement.hit, decision.event) for decision in decided if decision.event is not None)
    for hit, event in told:
        yield hit, replace(event, place=places.of(hit), contexts=contexts.of(hit.token.sent, event.type, event.mode))


def build(judgement: Judgement, actors: tuple[Considered, ...], recipients: tuple[Considered, ...], document: Document) -> Event | None:
    """The event that a word tells, with these sides, or None where neither side is a political actor."""
    doers = tuple(another(one.mention) if one in recipients and one.actor < one.recipient else one.mention for one in actors)
    done_to = tuple(another(one.mention) if one in actors and one.actor >= one.recipient else one.mention for one in recipients)
    named = [*doers, *done_to]
    if not any(map(is_political, named)):
        return None
    token, frame = judgement.hit.token, judgement.hit.frame
    sentence = token.sent
    event_type, state = settle(judgement.type, status(judgement))
    mode = frame.mode if event_type == frame.type else None
    return Event(
        type=event_type,
        mode=mode,
        trigger=trigger(token, document),
        sentence=document.span(sentence.start_char, sentence.end_char),
        actor=doers,
        recipient=done_to,
        status=state,
        historical=judgement.historical >= LIKELY or is_of_former_state(named, document.published),
        date=judgement.date,
        cameo_root=cameo_root(event_type, mode),
        attributed_to=tuple(one.mention for one in likely(judgement.considered, lambda one: one.source)),
        alleged=is_hedged(token),
        because=explain(judgement, actors, recipients),
    )


def another(mention: Mention) -> Mention:
    """Somebody with the same code, whom the text does not name as an actor: nobody is on both sides by the same words."""
    return Mention(mention.actor, None, MentionKind.ELLIPSIS, GUESSED, f"another of {mention.code} than «{mention.text}»")


def status(judgement: Judgement) -> Status:
    """The likeliest status; what a negation beside the word, its own future or a condition says needs no weighing.

    What is to come and for that an AGREE has occurred.
    """
    said = judgement.facts.status
    if is_unreal(judgement.hit.token):
        return Status.HYPOTHETICAL
    if said in PLAIN and not (said is Status.FUTURE and judgement.type is EventType.AGREE):
        return said
    return max(judgement.statuses, key=judgement.statuses.__getitem__)


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


def explain(judgement: Judgement, actors: tuple[Considered, ...], recipients: tuple[Considered, ...]) -> str:
    """The frame, and the probabilities that the network gives to the event and to each side."""
    frame = judgement.hit.frame
    kind = f"{judgement.type}{'/' + frame.mode if frame.mode else ''}"
    parts = [f"{frame.predicate} ({frame.pos.lower()}, {frame.source}) = {kind} {judgement.chance:.2f}"]
    parts += [f"actor {one.mention.code} «{one.mention.text}» {one.actor:.2f}" for one in actors]
    parts += [f"recipient {one.mention.code} «{one.mention.text}» {one.recipient:.2f}" for one in recipients]
    parts += [f"another of {one.mention.code} on the other side" for one in actors if one in recipients]
    return "; ".join(parts)
