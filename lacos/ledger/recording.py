"""A Reading as rows of the tables, and back: nothing of it is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from lacos.ledger import parties, schema
from lacos.reader import Reading
from lacos.records import (
    Actor,
    Attitude,
    Claim,
    Document,
    Event,
    EventDate,
    EventType,
    Mention,
    MentionKind,
    Person,
    PersonStance,
    Place,
    Position,
    Span,
    Stance,
    Statement,
    Status,
)

Row = dict[str, Any]
SIDES = {"actor": "actor", "recipient": "recipient", "source": "attributed_to"}
"""The sides of an event, and the fields that hold them."""


RECORDS = (schema.events, schema.claims, schema.statements, schema.person_stances, schema.mentions)
"""The tables of a document's records; what else there is of it goes with these."""
Homes = Mapping[str, int]
"""The happenings of claims that have one, by the id of the claim."""


def erase(connection: Connection, n: int) -> None:
    """Take away the records of a document."""
    parties.clear(connection, n)
    for table in RECORDS:
        connection.execute(delete(table).where(table.c.document == n))


def record(connection: Connection, n: int, reading: Reading, homes: Homes = MappingProxyType({})) -> None:
    """Write the records of a document that has number ``n`` and none yet."""
    known = ranked(reading)
    rows: list[tuple[Table, list[Row]]] = [
        (schema.mentions, [_mention(mention, rank, rank < len(reading.mentions)) for mention, rank in known.items()]),
        (schema.claims, [_claim(claim, rank, homes) for rank, claim in enumerate(reading.claims)]),
        (schema.events, list(_events(reading))),
        (schema.sides, list(_sides(reading.events, known))),
        (schema.statements, [_statement(one, rank, known) for rank, one in enumerate(reading.statements)]),
        (schema.positions, list(_positions(reading.claims, known))),
        (schema.person_stances, [_person_stance(one, rank) for rank, one in enumerate(reading.stances)]),
    ]
    for table, some in rows:
        if some:
            connection.execute(insert(table), [{"document": n} | row for row in some])
    parties.enter(connection, n)


def ranked(reading: Reading) -> dict[Mention, int]:
    """The mentions of a text, then those that only events, statements and claims have, each with its rank.

    Equal mentions of a text would be one: the resolver gives none twice.
    """
    beside = [mention for event in reading.events for side in SIDES.values() for mention in getattr(event, side)]
    beside += [one.speaker for one in reading.statements if one.speaker]
    beside += [one.actor for claim in reading.claims for one in claim.positions if one.actor]
    return {mention: rank for rank, mention in enumerate(dict.fromkeys([*reading.mentions, *beside]))}


def span(words: Span | None, name: str = "") -> Row:
    """Where words begin and end, under the columns of that name."""
    prefix = f"{name}_" if name else ""
    return {f"{prefix}start": words.start if words else None, f"{prefix}end": words.end if words else None}


def _mention(mention: Mention, rank: int, listed: bool) -> Row:
    return {
        "rank": rank,
        "code": mention.code,
        "state": mention.actor.state,
        "name": mention.actor.name,
        **span(mention.span),
        "kind": mention.kind.value,
        "confidence": mention.confidence,
        "because": mention.because,
        "person": mention.person,
        "listed": listed,
    }


def _claim(claim: Claim, rank: int, homes: Homes) -> Row:
    id = claim.id
    return {"rank": rank, "id": id, "standing": claim.standing.value, "because": claim.because, "happening": homes.get(id)}


def _events(reading: Reading) -> Iterator[Row]:
    claim = {event: (rank, event.id in one.own_voice) for rank, one in enumerate(reading.claims) for event in one.events}
    for rank, event in enumerate(reading.events):
        of, own_voice = claim.get(event, (None, False))
        yield {"rank": rank, "claim": of, "own_voice": own_voice, **_event(event)}


def _event(event: Event) -> Row:
    place = event.place
    return {
        "id": event.id,
        "type": event.type.value,
        "mode": event.mode,
        "status": event.status.value,
        "historical": event.historical,
        "alleged": event.alleged,
        "date": event.date.value if event.date else None,
        "date_because": event.date.because if event.date else None,
        **span(event.trigger, "trigger"),
        **span(event.sentence, "sentence"),
        "place": place.name if place else None,
        "place_code": place.code if place else None,
        "place_kind": place.kind if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        **span(place.span if place else None, "place"),
        "place_because": place.because if place else None,
        "contexts": "+".join(event.contexts),
        "cameo_root": event.cameo_root,
        "because": event.because,
    }


def _sides(events: Sequence[Event], known: Mapping[Mention, int]) -> Iterator[Row]:
    for number, event in enumerate(events):
        for side, name in SIDES.items():
            for rank, mention in enumerate(getattr(event, name)):
                yield {"event": number, "side": side, "rank": rank, "mention": known[mention], "state": mention.actor.state}


def _statement(one: Statement, rank: int, known: Mapping[Mention, int]) -> Row:
    return {
        "rank": rank,
        "id": one.id,
        "mention": known[one.speaker] if one.speaker else None,
        "state": one.speaker.actor.state if one.speaker else None,
        "stance": one.stance.value,
        **span(one.cue, "cue"),
        **span(one.content),
        **span(one.sentence, "sentence"),
        "about": "+".join(one.about),
        "because": one.because,
    }


