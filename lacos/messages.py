"""The words that users see, in Portuguese and English: those of the vocabulary (messages.toml) and those of a room (its own file)."""

from __future__ import annotations

import locale
import os
import tomllib
from functools import cache
from pathlib import Path

LANGUAGES = ("pt", "en")
VOCABULARY = Path(__file__).parent / "messages.toml"


class Messages:
    """The texts of one language by key. ``messages("pt")("events")`` is "eventos"."""

    def __init__(self, language: str, texts: dict[str, str]) -> None:
        self.language = language
        self._texts = texts

    def __call__(self, key: str, **values: object) -> str:
        return self._texts[key].format(**values)

    def count(self, what: str, number: int) -> str:
        """A number of things: "1 artigo", "3 artigos"."""
        one, many = self._texts[f"count.{what}"].split("|")
        shown = f"{number:,}"
        return (one if number == 1 else many).format(n=shown.replace(",", ".") if self.language == "pt" else shown)

    def term(self, group: str, value: str) -> str:
        """The label of a vocabulary value: ``term("status", "future")``; the value itself where it has none."""
        return self._texts.get(f"{group}.{value}", value)


@cache
def messages(language: str, path: Path) -> Messages:
    """The messages of "pt" or "en": those of a room's file and the labels of the vocabulary."""
    return Messages(
        language, {key: texts[language] for file in (VOCABULARY, path) for key, texts in tomllib.loads(file.read_text("utf8")).items()}
    )


def preferred() -> str:
    """The user's language by the environment: Portuguese unless the locale says another."""
    code = (
        os.environ.get("LACOS_LANG")
        or os.environ.get("LC_ALL")
        or os.environ.get("LC_MESSAGES")
        or os.environ.get("LANG")
        or locale.getlocale()[0]
        or ""
    )
    return "en" if code.lower().startswith("en") else "pt"
