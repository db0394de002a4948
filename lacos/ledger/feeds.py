"""Feeds that a ledger follows, with what their servers said last, so that the next poll asks only for what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from sqlalchemy import insert, select, update

from lacos.ledger.database import Database
from lacos.ledger.rows import Rows
from lacos.ledger.schema import feeds
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


def entries(database: Database, urls: Iterable[str], fetcher: Fetcher, into_pages: bool) -> Iterator[Document | Problem]:
    """The texts that feeds announce since they were asked last. What a server said is kept once its entries have been taken."""
    for url in urls:
        with database.reading() as connection:
            row = connection.execute(select(feeds.c.etag, feeds.c.modified).where(feeds.c.url == url)).first()
        found: tuple[Entry | Problem, ...] = ()
        state, message = FeedState(*row) if row else FeedState(), None
        try:
            found, state = poll(url, state, fetcher)
        except SourceError as error:
            message = str(error)
            yield Problem(url, message)
        yield from texts(found, fetcher, into_pages)
        values = {
            "etag": state.etag,
            "modified": state.modified,
            "message": message,
            "polled": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        with database.writing() as connection:
            connection.execute(update(feeds).where(feeds.c.url == url).values(**values))
