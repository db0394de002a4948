"""The words that happenings and positions rest on, from the ledger."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, and_, case, func, literal, select

from lacos.briefs.brief import Citation
from lacos.ledger import Ledger
from lacos.ledger.queries import batches, reported, words
from lacos.ledger.schema import claims, documents, events, happenings, mentions, positions, sides, statements
from lacos.records import EventType, Stance, Status

NEAR = 8
"""Words after a trigger, and half as many before it, that stand beside it."""
CHANCE = re.compile(r" = \w+(?:/[\w-]+)? (\d\.\d+)")


@dataclass(frozen=True, slots=True)
class Named:
    """Who is named on a side or as a speaker: the code, its state, the person, and how sure that is, 0 to 1."""

    code: str
    state: str
    person: str | None
    confidence: float

    @property
    def is_somebody(self) -> bool:
        """Whether more is known than that people of a country speak."""
        return self.person is not None or not self.code.endswith("CVL")


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention of a happening: the sentence, the trigger in it, who acts and is acted upon.

    ``lemma`` is the trigger's, ``beside`` the words around it as written; ``chance`` is how sure its type is, 0 to 1. ``trigger`` is where
    it begins and ends in the document.
    """

    happening: str
    event: str
    citation: Citation
    trigger: tuple[int, int]
    lemma: str
    beside: frozenset[str]
    type: EventType
    mode: str | None
    status: Status
    own_voice: bool
    alleged: bool
    chance: float
    actor: tuple[Named, ...]
    recipient: tuple[Named, ...]

    @property
    def confidence(self) -> float:
        """How sure it is that this happened between these: the chance of its type and of the least sure side."""
        return self.chance * min((one.confidence for one in (*self.actor, *self.recipient)), default=1.0)


@dataclass(frozen=True, slots=True)
class Taken:
    """A position taken on a happening: the stance, who takes it, in which words.

    Who says of something that it did not happen asserts that; only a denial, a statement of this stance, denies. ``direct`` is whether
    its own words say what it is about, not "the accusations" of what was told before.
    """

    happening: str
    stance: Stance
    by: Named | None
    citation: Citation
    direct: bool


def tellings(ledger: Ledger, ids: Collection[str]) -> dict[str, tuple[Telling, ...]]:
    """The mentions of happenings, by the happening's id, in the order of their reports."""
    found: dict[str, list[Telling]] = {id: [] for id in ids}
    with ledger.database.reading() as connection:
        for some in batches(sorted(ids)):
            on = _sides(connection, some)
            for row in connection.execute(_telling(some)).mappings():
                found[row["happening"]].append(_told(row, on.get((row["n"], row["rank"]), {})))
    return {id: tuple(some) for id, some in found.items()}


def taken(ledger: Ledger, ids: Collection[str]) -> dict[str, tuple[Taken, ...]]:
    """The positions on happenings, by the happening's id, in the order of their reports."""
    found: dict[str, list[Taken]] = {id: [] for id in ids}
    with ledger.database.reading() as connection:
        for some in batches(sorted(ids)):
            for row in connection.execute(_taking(some)).mappings():
                by = Named(row["code"], row["state"], row["person"], row["confidence"]) if row["code"] else None
                says_not = row["stance"] == Stance.DENY and row["said"] != Stance.DENY
                stance = Stance.ASSERT if says_not else Stance(row["stance"])
                direct = not row["because"].startswith("«")
                found[row["happening"]].append(Taken(row["happening"], stance, by, _citation(row), direct))
    return {id: tuple(some) for id, some in found.items()}


CITED = (documents.c.id, documents.c.published, documents.c.outlet, documents.c.title, documents.c.url, documents.c.n)
NAMED_IN_FULL = case((documents.c.text.like(literal("%") + mentions.c.person + "%"), mentions.c.person))
"""A person whose whole name stands in the text: a short name may have been taken for another's."""
OF_CLAIM = and_(claims.c.document == events.c.document, claims.c.rank == events.c.claim)


