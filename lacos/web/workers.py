"""Several processes that serve one socket: those that die are replaced, all are stopped together."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from socket import socket
from typing import Any

from lacos.web.observing.metrics import bury
from lacos.web.settings import ServeError

log = logging.getLogger("lacos.web")
CONTEXT: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
"""Processes that part from ours start at once and share what it has loaded; elsewhere than on Linux that is not safe."""
SHORT = 5.0
"""Seconds. A process that lived no longer would not live longer the next time."""
TICK = 0.2
LAST = 5.0
"""Seconds beyond their patience in which processes must have ended."""


class Workers:
    """So many processes that each do the same at a place to listen, until SIGTERM or SIGINT."""

    def __init__(self, work: Callable[[], None], number: int, patience: float, place: socket) -> None:
        self._work, self._number, self._patience, self._place = work, number, patience, place
        self._running: dict[BaseProcess, float] = {}
        self._stopping = False

    def run(self) -> None:
        """Keep them running. Raises ServeError where they do not live."""
        for stop in (signal.SIGTERM, signal.SIGINT):
            signal.signal(stop, self._stop)
        gc.freeze()  # what is loaded stays in memory shared
        try:
            while not self._stopping:
                self._fill()
                wait([process.sentinel for process in self._running], TICK)
        finally:
            self._end()

    def _stop(self, *_: object) -> None:
        self._stopping = True

    def _fill(self) -> None:
        """Replace those that died."""
        for process, began in [*self._running.items()]:
            if process.is_alive():
                continue
            del self._running[process]
            bury(process.pid or 0)
            if time.monotonic() - began < SHORT and not self._stopping:
                raise ServeError("a process of the server ended as soon as it began: what it said on stderr tells why")
            log.warning("process %s ended (%s): another takes its place", process.pid, process.exitcode)
        while len(self._running) < self._number and not self._stopping:
            process = CONTEXT.Process(target=follow, args=(self._work,))
            process.start()
            self._running[process] = time.monotonic()

    def _end(self) -> None:
        """Stop them all, those that do not end in time by force."""
        self._place.close()  # or those who come now would wait for nobody
        for process in self._running:
            process.terminate()
        end = time.monotonic() + self._patience + LAST
        for process in self._running:
            process.join(max(0.0, end - time.monotonic()))
            process.kill()


def end_after(parent: int) -> None:
    """Stop this process when another, by its sentinel, is gone."""
    wait([parent])
    os.kill(os.getpid(), signal.SIGTERM)


def follow(work: Callable[[], None]) -> None:
    """Do the work, and stop where the process that began this one is gone."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=end_after, args=(parent.sentinel,), daemon=True).start()
    work()
