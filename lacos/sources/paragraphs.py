"""Lines of a printed column joined to the paragraphs that they were set from."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

SOFT_HYPHEN = "\u00ad"
SHORT = 0.75
"""A line shorter than this part of the longest ends a paragraph."""


def joined(page: str) -> str:
    """The paragraphs of ``page``, one a line. A short or empty line ends one, unless the next goes on in small letters."""
    lines = [" ".join(line.split()) for line in page.splitlines()]
    width = max(map(len, lines), default=0)
    paragraphs: list[str] = []
    ended = True
    for line in lines:
        if line and paragraphs and (not ended or _goes_on(paragraphs[-1], line)):
            paragraphs[-1] = _glued(paragraphs[-1], line)
        elif line:
            paragraphs.append(line)
        ended = len(line) < SHORT * width
    return "\n".join(paragraphs).replace(SOFT_HYPHEN, "")


def _goes_on(before: str, line: str) -> bool:
    return line[0].islower() and before[-1] not in ".!?:;"


def _glued(before: str, after: str) -> str:
    """A line with the next; a hyphen at its end is dropped unless the word is one that is written with it."""
    broken = re.search(rf"([^\W\d_]+)[-{SOFT_HYPHEN}]$", before)
    if not broken:
        return f"{before} {after}"
    rest = re.match(r"[^\W\d_]*", after)
    begun, ended = broken[1].casefold(), rest[0].casefold() if rest else ""
    kept = not after[0].islower() or begun in _hyphenated()["before"] or ended in _hyphenated()["after"]
    return (before if kept else before[:-1]) + after


@cache
def _hyphenated() -> dict[str, frozenset[str]]:
    table = tomllib.loads((resources.files("lacos.sources") / "data" / "hyphens.toml").read_text("utf8"))
    return {side: frozenset(words) for side, words in table.items()}
