"""The database behind a ledger: a file in SQLite or a PostgreSQL server, its tables brought up to date when it is opened."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError, StatementError

from lacos.ledger import migrations
from lacos.ledger.errors import LedgerError, RefusedError

PATIENCE = 60
"""Seconds that a writer waits for another."""
LOCK = 0x1AC05
"""The advisory lock of writers in PostgreSQL."""
PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "cache_size = -32000")
"""SQLite's settings: what is committed outlasts a power cut; a cache of 32,000 KiB."""


class Database:
    """Connections to one ledger. Reading sees what was committed before it began; of writers one goes at a time."""

    def __init__(self, where: str | Path, create: bool = True) -> None:
        self.url = locate(where)
        self.name = self.url.database if self.is_file and self.url.database else self.url.render_as_string(hide_password=True)
        if self.is_file and not create and not Path(self.name).exists():
            raise LedgerError(f"no ledger at {self.name}: make one with lacos add {self.name} TEXTS")
        try:
            self.engine = connect(self.url, self.is_file and not create and not is_writable(Path(self.name)))
        except (ModuleNotFoundError, NoSuchModuleError) as error:
            raise LedgerError(f"{self.name}: needs a driver: pip install 'lacos[postgresql]' ({error})") from error
        with self.explained():
            migrations.upgrade(self.engine, self.name, LOCK, create)

    @property
    def snapshots(self) -> Engine:
        """The engine for reading: all that a connection reads is of one moment."""
        return self.engine if self.is_file else self.engine.execution_options(isolation_level="REPEATABLE READ")

    @property
    def is_file(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read with."""
        with self.explained(), self.snapshots.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection to write with, whose changes are kept together at the end, or not at all."""
        with self.explained(), self.engine.execution_options(writes=True).begin() as connection:
            if not self.is_file:
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")
            yield connection

    @contextmanager
    def explained(self) -> Iterator[None]:
        """The database's errors as ours."""
        try:
            yield
        except SQLAlchemyError as error:
            raise ours(error, self.name) from error

    def close(self) -> None:
        self.engine.dispose()


def locate(where: str | Path) -> URL:
    """The address of a ledger: a path is one of a file, "postgresql://..." one of a server. Raises LedgerError for other systems."""
    text = str(where).strip()
    if not text:
        raise LedgerError("a ledger needs a name: give a path, or postgresql://user@host/name")
    if "://" not in text:
        return URL.create("sqlite", database=text)
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise LedgerError(f"{text!r} is no address of a ledger: give a path, or postgresql://user@host/name") from error
    if url.get_backend_name() == "postgresql":
        return url.set(drivername="postgresql+psycopg") if url.drivername == "postgresql" else url
    if url.get_backend_name() == "sqlite":
        return url
    raise LedgerError(f"{url.get_backend_name()!r}: ledgers are kept in SQLite files or PostgreSQL")


def connect(url: URL, read_only: bool = False) -> Engine:
    """An engine whose connections keep foreign keys, and in SQLite write ahead, so that readers do not wait for the writer."""
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    if read_only:
        url = URL.create("sqlite", database=f"file:{url.database}", query={"mode": "ro", "immutable": "1", "uri": "true"})
    engine = create_engine(url, connect_args={"timeout": PATIENCE})

    @event.listens_for(engine, "connect")
    def prepare(connection, _record) -> None:  # type: ignore[no-untyped-def]
        connection.isolation_level = None  # transactions begin where we say so
        for pragma in () if read_only else PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")

    return engine


REASONS = {
    "disk is full": "the disk is full: make room and add again, what was added before is kept",
    "readonly database": "it is read-only: make the file and its folder writable",
    "unable to open": "the file cannot be opened: does its folder exist, and may you write there?",
    "not a database": "the file is no ledger",
    "database is locked": f"another process has been writing for more than {PATIENCE} seconds: try again",
    "connection": "the connection to the server is lost, or cannot be made: is it running, and may you connect?",
    "malformed": "the file is damaged: restore it from a copy",
    "No space left": "the disk is full: make room and add again, what was added before is kept",
    "disk I/O error": "the disk gives an error (full or broken?)",
}


def is_writable(path: Path) -> bool:
    """Whether a file, and the files beside it that writing needs, can be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def ours(error: SQLAlchemyError, name: str) -> LedgerError:
    """What went wrong, for the person who must act."""
    words = str(error.orig) if isinstance(error, DBAPIError) else str(error)
    reason = next((reason for sign, reason in REASONS.items() if sign in words), None)
    if reason is None and isinstance(error, StatementError) and not getattr(error, "connection_invalidated", False):
        return RefusedError(f"{name}: {' '.join(words.split())}")
    return LedgerError(f"{name}: {reason or ' '.join(words.split())}")
