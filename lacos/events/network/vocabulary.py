"""The categories that the network knows, by column; 0 stands for all others."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy

from lacos.events.network.arrays import Ints


class Vocabulary:
    """The numbers of categories. ``values`` lists those of each column, the first has number 1."""

    def __init__(self, values: Mapping[str, Sequence[str]]) -> None:
        self.values = {column: tuple(known) for column, known in values.items()}
        self._numbers = [{value: number for number, value in enumerate(known, 1)} for known in self.values.values()]

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many numbers each column has, that of unknown categories among them."""
        return tuple(len(known) + 1 for known in self.values.values())

    def encode(self, rows: Iterable[Sequence[str]]) -> Ints:
        """Rows of categories, in the order of the columns, as numbers."""
        numbers = self._numbers
        found = [[known.get(value, 0) for known, value in zip(numbers, row, strict=True)] for row in rows]
        return numpy.array(found, dtype=numpy.int32).reshape(len(found), len(numbers))

    def to_json(self) -> dict[str, tuple[str, ...]]:
        return self.values


def load(path: Path) -> dict[str, Vocabulary]:
    """The vocabularies of a file by name."""
    return {name: Vocabulary(values) for name, values in json.loads(path.read_text("utf8")).items()}
