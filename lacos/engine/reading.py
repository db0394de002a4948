"""Documents in, Readings out, in the order that they came, by one or several processes."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from lacos.reader import Reading, reader
from lacos.records import Document, LacosError

CHUNK, LONG = 2, 20_000
"""Documents and characters that a process is given at most at a time, one long document aside: analysing takes memory by the character."""
AHEAD = 4
"""Chunks under way for each process: enough that none waits, few enough that memory stays bounded."""
LIFE = 25
"""Chunks that processes read, each, before others take their place: what they remember of words never seen before grows with every text.

Python's own ``max_tasks_per_child`` may hang (python/cpython issue 115634).
"""
SETTINGS = {
    **dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"),
    **{"MALLOC_MMAP_THRESHOLD_": "4000000", "MALLOC_ARENA_MAX": "1"},
}
"""For the processes that read: none may take all cores, and large arrays go back to the system when they are done with."""
PRELOADED = "lacos.engine.preloaded"

Result = tuple[Document, Reading | LacosError]
Answer = Future[list[Reading | LacosError]]


@dataclass(frozen=True)
class Coder:
    """How documents are read: with our pipeline or another, with a table of one's own actors or without."""

    pipeline: str | None = None
    actors: Path | None = None

    def read(self, documents: Iterable[Document]) -> list[Reading | LacosError]:
        """The Readings of some documents, or why each could not be read."""
        return list(reader(self.pipeline, self.actors).read_all(documents))


def read_all(documents: Iterable[Document], coder: Coder | None = None, workers: int = 1) -> Iterator[Result]:
    """Each document with its Reading, or why it could not be read, in order.

    With one worker they are read in this process, with more by that many others, which load their models once.
    """
    coder = coder or Coder()
    if workers > 1:
        yield from Pool(coder, workers).read_all(documents)
        return
    for chunk in chunks(documents):
        yield from zip(chunk, coder.read(chunk), strict=True)


def chunks(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Documents by the chunk."""
    chunk: list[Document] = []
    for document in documents:
        if chunk and len(document.text) + sum(len(one.text) for one in chunk) > LONG:
            yield chunk
            chunk = []
        chunk.append(document)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


class Pool:
    """Processes that read. One that dies takes nothing with it but the document that it was reading, if that kills it again."""

    def __init__(self, coder: Coder, workers: int) -> None:
        self.coder, self.workers = coder, workers
        self._executor = self._start()

    def read_all(self, documents: Iterable[Document]) -> Iterator[Result]:
        """Each document with its Reading or error, in order."""
        waiting: deque[tuple[list[Document], Answer]] = deque()
        rest, left = chunks(documents), LIFE * self.workers
        try:
            while True:
                for chunk in islice(rest, min(left, self.workers * AHEAD - len(waiting))):
                    waiting.append((chunk, self._ask(chunk)))
                    left -= 1
                if not waiting and left:
                    return
                if not waiting:
                    self._restart()
                    left = LIFE * self.workers
                    continue
                chunk, future = waiting.popleft()
                try:
                    found = future.result()
                except BrokenProcessPool:
                    found = self._one_by_one(chunk)
                    waiting = deque((some, self._ask(some)) for some, _ in waiting)
                yield from zip(chunk, found, strict=True)
        finally:
            self._executor.shutdown(wait=True, cancel_futures=True)

    def _one_by_one(self, chunk: list[Document]) -> list[Reading | LacosError]:
        """What a chunk gives whose process died, each document by itself."""
        self._restart()
        found: list[Reading | LacosError] = []
        for document in chunk:
            try:
                found += self._ask([document]).result()
            except BrokenProcessPool:
                found.append(LacosError(f"document {document.id!r}: the process that read it died (out of memory?)"))
                self._restart()
        return found

    def _ask(self, chunk: list[Document]) -> Answer:
        """Have a chunk read, by new processes where the old ones have died."""
        try:
            return self._executor.submit(read_tidily, self.coder, chunk)
        except BrokenProcessPool:
            self._restart()
            return self._executor.submit(read_tidily, self.coder, chunk)

    def _restart(self) -> None:
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor = self._start()

    def _start(self) -> ProcessPoolExecutor:
        methods = multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
        if "forkserver" in methods:
            multiprocessing.set_forkserver_preload([PRELOADED])
        for name, value in SETTINGS.items():
            os.environ.setdefault(name, value)
        return ProcessPoolExecutor(self.workers, context, initializer=ignore_interrupts)


def read_tidily(coder: Coder, chunk: list[Document]) -> list[Reading | LacosError]:
    """What a chunk gives; memory that it took goes back to the system, where the C library (glibc) can do that."""
    found = coder.read(chunk)
    if trim := getattr(ctypes.pythonapi, "malloc_trim", None):
        trim(0)
    return found


def ignore_interrupts() -> None:
    """Ctrl-C is for the process that asked: it stops the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
