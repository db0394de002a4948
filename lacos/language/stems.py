"""How words begin, by which texts on one thing are recognised, and how rare each beginning is in news.

``language/<code>/stems.tsv`` has the share of articles that use each of the commoner ones; ``training.pt.stems`` counts it.
"""

from __future__ import annotations

import math
import unicodedata
from functools import cache
from pathlib import Path

from lacos.tables import rows

LENGTH = 5
RAREST = 0.002
"""The share of articles that a stem not in the table is taken to occur in."""


def stem(word: str) -> str:
    """How a word begins, without accents: "acusou", "acusação"."""
    plain = unicodedata.normalize("NFD", word.lower())
    return "".join(mark for mark in plain if not unicodedata.combining(mark))[:LENGTH]


def rarity(stem: str, language: str) -> float:
    """How much a stem tells: the negative logarithm of the share of articles that use it."""
    return -math.log(_shares(language).get(stem, RAREST))


@cache
def _shares(language: str) -> dict[str, float]:
    path = Path(__file__).parent / language / "stems.tsv"
    return {row["stem"]: float(row["share"]) for _, row in rows(path)} if path.exists() else {}
