"""How much memory a command and its processes take at most: ``python -m benchmarks.memory lacos add NEW.db NEWS.jsonl --workers 2``.

Prints the highest sum, over its tree of processes, of the proportional set sizes that Linux gives, in which memory that several share is
counted once, and that of each process then.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

PROC = Path("/proc")
EVERY = 0.3
"""Seconds between two looks."""


def tree(process: int) -> Iterator[int]:
    """A process and all beneath it."""
    yield process
    for children in (PROC / str(process) / "task").glob("*/children"):
        for child in read(children).split():
            yield from tree(int(child))


def size(process: int) -> int:
    """The proportional set size of a process in kB, 0 for one that has ended."""
    lines = (line.split() for line in read(PROC / str(process) / "smaps_rollup").splitlines())
    return next((int(words[1]) for words in lines if words[0] == "Pss:"), 0)


def read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:  # it has ended meanwhile
        return ""


def main() -> None:
    highest: list[int] = []
    with subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL) as command:
        while command.poll() is None:
            sizes = sorted((size(process) for process in set(tree(command.pid))), reverse=True)
            highest = max(highest, sizes, key=sum)
            time.sleep(EVERY)
    print(f"at most {sum(highest) / 1024:,.0f} MB: {', '.join(f'{one / 1024:,.0f}' for one in highest)}")


if __name__ == "__main__":
    main()
