"""Numbers in words and in Roman figures."""

from __future__ import annotations

from collections.abc import Mapping

THOUSAND = 1000
ROMAN = {"i": 1, "v": 5, "x": 10}


def number(words: str, table: Mapping[str, int]) -> int | None:
    """The number that ``words`` say: figures ("1.200"), or words of ``table`` added up ("mil novecentos e dois": 1902). None for none."""
    if words[0].isdigit():
        return int(words.replace(".", "").partition(",")[0])
    total = 0
    for value in (table[word] for word in words.split() if word in table):
        total = max(total, 1) * value if value == THOUSAND else total + value
    return total or None


def roman(figures: str) -> int:
    """The number of a Roman figure up to thirty-nine."""
    values = [ROMAN[letter] for letter in figures.lower()]
    return sum(-value if value < max(values[rank:]) else value for rank, value in enumerate(values))
