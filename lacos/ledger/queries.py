"""Reading a ledger: events, happenings with what is claimed of them, documents by their words, failures, and how much there is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Select, and_, case, desc, func, select

from lacos.ledger import parties, search
from lacos.ledger.filters import Filter, at
from lacos.ledger.rows import Rows
from lacos.ledger.schema import (
    claims,
    corrections,
    daily,
    documents,
    events,
    failures,
    happenings,
    judgements,
    mentions,
    positions,
    sides,
    statements,
)
from lacos.markup import table
from lacos.records import Stance, Standing

EVENT = (
    *("document", "published", "source", "id", "type", "mode", "actor", "recipient", "status", "historical", "alleged", "date"),
    *("place", "country", "attributed_to", "happening", "trigger", "sentence", "because"),
)
HAPPENING = tuple(column.name for column in happenings.columns if column.name != "n")
SNIPPET = 160
"""Characters of a text shown around the first word found."""


@dataclass(frozen=True)
class Taken:
    """A position taken on a happening: by whom, in which words of which document. ``actor`` is None where the text names nobody."""

    stance: Stance
    actor: str | None
    person: str | None
    words: str
    document: str
    published: str | None
    source: str | None
    start: int
    end: int

    def to_json(self) -> dict[str, Any]:
        return {**vars(self), "stance": self.stance.value}


@dataclass(frozen=True)
class Told:
    """A happening as the ledger has it, with the sentences that tell it and the positions taken on it, in the order of their reports."""

    happening: Mapping[str, Any]
    sentences: tuple[Mapping[str, Any], ...]
    positions: tuple[Taken, ...]

    def by(self, stance: Stance) -> tuple[str, ...]:
        """The states that take a stance, each once."""
        return tuple(dict.fromkeys(one.actor.partition("/")[0] for one in self.positions if one.stance == stance and one.actor))

    def _repr_html_(self) -> str:
        names = ("type", "actor", "recipient", "date", "standing")
        said = ((one.published, one.stance.value, one.person or one.actor, one.words, one.document) for one in self.positions)
        title = ", ".join(str(self.happening[name]) for name in names if self.happening[name])
        return table(("published", "stance", "who", "words", "document"), said, title)

    def to_json(self) -> dict[str, Any]:
        return {
            **self.happening,
            "sentences": [dict(one) for one in self.sentences],
            "positions": [one.to_json() for one in self.positions],
        }


reported = func.coalesce(documents.c.published, "")
"""When a document was published, in one order on every system: those without a date first."""


def words(start: Any, end: Any) -> Any:
    """The words of a document's text between two columns of offsets."""
    return func.substr(documents.c.text, start + 1, end - start)


def find_events(connection: Connection, asked: Filter, limit: int | None = None, offset: int = 0) -> Rows:
    """Events, those of one document as they stand in it, others the earliest first."""
    chosen = cut(parties.chosen_events(asked), limit, offset).subquery()
    query = (
        select(
            events,
            *(documents.c.id.label("document_id"), documents.c.published, documents.c.outlet.label("source")),
            words(events.c.trigger_start, events.c.trigger_end).label("trigger"),
            words(events.c.sentence_start, events.c.sentence_end).label("sentence"),
            happenings.c.id.label("happening"),
        )
        .join(chosen, and_(chosen.c.document == events.c.document, chosen.c.rank == events.c.rank))
        .join(documents, documents.c.n == events.c.document)
        .outerjoin(claims, and_(claims.c.document == events.c.document, claims.c.rank == events.c.claim))
        .outerjoin(happenings, happenings.c.n == claims.c.happening)
        .order_by(*parties.in_order(asked))
    )
    found = connection.execute(query).mappings().all()
    on = who(connection, [(row["document"], row["rank"]) for row in found])
    return Rows(EVENT, [event_row(row, on) for row in found])


def event_row(row: Any, on: Mapping[tuple[int, int, str], str]) -> tuple[Any, ...]:
    """An event as the row that users see."""
    values = dict(row)
    values |= {name: on.get((row["document"], row["rank"], side), "") for name, side in (("actor", "actor"), ("recipient", "recipient"))}
    values["attributed_to"] = on.get((row["document"], row["rank"], "source"), "")
    values["country"], values["document"] = row["place_code"], row["document_id"]
    return tuple(values[name] for name in EVENT)


