"""The words of the terminal and the pages (messages.toml)."""

from __future__ import annotations

from pathlib import Path

from lacos import messages as words

PATH = Path(__file__).parent / "messages.toml"


def messages(language: str) -> words.Messages:
    """The messages of "pt" or "en"."""
    return words.messages(language, PATH)
