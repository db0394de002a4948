"""Whether a ledger has changed, by whatever process, and what may be kept until it does."""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sized
from dataclasses import dataclass
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from lacos.ledger import Ledger
from lacos.ledger.database import Database

PATIENCE = 20.0
"""What took a second to make may be so many seconds old while the ledger changes, so that making it anew takes a twentieth of the time."""
ROOM = 64 * 2**20
"""Bytes that are kept, about."""
SMALL = 2000
"""Bytes that anything kept takes besides its own length."""
DEEDS = "SELECT (SELECT count(*) + count(undone) FROM judgements) + (SELECT count(*) + count(undone) FROM corrections)"
"""What grows with all that persons judge, correct and undo."""
Made = TypeVar("Made")


def version(ledger: Ledger) -> str:
    """What is another whenever the ledger has changed. It means nothing to another process: an ETag must not be made of it alone."""
    with _lock:
        if ledger not in _watches:
            _watches[ledger] = Watch(ledger.database)
    return _watches[ledger].version()


def deeds(version: str) -> str:
    """What two versions have in common between which no person judged, corrected or undid anything, by whatever process."""
    return version.rpartition("-")[0]


class Watch:
    """A connection of its own, which is told of the changes that others commit."""

    def __init__(self, database: Database) -> None:
        self._token, self._lock = secrets.token_hex(4), threading.Lock()
        self._database = database
        self._connection: Any = database.engine.raw_connection() if database.is_file else None
        self._data, self._deeds = -1, 0
        if self._connection is not None:
            self._connection.detach()

    def version(self) -> str:
        if self._connection is None:  # every transaction that writes is another, and stands in the snapshot while it lasts
            with self._database.reading() as connection:
                data, done = connection.exec_driver_sql(f"SELECT pg_current_snapshot()::text, ({DEEDS})").one()
            return f"{self._token}-{done}-{data}"
        with self._lock:
            data = self._asked("PRAGMA data_version")
            if data != self._data:
                self._data, self._deeds = data, self._asked(DEEDS)
            return f"{self._token}-{self._deeds}-{data}"

    def _asked(self, query: str) -> int:
        ((found,),) = self._connection.cursor().execute(query).fetchall()
        return int(found)


_lock = threading.Lock()
_watches: WeakKeyDictionary[Ledger, Watch] = WeakKeyDictionary()


@dataclass
class Entry:
    """A thing that is kept: what it was made of, when, and until when it holds though the ledger changes; and its size."""

    value: Any
    version: str
    until: float
    size: int

    def holds(self, version: str) -> bool:
        """Whether it may be shown of a version of the ledger: who corrected something is to see it."""
        return self.version == version or (time.monotonic() <= self.until and deeds(self.version) == deeds(version))


class Kept:
    """What was made of a ledger, kept until the ledger changes, and a little longer where it is costly, unless a person changed it.

    The least used goes first.
    """

    def __init__(self, ledger: Ledger, room: int = ROOM, patience: float = PATIENCE) -> None:
        self.ledger, self.room, self.patience = ledger, room, patience
        self._entries: OrderedDict[Hashable, Entry] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()
        self._making: dict[Hashable, threading.Lock] = {}

    def __call__(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What ``make`` gives, made anew only where the ledger has changed since; of several who ask at once one makes it."""
        found = self.fresh(key)
        if found is None:
            with self._lock:
                making = self._making.setdefault(key, threading.Lock())
            with making:
                found = self.fresh(key) or self._made(key, make)
        value: Made = found.value
        return value

    def version(self) -> str:
        """The version of the ledger."""
        return version(self.ledger)

    def fresh(self, key: Hashable) -> Entry | None:
        """What is kept of a key, if it still holds."""
        now, entry = self.version(), self.last(key)
        return entry if entry and entry.holds(now) else None

    def last(self, key: Hashable) -> Entry | None:
        """What is kept of a key, whether it still holds or not."""
        with self._lock:
            if key in self._entries:
                self._entries.move_to_end(key)
            return self._entries.get(key)

    def put(self, key: Hashable, value: Any, made_of: str, took: float = 0.0) -> Entry:
        """Keep what was made of a version of the ledger in so many seconds of work."""
        size = len(value) if isinstance(value, Sized) else 0
        entry = Entry(value, made_of, time.monotonic() + self.patience * took, SMALL + size)
        with self._lock:
            self._drop(key)
            self._entries[key] = entry
            self._size += entry.size
            while self._size > self.room and len(self._entries) > 1:
                self._drop(next(iter(self._entries)))
        return entry

    def forget(self) -> None:
        """Keep nothing of what was made: who added something is to see it."""
        with self._lock:
            self._entries.clear()
            self._size = 0

    def _made(self, key: Hashable, make: Callable[[], Any]) -> Entry:
        made_of, began = self.version(), time.thread_time()
        try:
            return self.put(key, make(), made_of, time.thread_time() - began)
        finally:
            with self._lock:
                self._making.pop(key, None)

    def _drop(self, key: Hashable) -> None:
        gone = self._entries.pop(key, None)
        self._size -= gone.size if gone else 0