def who(connection: Connection, places: Sequence[tuple[int, int]]) -> dict[tuple[int, int, str], str]:
    """The codes on each side of events, joined by "+"."""
    found: dict[tuple[int, int, str], list[str]] = {}
    for some in batches(places):
        rows = connection.execute(
            select(sides.c.document, sides.c.event, sides.c.side, mentions.c.code)
            .join(mentions, and_(mentions.c.document == sides.c.document, mentions.c.rank == sides.c.mention))
            .where(at(sides.c.document, sides.c.event, some))
            .order_by(sides.c.document, sides.c.event, sides.c.side, sides.c.rank)
        )
        for document, event, side, code in rows:
            found.setdefault((document, event, side), []).append(code)
    return {key: "+".join(dict.fromkeys(codes)) for key, codes in found.items()}


def batches(items: Sequence[Any], size: int = 400) -> Iterable[Sequence[Any]]:
    """Items by the batch that a query takes."""
    return (items[i : i + size] for i in range(0, len(items), size))


def find_happenings(connection: Connection, asked: Filter, limit: int | None = None, offset: int = 0) -> Rows:
    """Happenings, the latest first."""
    found = connection.execute(cut(latest(asked), limit, offset)).mappings()
    return Rows(HAPPENING, [tuple(row[name] for name in HAPPENING) for row in found])


DISPUTE = (Standing.CONTESTED, Standing.DENIED, Standing.ATTRIBUTED, Standing.TOLD)
DISPUTED = case({standing: rank for rank, standing in enumerate(DISPUTE)}, value=happenings.c.standing)
"""Orders happenings by how far they are disputed, the contested first."""


def latest(asked: Filter, *before: Any) -> Select[Any]:
    """The happenings asked for, the latest first, after being ordered by what comes ``before``."""
    return ordered(*parties.chosen_happenings(asked), *before)


def numbered(numbers: Any, *before: Any) -> Select[Any]:
    """The happenings of some numbers in the same order."""
    return ordered(select(happenings).where(happenings.c.n.in_(numbers)), parties.SINCE, *before)


def ordered(query: Select[Any], time: Any, *before: Any) -> Select[Any]:
    """Happenings the latest first by what holds their ``time``, of one time those that most origins tell of."""
    return query.order_by(*before, desc(time), desc(happenings.c.origins), happenings.c.n)


def find_claims(connection: Connection, asked: Filter, limit: int | None = None, offset: int = 0) -> list[Told]:
    """What is claimed: happenings with who asserts, denies or condemns them, the contested first, then the latest."""
    found: list[Any] = []
    for standing in sorted(set(asked.standings or Standing), key=DISPUTE.index):  # one after another: each has its order already
        some = latest(replace(asked, standings=(standing,)))
        rest = None if limit is None else offset + limit - len(found)
        found += connection.execute(cut(some, rest, 0)).mappings()
    return told(connection, found[offset:])


def told(connection: Connection, found: Sequence[Any]) -> list[Told]:
    """Happenings with the sentences that tell them and the positions taken on them."""
    numbers = [row["n"] for row in found]
    taken: dict[int, list[Taken]] = {number: [] for number in numbers}
    sentences: dict[int, list[Mapping[str, Any]]] = {number: [] for number in numbers}
    for some in batches(numbers):
        for row in connection.execute(taking(some)).mappings():
            values = {name: row[name] for name in ("actor", "person", "words", "document", "published", "source", "start", "end")}
            taken[row["happening"]].append(Taken(Stance(row["stance"]), **values))
        for row in connection.execute(telling(some)).mappings():
            sentences[row["happening"]].append({name: value for name, value in row.items() if name != "happening"})
    return [Told({name: row[name] for name in HAPPENING}, tuple(sentences[row["n"]]), tuple(taken[row["n"]])) for row in found]


def taking(numbers: Sequence[int]) -> Select[Any]:
    """The positions taken on happenings, in the order of their reports."""
    return (
        select(
            *(claims.c.happening, positions.c.stance, mentions.c.code.label("actor"), mentions.c.person),
            words(positions.c.start, positions.c.end).label("words"),
            *(
                documents.c.id.label("document"),
                documents.c.published,
                documents.c.outlet.label("source"),
                positions.c.start,
                positions.c.end,
            ),
        )
        .join_from(positions, claims, and_(claims.c.document == positions.c.document, claims.c.rank == positions.c.claim))
        .join(documents, documents.c.n == positions.c.document)
        .outerjoin(mentions, and_(mentions.c.document == positions.c.document, mentions.c.rank == positions.c.mention))
        .where(claims.c.happening.in_(numbers))
        .order_by(reported, positions.c.document, positions.c.claim, positions.c.rank)
    )


