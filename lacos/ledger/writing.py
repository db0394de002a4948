"""Writing documents and what they say, each in one transaction: whatever happens, a document is there whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

import lacos
from lacos.ledger import copies, corrections, failures, happenings, joining, parties, recording, search
from lacos.ledger.amending import amended
from lacos.ledger.clock import moment
from lacos.ledger.database import Database
from lacos.ledger.schema import claims, documents
from lacos.ledger.traits import Place
from lacos.ledger.wires import host, wires
from lacos.reader import Reading
from lacos.records import Document
from lacos.sources import Problem


class Writer:
    """Writes to one ledger."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._joiner = joining.Joiner()

    def record(self, reading: Reading, if_unchanged: bool = False) -> bool | None:
        """Keep a Reading in place of what is there of its document. Returns whether there was something.

        With ``if_unchanged`` nothing is done, and None returned, where the document is not there any more with this text.
        """
        with self.changing() as connection:
            if if_unchanged and not is_there(connection, reading.document):
                return None
            touched = remove(connection, reading.document.id)
            happenings.refresh(connection, touched or ())
            n = enter(connection, reading.document, lacos.__version__)
            held = amended(reading, corrections.in_force(connection, reading.document.text_id))
            corrections.keep(connection, n, reading if held is not reading else None)
            recording.record(connection, n, held)
            happenings.refresh(connection, self._joiner.join(connection, n, held.claims))
            failures.resolve(connection, reading.document)
        return touched is not None

    @contextmanager
    def changing(self) -> Iterator[Connection]:
        """A connection to write with; what is remembered of claims is forgotten where that fails."""
        try:
            with self.database.writing() as connection:
                yield connection
        except BaseException:
            self._joiner.forget()
            raise

    def amend(self, connection: Connection, event: str, text: str) -> None:
        """Bring all documents with a text up to date with what is corrected of an event of theirs. Their other claims stay as they are."""
        some = corrections.in_force(connection, text)
        for n in corrections.documents_with(connection, event, text):
            before = recording.restore(connection, n)
            was = corrections.coded_reading(connection, n)
            held = amended(was or before, some)
            corrections.keep(connection, n, (was or before) if held is not (was or before) else None)
            self._replace(connection, n, before, held)

    def _replace(self, connection: Connection, n: int, before: Reading, now: Reading) -> None:
        """Put the records of a document in place of those that it has."""
        touched = joining.leave(connection, n)
        same = {claim.id for claim in now.claims if claim in before.claims}
        found = connection.execute(select(claims.c.id, claims.c.happening).where(claims.c.document == n, claims.c.id.in_(same)))
        homes = {row.id: row.happening for row in found}
        recording.erase(connection, n)
        recording.record(connection, n, now, homes)
        self._joiner.file(connection, n, now.claims)
        happenings.refresh(connection, touched)
        happenings.refresh(connection, self._joiner.house(connection, n))

    def set_aside(self, document: Document) -> bool:
        """Keep a document whose language is not read, without records. Returns whether there was something of it."""
        with self.database.writing() as connection:
            touched = remove(connection, document.id)
            enter(connection, document, None)
            happenings.refresh(connection, touched or set())
            failures.resolve(connection, document)
        return touched is not None

    def resolve(self, document: Document) -> None:
        """Forget that a document could not be read, if it could not."""
        with self.database.reading() as connection:
            failed = failures.has(connection, document)
        if failed:
            with self.database.writing() as connection:
                failures.resolve(connection, document)

    def fail(self, problem: Problem, options: Mapping[str, Any] | None = None) -> None:
        """Keep a failure, with the options that its input was read with."""
        with self.database.writing() as connection:
            failures.store(connection, problem, options)

    def rejoin(self, connection: Connection, places: list[Place]) -> None:
        """Join the claims of the happenings anew that some claims are in: what is judged of them has changed."""
        homes: set[int] = set()
        for n, rank in places:
            homes |= set(connection.execute(select(claims.c.happening).where(claims.c.document == n, claims.c.rank == rank)).scalars())
        happenings.refresh(connection, self._joiner.rejoin(connection, homes))


def is_there(connection: Connection, document: Document) -> bool:
    """Whether a document is there with this very text."""
    found = select(documents.c.n).where(documents.c.id == document.id, documents.c.text_id == document.text_id)
    return connection.execute(found).first() is not None


def remove(connection: Connection, id: str) -> set[int] | None:
    """Remove a document with its records. Returns the happenings that it told of, None where it is not there."""
    n = connection.execute(select(documents.c.n).where(documents.c.id == id)).scalar()
    if n is None:
        return None
    touched = joining.leave(connection, n)
    copies.forget(connection, n)
    parties.clear(connection, n)
    heirs = connection.execute(select(documents.c.n).where(documents.c.origin == n, documents.c.n != n)).scalars().all()
    connection.execute(delete(documents).where(documents.c.n == n))
    if heirs:  # the oldest of its copies is the origin of the others now
        connection.execute(update(documents).where(documents.c.n.in_(heirs)).values(origin=min(heirs)))
    return touched


def enter(connection: Connection, document: Document, coder: str | None) -> int:
    """Write a document, find what it copies, index its words. Returns its number."""
    row = document.to_json() | {
        "text_id": document.text_id,
        "outlet": document.source or host(document.url) or None,
        "wires": "+".join(wires().of(document)),
        "coder": coder,
        "added": moment(),
    }
    n = int(connection.execute(insert(documents).values(**row).returning(documents.c.n)).scalar_one())
    connection.execute(update(documents).where(documents.c.n == n).values(origin=copies.origin(connection, n, document.text)))
    search.index(connection, n, document)
    return n
