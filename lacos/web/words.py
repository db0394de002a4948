"""The words of the pages: those of the vocabulary, of the views, and of all files messages*.toml of this room."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from lacos.messages import VOCABULARY, Messages
from lacos.records import LacosError
from lacos.views.messages import PATH as VIEWS

ROOM = Path(__file__).parent


class WordsError(LacosError):
    """A key that two files of words have."""


@cache
def words(language: str, room: Path = ROOM) -> Messages:
    """The words of "pt" or "en". Raises WordsError where two files of the room have one key."""
    found: dict[str, str] = {}
    for file in (VOCABULARY, VIEWS):
        found |= texts(file, language)
    seen: dict[str, Path] = {}
    for file in sorted(room.rglob("messages*.toml")):
        for key, text in texts(file, language).items():
            if key in seen:
                raise WordsError(f"{file.name}: {key!r} is in {seen[key].name}, too: call it otherwise")
            seen[key] = file
            found[key] = text
    return Messages(language, found)


def texts(file: Path, language: str) -> dict[str, str]:
    """The texts of a file in one language, by key."""
    return {key: texts[language] for key, texts in tomllib.loads(file.read_text("utf8")).items()}
