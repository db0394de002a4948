"""Who is party to what, in the order of time: what questions about an actor or a tie are answered by, however much there is.

Of each event and each happening there is a row under nobody, one under each of its parties, and one under each two that have to do with
each other, in the order of their codes. The time is when it took place, or was reported where that is not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from typing import Any

from sqlalchemy import Connection, Select, Table, and_, bindparam, delete, func, insert, select

from lacos.ledger.filters import WHEN, Filter, of_events, of_happenings, state
from lacos.ledger.schema import documents, event_parties, events, happening_parties, happenings, sides

Row = tuple[Any, ...]
Pair = tuple[str, str]
NOBODY = ("", "")
PART = 1000
"""Happenings that are filled in at a time."""

SINCE = func.coalesce(happenings.c.day, happenings.c.date, happenings.c.first_reported, "")
"""When a happening took place, or was first reported."""


def key(asked: Filter) -> Pair | None:
    """Under whom the records asked for stand; None where they are better looked for in the documents asked for."""
    if asked.document:
        return None
    if asked.tie:
        return ordered(*map(state, asked.tie))
    if code := asked.among or asked.actor or asked.recipient:
        return state(code), ""
    return None if asked.source else NOBODY


def chosen_events(asked: Filter) -> Select[Any]:
    """The document and rank of the events asked for, :func:`in_order`."""
    who = key(asked)
    query = select(events.c.document, events.c.rank).join(documents, documents.c.n == events.c.document)
    if who is None:
        return query.where(*of_events(asked)).order_by(*in_order(asked))
    there = event_parties.c
    return (
        query.join(event_parties, and_(there.document == events.c.document, there.event == events.c.rank))
        .where(there.one == who[0], there.other == who[1], *of_events(asked, there.time))
        .order_by(there.time, there.document, there.event)
    )


def in_order(asked: Filter) -> tuple[Any, ...]:
    """What orders events: those of one document as they stand in it, others the earliest first."""
    return (events.c.rank,) if asked.document else (WHEN, events.c.document, events.c.rank)


def chosen_happenings(asked: Filter) -> tuple[Select[Any], Any]:
    """The happenings asked for, and what holds their times."""
    who = key(asked)
    query = select(happenings).where(*of_happenings(asked))
    if who is None:
        return query, SINCE
    there = happening_parties.c
    return query.join(happening_parties, there.happening == happenings.c.n).where(there.one == who[0], there.other == who[1]), there.time


def ordered(one: str, other: str) -> Pair:
    return (one, other) if one <= other else (other, one)


def under(pairs: Iterable[Pair]) -> set[Pair]:
    """Under whom a record stands whose parties are these, two by two; "" is nobody."""
    pairs = list(pairs)
    return {NOBODY, *((code, "") for pair in pairs for code in pair), *(ordered(*pair) for pair in pairs if all(pair))}


def pairs(happening: Any) -> Iterator[tuple[str, str, bool]]:
    """Who has to do with whom in a happening: each actor with each recipient, those who act together with each other.

    One who acts upon nobody stands beside ""; whoever is acted upon by nobody named has "" before it.
    """
    actors, recipients = (happening[side].split("+") if happening[side] else [""] for side in ("actor", "recipient"))
    if recipients == [""] and len(actors) > 1:
        yield from ((*pair, True) for pair in combinations(sorted(actors), 2))
    else:
        yield from ((actor, recipient, False) for actor in actors for recipient in recipients)


def event_rows(connection: Connection, n: int) -> Iterator[Row]:
    """The rows of the events of a document."""
    on: dict[tuple[int, str], set[str]] = {}
    for event, side, code in connection.execute(select(sides.c.event, sides.c.side, sides.c.state).where(sides.c.document == n)):
        on.setdefault((event, side), set()).add(code)
    dated = select(events.c.rank, WHEN).join(documents, documents.c.n == events.c.document).where(events.c.document == n)
    for rank, when in connection.execute(dated):
        actors, recipients = (on.get((rank, side), set()) for side in ("actor", "recipient"))
        both = {*product(actors or [""], recipients or [""]), *combinations(actors, 2)}
        yield from ((*who, when, n, rank) for who in under(both))


def happening_rows(row: Any) -> Iterator[Row]:
    """The rows of a happening."""
    when = row["day"] or row["date"] or row["first_reported"] or ""
    yield from ((*who, when, row["n"]) for who in under((actor, recipient) for actor, recipient, _ in pairs(row)))


def enter(connection: Connection, n: int) -> None:
    """Write the rows of the events of a document."""
    write(connection, event_parties, event_rows(connection, n))


def clear(connection: Connection, n: int) -> None:
    """Take away the rows of the events of a document. Must come before these change."""
    erase(connection, event_parties, event_rows(connection, n))


def replace(connection: Connection, numbers: Sequence[int], changed: Sequence[Any]) -> None:
    """Put the rows of happenings as they will be in place of those that they have; those not among the ``changed`` go.

    Must come before happenings change.
    """
    known = select(happenings).where(happenings.c.n.in_(numbers), happenings.c.articles > 0)
    before = {row for one in connection.execute(known).mappings() for row in happening_rows(one)}
    after = {row for one in changed for row in happening_rows(one)}
    erase(connection, happening_parties, before - after)
    write(connection, happening_parties, after - before)


def write(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    if some := named(table, rows):
        connection.execute(insert(table), some)


def erase(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    if some := named(table, rows):
        connection.execute(delete(table).where(*(column == bindparam(column.name) for column in table.columns)), some)


def named(table: Table, rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Rows by the names of a table's columns."""
    names = table.columns.keys()
    return [dict(zip(names, row, strict=True)) for row in sorted(rows)]


def fill(connection: Connection) -> None:
    """Write the rows of all that a ledger holds, which has none yet."""
    for n in connection.execute(select(documents.c.n)).scalars().all():
        enter(connection, n)
    columns = (happenings.c[name] for name in ("n", "actor", "recipient", "day", "date", "first_reported"))
    last = connection.execute(select(func.max(happenings.c.n))).scalar() or 0
    query = select(*columns).where(happenings.c.n.between(bindparam("first"), bindparam("last")))
    for first in range(1, last + 1, PART):
        rows = connection.execute(query, {"first": first, "last": first + PART - 1}).mappings().all()
        write(connection, happening_parties, (row for one in rows for row in happening_rows(one)))
