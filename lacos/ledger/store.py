"""The ledger: a store of documents and what they say, in which one happening is one happening."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

import lacos
from lacos import engine
from lacos.ledger import copies, failures, happenings, joining, judgements, recording, search
from lacos.ledger.database import Database, LedgerError
from lacos.ledger.schema import claims, documents, events
from lacos.ledger.wires import wires
from lacos.reader import OtherLanguageError, Reading
from lacos.records import Document, LacosError
from lacos.sources import Problem

LOOKED_UP = 64
"""Documents that are looked up at a time, to see which are there already."""
METADATA = ("title", "url", "source", "published")


@dataclass
class Added:
    """What adding came to. ``problems`` tells what could not be read; ``aside`` counts texts in languages that are not read yet."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    aside: int = 0
    failed: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def total(self) -> int:
        return self.added + self.replaced + self.unchanged + self.aside + self.failed


class Ledger:
    """A ledger in a file or on a server. ``where`` is a path or an address (postgresql://...); it is made if it is not there."""

    def __init__(self, where: str | Path, create: bool = True) -> None:
        self.database = Database(where, create)
        self._joiner = joining.Joiner()

    @property
    def name(self) -> str:
        return self.database.name

    def close(self) -> None:
        self.database.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(
        self,
        incoming: Iterable[Document | Problem],
        workers: int = 1,
        coder: engine.Coder | None = None,
        progress: Callable[[Added], None] | None = None,
    ) -> Added:
        """Read documents and keep what they say, each as one transaction, so that what was added stays whatever happens.

        One that is there already changes nothing; one that is there with another text or other metadata is replaced. What cannot be read is
        kept among the failures, to be tried again.
        """
        outcome = Added()

        def wanted() -> Iterator[Document]:
            for item in self._new(incoming, outcome):
                if isinstance(item, Problem):
                    self._fail(item, outcome)
                else:
                    yield item
                if progress:
                    progress(outcome)

        for document, result in engine.read_all(wanted(), coder, workers):
            self._keep(document, result, outcome)
            if progress:
                progress(outcome)
        return outcome

    def _keep(self, document: Document, result: Reading | LacosError, outcome: Added) -> None:
        if isinstance(result, Reading):
            replaced = self.record(result)
        elif isinstance(result, OtherLanguageError):
            replaced = self._set_aside(replace(document, language=result.language))
            outcome.aside += 1
            return
        else:
            self._fail(Problem(document.id, str(result)), outcome)
            return
        outcome.replaced += replaced
        outcome.added += not replaced

    def _new(self, incoming: Iterable[Document | Problem], outcome: Added) -> Iterator[Document | Problem]:
        """What is not in the ledger as it comes; the rest is counted."""
        rest = iter(incoming)
        while some := list(islice(rest, LOOKED_UP)):
            ids = [item.id for item in some if isinstance(item, Document)]
            with self.database.reading() as connection:
                columns = (documents.c[name] for name in ("id", "text_id", *METADATA))
                rows = connection.execute(select(*columns).where(documents.c.id.in_(ids))).mappings()
                known = {row["id"]: identity(row) for row in rows}
            for item in some:
                if isinstance(item, Document) and known.get(item.id) == identity({**item.to_json(), "text_id": item.text_id}):
                    outcome.unchanged += 1
                else:
                    yield item

    def _fail(self, problem: Problem, outcome: Added) -> None:
        outcome.problems.append(problem)
        if problem.fatal:
            outcome.failed += 1
            with self.database.writing() as connection:
                failures.store(connection, problem)

    def record(self, reading: Reading) -> bool:
        """Keep a Reading in place of what is there of its document. Returns whether there was something."""
        document = reading.document
        with self.database.writing() as connection:
            touched = remove(connection, document.id)
            n = enter(connection, document, lacos.__version__)
            recording.record(connection, n, reading)
            happenings.refresh(connection, (touched or set()) | self._joiner.join(connection, n, reading.claims))
            failures.resolve(connection, document.id)
        return touched is not None

    def _set_aside(self, document: Document) -> bool:
        """Keep a document whose language is not read, without records."""
        with self.database.writing() as connection:
            touched = remove(connection, document.id)
            enter(connection, document, None)
            happenings.refresh(connection, touched or set())
        return touched is not None

    def reading(self, id: str) -> Reading:
        """What a document says, as it was read. Raises LedgerError where there is none with this id."""
        with self.database.reading() as connection:
            n = connection.execute(select(documents.c.n).where(documents.c.id == id)).scalar()
            if n is None:
                raise LedgerError(f"{self.name} has no document {id!r}")
            return recording.restore(connection, n)

    def judge(self, one: str, other: str, same: bool, by: str, note: str = "") -> int:
        """Keep a person's judgement that two event mentions, by id, tell of the same happening or do not; it wins over ours.

        Returns its number, by which :meth:`undo` undoes it. Raises LedgerError for an event that is not there, and for two of one claim.
        """
        with self.database.writing() as connection:
            places = [self._place(connection, event) for event in (one, other)]
            if places[0] == places[1]:
                raise LedgerError(f"{one} and {other} are mentions of one claim in their text: judge that by correcting the text's reading")
            number = judgements.store(connection, one, other, same, by, note)
            self._rehouse(connection, places)
        return number

    def undo(self, number: int) -> None:
        """Undo a judgement. Raises LedgerError where none in force has this number."""
        with self.database.writing() as connection:
            pair = judgements.undo(connection, number)
            if pair is None:
                raise LedgerError(f"{self.name} has no judgement {number} in force")
            self._rehouse(connection, [self._place(connection, event) for event in pair])

    def _place(self, connection: Connection, event: str) -> tuple[int, int]:
        row = connection.execute(select(events.c.document, events.c.claim).where(events.c.id == event)).first()
        if row is None:
            raise LedgerError(f"{self.name} has no event {event!r}")
        return row.document, row.claim

    def _rehouse(self, connection: Connection, places: Iterable[tuple[int, int]]) -> None:
        homes: set[int] = set()
        for n, rank in places:
            homes |= set(connection.execute(select(claims.c.happening).where(claims.c.document == n, claims.c.rank == rank)).scalars())
        happenings.refresh(connection, self._joiner.rejoin(connection, homes))


def identity(row: Any) -> tuple[Any, ...]:
    """What makes a document another one than that of the same id."""
    return row["text_id"], *(row[name] for name in METADATA)


def remove(connection: Connection, id: str) -> set[int] | None:
    """Remove a document with its records. Returns the happenings that it told of, None where it is not there."""
    n = connection.execute(select(documents.c.n).where(documents.c.id == id)).scalar()
    if n is None:
        return None
    touched = joining.leave(connection, n)
    heirs = connection.execute(select(documents.c.n).where(documents.c.origin == n, documents.c.n != n)).scalars().all()
    connection.execute(delete(documents).where(documents.c.n == n))
    if heirs:  # the oldest of its copies is the origin of the others now
        connection.execute(update(documents).where(documents.c.n.in_(heirs)).values(origin=min(heirs)))
    return touched


def enter(connection: Connection, document: Document, coder: str | None) -> int:
    """Write a document, find what it copies, index its words. Returns its number."""
    row = document.to_json() | {
        "text_id": document.text_id,
        "wires": "+".join(wires().of(document)),
        "coder": coder,
        "added": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    n = int(connection.execute(insert(documents).values(**row).returning(documents.c.n)).scalar_one())
    connection.execute(update(documents).where(documents.c.n == n).values(origin=copies.origin(connection, n, document.text)))
    search.index(connection, n, document)
    return n