def _positions(claims: Sequence[Claim], known: Mapping[Mention, int]) -> Iterator[Row]:
    for number, claim in enumerate(claims):
        for rank, one in enumerate(claim.positions):
            yield {
                "claim": number,
                "rank": rank,
                "mention": known[one.actor] if one.actor else None,
                "state": one.actor.actor.state if one.actor else None,
                "stance": one.stance.value,
                **span(one.words),
                "statement": one.statement,
                "because": one.because,
            }


def _person_stance(one: PersonStance, rank: int) -> Row:
    return {
        "rank": rank,
        "holder": one.holder.name,
        **span(one.holder.span, "holder"),
        "target": one.target.name,
        **span(one.target.span, "target"),
        "relation": one.relation.value,
        "chance": one.chance,
        **span(one.sentence, "sentence"),
        "evidence": one.evidence,
        "because": one.because,
    }


def restore(connection: Connection, n: int) -> Reading:
    """The Reading of the document with number ``n``, equal to the one recorded."""
    (row,) = connection.execute(select(schema.documents).where(schema.documents.c.n == n)).mappings()
    document = Document.from_json(dict(row))

    def rows(table: Table) -> list[Any]:
        return list(connection.execute(select(table).where(table.c.document == n).order_by(*table.primary_key)).mappings())

    def words(row: Any, name: str = "") -> Span | None:
        prefix = f"{name}_" if name else ""
        start = row[f"{prefix}start"]
        return None if start is None else document.span(start, row[f"{prefix}end"])

    stored = rows(schema.mentions)
    mentions = [to_mention(row, words(row)) for row in stored]
    told, sides, positions = rows(schema.events), rows(schema.sides), rows(schema.positions)
    on: dict[int, list[Any]] = {}
    for side in sides:
        on.setdefault(side["event"], []).append(side)
    events = [to_event(row, words, rank, on.get(rank, ()), mentions) for rank, row in enumerate(told)]
    return Reading(
        document,
        tuple(mention for mention, row in zip(mentions, stored, strict=True) if row["listed"]),
        tuple(events),
        tuple(_to_statement(row, words, mentions) for row in rows(schema.statements)),
        tuple(
            Claim(
                events=tuple(event for event, of in zip(events, told, strict=True) if of["claim"] == row["rank"]),
                own_voice=tuple(of["id"] for of in told if of["claim"] == row["rank"] and of["own_voice"]),
                positions=tuple(to_position(one, words, mentions) for one in positions if one["claim"] == row["rank"]),
                because=row["because"],
            )
            for row in rows(schema.claims)
        ),
        tuple(_to_person_stance(row, words) for row in rows(schema.person_stances)),
    )


def to_mention(row: Any, words: Span | None) -> Mention:
    """A mention from its row."""
    actor = Actor(row["code"], row["name"])
    return Mention(actor, words, MentionKind(row["kind"]), row["confidence"], row["because"], row["person"])


def to_event(row: Any, words: Any, rank: int, sides: Iterable[Any], mentions: Sequence[Mention] | Mapping[int, Mention]) -> Event:
    """An event from its row and those of its sides; ``words`` finds the words of a row, ``mentions`` are those of the text by rank."""

    def side(name: str) -> tuple[Mention, ...]:
        return tuple(mentions[one["mention"]] for one in sides if (one["event"], one["side"]) == (rank, name))

    place = None
    if row["place"] is not None:
        where = (row["place_code"], row["place_kind"], row["latitude"], row["longitude"], row["place_because"])
        place = Place(row["place"], words(row, "place"), *where)
    event = Event(
        type=EventType(row["type"]),
        trigger=words(row, "trigger"),
        sentence=words(row, "sentence"),
        actor=side("actor"),
        recipient=side("recipient"),
        mode=row["mode"],
        status=Status(row["status"]),
        historical=row["historical"],
        date=EventDate(row["date"], row["date_because"]) if row["date"] else None,
        place=place,
        contexts=joined(row["contexts"]),
        cameo_root=row["cameo_root"],
        attributed_to=side("source"),
        alleged=row["alleged"],
        because=row["because"],
    )
    return event.known_as(row["id"])


def joined(cell: str) -> tuple[str, ...]:
    """What a cell joins by "+"."""
    return tuple(cell.split("+")) if cell else ()


def _to_statement(row: Any, words: Any, mentions: Sequence[Mention]) -> Statement:
    return Statement(
        speaker=None if row["mention"] is None else mentions[row["mention"]],
        cue=words(row, "cue"),
        content=words(row),
        sentence=words(row, "sentence"),
        stance=Stance(row["stance"]),
        about=joined(row["about"]),
        because=row["because"],
    )


def to_position(row: Any, words: Any, mentions: Sequence[Mention] | Mapping[int, Mention]) -> Position:
    """A position from its row."""
    actor = None if row["mention"] is None else mentions[row["mention"]]
    return Position(actor, Stance(row["stance"]), words(row), row["statement"], row["because"])


def _to_person_stance(row: Any, words: Any) -> PersonStance:
    return PersonStance(
        holder=Person(row["holder"], words(row, "holder")),
        target=Person(row["target"], words(row, "target")),
        relation=Attitude(row["relation"]),
        chance=row["chance"],
        sentence=words(row, "sentence"),
        evidence=row["evidence"],
        because=row["because"],
    )
