"""Word lists of a language that more than one room reads (language/<code>/lexicon.toml)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Lexicon:
    """Lemmas by what they do to the words around them."""

    abbreviations: frozenset[str]
    object_control: frozenset[str]
    light_verbs: frozenset[str]
    copular: frozenset[str]
    status: dict[str, frozenset[str]]
    reference: dict[str, frozenset[str]]
    statements: dict[str, frozenset[str]]
    time: dict[str, frozenset[str]]
    places: dict[str, frozenset[str]]
    claims: dict[str, frozenset[str]]


@cache
def lexicon(language: str = "pt") -> Lexicon:
    """The word lists of ``language``."""
    data = tomllib.loads((Path(__file__).parent / language / "lexicon.toml").read_text("utf8"))

    def groups(section: str) -> dict[str, frozenset[str]]:
        return {name: frozenset(words) for name, words in data[section].items()}

    return Lexicon(
        frozenset(data["abbreviations"]),
        frozenset(data["object_control"]),
        frozenset(data["light_verbs"]),
        frozenset(data["copular"]),
        groups("status"),
        groups("reference"),
        groups("statements"),
        groups("time"),
        groups("places"),
        groups("claims"),
    )
