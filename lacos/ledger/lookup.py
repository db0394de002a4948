"""One record by its id, whatever document it is of; statements by their speakers, and the actors that a ledger knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, desc, func, select, union_all

from lacos.ledger import queries
from lacos.ledger.dyads import reports_of
from lacos.ledger.filters import HIGHEST, Filter, on_documents, standing_for
from lacos.ledger.queries import Told, reported, words
from lacos.ledger.rows import Rows
from lacos.ledger.schema import documents, events, happenings, mentions, statements, ties
from lacos.ledger.streaming import Telling, tellings

STATEMENT = (
    *("document", "published", "source", "id", "speaker", "person", "stance", "cue", "content", "start", "end"),
    *("sentence", "about", "because"),
)
ACTOR = ("code", "happenings", "first", "last")
LATEST = desc(reported), statements.c.document, statements.c.rank
STATED = (
    select(
        *(documents.c.id.label("document"), documents.c.published, documents.c.outlet.label("source"), statements.c.id),
        *(mentions.c.code.label("speaker"), mentions.c.person, statements.c.stance),
        *(statements.c.start, statements.c.end, statements.c.about, statements.c.because),
        words(statements.c.cue_start, statements.c.cue_end).label("cue"),
        words(statements.c.start, statements.c.end).label("content"),
        words(statements.c.sentence_start, statements.c.sentence_end).label("sentence"),
    )
    .join_from(statements, documents, documents.c.n == statements.c.document)
    .outerjoin(mentions, and_(mentions.c.document == statements.c.document, mentions.c.rank == statements.c.mention))
)


def find_event(connection: Connection, id: str) -> tuple[Telling, ...]:
    """An event with all that stands beside it, once for each copy of its text, in the order that they came; none where there is none."""
    where = select(events.c.document, events.c.rank).where(events.c.id == id).order_by(events.c.document, events.c.rank)
    keys = [(row.document, row.rank) for row in connection.execute(where)]
    found = tellings(connection, keys)
    return tuple(found[key] for key in keys)


def find_happening(connection: Connection, id: str) -> Told | None:
    """A happening with the sentences that tell it and the positions taken on it."""
    row = happening_row(connection, id)
    return queries.told(connection, [row])[0] if row else None


def happening_row(connection: Connection, id: str) -> dict[str, Any] | None:
    """A happening alone, with its number ``n``."""
    row = connection.execute(select(happenings).where(happenings.c.id == id)).mappings().first()
    return dict(row) if row else None


def find_reports(connection: Connection, happening: str) -> Rows:
    """The documents that tell of a happening, each with its origin: the id of the first document that it depends on."""
    found = reports_of(connection, select(happenings.c.n).where(happenings.c.id == happening), ("title", "url"))
    return Rows(found.columns[1:], [row[1:] for row in found.values])


def find_statements(connection: Connection, asked: Filter, stances: Sequence[str] = (), limit: int | None = None, offset: int = 0) -> Rows:
    """Statements, the latest first: those of ``asked.actor``, of its documents and the time of their publication, of some stances."""
    places = select(statements.c.document, statements.c.rank).join(documents, documents.c.n == statements.c.document)
    some = queries.cut(places.where(*of_statements(asked, stances)).order_by(*LATEST), limit, offset).subquery()
    query = STATED.join(some, and_(some.c.document == statements.c.document, some.c.rank == statements.c.rank)).order_by(*LATEST)
    return stated(connection, query)


def find_statement(connection: Connection, id: str) -> dict[str, Any] | None:
    """A statement by its id; of several documents with one text, that of the latest."""
    return next(iter(stated(connection, STATED.where(statements.c.id == id).order_by(*LATEST).limit(1))), None)


def stated(connection: Connection, query: Select[Any]) -> Rows:
    return Rows(STATEMENT, [tuple(row[name] for name in STATEMENT) for row in connection.execute(query).mappings()])


def of_statements(asked: Filter, stances: Sequence[str]) -> Iterator[ColumnElement[bool]]:
    """The conditions on statements, their speakers and documents."""
    yield from on_documents(asked)
    if stances:
        yield statements.c.stance.in_(stances)
    if asked.actor:
        yield standing_for(statements, asked.actor)
    if asked.since:
        yield documents.c.published >= asked.since
    if asked.until:
        yield documents.c.published <= asked.until + HIGHEST


def find_actors(connection: Connection, limit: int | None = None, offset: int = 0) -> Rows:
    """The states and organisations on the sides of happenings, those of most happenings first, with the first and last day of these."""
    both = ties.c.actor, ties.c.recipient
    sides = union_all(*(select(side.label("code"), ties.c.happening, ties.c.day).where(side != "") for side in both)).subquery()
    count: Any = func.count(sides.c.happening.distinct())
    query = (
        select(sides.c.code, count, func.min(sides.c.day), func.max(sides.c.day)).group_by(sides.c.code).order_by(desc(count), sides.c.code)
    )
    return Rows(ACTOR, [tuple(row) for row in connection.execute(queries.cut(query, limit, offset))])
