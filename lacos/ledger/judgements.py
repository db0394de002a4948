"""What persons have judged: that two event mentions tell of the same happening, or not. Never overwritten, only undone; they win."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, and_, insert, or_, select, tuple_, update

from lacos.ledger.schema import claims, events, judgements

Place = tuple[int, int]


@dataclass
class Judged:
    """What was judged of some claims: with which others each belongs together, or does not, and where those are."""

    together: dict[Place, set[Place]] = field(default_factory=dict)
    apart: dict[Place, set[Place]] = field(default_factory=dict)
    homes: dict[Place, int] = field(default_factory=dict)

    def home(self, place: Place) -> int | None:
        """The happening where a claim belongs by judgement: the oldest of those of the claims that it is the same as."""
        return min((self.homes[other] for other in self.together.get(place, ()) if other in self.homes), default=None)

    def barred(self, place: Place) -> frozenset[int]:
        """The happenings where a claim must not be."""
        return frozenset(self.homes[other] for other in self.apart.get(place, ()) if other in self.homes)

    def housed(self, place: Place, happening: int) -> None:
        """Note where a claim has come to be."""
        self.homes[place] = happening


def of_claims(connection: Connection, places: Sequence[Place]) -> Judged:
    """What is judged of claims, and the happenings of those that they are judged with."""
    judged = Judged()
    if not connection.execute(select(judgements.c.n).limit(1)).first():
        return judged
    here = tuple_(events.c.document, events.c.claim).in_(list(places))
    ids = {
        row.id: (row.document, row.claim) for row in connection.execute(select(events.c.id, events.c.document, events.c.claim).where(here))
    }
    rows = connection.execute(select(judgements).where(in_force(), touching(ids))).mappings().all()
    others = {row[side] for row in rows for side in ("one", "other")} - set(ids)
    homes = connection.execute(
        select(events.c.id, events.c.document, events.c.claim, claims.c.happening)
        .join(claims, and_(claims.c.document == events.c.document, claims.c.rank == events.c.claim))
        .where(events.c.id.in_(others))
    )
    elsewhere: dict[str, Place] = {}
    for home in homes:
        elsewhere[home.id] = (home.document, home.claim)
        if home.happening is not None:
            judged.homes[elsewhere[home.id]] = home.happening
    known = elsewhere | ids
    for row in rows:
        pair = [known[row[side]] for side in ("one", "other") if row[side] in known]
        if len(set(pair)) == 2:
            kind = judged.together if row["same"] else judged.apart
            for one, other in (pair, pair[::-1]):
                kind.setdefault(one, set()).add(other)
    return judged


def in_force() -> Any:
    return judgements.c.undone.is_(None)


def touching(ids: Iterable[str]) -> Any:
    some = list(ids)
    return or_(judgements.c.one.in_(some), judgements.c.other.in_(some))


def store(connection: Connection, one: str, other: str, same: bool, by: str, note: str = "") -> int:
    """Store a judgement; an earlier one of the same two is undone by it. Returns its number."""
    pair = or_(
        and_(judgements.c.one == one, judgements.c.other == other),
        and_(judgements.c.one == other, judgements.c.other == one),
    )
    now = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute(update(judgements).where(pair, in_force()).values(undone=now))
    values = {"one": one, "other": other, "same": same, "by": by, "at": now, "note": note}
    return int(connection.execute(insert(judgements).values(**values).returning(judgements.c.n)).scalar_one())


def undo(connection: Connection, number: int) -> tuple[str, str] | None:
    """Undo a judgement. Returns the events it was of, None where there is none in force with this number."""
    row = connection.execute(select(judgements).where(judgements.c.n == number, in_force())).mappings().first()
    if row is None:
        return None
    now = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute(update(judgements).where(judgements.c.n == number).values(undone=now))
    return row["one"], row["other"]
