"""Claims of many documents joined into happenings, as documents come, go and change.

Each claim joins the happening whose claims it is most like on average, if that is enough (:mod:`lacos.ledger.likeness`), else it is one of
its own. Claims of one document stay apart: its reader has joined what belongs together. What a person has judged wins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import groupby
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Select, and_, bindparam, desc, func, insert, select, union_all, update

from lacos.ledger import corrections, judgements
from lacos.ledger.happenings import create, refresh
from lacos.ledger.likeness import likeness
from lacos.ledger.schema import blocks, claims, documents, traits
from lacos.ledger.traits import Place, Timing, Trait, keys, trait
from lacos.records import Claim, EventType

BEFORE, AFTER = 16, 24
"""Days around the middle of a claim's time within which those that could be the same are looked for."""
MOST = 100
"""Claims that one is compared with, the nearest in time: a busy tie takes no more time the longer it goes on."""
NEAREST = 40
"""Claims of a happening that are looked at."""
REMEMBERED = 5_000
"""Traits kept in memory."""

KNOWN = (
    select(traits, documents.c.id)
    .join(documents, documents.c.n == traits.c.document)
    .where(traits.c.document.in_(bindparam("documents", expanding=True)))
)
SETTLE = update(claims).where(claims.c.document == bindparam("n"), claims.c.rank == bindparam("of")).values(happening=bindparam("home"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim of another document that could tell of the same, and its happening."""

    happening: int
    trait: Trait


class Joiner:
    """Joins claims into the happenings of one ledger. What claims are compared by is remembered until one is corrected."""

    def __init__(self) -> None:
        self._known: dict[Place, Trait] = {}
        self._corrected: tuple[int | None, str | None] | None = None

    def join(self, connection: Connection, n: int, told: Sequence[Claim]) -> set[int]:
        """Give the claims of a document just recorded their happenings. Returns those touched, yet to be refreshed."""
        self.file(connection, n, told)
        return self.house(connection, n)

    def file(self, connection: Connection, n: int, told: Sequence[Claim]) -> None:
        """Keep what the claims of a document just recorded are compared by."""
        self._heed(connection)
        found = [trait(claim) for claim in told]
        if not found:
            return
        connection.execute(insert(traits), [row(n, rank, one) for rank, one in enumerate(found)])
        blocked = [{"key": key, "day": day, "document": n, "claim": rank} for rank, one in enumerate(found) for key, day in filed(one)]
        if blocked:
            connection.execute(insert(blocks), blocked)
        self._known.update({(n, rank): one for rank, one in enumerate(found)})
        for place in list(self._known)[: max(0, len(self._known) - REMEMBERED)]:  # what came first is asked for least
            del self._known[place]

    def house(self, connection: Connection, n: int) -> set[int]:
        """Give the claims of a document that have no happening one each. Returns these, yet to be refreshed."""
        rows = connection.execute(select(claims.c.rank, claims.c.happening).where(claims.c.document == n).order_by(claims.c.rank)).all()
        places = [(n, row.rank) for row in rows if row.happening is None]
        self._remember(connection, places)
        homeless = [(place, self._known[place]) for place in places]
        return self._house(connection, homeless, {row.happening for row in rows if row.happening is not None})

    def forget(self) -> None:
        """Forget what is remembered: a document was not kept, and its number may become another's."""
        self._known.clear()

    def rejoin(self, connection: Connection, numbers: Iterable[int]) -> set[int]:
        """Dissolve happenings and join their claims anew, in the order of their reports. Returns the happenings touched."""
        self._heed(connection)
        some = list(numbers)
        members = connection.execute(
            select(claims.c.document, claims.c.rank)
            .join(documents, documents.c.n == claims.c.document)
            .where(claims.c.happening.in_(some))
            .order_by(func.coalesce(documents.c.published, ""), documents.c.id, claims.c.rank)
        )
        places = [(row.document, row.rank) for row in members]
        self._remember(connection, places)
        connection.execute(update(claims).where(claims.c.happening.in_(some)).values(happening=None))
        refresh(connection, some)
        touched: set[int] = set()
        for _, group in groupby(places, key=lambda place: place[0]):
            touched |= self._house(connection, [(place, self._known[place]) for place in group])
        return touched

    def _heed(self, connection: Connection) -> None:
        """Forget what is remembered where claims were corrected since, by whatever process."""
        now = corrections.state(connection)
        if now != self._corrected:
            self._known.clear()
            self._corrected = now

    def _house(self, connection: Connection, homeless: Sequence[tuple[Place, Trait]], taken: Set[int] = frozenset()) -> set[int]:
        """Give claims of one document that have no happening one each, other than those ``taken`` by its other claims. Returns these."""
        if not homeless:
            return set()
        judged = judgements.of_claims(connection, [place for place, _ in homeless])
        homes: dict[Place, int] = {}
        for place, one in homeless:
            home = judged.home(place)
            if home is None:
                home = likest(one, self._candidates(connection, place, one), judged.barred(place) | taken | set(homes.values()))
            if home is not None:
                homes[place] = home
                judged.homes[place] = home
        new = [(place, one) for place, one in homeless if place not in homes]
        homes |= zip((place for place, _ in new), create(connection, new), strict=True)
        connection.execute(SETTLE, [{"n": place[0], "of": place[1], "home": home} for place, home in homes.items()])
        return set(homes.values())

    def _candidates(self, connection: Connection, place: Place, one: Trait) -> list[Candidate]:
        """The claims that could tell of the same as one, the nearest in time first."""
        if one.interval is None or one.day is None:
            return []
        day, (before, after) = one.day, (AFTER, BEFORE) if one.interval.timing is Timing.NEWS else (BEFORE, AFTER)
        first, last = day - timedelta(days=before), day + timedelta(days=after)
        among = sorted(keys(one))
        asked = {"own": place[0], "first": first.isoformat(), "day": day.isoformat(), "last": last.isoformat()}
        rows = connection.execute(nearest(len(among)), asked | {f"key{rank}": key for rank, key in enumerate(among)}).all()
        found = {(abs((day - date.fromisoformat(when)).days), (document, rank)): home for document, rank, home, when in rows}
        near = sorted(found)[:MOST]
        self._remember(connection, [other for _, other in near])
        return [Candidate(found[distance, other], self._known[other]) for distance, other in near]

    def _remember(self, connection: Connection, places: Iterable[Place]) -> None:
        missing = {place for place in places if place not in self._known}
        if missing:
            for found in connection.execute(KNOWN, {"documents": {document for document, _ in missing}}):
                if (found.document, found.rank) in missing:
                    self._known[found.document, found.rank] = known(dict(found._mapping))


def likest(one: Trait, some: Iterable[Candidate], barred: frozenset[int]) -> int | None:
    """The happening that a claim is most like, the oldest of equals, if it is like one at all."""
    groups: dict[int, list[Trait]] = {}
    for candidate in some:
        groups.setdefault(candidate.happening, []).append(candidate.trait)
    ranked = [(likeness(one, group[:NEAREST]), -happening) for happening, group in groups.items() if happening not in barred]
    best, number = max(ranked, default=(-1.0, 0))
    return -number if best >= 0 else None


@cache
def nearest(count: int) -> CompoundSelect[Any]:
    """What finds, under so many keys, the claims of other documents nearest to a day: those before and after, each with its happening."""
    return union_all(*(select(near(f"key{rank}", later).subquery()) for rank in range(count) for later in (False, True)))


def near(key: str, later: bool) -> Select[Any]:
    """The claims under a key nearest after a day, or nearest before it and on it."""
    day = blocks.c.day
    window = (day > bindparam("day"), day <= bindparam("last")) if later else (day <= bindparam("day"), day >= bindparam("first"))
    return (
        select(blocks.c.document, blocks.c.claim, claims.c.happening, day)
        .join(claims, and_(claims.c.document == blocks.c.document, claims.c.rank == blocks.c.claim))
        .where(blocks.c.key == bindparam(key), *window, blocks.c.document != bindparam("own"), claims.c.happening.is_not(None))
        .order_by(day if later else desc(day), blocks.c.document, blocks.c.claim)
        .limit(MOST)
    )


def filed(one: Trait) -> Iterator[tuple[str, str]]:
    """Under which keys and day a claim is found."""
    if one.day is not None:
        yield from ((key, one.day.isoformat()) for key in keys(one))


def leave(connection: Connection, n: int) -> set[int]:
    """The happenings that the claims of a document have told of until now; to be refreshed when it is gone."""
    found = connection.execute(select(claims.c.happening).where(claims.c.document == n, claims.c.happening.is_not(None)))
    return set(found.scalars())


def row(n: int, rank: int, one: Trait) -> dict[str, Any]:
    """A trait as a row."""
    return {
        "document": n,
        "rank": rank,
        "type": one.type.value,
        "real": one.real,
        "negated": one.negated,
        "historical": one.historical,
        "actor": "+".join(sorted(one.actor)),
        "recipient": "+".join(sorted(one.recipient)),
        "date": one.when,
        "published": one.published.isoformat() if one.published else None,
        "words": " ".join(sorted(one.words)),
        "triggers": " ".join(sorted(one.triggers)),
        "names": " ".join(sorted(one.names)),
        "actor_names": " ".join(sorted(one.actor_names)),
        "recipient_names": " ".join(sorted(one.recipient_names)),
        "plural": one.plural,
        "modes": " ".join(sorted(one.modes)),
        "statuses": " ".join(sorted(one.statuses)),
    }


def known(row: Mapping[str, Any]) -> Trait:
    """The inverse of :func:`row`, of one with the id of its document."""
    return Trait(
        document=row["id"],
        type=EventType(row["type"]),
        real=row["real"],
        negated=row["negated"],
        historical=row["historical"],
        actor=frozenset(filter(None, row["actor"].split("+"))),
        recipient=frozenset(filter(None, row["recipient"].split("+"))),
        when=row["date"],
        published=date.fromisoformat(row["published"]) if row["published"] else None,
        words=frozenset(row["words"].split()),
        triggers=frozenset(row["triggers"].split()),
        names=frozenset(row["names"].split()),
        actor_names=frozenset(row["actor_names"].split()),
        recipient_names=frozenset(row["recipient_names"].split()),
        plural=row["plural"],
        modes=frozenset(row["modes"].split()),
        statuses=frozenset(row["statuses"].split()),
    )
