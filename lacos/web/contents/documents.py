"""A document as its page shows it: its text, and why each event and statement of it was coded, with what persons corrected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, and_, select

from lacos.ledger import corrections, recording
from lacos.ledger.schema import claims, documents, events, happenings
from lacos.reader import Reading
from lacos.records import Event, Mention

Row = Mapping[str, Any]
COPIES = 20
"""Copies of a text that are shown."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event with the happening that it tells of, what the coder made of it, and the corrections in force that it was changed by."""

    event: Event
    happening: str | None
    coded: Event
    corrections: tuple[Row, ...]

    @property
    def because(self) -> str:
        """Why it was coded."""
        return self.coded.because


@dataclass(frozen=True, slots=True)
class Shown:
    """A document: its row, what it says now, its events, those that persons say are none, its copies by id, with their outlets."""

    row: Row
    reading: Reading
    told: tuple[Told, ...]
    wrong: tuple[Told, ...]
    copies: tuple[Row, ...]

    @property
    def mentioned(self) -> list[tuple[str, list[Mention]]]:
        """The mentions of each actor, those with most first."""
        by_code = sorted(self.reading.mentions, key=lambda one: one.code)
        found = [(code, list(some)) for code, some in groupby(by_code, key=lambda one: one.code)]
        return sorted(found, key=lambda pair: (-len(pair[1]), pair[0]))


def shown(connection: Connection, id: str) -> Shown | None:
    """A document by its id."""
    found = connection.execute(select(documents).where(documents.c.id == id)).mappings().first()
    if found is None:
        return None
    row = dict(found)
    now = recording.restore(connection, row["n"])
    coded = corrections.coded_reading(connection, row["n"]) or now
    held = {event.id: event for event in now.events}
    homes = happenings_of(connection, row["n"])
    corrected = in_force(connection, id) if coded is not now else []
    told = [Told(held.get(one.id, one), homes.get(one.id), one, changed(one, corrected)) for one in coded.events]
    return Shown(
        row,
        now,
        tuple(one for one in told if one.event.id in held),
        tuple(one for one in told if one.event.id not in held),
        copies(connection, row),
    )


def happenings_of(connection: Connection, n: int) -> dict[str, str]:
    """The happenings of a document's events."""
    query = (
        select(events.c.id, happenings.c.id)
        .join_from(events, claims, and_(claims.c.document == events.c.document, claims.c.rank == events.c.claim))
        .join(happenings, happenings.c.n == claims.c.happening)
        .where(events.c.document == n)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def in_force(connection: Connection, id: str) -> list[Row]:
    """The corrections of a document's text that are not undone, the earliest first."""
    return [row for row in reversed(list(corrections.listed(connection, id))) if row["undone_at"] is None]


def changed(event: Event, some: Sequence[Row]) -> tuple[Row, ...]:
    """The corrections of an event: of its id, or of its trigger."""
    place = event.trigger.start, event.trigger.end
    return tuple(row for row in some if row["event"] == event.id or (row["trigger_start"], row["trigger_end"]) == place)


def copies(connection: Connection, row: Row) -> tuple[Row, ...]:
    """The first of the other documents with one origin."""
    origin = row["origin"] or row["n"]
    query = select(documents.c.id, documents.c.outlet, documents.c.published, documents.c.n).where(
        documents.c.origin == origin, documents.c.n != row["n"]
    )
    return tuple(dict(one) for one in connection.execute(query.order_by(documents.c.n).limit(COPIES)).mappings())
