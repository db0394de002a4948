"""Feeds that a ledger follows, with what their servers said last, so that the next poll asks only for what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import delete, insert, select, update

from lacos.ledger.clock import moment
from lacos.ledger.database import Database
from lacos.ledger.rows import Rows
from lacos.ledger.schema import failures, feeds
from lacos.records import Document
from lacos.sources import Entry, FeedState, Fetcher, Problem, SourceError, poll, texts


def follow(database: Database, urls: Iterable[str]) -> None:
    """Follow feeds from now on; those followed already stay as they are."""
    with database.writing() as connection:
        known = set(connection.execute(select(feeds.c.url)).scalars())
        new = [{"url": url} for url in dict.fromkeys(urls) if url not in known]
        if new:
            connection.execute(insert(feeds), new)


def followed(database: Database) -> Rows:
    """The feeds, with when they were asked last and what came of it."""
    names = ("url", "polled", "message")
    with database.reading() as connection:
        return Rows(names, [tuple(row) for row in connection.execute(select(*(feeds.c[name] for name in names)).order_by(feeds.c.url))])


@dataclass
class Polled:
    """What feeds announced since they were asked last, and what their servers said, to be kept once that has been added."""

    database: Database
    fetcher: Fetcher
    into_pages: bool
    states: dict[str, dict[str, str | None]] = field(default_factory=dict)

    def texts(self, urls: Iterable[str]) -> Iterator[Document | Problem]:
        """The texts that are new."""
        for url in urls:
            with self.database.reading() as connection:
                row = connection.execute(select(feeds.c.etag, feeds.c.modified).where(feeds.c.url == url)).first()
            found: tuple[Entry | Problem, ...] = ()
            state, message = FeedState(*row) if row else FeedState(), None
            try:
                found, state = poll(url, state, self.fetcher)
            except SourceError as error:
                message = str(error)
                yield Problem(url, message)
            yield from texts(found, self.fetcher, self.into_pages)
            self.states[url] = {"etag": state.etag, "modified": state.modified, "message": message, "polled": moment()}

    def settle(self) -> None:
        """Keep what the servers said; feeds that answered have not failed."""
        with self.database.writing() as connection:
            for url, values in self.states.items():
                connection.execute(update(feeds).where(feeds.c.url == url).values(**values))
                if values["message"] is None:
                    connection.execute(delete(failures).where(failures.c.name == url))
