"""The ledger: a store of documents and what they say, in which one happening is one happening."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from lacos import engine
from lacos.ledger import adding, corrections, dyads, failures, feeds, judgements, queries, recording
from lacos.ledger.adding import Added, Recoded
from lacos.ledger.clock import moment
from lacos.ledger.corrections import Change
from lacos.ledger.database import Database
from lacos.ledger.dyads import Sides
from lacos.ledger.errors import LedgerError
from lacos.ledger.filters import Filter
from lacos.ledger.queries import Told
from lacos.ledger.rows import Rows
from lacos.ledger.schema import documents, events
from lacos.ledger.streaming import Stream
from lacos.ledger.traits import Place
from lacos.ledger.writing import Writer
from lacos.reader import Reading
from lacos.records import Document
from lacos.sources import Fetcher, Problem


class Ledger:
    """A ledger in a file or on a server. ``where`` is a path or an address (postgresql://...); it is made if it is not there.

    Raises LedgerError for one that cannot be opened, and with ``create`` False for one that is not there.
    """

    def __init__(self, where: str | Path, create: bool = True) -> None:
        self.database = Database(where, create)
        self._writer = Writer(self.database)

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
        progress: Callable[[Added], None] = lambda _: None,
        tell: Callable[[Problem], None] = lambda _: None,
        inputs: Iterable[str] = (),
        options: Mapping[str, Any] | None = None,
    ) -> Added:
        """Read documents and keep what they say, each as one transaction, so that what was added stays whatever happens.

        One that is there already changes nothing; one that is there with another text or other metadata is replaced. What cannot be read
        is kept among the failures, to be tried again, and given to ``tell`` as it happens; the outcome holds the first problems alone.

        ``inputs`` are those that ``incoming`` reads to their end: what failed of them before and does not fail again is no failure any
        more. ``options`` (JSON) are kept with what fails, for whoever tries it again to read it in the same way.
        """
        began = moment()
        outcome = adding.add(self._writer, incoming, workers, coder, progress, tell, options)
        with self.database.writing() as connection:
            failures.settle(connection, inputs, began)
        return outcome

    def recode(
        self,
        workers: int = 1,
        coder: engine.Coder | None = None,
        progress: Callable[[Recoded], None] = lambda _: None,
        tell: Callable[[Problem], None] = lambda _: None,
    ) -> Recoded:
        """Read anew what an earlier version of the coder read, and what was set aside if its language is read now."""
        return adding.recode(self._writer, workers, coder, progress, tell)

    def follow(self, urls: Iterable[str]) -> None:
        """Follow feeds from now on."""
        feeds.follow(self.database, urls)

    def feeds(self) -> Rows:
        """The feeds that are followed, with when they were asked last and what came of it."""
        return feeds.followed(self.database)

    def poll(
        self,
        urls: Iterable[str],
        fetcher: Fetcher,
        into_pages: bool = True,
        workers: int = 1,
        coder: engine.Coder | None = None,
        progress: Callable[[Added], None] = lambda _: None,
        tell: Callable[[Problem], None] = lambda _: None,
    ) -> Added:
        """Add the texts that feeds announce since they were asked last. They are announced again unless this comes to its end."""
        polled = feeds.Polled(self.database, fetcher, into_pages)
        outcome = self.add(polled.texts(urls), workers, coder, progress, tell)
        polled.settle()
        return outcome

    def record(self, reading: Reading) -> bool:
        """Keep a Reading in place of what is there of its document. Returns whether there was something."""
        return bool(self._writer.record(reading))

    def reading(self, id: str, as_coded: bool = False) -> Reading:
        """What a document says, as it was read and corrected, or ``as_coded``. Raises LedgerError where there is none with this id."""
        with self.database.reading() as connection:
            n = connection.execute(select(documents.c.n).where(documents.c.id == id)).scalar()
            if n is None:
                raise LedgerError(f"{self.name} has no document {id!r}")
            return (as_coded and corrections.coded_reading(connection, n)) or recording.restore(connection, n)

    def events(self, asked: Filter | None = None, limit: int | None = None, offset: int = 0) -> Rows:
        """The events asked for, the earliest first; those of one document as they stand in it."""
        with self.database.reading() as connection:
            return queries.find_events(connection, asked or Filter(), limit, offset)

    def happenings(self, asked: Filter | None = None, limit: int | None = None, offset: int = 0) -> Rows:
        """The happenings asked for, the latest first."""
        with self.database.reading() as connection:
            return queries.find_happenings(connection, asked or Filter(), limit, offset)

    def claims(self, asked: Filter | None = None, limit: int | None = None, offset: int = 0) -> list[Told]:
        """The happenings asked for with who asserts, denies or condemns them, the contested first, then the latest."""
        with self.database.reading() as connection:
            return queries.find_claims(connection, asked or Filter(), limit, offset)

    def dyads(self, asked: Filter | None = None, sides: Sides | None = None) -> Rows:
        """The happenings asked for, each once for each pair of two different actors on its sides, in the order of time.

        ``sides`` says who must be in the pairs where that is more than a tie of two: sets of codes, or all but some.
        """
        with self.database.reading() as connection:
            return dyads.find_dyads(connection, asked or Filter(), sides or Sides())

    def reports(self, asked: Filter | None = None, sides: Sides | None = None) -> Rows:
        """The documents that tell of the happenings of such pairs; reports of a happening with one ``origin`` are not independent."""
        with self.database.reading() as connection:
            return dyads.find_reports(connection, asked or Filter(), sides or Sides())

    @contextmanager
    def stream(self, asked: Filter | None = None) -> Iterator[Stream]:
        """What is asked for, record by record, however much it is, all as it was when this began."""
        with self.database.reading() as connection:
            yield Stream(connection, asked or Filter())

    def search(self, query: str, limit: int = 20) -> Rows:
        """The documents with all words of a query, whatever their endings; phrases in quotes. The best first."""
        with self.database.reading() as connection:
            return queries.find_texts(connection, query, limit)

    def documents(self, limit: int | None = None, offset: int = 0) -> Rows:
        """The documents, the latest first."""
        with self.database.reading() as connection:
            return queries.find_documents(connection, limit, offset)

    def failures(self) -> Rows:
        """What could not be read, the latest first."""
        with self.database.reading() as connection:
            return queries.find_failures(connection)

    def judgements(self) -> Rows:
        """What persons judged, the latest first, what was undone included."""
        with self.database.reading() as connection:
            return queries.find_judgements(connection)

    def corrections(self, document: str | None = None) -> Rows:
        """What persons corrected, of a document or of all, the latest first, what was undone included."""
        with self.database.reading() as connection:
            return corrections.listed(connection, document)

    def status(self) -> dict[str, Any]:
        """How much there is: documents, events, happenings by standing, failures, versions of the coder."""
        with self.database.reading() as connection:
            return queries.status(connection)

    def judge(self, one: str, other: str, same: bool, by: str, note: str = "") -> int:
        """Keep a person's judgement that two event mentions, by id, tell of the same happening or do not; it wins over ours.

        Returns its number, by which :meth:`undo` undoes it. Raises LedgerError for an event that is not there, and for two of one claim.
        """
        with self.database.writing() as connection:
            places = self._places(connection, (one, other))
            for event in (one, other):
                if event not in places:
                    raise LedgerError(f"{self.name} has no event {event!r}")
            if places[one] == places[other]:
                raise LedgerError(f"{one} and {other} are mentions of one claim in their text, which stay together")
            number = judgements.store(connection, one, other, same, by, note)
            self._writer.rejoin(connection, [*places[one], *places[other]])
        return number

    def correct(self, event: str, change: Change, by: str, note: str = "") -> int:
        """Keep a person's correction of an event: that it is none (``Change(wrong=True)``), or what it says instead. It shows everywhere at
        once, in all copies of the text, and holds whenever the text is read again; what was coded is kept, and comes back by :meth:`undo`.

        Returns its number. Raises LedgerError for an event that is not there, CorrectionError for a change that cannot be.
        """
        with self._writer.changing() as connection:
            n = connection.execute(select(events.c.document).where(events.c.id == event).order_by(events.c.document)).scalar()
            if n is None:
                raise LedgerError(f"{self.name} has no event {event!r}{corrections.gone(connection, event)}")
            reading = recording.restore(connection, n)
            found = next(one for one in reading.events if one.id == event)
            checked = corrections.checked(change, found, {mention.code for mention in recording.ranked(reading)})
            number = corrections.store(connection, found, checked, by, note)
            self._writer.amend(connection, event, reading.document.text_id)
        return number

    def undo(self, number: int) -> None:
        """Undo a judgement or a correction. Raises LedgerError where none in force has this number."""
        with self._writer.changing() as connection:
            corrected = corrections.undo(connection, number)
            if corrected is not None:
                self._writer.amend(connection, *corrected)
                return
            pair = judgements.undo(connection, number)
            if pair is None:
                raise LedgerError(f"{self.name} has no judgement {number} in force")
            self._writer.rejoin(connection, [place for some in self._places(connection, pair).values() for place in some])

    def _places(self, connection: Connection, ids: tuple[str, str]) -> dict[str, list[Place]]:
        """The claims of events: of each several, where texts are copies."""
        found: dict[str, list[Place]] = {}
        here = (
            select(events.c.id, events.c.document, events.c.claim).where(events.c.id.in_(ids)).order_by(events.c.document, events.c.claim)
        )
        for row in connection.execute(here):
            found.setdefault(row.id, []).append((row.document, row.claim))
        return found
