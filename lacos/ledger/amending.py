"""Readings with what persons corrected put into them: events that say what they should, or are left out, and the claims that these make.

Nothing else of a Reading changes. An event keeps the id of what was coded, so that its address and what is judged of it stay.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from lacos.actors.naming import naming
from lacos.claims.claiming import ASSERTING
from lacos.claims.joining import likest, ranks
from lacos.claims.likeness import compatible
from lacos.events import cameo_root, ontology
from lacos.ledger.corrections import Correction
from lacos.reader import Reading
from lacos.records import Actor, Claim, Event, EventDate, EventType, Mention, MentionKind, Position, Stance, Statement, Status

LANGUAGE = "pt"

Mended = Mapping[str, Event | None]
"""Events that were corrected, by the ids of what was coded; None is one that is wrong."""


def amended(reading: Reading, corrections: Sequence[Correction]) -> Reading:
    """A Reading as corrected; the same one where nothing of it is."""
    found = mended(reading, corrections)
    if not found:
        return reading
    events = tuple(kept for event in reading.events if (kept := found.get(event.id, event)) is not None)
    wrong = {id for id, event in found.items() if event is None}
    return replace(
        reading,
        events=events,
        claims=tuple(claims(reading, found)),
        stances=tuple(replace(one, evidence=None) if one.evidence in wrong else one for one in reading.stances),
    )


def mended(reading: Reading, corrections: Iterable[Correction]) -> Mended:
    """What corrections make of the events that they are of: those with their ids, else the only one with the same trigger."""
    by_id = {event.id: event for event in reading.events}
    at: dict[tuple[int, int], list[Event]] = defaultdict(list)
    for event in reading.events:
        at[event.trigger.start, event.trigger.end].append(event)
    found: dict[str, Event | None] = {}
    for one in corrections:
        here = at[one.start, one.end]
        coded = by_id.get(one.event) or (here[0] if len(here) == 1 else None)
        known = found.get(coded.id, coded) if coded else None
        if coded is not None and known is not None:
            found[coded.id] = None if one.change.wrong else mend(known, one, reading)
    return found


def mend(event: Event, correction: Correction, reading: Reading) -> Event:
    """An event as corrected, under the id that it has."""
    change, why = correction.change, str(correction)
    kind = EventType(change.type or event.type)
    mode = change.mode if change.mode is not None else event.mode
    mode = mode if mode in ontology()[kind].modes else None
    values: dict[str, Any] = {"type": kind, "mode": mode, "because": f"{why}; {event.because}", "coded": None}
    if (kind, mode) != (event.type, event.mode):
        values["cameo_root"] = cameo_root(kind, mode)
    if change.status is not None:
        values["status"] = Status(change.status)
    if change.historical is not None:
        values["historical"] = change.historical
    if change.date is not None:
        values["date"] = EventDate(change.date, why) if change.date else None
    for side, codes in (("actor", change.actor), ("recipient", change.recipient)):
        if codes is not None:
            values[side] = tuple(mention(code, event, reading, why) for code in codes)
    return replace(event, **values).known_as(event.id)


def mention(code: str, event: Event, reading: Reading, why: str) -> Mention:
    """The words that stand for an actor: those on a side of the event, else the first in its sentence, if that names it."""
    in_sentence = (one for one in reading.mentions if one.span is not None and one.span in event.sentence)
    for one in (*event.actor, *event.recipient, *in_sentence):
        if one.code == code:
            return one
    return Mention(Actor(code, naming(code, LANGUAGE).text), None, MentionKind.ELLIPSIS, because=why)


def claims(reading: Reading, found: Mended) -> Iterator[Claim]:
    """The claims of a document, in the order of their first mentions, with its corrected events where they belong now."""
    groups = regrouped(reading, found)
    coded = {event.id: (rank, event) for rank, claim in enumerate(reading.claims) for event in claim.events}
    made = []
    for rank, group in enumerate(groups):
        heir = reading.claims[rank] if rank < len(reading.claims) else None
        if heir is not None and tuple(group) == heir.events:
            made.append(heir)
        elif group:
            events = tuple(sorted(group, key=lambda event: event.trigger.start))
            own = tuple(event.id for event in events if event.id in reading.claims[coded[event.id][0]].own_voice)
            made.append(Claim(events, own, positions(events, rank, reading, coded), heir.because if heir else ""))
    return iter(sorted(made, key=lambda claim: claim.events[0].trigger.start))


def regrouped(reading: Reading, found: Mended) -> list[list[Event]]:
    """The mentions of each claim, then those of new ones: one that is corrected stays where it fits, else joins what it is like."""
    groups = [[event for event in claim.events if event.id not in found] for claim in reading.claims]
    home = {event.id: rank for rank, claim in enumerate(reading.claims) for event in claim.events}
    corrected = [event for one in reading.events if one.id in home and (event := found.get(one.id)) is not None]
    sentence = ranks(reading.events)
    for event in corrected:
        own = groups[home[event.id]]
        told = replace(event, status=Status.OCCURRED) if event.status is Status.NEGATED else event  # a denial is of what it denies
        if any(one.type is event.type and (compatible(event, one) or compatible(told, one)) for one in own):
            own.append(event)
            continue
        others = [group for group in groups if group and group is not own and group[0].type is event.type]
        place = likest(event, others, sentence) or likest(told, others, sentence)
        if place is None and own:
            groups.append([event])
        else:
            (own if place is None else place).append(event)
    return groups


def positions(events: Sequence[Event], rank: int, reading: Reading, coded: Mapping[str, tuple[int, Event]]) -> tuple[Position, ...]:
    """The positions taken on some events: those of the claims that they come from whose words tell them, then whom the text makes say them.

    A position whose words tell no event of its claim, as a denial without the deed, stays with the claim, which has the given ``rank``.
    """
    here, said = {event.id: event for event in events}, {one.id: one for one in reading.statements}
    taken: list[Position] = []
    for of in sorted({coded[event.id][0] for event in events}):
        for position in reading.claims[of].positions:
            told = [event for event in reading.claims[of].events if event.trigger in position.words]
            if not told and of == rank:
                taken.append(position)
            elif still := [event for event in told if event.id in here]:
                taken.append(turned(position, still[0], here[still[0].id], said.get(position.statement or "")))
    for event in events:
        if coded[event.id][0] != rank:
            taken += [Position(one, stance(event), event.sentence, None, "the text attributes it") for one in event.attributed_to]
    first: dict[tuple[str, Stance], Position] = {}
    for position in sorted(taken, key=lambda one: one.words.start):
        first.setdefault((position.actor.code if position.actor else "", position.stance), position)
    return tuple(first.values())


def turned(position: Position, before: Event, now: Event, statement: Statement | None) -> Position:
    """A position on an event that took place and now did not, or the other way round: who asserted it denies it. Explicit denials stay."""
    explicit = statement is not None and statement.stance not in ASSERTING
    if explicit or position.stance is not stance(before) or stance(before) is stance(now):
        return position
    return replace(position, stance=stance(now))


def stance(event: Event) -> Stance:
    """What it is to an event to say what the text says of it."""
    return Stance.DENY if event.status is Status.NEGATED else Stance.ASSERT
