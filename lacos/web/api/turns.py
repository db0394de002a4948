"""Work that takes the whole processor: done one at a time, with few who wait for their turn, so that pages are answered meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from lacos.web.api.problems import BusyError


class Turns:
    """Turns at some work of a process. ``waiting`` is how many may wait for theirs."""

    def __init__(self, waiting: int) -> None:
        self._places, self._work = threading.BoundedSemaphore(waiting + 1), threading.Lock()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """One's turn. Raises BusyError where too many wait."""
        if not self._places.acquire(blocking=False):
            raise BusyError("busy")
        try:
            with self._work:
                yield
        finally:
            self._places.release()


READING, WRITING = Turns(waiting=4), Turns(waiting=4)
"""Turns at reading texts, and at writing what is large: exports and briefs."""
