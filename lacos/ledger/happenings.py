"""Happenings as their claims make them: sides, time, standing, and how many independent origins report them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, and_, bindparam, delete, insert, select, update

from lacos.ledger import origins, sums
from lacos.ledger.schema import claims, documents, events, happenings, traits
from lacos.ledger.traits import Place, Trait
from lacos.records import Standing, Status, content_id

T = TypeVar("T")
Row = Mapping[str, Any]

TOLD = (
    select(
        *(claims.c.happening, claims.c.standing),
        *(traits.c.actor, traits.c.recipient, traits.c.date, traits.c.real, traits.c.historical),
        *(documents.c.n, documents.c.published, documents.c.wires, documents.c.origin, documents.c.outlet),
        *(events.c.type, events.c.mode, events.c.status),
    )
    .join_from(claims, traits, and_(traits.c.document == claims.c.document, traits.c.rank == claims.c.rank))
    .join(documents, documents.c.n == claims.c.document)
    .join(events, and_(events.c.document == claims.c.document, events.c.claim == claims.c.rank))
    .where(claims.c.happening.in_(bindparam("numbers", expanding=True)))
    .order_by(claims.c.document, claims.c.rank, events.c.rank)
)
COLUMNS = tuple(column.name for column in happenings.columns if column.name not in ("n", "id"))
CHANGE = update(happenings).where(happenings.c.n == bindparam("number")).values({name: bindparam(f"new_{name}") for name in COLUMNS})


def create(connection: Connection, founders: Sequence[tuple[Place, Trait]]) -> list[int]:
    """A happening for each of some claims of a document, yet to be refreshed. Returns their numbers, in order."""
    if not founders:
        return []
    empty = {"status": Status.OCCURRED, "actor": "", "recipient": "", "standing": Standing.TOLD, "articles": 0, "origins": 0}
    ids = claim_ids(connection, [place for place, _ in founders])
    named = free(connection, ["h" + content_id(one.document, ids[place]) for place, one in founders])
    rows = [{"id": id, "type": one.type, "historical": one.historical, **empty} for id, (_, one) in zip(named, founders, strict=True)]
    returning = insert(happenings).returning(happenings.c.n, sort_by_parameter_order=True)
    return list(connection.execute(returning, rows).scalars())


def free(connection: Connection, ids: Sequence[str]) -> list[str]:
    """Ids that no happening has: that of its founder is kept by one whose founder has left it, when its document changed."""
    taken = set(connection.execute(select(happenings.c.id).where(happenings.c.id.in_(ids))).scalars())
    if not taken:
        return list(ids)
    others = free(connection, ["h" + content_id(id) for id in taken])
    renamed = dict(zip(taken, others, strict=True))
    return [renamed.get(id, id) for id in ids]


def claim_ids(connection: Connection, places: Sequence[Place]) -> dict[Place, str]:
    """The ids of claims of one document."""
    found = connection.execute(select(claims.c.document, claims.c.rank, claims.c.id).where(claims.c.document == places[0][0]))
    return {(row.document, row.rank): row.id for row in found}


def refresh(connection: Connection, numbers: Iterable[int]) -> None:
    """Bring happenings, their ties and sums up to date with their claims; those that nobody claims any more go."""
    some = sorted(set(numbers))
    if not some:
        return
    rows = (dict(row) for row in connection.execute(TOLD, {"numbers": some}).mappings())
    changed = [{"n": number, **summary(members)} for number, members in grouped(rows)]
    sums.replace(connection, some, changed)
    if changed:
        connection.execute(CHANGE, [{"number": one["n"], **{f"new_{name}": one[name] for name in COLUMNS}} for one in changed])
    gone = set(some) - {one["n"] for one in changed}
    if gone:
        connection.execute(delete(happenings).where(happenings.c.n.in_(gone)))


def grouped(rows: Iterable[Row]) -> list[tuple[int, list[Row]]]:
    """Rows by their happening."""
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row["happening"], []).append(row)
    return sorted(found.items())


def summary(rows: Sequence[Row]) -> dict[str, Any]:
    """What the claims of a happening come to."""
    reported = sorted(row["published"] for row in rows if row["published"])
    when = most_exact(row["date"] for row in rows)
    historical = commonest(row["historical"] for row in rows)
    real = commonest(row["real"] for row in rows)
    day = when if when and len(when) == 10 else reported[0] if reported and real and not historical and not when else None
    sides = commonest((row["actor"], row["recipient"]) for row in sorted(rows, key=unsaid)) or ("", "")
    return {
        "type": commonest(row["type"] for row in rows),
        "mode": commonest(row["mode"] for row in rows if row["mode"]),
        "status": commonest(row["status"] for row in rows),
        "historical": historical,
        "actor": sides[0],
        "recipient": sides[1],
        "date": when,
        "day": day,
        "standing": standing({row["standing"] for row in rows}),
        "first_reported": reported[0] if reported else None,
        "last_reported": reported[-1] if reported else None,
        "articles": len({row["n"] for row in rows}),
        "origins": len(set(origins.groups(rows).values())),
    }


def unsaid(row: Row) -> int:
    """How many sides a claim leaves unsaid."""
    return (not row["actor"]) + (not row["recipient"])


def standing(told: set[str]) -> str:
    """How a happening stands, given how its claims stand: what one text tells and another denies is contested."""
    if Standing.CONTESTED in told or (Standing.DENIED in told and len(told) > 1):
        return Standing.CONTESTED.value
    return next(one.value for one in (Standing.DENIED, Standing.TOLD, Standing.ATTRIBUTED) if one in told)


def most_exact(values: Iterable[str | None]) -> str | None:
    """The commonest of the most exact dates; of equals the first."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-len(value), -counts[value], value), default=None)


def commonest(values: Iterable[T]) -> T | None:
    """The value that occurs most often; of equals the first."""
    counts = Counter(values)
    return max(counts, key=counts.__getitem__, default=None)
