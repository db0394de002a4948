"""Cutting a series where its level or its trend changes: the best of all ways to cut it, given what a cut costs.

Optimal partitioning (Jackson et al. 2005), by a table of the best cost up to each point. It finds what ``ruptures`` finds, to which tests
hold it, in milliseconds for a series of days; importing ruptures alone, with scipy, takes as long as all else that a tie needs.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lacos.ties.sample import Floats


@dataclass(frozen=True)
class Signal:
    """Values at times, each with a weight, one over its variance, and a size, of which segments need some."""

    times: Floats
    values: Floats
    weights: Floats
    sizes: Floats

    def __len__(self) -> int:
        return len(self.values)


@dataclass(frozen=True)
class Cuts:
    """The first points of all segments but the first, and the cost: weighted squares left over, plus what cuts cost."""

    starts: tuple[int, ...]
    cost: float


def cut(signal: Signal, penalty: float, size: float, points: int = 1, sloped: bool = False) -> Cuts:
    """The cheapest cuts of a signal into segments of some size and points or more, each with a level, or a line where ``sloped``."""
    sums, sizes = totals(signal), np.concatenate([[0.0], np.cumsum(signal.sizes)])
    best, came = np.full(len(signal) + 1, np.inf), np.zeros(len(signal) + 1, dtype=int)
    best[0] = -penalty
    for end in range(points, len(signal) + 1):
        starts = np.flatnonzero(sizes[: end - points + 1] <= sizes[end] - size)
        costs = best[starts] + left_over(sums[:, end, None] - sums[:, starts], sloped) + penalty
        if len(starts):
            came[end], best[end] = starts[np.argmin(costs)], costs.min()
    found, end = [], int(came[-1])
    while end > 0:
        found.append(end)
        end = int(came[end])
    return Cuts(tuple(reversed(found)), float(best[-1]))


def totals(signal: Signal) -> Floats:
    """Sums up to each point of weights and of weighted times, values, their squares and product."""
    w, t, x = signal.weights, signal.times - signal.times.mean(), signal.values - signal.values.mean()
    return np.concatenate([np.zeros((6, 1)), np.cumsum(np.stack([w, w * t, w * x, w * t * t, w * t * x, w * x * x]), axis=1)], axis=1)


def left_over(sums: Floats, sloped: bool) -> Floats:
    """The weighted squares that a level, or a line, leaves over of segments with these sums."""
    w, t, x, tt, tx, xx = sums
    rest: Floats = xx - x * x / w
    if not sloped:
        return rest
    spread = tt - t * t / w
    return np.asarray(rest - np.divide((tx - t * x / w) ** 2, spread, out=np.zeros_like(spread), where=spread > 1e-9))


def slopes(times: Floats, values: Floats, weights: Floats) -> Floats:
    """The slope of the weighted line through values, a row a draw; nan values weigh nothing."""
    weighing = np.where(np.isnan(values), 0.0, weights)
    values, total = np.nan_to_num(values), weighing.sum(axis=1, keepdims=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        apart = times - (weighing * times).sum(axis=1, keepdims=True) / total
        return np.asarray((weighing * apart * values).sum(axis=1) / (weighing * apart * apart).sum(axis=1))
