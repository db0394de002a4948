"""What persons judge: events as forms correct them, happenings that may be one, and what was judged until now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, select

from lacos.ledger import Change, Filter, Told, lookup, queries
from lacos.ledger.corrections import SIDES, said
from lacos.ledger.queries import words
from lacos.ledger.schema import documents, events
from lacos.ledger.streaming import Telling
from lacos.records import Event

Row = Mapping[str, Any]
BETWEEN = re.compile(r"[+,;\n]")
ID = re.compile(r"\b[eh][0-9a-f]{16}\b")
DAYS = 45
"""Days around a happening within which others that may be the same are looked for."""
AMONG, MOST = 300, 25
"""Others that are looked at, and those offered."""
FAR = date.max
"""Where nothing says when."""


@dataclass(frozen=True)
class Filled:
    """The fields of a form that says what an event should say, as they are filled in."""

    type: str = ""
    mode: str = ""
    status: str = ""
    historical: str = ""
    date: str = ""
    actor: str = ""
    recipient: str = ""
    note: str = ""

    def change(self, event: Event) -> Change:
        """What differs from what an event says. Another type does not keep the mode, unless one is chosen, too."""
        values = {name: value for name, value in self.values().items() if value != said(event, name)}
        return Change(**values)

    def values(self) -> dict[str, Any]:
        """What it says, under the names of a change."""
        found: dict[str, Any] = {name: getattr(self, name).strip() for name in ("type", "mode", "status", "date")}
        found |= {side: tuple(one.strip() for one in BETWEEN.split(getattr(self, side)) if one.strip()) for side in SIDES}
        return found | {"historical": bool(self.historical)}


def filled(event: Event) -> Filled:
    """The form as an event fills it in."""
    found = {field.name: said(event, field.name) for field in fields(Filled) if field.name != "note"}
    sides = {side: ", ".join(found[side]) for side in SIDES}
    return Filled(**{**found, **sides, "historical": "1" if event.historical else ""})


def telling(connection: Connection, id: str, document: str = "") -> Telling | None:
    """An event as a document has it, or else the first that does."""
    found = lookup.find_event(connection, id)
    return next((one for one in found if one.document.id == document), found[0] if found else None)


def alike(connection: Connection, row: Row) -> list[Told]:
    """Other happenings that may be the same as one: of its type and sides, the nearest in time first."""
    sides = [row[side].split("+")[0] for side in SIDES if row[side]]
    middle = day(row)
    asked = Filter(
        tie=(sides[0], sides[1]) if len(sides) == 2 else None,
        among=sides[0] if len(sides) == 1 else None,
        types=(row["type"],),
        since=(middle - timedelta(days=DAYS)).isoformat() if middle else None,
        until=(middle + timedelta(days=DAYS)).isoformat() if middle else None,
    )
    found = map(dict, connection.execute(queries.cut(queries.latest(asked), AMONG, 0)).mappings())
    others = [(abs(((day(one) or FAR) - (middle or FAR)).days), -one["origins"], one["n"], one) for one in found if one["id"] != row["id"]]
    return queries.told(connection, [one for *_, one in sorted(others, key=lambda other: other[:3])[:MOST]])


def day(row: Row) -> date | None:
    """The day of a happening, or that of its first report."""
    when = row["day"] or row["first_reported"]
    return date.fromisoformat(when) if when and len(when) == 10 else None


def meant(connection: Connection, pasted: str) -> str | None:
    """The event that the id of an event or happening, or an address of one, stands for; of a happening its first mention."""
    ids = ID.findall(pasted)
    if not ids:
        return None
    if ids[-1].startswith("e"):
        return ids[-1] if lookup.find_event(connection, ids[-1]) else None
    told = lookup.find_happening(connection, ids[-1])
    return str(told.sentences[0]["event"]) if told and told.sentences else None


def quoted(connection: Connection, ids: Iterable[str]) -> dict[str, Row]:
    """The documents and sentences of events, by id; those that are not there any more are left out."""
    query = (
        select(
            *(events.c.id, documents.c.id.label("document"), documents.c.published, documents.c.outlet),
            words(events.c.sentence_start, events.c.sentence_end).label("words"),
        )
        .join(documents, documents.c.n == events.c.document)
        .where(events.c.id.in_(list(ids)))
        .order_by(events.c.document.desc())
    )
    return {row["id"]: dict(row) for row in connection.execute(query).mappings()}
