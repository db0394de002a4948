"""Documents read and kept as they come, and those kept by an earlier version of the coder read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from sqlalchemy import or_, select

import lacos
from lacos import engine
from lacos.ledger.database import Database
from lacos.ledger.errors import LedgerError, RefusedError
from lacos.ledger.schema import documents, events
from lacos.ledger.writing import Writer
from lacos.reader import OtherLanguageError, Reading
from lacos.records import Document, LacosError
from lacos.sources import Problem

LOOKED_UP = 64
"""Documents that are looked up at a time, to see which are there already."""
REMEMBERED = 10_000
"""Documents of one run that are remembered, so that one that comes twice is read once."""
METADATA = ("title", "url", "source", "author", "published")
SHOWN = 100
"""Problems that an outcome holds, of however many there are."""


@dataclass(kw_only=True)
class Outcome:
    """What working on documents came to: how many failed, and the first problems, those with what was read all the same among them."""

    failed: int = 0
    problems: list[Problem] = field(default_factory=list)


@dataclass(kw_only=True)
class Added(Outcome):
    """What adding came to; ``aside`` counts texts in languages that are not read yet. Two of these can be put together by ``+``."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    aside: int = 0

    @property
    def total(self) -> int:
        return self.added + self.replaced + self.unchanged + self.aside + self.failed

    def __add__(self, other: Added) -> Added:
        counts = ("failed", "added", "replaced", "unchanged", "aside")
        both = {name: getattr(self, name) + getattr(other, name) for name in counts}
        return Added(**both, problems=[*self.problems, *other.problems][:SHOWN])


@dataclass(kw_only=True)
class Recoded(Outcome):
    """What reading anew came to: of how many documents the events changed, how many came and how many went."""

    read: int = 0
    changed: int = 0
    came: int = 0
    went: int = 0


@dataclass(frozen=True)
class Failing:
    """Where problems go: to who listens, into the outcome, and into the ledger, with the ``options`` that inputs are read with."""

    writer: Writer
    outcome: Outcome
    tell: Callable[[Problem], None]
    options: Mapping[str, Any] | None = None

    def note(self, problem: Problem) -> None:
        """Tell a problem, and keep it unless the input was read all the same."""
        self.tell(problem)
        if len(self.outcome.problems) < SHOWN:
            self.outcome.problems.append(problem)
        if problem.fatal:
            self.outcome.failed += 1
            self.writer.fail(problem, self.options)

    @contextmanager
    def noting(self, document: Document) -> Iterator[None]:
        """What keeps a document from being read or recorded is its failure; what is wrong with the ledger itself is raised."""
        try:
            yield
        except LacosError as error:
            if isinstance(error, LedgerError) and not isinstance(error, RefusedError):
                raise
            self.note(Problem(document.input or document.id, str(error)))


def add(
    writer: Writer,
    incoming: Iterable[Document | Problem],
    workers: int,
    coder: engine.Coder | None,
    progress: Callable[[Added], None],
    tell: Callable[[Problem], None],
    options: Mapping[str, Any] | None,
) -> Added:
    """Read documents and keep what they say, in the order that they come."""
    outcome = Added()
    failing = Failing(writer, outcome, tell, options)

    def wanted() -> Iterator[Document]:
        for item in new(writer, incoming, outcome):
            if isinstance(item, Problem):
                failing.note(item)
            else:
                yield item
            progress(outcome)

    for document, result in engine.read_all(wanted(), coder, workers):
        with failing.noting(document):
            keep(writer, document, result, outcome)
        progress(outcome)
    return outcome


def new(writer: Writer, incoming: Iterable[Document | Problem], outcome: Added) -> Iterator[Document | Problem]:
    """What is not in the ledger as it comes; the rest is counted, and is no failure any more."""
    rest = iter(incoming)
    columns = [documents.c[name] for name in ("id", "text_id", *METADATA)]
    underway: dict[str, tuple[Any, ...]] = {}
    while some := list(islice(rest, LOOKED_UP)):
        ids = [item.id for item in some if isinstance(item, Document)]
        with writer.database.reading() as connection:
            known = {row["id"]: identity(row) for row in connection.execute(select(*columns).where(documents.c.id.in_(ids))).mappings()}
        known |= {id: underway[id] for id in ids if id in underway}
        for item in some:
            if isinstance(item, Document):
                own = identity({**item.to_json(), "text_id": item.text_id})
                if known.get(item.id) == own:
                    outcome.unchanged += 1
                    writer.resolve(item)
                    continue
                known[item.id] = underway[item.id] = own
            yield item
        if len(underway) > REMEMBERED:
            underway.clear()


def identity(row: Any) -> tuple[Any, ...]:
    """What makes a document another one than that of the same id."""
    return row["text_id"], *(row[name] for name in METADATA)


def keep(writer: Writer, document: Document, result: Reading | LacosError, outcome: Added) -> None:
    """Keep what reading a document gave. Raises what it could not be read for."""
    if isinstance(result, Reading):
        replaced = bool(writer.record(result))
        outcome.replaced += replaced
        outcome.added += not replaced
    elif isinstance(result, OtherLanguageError):
        writer.set_aside(replace(document, language=result.language))
        outcome.aside += 1
    else:
        raise result


def recode(
    writer: Writer,
    workers: int,
    coder: engine.Coder | None,
    progress: Callable[[Recoded], None],
    tell: Callable[[Problem], None],
) -> Recoded:
    """Read the documents anew that an earlier version of the coder read, or none yet, and keep what they say now."""
    outcome = Recoded()
    failing = Failing(writer, outcome, tell)
    for document, result in engine.read_all(outdated(writer.database), coder, workers):
        with failing.noting(document):
            renew(writer, document, result, outcome)
        progress(outcome)
    return outcome


def renew(writer: Writer, document: Document, result: Reading | LacosError, outcome: Recoded) -> None:
    """Keep what reading a document anew gave, unless its language is still not read. Raises what it could not be read for."""
    if isinstance(result, OtherLanguageError):
        return
    if not isinstance(result, Reading):
        raise result
    before = known_events(writer.database, document.id)
    if writer.record(result, if_unchanged=True) is not None:
        now = known_events(writer.database, document.id)
        outcome.read += 1
        outcome.changed += before != now
        outcome.came += len(now - before)
        outcome.went += len(before - now)


def outdated(database: Database) -> Iterator[Document]:
    """The documents that this version of the coder has not read, as they were when this began."""
    stale = or_(documents.c.coder.is_(None), documents.c.coder != lacos.__version__)
    with database.reading() as connection:
        numbers = connection.execute(select(documents.c.n).where(stale).order_by(documents.c.n)).scalars().all()
    for number in numbers:
        with database.reading() as connection:
            row = connection.execute(select(documents).where(documents.c.n == number)).mappings().first()
        if row is not None:
            yield Document.from_json(dict(row))


def known_events(database: Database, id: str) -> set[str]:
    """The ids of the events of a document."""
    with database.reading() as connection:
        found = connection.execute(select(events.c.id).join(documents, documents.c.n == events.c.document).where(documents.c.id == id))
        return set(found.scalars())
