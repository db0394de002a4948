"""A SQLite file for Datasette: happenings, ties, events, positions and documents, linked to each other, their texts searchable.

The ledger's own file opens in Datasette too; this one is made of what was asked for, from PostgreSQL as well, and has keys of one column.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from lacos.events.ontology import ontology, score
from lacos.exports.actors import DATA, kind, name
from lacos.exports.errors import ExportError
from lacos.exports.files import OURS
from lacos.exports.options import Options
from lacos.exports.titles import happening as title
from lacos.ledger.streaming import Happening, Stream, Telling
from lacos.ledger.sums import is_counted
from lacos.records import EventType

Rows = Iterator[tuple[str, Sequence[Any]]]
"""Rows, each with its table."""
PRAGMAS = f"PRAGMA application_id = {OURS}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
INDEXED = {
    "ties": ("happening", "actor", "recipient"),
    "events": ("happening", "document"),
    "sides": ("event", "actor"),
    "positions": ("happening", "document", "actor"),
}
SEARCH = """
CREATE VIRTUAL TABLE documents_fts
  USING fts5(title, text, content="documents", content_rowid='n', tokenize='unicode61 remove_diacritics 2');
INSERT INTO documents_fts (documents_fts) VALUES ('rebuild');
"""


def write(stream: Stream, file: BinaryIO, options: Options) -> int:
    """The tables of data/datasette.sql, with indexes and a search of documents. Raises ExportError where there is no file to write."""
    path = Path(str(getattr(file, "name", "")))
    if not path.is_file():
        raise ExportError("a database cannot be written to standard output: give the name of a file")
    try:
        with sqlite3.connect(path) as connection:
            connection.executescript(PRAGMAS + (DATA / "datasette.sql").read_text("utf8"))
            count = Filling(connection, stream, options.language).fill()
            for table, columns in INDEXED.items():
                for column in columns:
                    connection.execute(f"CREATE INDEX {table}_{column} ON {table} ({column})")
            connection.executescript(SEARCH)
    except sqlite3.Error as error:
        raise ExportError(f"the database could not be written ({error}): is the disk full?") from error
    finally:
        connection.close()
    return count


class Filling:
    """Happenings on their way into the tables; documents and actors are numbered as they come."""

    def __init__(self, connection: sqlite3.Connection, stream: Stream, language: str) -> None:
        self._connection, self._stream, self._language = connection, stream, language
        self._documents: dict[str, int] = {}
        self._actors: set[str] = set()
        self._events = 0

    def fill(self) -> int:
        """Write all. Returns how many happenings there are."""
        count = 0
        for one in self._stream.happenings():
            for table, row in self._rows(one):
                self._connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
            count += 1
        return count

    def _rows(self, one: Happening) -> Rows:
        row, event_type = one.row, EventType(one.row["type"])
        about = (event_type, row["mode"], ontology()[event_type].quad, score(event_type, row["mode"]), row["status"], row["historical"])
        when = (row["date"], row["day"], row["standing"], row["first_reported"], row["last_reported"], row["articles"], row["origins"])
        yield "happenings", (row["id"], title(row, self._language), *about, *when, is_counted(row))
        for actor, recipient, together in self._stream.ties(row):
            yield from self._actor(actor)
            yield from self._actor(recipient)
            yield "ties", (row["id"], actor or None, recipient or None, together)
        for telling in one.tellings:
            yield from self._telling(row["id"], telling)
        for taken in one.positions:
            actor = taken.actor.code if taken.actor else ""
            yield from self._actor(actor)
            words = (taken.words.start, taken.words.end, taken.words.text)
            person = taken.actor.person if taken.actor else None
            yield "positions", (row["id"], self._documents[taken.words.document.id], taken.stance.value, actor or None, person, *words)

    def _telling(self, happening: str, telling: Telling) -> Rows:
        event, place, document = telling.event, telling.event.place, telling.document
        yield from self._document(telling)
        self._events += 1
        about = (event.type, event.mode, event.status, event.historical, event.alleged, telling.own_voice)
        where = (place.name, place.code, place.latitude, place.longitude) if place else (None,) * 4
        words = ("+".join(event.contexts), event.trigger.start, event.trigger.end, event.trigger.text, event.sentence.text, event.because)
        date = event.date.value if event.date else None
        yield "events", (self._events, event.id, happening, self._documents[document.id], *about, date, *where, *words)
        for side in ("actor", "recipient", "attributed_to"):
            for mention in getattr(event, side):
                yield from self._actor(mention.code)
                yield "sides", (self._events, side, mention.code, mention.person, mention.text or None)

    def _document(self, telling: Telling) -> Rows:
        document = telling.document
        if document.id not in self._documents:
            n = self._documents[document.id] = len(self._documents) + 1
            published = document.published.isoformat() if document.published else None
            about = (document.title, telling.outlet, published, document.author, document.url, document.language)
            yield "documents", (n, document.id, *about, "+".join(telling.wires), document.text)

    def _actor(self, code: str) -> Rows:
        if code and code not in self._actors:
            self._actors.add(code)
            yield "actors", (code, name(code, self._language), kind(code).value)
