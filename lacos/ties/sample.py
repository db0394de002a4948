"""How sure a figure is: happenings as a sample of what independent origins tell, drawn anew many times.

An origin is drawn with all that it tells, for what one text tells hangs together (cluster bootstrap: Cameron, Gelbach and Miller 2008).
A happening told by several origins counts in a draw as often as they are drawn on average, so that figures are not biased. Intervals are
the middle 90 % of the draws, and more where few origins are drawn, for which that would be too narrow (expanded percentiles: Hesterberg
2015). The same sample gives the same intervals: the seed is fixed.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from lacos.ties.findings import Act, Report

Floats = NDArray[np.float64]
Cells = NDArray[np.int64]
"""A cell for each item, -1 for one in none."""

DRAWS = 1000
SEED = 20170903
LEVEL = 0.9
HELD = 4_000_000
"""How many draws of single origins are held at a time."""
LEAST = 5
"""Origins without which an interval says too little: of five it holds the truth 81 to 88 times of 100, of three 66 to 76 (docs/ties.md)."""


@dataclass(frozen=True)
class Estimate:
    """Figures, one a cell, their draws, a row a draw, and of how many origins each is; nan where there is nothing to measure."""

    values: Floats
    draws: Floats
    origins: Floats

    @cached_property
    def bounds(self) -> tuple[Floats, Floats]:
        """The 90 % interval of each cell, from the draws that measure something."""
        found = np.sort(self.draws, axis=0)  # nan comes last
        last, cells = np.maximum(np.count_nonzero(~np.isnan(found), axis=0) - 1, 0), np.arange(found.shape[1])
        low = np.rint(tail(self.origins) * last).astype(int)
        return found[low, cells], found[last - low, cells]

    def __getitem__(self, cells: slice | Cells) -> Estimate:
        return Estimate(self.values[cells], self.draws[:, cells], self.origins[cells])

    def __sub__(self, other: Estimate) -> Estimate:
        return Estimate(self.values - other.values, self.draws - other.draws, np.minimum(self.origins, other.origins))

    def __truediv__(self, other: Estimate) -> Estimate:
        origins = np.minimum(self.origins, other.origins)
        return Estimate(quotient(self.values, other.values), quotient(self.draws, other.draws), origins)


def tail(origins: Floats) -> Floats:
    """The share of draws that an interval leaves out at each end, for a mean of so many origins: 5 % of many, hardly any of three.

    A normal variable leaves out so much beyond the point beyond which Student's leaves out 5 % (expanded as Fisher and Cornish do).
    """
    z, freedom = NormalDist().inv_cdf((1 + LEVEL) / 2), np.maximum(origins, 2) - 1
    student = z + (z**3 + z) / (4 * freedom) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
    return np.array([NormalDist().cdf(-edge) for edge in student * np.sqrt((freedom + 1) / freedom)])


def quotient(a: Floats, b: Floats) -> Floats:
    """One by another, nan where that is none."""
    found: Floats = np.divide(a, b, out=np.full(np.broadcast(a, b).shape, np.nan), where=b > 0)
    return found


def by_happening(act: Act) -> Hashable:
    """What makes acts one item of a sample: all acts of one happening."""
    return act.happening


class Sample:
    """Happenings with the origins that tell them.

    ``happenings`` has one act of each item; what is one item says ``item``: a happening, or a happening as it passes between two.
    """

    def __init__(self, acts: Iterable[Act], reports: Iterable[Report], item: Callable[[Act], Hashable] = by_happening) -> None:
        self.happenings = tuple({item(act): act for act in acts}.values())
        places: dict[str, list[int]] = {}
        for n, act in enumerate(self.happenings):
            places.setdefault(act.happening, []).append(n)
        told = [one for one in reports if one.happening in places]
        self.reports = tuple({one.document: one for one in told}.values())
        """One of each document."""
        documents = {one.document: n for n, one in enumerate(self.reports)}
        origins = {name: n for n, name in enumerate(sorted({one.origin for one in told}))}
        self.size = len(origins)
        """How many origins there are."""
        self._origins = np.array([origins[one.origin] for one in self.reports], dtype=np.int64)
        rows = [(n, documents[one.document], origins[one.origin]) for one in told for n in places[one.happening]]
        self._told = np.array(rows, dtype=np.int64).reshape(-1, 3)
        self._tellings = np.unique(self._told[:, [0, 2]], axis=0)
        self.tellings = np.bincount(self._tellings[:, 0], minlength=len(self.happenings)).astype(np.float64)
        """How many origins tell of each item."""
        self.scores = np.array([act.score for act in self.happenings], dtype=np.float64)

    def cells(self, places: Sequence[int | None]) -> Cells:
        """The cells of happenings, by their places among all."""
        return np.array([-1 if place is None else place for place in places], dtype=np.int64)

    def sums(self, cells: Cells, count: int, values: Floats | float = 1.0) -> Estimate:
        """The sum of a value of each happening over the happenings of each cell."""
        happening, origin = self._tellings.T
        parts = np.broadcast_to(values, cells.shape)[happening] / self.tellings[happening]
        return self._drawn(origin, cells[happening], parts, count)

    def net(self, cells: Cells, count: int) -> Estimate:
        """The mean score of the happenings of each cell."""
        return self._mean(cells, count, self.scores, np.ones(len(self.happenings)))

    def net_by_origins(self, cells: Cells, count: int) -> Estimate:
        """The same, where a happening weighs as many as the origins that tell of it."""
        return self._mean(cells, count, self.scores, self.tellings)

    def _mean(self, cells: Cells, count: int, values: Floats, weights: Floats) -> Estimate:
        found = self.sums(cells, count, values * weights) / self.sums(cells, count, weights)
        return replace(found, origins=self.telling(cells, count))

    def telling(self, cells: Cells, count: int) -> Floats:
        """How many origins tell of the happenings of each cell."""
        _, found = self._meetings(cells)
        return np.bincount(found[found >= 0], minlength=count).astype(np.float64)

    def origins(self, cells: Cells, count: int) -> Estimate:
        """The same, with draws."""
        origins, found = self._meetings(cells)
        return self._drawn(origins, found, np.ones(len(found)), count)

    def _meetings(self, cells: Cells) -> tuple[Cells, Cells]:
        """Each origin with each cell that it tells of."""
        origins, found = np.unique(np.column_stack([self._tellings[:, 1], cells[self._tellings[:, 0]]]), axis=0).T
        return origins, found

    def articles(self, cells: Cells, count: int) -> Estimate:
        """How many documents tell of the happenings of each cell."""
        found = np.unique(np.column_stack([self._told[:, 1], cells[self._told[:, 0]]]), axis=0)
        return self._drawn(self._origins[found[:, 0]], found[:, 1], np.ones(len(found)), count)

    def documents(self, cells: Cells, count: int) -> Estimate:
        """How many documents each cell has; the cells are those of ``reports``."""
        return self._drawn(self._origins, cells, np.ones(len(cells)), count)

    def _drawn(self, origins: Cells, cells: Cells, parts: Floats, count: int) -> Estimate:
        """What origins contribute to cells, summed, and so for each draw of origins."""
        table, kept = np.zeros((self.size, count)), cells >= 0
        np.add.at(table, (origins[kept], cells[kept]), parts[kept])
        draws = np.concatenate([drawn @ table for drawn in self._draws()])
        return Estimate(table.sum(axis=0), draws, np.full(count, float(self.size)))

    def _draws(self) -> Iterator[Floats]:
        """How often each origin is drawn, a row a draw, some rows at a time."""
        random = np.random.default_rng(SEED)
        rows = max(1, HELD // max(1, self.size))
        for start in range(0, DRAWS, rows):
            some = min(rows, DRAWS - start)
            drawn = random.integers(max(1, self.size), size=(some, self.size)) + self.size * np.arange(some)[:, None]
            yield np.bincount(drawn.ravel(), minlength=some * self.size).reshape(some, self.size).astype(np.float64)


def rounded(value: float | np.float64) -> float | None:
    """A figure as it is given: four decimals, the same on every machine; None where there is nothing to measure."""
    return None if np.isnan(value) else round(float(value), 4) + 0.0


def figure(found: Estimate, cell: int = 0) -> float:
    """The figure of a cell in which there is something to measure."""
    return rounded(found.values[cell]) or 0.0


def interval(found: Estimate, cell: int = 0) -> tuple[float, float]:
    """The interval of such a figure."""
    low, high = found.bounds
    return rounded(low[cell]) or 0.0, rounded(high[cell]) or 0.0
