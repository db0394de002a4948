"""What persons have corrected: that an event is none, or what it says instead. Never overwritten, only undone.

Corrections are kept beside what they correct, and put into it whenever a document is kept (:mod:`lacos.ledger.amending`): they hold for
every document with this text, whichever version of the coder reads it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from sqlalchemy import Connection, delete, desc, func, insert, select, update

from lacos.actors import ActorError, code_of
from lacos.events import ontology
from lacos.ledger.clock import moment
from lacos.ledger.errors import LedgerError
from lacos.ledger.rows import Rows
from lacos.ledger.schema import coded, corrections, documents, events, judgements
from lacos.reader import Reading
from lacos.records import Event, EventDate, EventType, RecordError, Status

DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
SIDES = ("actor", "recipient")
LONGEST = 2000
"""Characters of a note."""
LAST = select(select(func.max(corrections.c.n)).scalar_subquery(), select(func.max(corrections.c.undone)).scalar_subquery())


class CorrectionError(LedgerError):
    """A correction that cannot be; the message says what is wrong with it, and what could be.

    ``reason`` is the field that is wrong, or "both", "nothing" (is changed), "nobody" (is left).
    """

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


@dataclass(frozen=True)
class Change:
    """What is wrong with an event: all of it, or what it should say instead. None leaves what was coded, "" and () take it away.

    ``type`` is a PLOVER type, ``mode`` one of its modes, ``date`` an ISO date of any precision. ``actor`` and ``recipient`` are codes.
    """

    wrong: bool = False
    type: str | None = None
    mode: str | None = None
    status: str | None = None
    historical: bool | None = None
    date: str | None = None
    actor: tuple[str, ...] | None = None
    recipient: tuple[str, ...] | None = None

    @property
    def mends(self) -> dict[str, Any]:
        """The fields that say something else, with what they say."""
        found = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "wrong"}
        return {name: value for name, value in found.items() if value is not None}

    def __str__(self) -> str:
        """ "wrong", or "type MOBILIZE, actor RUS+BLR, no date"."""
        return (
            "wrong"
            if self.wrong
            else ", ".join(f"{name} {cell(value)}" if cell(value) else f"no {name}" for name, value in self.mends.items())
        )


@dataclass(frozen=True)
class Correction:
    """A change of the event with an id, whose trigger stands at ``start`` to ``end`` of its text, and who made it."""

    n: int
    event: str
    start: int
    end: int
    change: Change
    by: str
    note: str

    def __str__(self) -> str:
        """What stands in ``because`` of an event that says what a person made it say."""
        return f"corrected by {self.by}: {self.change}" + (f" («{self.note}»)" if self.note else "")


def cell(value: Any) -> str:
    """A value as text."""
    return "+".join(value) if isinstance(value, tuple) else str(value).lower() if isinstance(value, bool) else str(value)


def checked(change: Change, event: Event, mentioned: Iterable[str]) -> Change:
    """A change of an event with its actors as codes. Raises CorrectionError for one that cannot be, and for one that changes nothing.

    ``mentioned`` are the codes that the text has, which need not be known otherwise.
    """
    if change.wrong and change.mends:
        raise CorrectionError("both", "an event is wrong or says something else: give one of both")
    among = set(mentioned)
    found = replace(change, actor=codes(change.actor, among), recipient=codes(change.recipient, among))
    for name, vocabulary in (("type", EventType), ("status", Status)):
        value = getattr(found, name)
        if value is not None and value not in list(vocabulary):
            raise CorrectionError(name, f"{value!r} is no {name}: give one of {', '.join(vocabulary)}")
    modes = ontology()[EventType(found.type or event.type)].modes
    if found.mode and found.mode not in modes:
        raise CorrectionError("mode", f"{found.type or event.type} has no mode {found.mode!r}: give one of {', '.join(modes) or 'none'}")
    if found.date:
        check_date(found.date)
    if not any(getattr(found, side) if getattr(found, side) is not None else said(event, side) for side in SIDES):
        raise CorrectionError("nobody", "an event of nobody is none: leave an actor or a recipient, or say that it is wrong")
    if not found.wrong and not any(value != said(event, name) for name, value in found.mends.items()):
        raise CorrectionError("nothing", f"{event.id} says this already: say what is wrong with it")
    return found


def codes(side: Iterable[str] | None, mentioned: set[str]) -> tuple[str, ...] | None:
    """The codes of a side, each once; names that stand for one will do."""
    if side is None:
        return None
    try:
        return tuple(dict.fromkeys(one if one in mentioned else code_of(one) for one in side))
    except ActorError as error:
        raise CorrectionError("actor", str(error)) from error


def check_date(value: str) -> None:
    try:
        if DATE.fullmatch(value) and EventDate(value):
            return
    except RecordError:
        pass
    raise CorrectionError("date", f"{value!r} is no date: give a day, a month or a year: 2017-09-03, 2017-09, 2017")


def said(event: Event, name: str) -> Any:
    """What an event says under the name of a field of a change."""
    if name in SIDES:
        return tuple(dict.fromkeys(mention.code for mention in getattr(event, name)))
    return event.date.value if name == "date" and event.date else getattr(event, name) or ("" if name in ("mode", "date") else False)


def store(connection: Connection, event: Event, change: Change, by: str, note: str) -> int:
    """Store a correction. Returns its number."""
    if len(note) > LONGEST:
        raise CorrectionError("note", f"a note has at most {LONGEST} characters, this one {len(note)}")
    document, number = event.trigger.document, following(connection)
    row = {
        **{"n": number, "event": event.id, "document": document.id, "text": document.text_id, "wrong": change.wrong},
        **{"trigger_start": event.trigger.start, "trigger_end": event.trigger.end},
        **{name: value if isinstance(value, bool) else cell(value) for name, value in change.mends.items()},
        **{"by": by, "at": moment(), "note": note},
    }
    connection.execute(insert(corrections).values(**row))
    return number


def following(connection: Connection) -> int:
    """The number of the next judgement or correction: one list for who judges."""
    last = (connection.execute(select(func.max(table.c.n))).scalar() or 0 for table in (judgements, corrections))
    return max(last) + 1


def in_force(connection: Connection, text: str) -> list[Correction]:
    """What is corrected of a text, the earliest first."""
    found = select(corrections).where(corrections.c.text == text, corrections.c.undone.is_(None)).order_by(corrections.c.n)
    return [correction(dict(row)) for row in connection.execute(found).mappings()]


def correction(row: Mapping[str, Any]) -> Correction:
    """A correction from its row."""
    values = {field.name: row[field.name] for field in fields(Change)}
    values |= {side: tuple(filter(None, row[side].split("+"))) for side in SIDES if row[side] is not None}
    place = row["trigger_start"], row["trigger_end"]
    return Correction(row["n"], row["event"], *place, Change(**values), row["by"], row["note"])


def undo(connection: Connection, number: int) -> tuple[str, str] | None:
    """Undo a correction. Returns the event that it was of and the id of its text, None where there is none in force with this number."""
    row = connection.execute(select(corrections).where(corrections.c.n == number, corrections.c.undone.is_(None))).mappings().first()
    if row is None:
        return None
    connection.execute(update(corrections).where(corrections.c.n == number).values(undone=moment()))
    return row["event"], row["text"]


def gone(connection: Connection, event: str) -> str:
    """Why an event is not there, if because it is said to be wrong."""
    found = select(corrections.c.n).where(corrections.c.event == event, corrections.c.wrong, corrections.c.undone.is_(None))
    number = connection.execute(found).scalar()
    return "" if number is None else f" any more: correction {number} says that it is wrong, and can be undone"


def listed(connection: Connection, document: str | None) -> Rows:
    """Corrections, the latest first; those of a document are those of its text."""
    names = tuple(column.name.replace("undone", "undone_at") for column in corrections.columns)
    query = select(corrections).order_by(desc(corrections.c.n))
    if document is not None:
        query = query.where(corrections.c.text.in_(select(documents.c.text_id).where(documents.c.id == document)))
    return Rows(names, [tuple(row) for row in connection.execute(query)])


def keep(connection: Connection, n: int, reading: Reading | None) -> None:
    """Keep what the coder made of a document beside what it was corrected to, or forget it with None: it was not corrected."""
    connection.execute(delete(coded).where(coded.c.document == n))
    if reading is not None:
        connection.execute(insert(coded).values(document=n, reading=json.dumps(reading.to_json(), ensure_ascii=False)))


def coded_reading(connection: Connection, n: int) -> Reading | None:
    """What the coder made of a document that was corrected since; None of one that was not."""
    found = connection.execute(select(coded.c.reading).where(coded.c.document == n)).scalar()
    return None if found is None else Reading.from_json(json.loads(found))


def documents_with(connection: Connection, event: str, text: str) -> list[int]:
    """The documents that have an event, and those with a text that were corrected: copies have the same events."""
    having = select(events.c.document).where(events.c.id == event)
    corrected = select(coded.c.document).join(documents, documents.c.n == coded.c.document).where(documents.c.text_id == text)
    return sorted({*connection.execute(having).scalars(), *connection.execute(corrected).scalars()})


def state(connection: Connection) -> tuple[int | None, str | None]:
    """The number of the last correction, and when one was undone last: another whenever something is corrected or undone."""
    last, undone = connection.execute(LAST).one()
    return last, undone
