"""The tables of cues and of words that colour a content, with their loader. The columns are explained in docs/statements.md."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lacos.records import Stance
from lacos.tables import TableError, rows

DATA = Path(__file__).parent / "data"
PREPOSITIONS = ("de", "por", "a", "sobre", "contra", "com", "em", "para")
CONSTRUCTIONS = frozenset({"clause", "que", "object", "quote", "prep", *PREPOSITIONS})


class CueError(TableError):
    """A row of a cue table that cannot be used; the message names the file and the line."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that attributes: its lemmas, the stance that it gives, and where its content stands."""

    words: tuple[str, ...]
    pos: str
    stance: Stance
    constructions: frozenset[str]
    source: str

    @property
    def text(self) -> str:
        return " ".join(self.words)


@cache
def cues() -> dict[tuple[str, str], tuple[Cue, ...]]:
    """Cues by (first lemma, part of speech), the longest first. Raises CueError naming the line that is wrong."""
    found: dict[tuple[str, str], list[Cue]] = {}
    for where, row in rows(DATA / "cues.tsv", CueError):
        constructions = frozenset(part.strip() for part in row["construction"].split("|"))
        if not constructions <= CONSTRUCTIONS or row["pos"] not in ("VERB", "NOUN", "PREP"):
            raise CueError(f"{where}: no cue can be {row['pos']} with {row['construction']!r}")
        if row["pos"] == "NOUN" and not constructions & {"clause", "que"}:
            raise CueError(f"{where}: the content of a noun is a clause: {row['cue']!r} has none")
        words = tuple(row["cue"].split())
        try:
            cue = Cue(words, row["pos"], Stance(row["stance"]), constructions, where)
        except ValueError as error:
            raise CueError(f"{where}: {error}") from error
        found.setdefault((words[0].removesuffix("-se"), row["pos"]), []).append(cue)
    return {key: tuple(sorted(group, key=lambda cue: -len(cue.words))) for key, group in found.items()}


@cache
def colours() -> dict[tuple[str, ...], Stance]:
    """Words of a content that give it another stance than assert, by their lemmas."""
    found = {}
    for where, row in rows(DATA / "stance.tsv", CueError):
        try:
            found[tuple(row["word"].lower().split())] = Stance(row["stance"])
        except ValueError as error:
            raise CueError(f"{where}: {error}") from error
    return found
