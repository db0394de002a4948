"""What persons have judged: that two event mentions tell of the same happening, or not. Never overwritten, only undone; they win."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from sqlalchemy import Connection, and_, insert, or_, select, update

from lacos.ledger.clock import moment
from lacos.ledger.corrections import following
from lacos.ledger.filters import at
from lacos.ledger.schema import claims, events, judgements
from lacos.ledger.traits import Place


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


def of_claims(connection: Connection, places: Sequence[Place]) -> Judged:
    """What is judged of claims, and the happenings of those that they are judged with."""
    judged = Judged()
    if not connection.execute(select(judgements.c.n).limit(1)).first():
        return judged
    claim = (events.c.id, events.c.document, events.c.claim)
    found = connection.execute(select(*claim).where(at(events.c.document, events.c.claim, list(places))))
    rows = connection.execute(select(judgements).where(in_force(), touching({event.id for event in found}))).mappings().all()
    located = connection.execute(
        select(*claim, claims.c.happening)
        .join(claims, and_(claims.c.document == events.c.document, claims.c.rank == events.c.claim))
        .where(events.c.id.in_({row[side] for row in rows for side in ("one", "other")}))
    )
    of: dict[str, set[Place]] = {}
    for event in located:  # copies of a text have events of the same ids
        place = event.document, event.claim
        of.setdefault(event.id, set()).add(place)
        if event.happening is not None:
            judged.homes[place] = event.happening
    for row in rows:
        kind = judged.together if row["same"] else judged.apart
        for one, other in product(of.get(row["one"], ()), of.get(row["other"], ())):
            if one != other:
                kind.setdefault(one, set()).add(other)
                kind.setdefault(other, set()).add(one)
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
    now = moment()
    connection.execute(update(judgements).where(pair, in_force()).values(undone=now))
    number = following(connection)
    connection.execute(insert(judgements).values(n=number, one=one, other=other, same=same, by=by, at=now, note=note))
    return number


def undo(connection: Connection, number: int) -> tuple[str, str] | None:
    """Undo a judgement. Returns the events it was of, None where there is none in force with this number."""
    row = connection.execute(select(judgements).where(judgements.c.n == number, in_force())).mappings().first()
    if row is None:
        return None
    now = moment()
    connection.execute(update(judgements).where(judgements.c.n == number).values(undone=now))
    return row["one"], row["other"]