def _telling(ids: Sequence[str]) -> Select[Any]:
    context = func.substr(documents.c.text, events.c.sentence_start + 1, events.c.trigger_start - events.c.sentence_start)
    return (
        select(
            *(happenings.c.id.label("happening"), *CITED, events.c.id.label("event"), events.c.rank, events.c.type, events.c.mode),
            *(events.c.status, events.c.own_voice, events.c.alleged, events.c.because),
            *(events.c.trigger_start, events.c.trigger_end, events.c.sentence_start.label("start"), events.c.sentence_end.label("end")),
            words(events.c.sentence_start, events.c.sentence_end).label("words"),
            context.label("before"),
        )
        .join_from(events, claims, OF_CLAIM)
        .join(happenings, happenings.c.n == claims.c.happening)
        .join(documents, documents.c.n == events.c.document)
        .where(happenings.c.id.in_(ids))
        .order_by(reported, events.c.document, events.c.rank)
    )


def _sides(connection: Connection, ids: Sequence[str]) -> dict[tuple[int, int], dict[str, list[Named]]]:
    """Who stands on the sides of the mentions of happenings, by document and rank, by side."""
    query = (
        select(sides.c.document, sides.c.event, sides.c.side, mentions.c.code, sides.c.state, NAMED_IN_FULL, mentions.c.confidence)
        .join_from(sides, mentions, and_(mentions.c.document == sides.c.document, mentions.c.rank == sides.c.mention))
        .join(events, and_(events.c.document == sides.c.document, events.c.rank == sides.c.event))
        .join(claims, OF_CLAIM)
        .join(happenings, happenings.c.n == claims.c.happening)
        .join(documents, documents.c.n == sides.c.document)
        .where(happenings.c.id.in_(ids))
        .order_by(sides.c.document, sides.c.event, sides.c.side, sides.c.rank)
    )
    found: dict[tuple[int, int], dict[str, list[Named]]] = {}
    for document, event, side, *named in connection.execute(query):
        found.setdefault((document, event), {}).setdefault(side, []).append(Named(*named))
    return found


def _taking(ids: Sequence[str]) -> Select[Any]:
    said = and_(statements.c.document == positions.c.document, statements.c.id == positions.c.statement)
    return (
        select(
            *(happenings.c.id.label("happening"), *CITED, positions.c.stance, positions.c.start, positions.c.end),
            *(positions.c.because, statements.c.stance.label("said")),
            *(mentions.c.code, mentions.c.state, NAMED_IN_FULL.label("person"), mentions.c.confidence),
            words(positions.c.start, positions.c.end).label("words"),
        )
        .join_from(positions, claims, and_(claims.c.document == positions.c.document, claims.c.rank == positions.c.claim))
        .join(happenings, happenings.c.n == claims.c.happening)
        .join(documents, documents.c.n == positions.c.document)
        .outerjoin(mentions, and_(mentions.c.document == positions.c.document, mentions.c.rank == positions.c.mention))
        .outerjoin(statements, said)
        .where(happenings.c.id.in_(ids))
        .order_by(reported, positions.c.document, positions.c.claim, positions.c.rank)
    )


def _told(row: RowMapping, on: Mapping[str, list[Named]]) -> Telling:
    chance = CHANCE.search(row["because"])
    after = row["words"][len(row["before"]) :]
    return Telling(
        happening=row["happening"],
        event=row["event"],
        citation=_citation(row),
        trigger=(row["trigger_start"], row["trigger_end"]),
        lemma=row["because"].partition(" (")[0].split(" ")[0].lower(),
        beside=frozenset((*_tokens(row["before"])[-NEAR // 2 :], *_tokens(after)[: NEAR + 1])),
        type=EventType(row["type"]),
        mode=row["mode"],
        status=Status(row["status"]),
        own_voice=row["own_voice"],
        alleged=row["alleged"],
        chance=float(chance[1]) if chance else 1.0,
        actor=tuple(on.get("actor", ())),
        recipient=tuple(on.get("recipient", ())),
    )


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w[\w-]*", text.lower())


def _citation(row: RowMapping) -> Citation:
    return Citation(*(row[name] for name in ("id", "published", "outlet", "title", "url", "start", "end", "words")))
