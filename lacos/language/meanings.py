"""What words mean, as vectors of their lemmas: alike for words that are used alike in news.

``language/<code>/meanings.npz`` holds the lemmas (UTF-8, a line each) and a row of :data:`SIZE` for each. ``training.pt.meanings`` makes
it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy
from numpy.typing import NDArray

SIZE = 96


@dataclass(frozen=True)
class Meanings:
    """The vectors, and the row of each lemma that has one."""

    rows: Mapping[str, int]
    vectors: NDArray[numpy.float32]

    def of(self, lemmas: Iterable[str]) -> NDArray[numpy.float32]:
        """A row a lemma; zeros for those without a vector."""
        numbers = numpy.array([self.rows.get(lemma, -1) for lemma in lemmas], dtype=numpy.int64)
        found = numpy.zeros((len(numbers), SIZE), dtype=numpy.float32)
        found[numbers >= 0] = self.vectors[numbers[numbers >= 0]]
        return found


@cache
def meanings(language: str) -> Meanings:
    """The vectors of a language; none for one that has no file."""
    path = Path(__file__).parent / language / "meanings.npz"
    if not path.exists():
        return Meanings({}, numpy.zeros((0, SIZE), dtype=numpy.float32))
    with numpy.load(path, allow_pickle=False) as file:
        lemmas = file["lemmas"].tobytes().decode("utf8").split("\n")
        return Meanings({lemma: row for row, lemma in enumerate(lemmas)}, file["vectors"].astype(numpy.float32))