def telling(numbers: Sequence[int]) -> Select[Any]:
    """The sentences that tell happenings, in the order of their reports."""
    return (
        select(
            *(claims.c.happening, events.c.id.label("event"), events.c.own_voice, events.c.status),
            words(events.c.trigger_start, events.c.trigger_end).label("trigger"),
            words(events.c.sentence_start, events.c.sentence_end).label("words"),
            *(documents.c.id.label("document"), documents.c.published, documents.c.outlet.label("source"), documents.c.wires),
        )
        .join_from(events, claims, and_(claims.c.document == events.c.document, claims.c.rank == events.c.claim))
        .join(documents, documents.c.n == events.c.document)
        .where(claims.c.happening.in_(numbers))
        .order_by(reported, events.c.document, events.c.rank)
    )


def find_texts(connection: Connection, query: str, limit: int = 20) -> Rows:
    """The documents with all words of a query, the best first, with the words around the first found."""
    columns = ("document", "published", "source", "title", "words", "score")
    finding = search.finding(connection, query)
    if finding is None:
        return Rows(columns, [])
    rows: list[tuple[Any, ...]] = []
    for n, score in connection.execute(*finding):
        row = connection.execute(select(documents).where(documents.c.n == n)).mappings().first()
        if row is not None:
            snippet = search.snippet(row["text"], query, SNIPPET)
            rows.append((row["id"], row["published"], row["outlet"], row["title"], snippet, round(float(score), 4)))
        if len(rows) == limit:
            break
    return Rows(columns, rows)


def find_documents(connection: Connection, limit: int | None = None, offset: int = 0) -> Rows:
    """The documents, the latest first."""
    names = ("id", "published", "outlet", "title", "author", "url", "language", "wires", "coder", "added")
    query = select(*(documents.c[name] for name in names)).order_by(desc(reported), documents.c.id)
    return Rows(names, [tuple(row) for row in connection.execute(cut(query, limit, offset))])


def find_failures(connection: Connection) -> Rows:
    """What could not be read, the latest first."""
    names = ("name", "message", "attempts", "first", "last", "options")
    query = select(*(failures.c[name] for name in names)).order_by(desc(failures.c.last), failures.c.name)
    return Rows(names, [tuple(row) for row in connection.execute(query)])


def find_judgements(connection: Connection) -> Rows:
    """What persons judged, the latest first, what was undone included."""
    names = tuple(column.name.replace("undone", "undone_at") for column in judgements.columns)
    return Rows(names, [tuple(row) for row in connection.execute(select(judgements).order_by(desc(judgements.c.n)))])


def status(connection: Connection) -> dict[str, Any]:
    """How much there is."""

    def count(table: Any, *conditions: Any) -> int:
        return int(connection.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one())

    def by(column: Any, *conditions: Any) -> dict[str, int]:
        rows = connection.execute(select(column, func.count()).where(*conditions).group_by(column).order_by(desc(func.count()), column))
        return {str(value): int(number) for value, number in rows}

    first, last = connection.execute(select(func.min(documents.c.published), func.max(documents.c.published))).one()
    return {
        "documents": count(documents, documents.c.coder.is_not(None)),
        "aside": by(documents.c.language, documents.c.coder.is_(None)),
        "copies": count(documents, documents.c.origin != documents.c.n),
        "from": first,
        "until": last,
        "events": count(events),
        "statements": count(statements),
        "happenings": count(happenings),
        "standings": by(happenings.c.standing),
        "tie_days": count(daily),
        "judgements": count(judgements, judgements.c.undone.is_(None)),
        "corrections": count(corrections, corrections.c.undone.is_(None)),
        "failures": count(failures),
        "coders": by(documents.c.coder, documents.c.coder.is_not(None)),
    }


def cut(query: Select[Any], limit: int | None, offset: int) -> Select[Any]:
    """A part of a query's rows."""
    return query.limit(limit).offset(offset) if limit is not None or offset else query
