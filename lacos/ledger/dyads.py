"""Happenings pair by pair, with the reports of each: what passes between two actors, or between any two."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from lacos.ledger import queries
from lacos.ledger.filters import Filter, of_happenings, state
from lacos.ledger.origins import groups
from lacos.ledger.queries import Told
from lacos.ledger.rows import Rows
from lacos.ledger.schema import claims, documents, happenings, ties

SHARED = tuple(name for name in queries.HAPPENING if name not in ("id", "actor", "recipient"))
DYAD = ("happening", "actor", "recipient", "joint", *SHARED, "counted")
REPORT = ("happening", "document", "published", "outlet", "wires", "origin")


@dataclass(frozen=True)
class Sides:
    """Who must be on the sides of a pair, by codes: of ``one`` somebody on either, of ``other`` on its other side, nobody of ``but``.

    Where ``one`` is empty that is anybody, and where ``other`` is, anybody who is not of ``one``.
    """

    one: Collection[str] = ()
    other: Collection[str] = ()
    but: Collection[str] = ()

    def conditions(self) -> Iterator[ColumnElement[bool]]:
        """The conditions on ties."""
        one, other, but = (sorted(map(state, codes)) for codes in (self.one, self.other, self.but))
        yield from (ties.c.actor != ties.c.recipient, ties.c.actor != "", ties.c.recipient != "")
        if one:
            ways = ((ties.c.actor, ties.c.recipient), (ties.c.recipient, ties.c.actor))
            yield or_(*(and_(here.in_(one), there.in_(other) if other else there.not_in(one)) for here, there in ways))
        if but:
            yield and_(ties.c.actor.not_in(but), ties.c.recipient.not_in(but))


def find_dyads(connection: Connection, asked: Filter, sides: Sides) -> Rows:
    """Happenings, each once for each pair of two different actors on its sides, in the order of time; those without a day last."""
    of_pairs = {"happening": happenings.c.id, **{name: ties.c[name] for name in ("actor", "recipient", "joint", "counted")}}
    query = (
        select(*(of_pairs[name].label(name) if name in of_pairs else happenings.c[name] for name in DYAD))
        .join_from(ties, happenings, happenings.c.n == ties.c.happening)
        .where(*conditions(asked, sides))
        .order_by(func.coalesce(happenings.c.day, "~"), happenings.c.n, ties.c.actor, ties.c.recipient)
    )
    return Rows(DYAD, [tuple(row) for row in connection.execute(query)])


def find_reports(connection: Connection, asked: Filter, sides: Sides) -> Rows:
    """The documents that tell of the happenings of such pairs, each with its origin: the id of the first document that it depends on."""
    return reports_of(connection, numbers(asked, sides))


def reports_of(connection: Connection, some: Select[Any], more: Sequence[str] = ()) -> Rows:
    """The same of the happenings of some numbers, with ``more`` columns of the documents."""
    told = select(claims.c.happening, claims.c.document).where(claims.c.happening.in_(some)).distinct().subquery()
    first = documents.alias()
    query = (
        select(told.c.happening.label("number"), happenings.c.id.label("happening"), documents.c.id.label("document"))
        .add_columns(*(documents.c[name] for name in ("n", "published", "outlet", "wires", "origin", *more)), first.c.id.label("first"))
        .join_from(told, happenings, happenings.c.n == told.c.happening)
        .join(documents, documents.c.n == told.c.document)
        .outerjoin(first, first.c.n == documents.c.origin)
        .order_by(told.c.happening, queries.reported, documents.c.n)
    )
    rows = connection.execute(query).mappings().all()
    ids = {row["origin"] or row["n"]: row["first"] or row["document"] for row in rows}
    found: list[tuple[Any, ...]] = []
    for _, reports in groupby(rows, key=lambda row: row["number"]):
        telling: list[Any] = list(reports)
        origin = groups(telling)
        found += ((*(row[name] for name in (*REPORT[:-1], *more)), ids[origin[row["n"]]]) for row in telling)
    return Rows((*REPORT[:-1], *more, REPORT[-1]), found)


def find_claims(connection: Connection, asked: Filter, sides: Sides, limit: int | None = None) -> list[Told]:
    """What is claimed of the happenings of such pairs: the contested first, then the latest."""
    query = queries.numbered(numbers(asked, sides), queries.DISPUTED)
    return queries.told(connection, connection.execute(queries.cut(query, limit, 0)).mappings().all())


def numbers(asked: Filter, sides: Sides) -> Select[Any]:
    """The numbers of the happenings of such pairs."""
    return select(ties.c.happening).join(happenings, happenings.c.n == ties.c.happening).where(*conditions(asked, sides))


def conditions(asked: Filter, sides: Sides) -> list[ColumnElement[bool]]:
    """The conditions on ties and their happenings; a tie that is asked for is both sides."""
    if asked.tie:
        one, other = asked.tie
        return conditions(replace(asked, tie=None), Sides((one,), (other,), sides.but))
    return [*sides.conditions(), *of_happenings(asked)]
