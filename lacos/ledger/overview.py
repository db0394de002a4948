"""What a ledger holds at a glance: the busiest ties, what is contested most, what came in last, from which outlets and when."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, desc, func, select

from lacos.ledger import queries
from lacos.ledger.filters import HIGHEST
from lacos.ledger.queries import Told
from lacos.ledger.rows import Rows
from lacos.ledger.schema import daily, documents, happenings
from lacos.records import Standing, Status

PAIR = ("one", "other", "happenings", "contested", "first", "last")
ARRIVAL = ("document", "published", "source", "title", "opening", "language", "added")
OPENING = 160
"""Characters of a text by which one without a title is known."""


def busiest(
    connection: Connection, limit: int | None = None, since: str | None = None, until: str | None = None, but: Collection[str] = ()
) -> Rows:
    """The ties between whom most happenings count, whoever acts, with the first and last day; ``but`` are codes of no tie."""
    one, other = daily.c.actor, daily.c.recipient
    is_ordered: Any = one < other
    pair = case((is_ordered, one), else_=other), case((is_ordered, other), else_=one)
    count: Any = func.sum(daily.c.happenings)
    conditions = [one != "", other != "", one != other]
    if but:
        conditions += [one.not_in(but), other.not_in(but)]
    if since:
        conditions.append(daily.c.day >= since)
    if until:
        conditions.append(daily.c.day <= until + HIGHEST)
    query = (
        select(*pair, count, func.sum(daily.c.contested), func.min(daily.c.day), func.max(daily.c.day))
        .where(*conditions)
        .group_by(*pair)
        .order_by(desc(count), *pair)
    )
    rows = connection.execute(queries.cut(query, limit, 0))
    return Rows(PAIR, [(a, b, int(number), int(contested), first, last) for a, b, number, contested, first, last in rows])


def most_contested(connection: Connection, limit: int, but: Collection[str] = ()) -> list[Told]:
    """The contested happenings between two that most origins tell of, then most articles; ``but`` are codes of no tie."""
    query = (
        select(happenings)
        .where(happenings.c.standing == Standing.CONTESTED, *between_two(but))
        .order_by(desc(happenings.c.origins), desc(happenings.c.articles), desc(func.coalesce(happenings.c.day, "")), happenings.c.n)
        .limit(limit)
    )
    return queries.told(connection, connection.execute(query).mappings().all())


def between_two(but: Collection[str]) -> Iterator[ColumnElement[bool]]:
    """The conditions on happenings that somebody is on both sides, not the same, and none of some codes alone."""
    one, other = happenings.c.actor, happenings.c.recipient
    yield from (one != "", other != "", one != other)
    if but:
        yield from (one.not_in(but), other.not_in(but))


def latest(connection: Connection, limit: int, origins: int = 1, but: Collection[str] = ()) -> list[Told]:
    """The last happenings between two that took place, as far as so many ``origins`` tell of them; ``but`` are codes of no tie.

    A day after the last report is no day of what took place, and leaves a happening out.
    """
    query = (
        select(happenings)
        .where(
            happenings.c.day <= happenings.c.last_reported,
            happenings.c.status.in_((Status.OCCURRED, Status.ONGOING)),
            happenings.c.historical.is_(False),
            happenings.c.origins >= origins,
            *between_two(but),
        )
        .order_by(desc(happenings.c.day), desc(happenings.c.origins), desc(happenings.c.articles), happenings.c.n)
        .limit(limit)
    )
    return queries.told(connection, connection.execute(query).mappings().all())


def frontier(connection: Connection) -> str | None:
    """The day until which a ledger's documents reach, the latest hundredth left aside, which may be strays; None without dates."""
    dated = documents.c.published.is_not(None)
    number = int(connection.execute(select(func.count()).select_from(documents).where(dated)).scalar_one())
    query = select(documents.c.published).where(dated).order_by(desc(documents.c.published)).limit(1).offset(number // 100)
    found: str | None = connection.execute(query).scalar()
    return found


def arrivals(connection: Connection, limit: int, offset: int = 0, source: str | None = None) -> Rows:
    """The documents that came in last, the latest first; those without a title are known by their ``opening``. "" is no source."""
    columns = (
        *(documents.c.id, documents.c.published, documents.c.outlet, documents.c.title),
        func.substr(documents.c.text, 1, OPENING),
        *(documents.c.language, documents.c.added),
    )
    query = select(*columns).order_by(desc(documents.c.n)).limit(limit).offset(offset)
    if source is not None:
        query = query.where(func.coalesce(documents.c.outlet, "") == source)
    return Rows(ARRIVAL, [tuple(row) for row in connection.execute(query)])


def outlets(connection: Connection) -> Rows:
    """The outlets by how many documents they have, with how many of these copy others, and the days of the first and the last."""
    count: Any = func.count()
    name = func.coalesce(documents.c.outlet, "")
    copied = func.sum(case((documents.c.origin != documents.c.n, 1), else_=0))
    query = (
        select(name, count, copied, func.min(documents.c.published), func.max(documents.c.published))
        .group_by(name)
        .order_by(desc(count), name)
    )
    return Rows(("source", "documents", "copies", "first", "last"), [tuple(row) for row in connection.execute(query)])


def months(connection: Connection) -> Rows:
    """How many documents were published in each month, those without a date under ""; months without any are left out."""
    month = func.substr(func.coalesce(documents.c.published, ""), 1, len("2017-09"))
    query = select(month, func.count()).group_by(month).order_by(month)
    return Rows(("month", "documents"), [tuple(row) for row in connection.execute(query)])


def languages(connection: Connection) -> Rows:
    """How many documents there are in each language, and how many of these are read; the others are set aside."""
    count: Any = func.count()
    read = func.sum(case((documents.c.coder.is_not(None), 1), else_=0))
    name = func.coalesce(documents.c.language, "")
    query = select(name, count, read).group_by(name).order_by(desc(count), name)
    return Rows(("language", "documents", "read"), [tuple(row) for row in connection.execute(query)])
