"""How many texts there are to come, as far as that can be told without reading them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from lacos.sources import kinds

SINGLE = frozenset({"text", "html", "pdf", "word"})
"""Kinds of files that hold one text."""
ROWS = frozenset({"lines", "table"})
"""Kinds that hold one a line, or nearly."""
MEGABYTE = 1_000_000


def expected(paths: Iterable[str | Path]) -> int | None:
    """About how many documents paths hold; None where one of them is no file or folder, or an archive or a list."""
    total = 0
    for path in map(Path, paths):
        if not path.exists():
            return None
        for file in chain(path.rglob("*") if path.is_dir() else [path]):
            kind = kinds.of_name(file.name)
            if file.is_dir() or file.name.startswith(".") or (path.is_dir() and kind == kinds.UNKNOWN):
                continue
            if kind in ROWS:
                total += lines(file)
            elif kind in SINGLE or kind == kinds.UNKNOWN:
                total += 1
            else:
                return None
    return total


def lines(path: Path) -> int:
    """The lines of a file; 0 for one that cannot be read."""
    try:
        with path.open("rb") as stream:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: stream.read(MEGABYTE), b""))
    except OSError:
        return 0
