"""Which language a text is written in."""

from __future__ import annotations

from functools import cache
from typing import Any

from py3langid.langid import MODEL_FILE, LanguageIdentifier

CANDIDATES = ("pt", "en", "es", "fr", "it", "de", "nl", "gl", "ca", "ru", "uk", "ar", "zh", "ja", "ko", "tr", "pl", "ro")
NEEDED = 20
"""Fewer letters than this say too little: no language is reported."""
LOOKED_AT = 4000


@cache
def _identifier() -> Any:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(CANDIDATES))
    return identifier


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the language of ``text``, or None where it is too short to tell. The first 4,000 characters are looked at."""
    head = text[:LOOKED_AT]
    if sum(map(str.isalpha, head)) < NEEDED:
        return None
    code: str = _identifier().classify(head)[0]
    return "pt" if code == "gl" else code
