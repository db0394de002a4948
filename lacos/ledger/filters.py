"""Which records are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, exists, func, or_, select, tuple_

from lacos.ledger.schema import claims, documents, events, happenings, mentions, sides, ties


@dataclass(frozen=True)
class Filter:
    """What records must have; what is None or empty is not asked.

    ``actor`` acts, ``recipient`` is acted upon, ``among`` is on any side; of ``tie`` one acts upon the other or both act together. They are
    codes: of a state with all its parts ("RUS"), or of a part ("RUS/MED"), which happenings do not tell apart. ``since`` and ``until`` are
    ISO dates of any precision, of when something took place, or was reported where that is not known; both ends count.
    """

    actor: str | None = None
    recipient: str | None = None
    among: str | None = None
    tie: tuple[str, str] | None = None
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    source: str | None = None
    document: str | None = None


HIGHEST = "-99"
"""Sorts after every continuation of a date: "2017" + HIGHEST is the end of 2017."""

WHEN = func.coalesce(events.c.date, documents.c.published, "")
"""When an event took place, or was reported."""


def of_events(asked: Filter, when: ColumnElement[str] = WHEN) -> list[ColumnElement[bool]]:
    """The conditions on events and their documents; ``when`` is what holds the time of an event."""
    found = list(on_documents(asked))
    for side, code in (("actor", asked.actor), ("recipient", asked.recipient), (None, asked.among)):
        if code is not None:
            found.append(on_side(side, code))
    if asked.tie:
        found.append(on_tie(*asked.tie))
    if asked.types:
        found.append(events.c.type.in_(asked.types))
    if asked.statuses:
        found.append(events.c.status.in_(asked.statuses))
    if asked.standings:
        standing = exists().where(
            claims.c.document == events.c.document, claims.c.rank == events.c.claim, claims.c.standing.in_(asked.standings)
        )
        found.append(standing)
    if asked.since:
        found += [when >= asked.since[:4], or_(when >= asked.since, when.in_((asked.since[:4], asked.since[:7])))]
    if asked.until:
        found += [when > "", when <= asked.until + HIGHEST]
    return found


def on_side(side: str | None, code: str) -> ColumnElement[bool]:
    """That somebody stands on a side of an event, or on one of actor and recipient."""
    return exists().where(*of_event(sides), sides.c.side.in_((side,) if side else ("actor", "recipient")), standing_for(sides, code))


def on_tie(one: str, other: str) -> ColumnElement[bool]:
    """That one of two acts upon the other, or both act."""
    beside = sides.alias()
    acts, also = sides.c.side == "actor", beside.c.side == "actor"
    ways = or_(and_(acts, beside.c.side.in_(("actor", "recipient"))), and_(sides.c.side == "recipient", also))
    return exists().where(*of_event(sides), *of_event(beside), standing_for(sides, one), standing_for(beside, other), ways)


def of_event(some: FromClause) -> tuple[ColumnElement[bool], ...]:
    """That a side is one of the event."""
    return some.c.document == events.c.document, some.c.event == events.c.rank


def standing_for(some: FromClause, code: str) -> ColumnElement[bool]:
    """That the mention on a side has a code, or one of a part of the state that it is."""
    if "/" not in code:
        return some.c.state == code
    named = select(mentions.c.code).where(mentions.c.document == some.c.document, mentions.c.rank == some.c.mention)
    return and_(some.c.state == state(code), named.scalar_subquery() == code)


def of_happenings(asked: Filter) -> list[ColumnElement[bool]]:
    """The conditions on happenings."""
    found: list[ColumnElement[bool]] = []
    if asked.tie:
        one, other = map(state, asked.tie)
        found.append(tied(or_(and_(ties.c.actor == one, ties.c.recipient == other), and_(ties.c.actor == other, ties.c.recipient == one))))
    if asked.actor:
        code = state(asked.actor)
        found.append(tied(or_(ties.c.actor == code, and_(ties.c.joint, ties.c.recipient == code))))
    if asked.recipient:
        found.append(tied(and_(ties.c.recipient == state(asked.recipient), ~ties.c.joint)))
    if asked.among:
        code = state(asked.among)
        found.append(tied(or_(ties.c.actor == code, ties.c.recipient == code)))
    for column, values in (
        (happenings.c.type, asked.types),
        (happenings.c.status, asked.statuses),
        (happenings.c.standing, asked.standings),
    ):
        if values:
            found.append(column.in_(values))
    if asked.since:
        found.append(or_(happenings.c.day >= asked.since, and_(happenings.c.day.is_(None), happenings.c.last_reported >= asked.since)))
    if asked.until:
        last = asked.until + HIGHEST
        found.append(or_(happenings.c.day <= last, and_(happenings.c.day.is_(None), happenings.c.first_reported <= last)))
    if asked.source or asked.document:
        told = select(claims.c.happening).join(documents, documents.c.n == claims.c.document).where(*on_documents(asked))
        found.append(happenings.c.n.in_(told))
    return found


def at(document: Any, rank: Any, places: Sequence[tuple[int, int]]) -> ColumnElement[bool]:
    """That a record has one of some places. SQLite looks documents up, but for pairs alone it would go through the whole table."""
    return and_(document.in_(sorted({place[0] for place in places})), tuple_(document, rank).in_(sorted(set(places))))


def state(code: str) -> str:
    """The state of a part of one."""
    return code.partition("/")[0]


def tied(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """That a happening has such a tie."""
    return exists().where(ties.c.happening == happenings.c.n, condition)


def on_documents(asked: Filter) -> Iterator[ColumnElement[bool]]:
    """The conditions on documents."""
    if asked.source:
        yield documents.c.outlet == asked.source
    if asked.document:
        yield documents.c.id == asked.document
