"""Cutting series: what ruptures finds, faster."""

import time

import numpy as np
import pytest

from lacos.ties.segments import Signal, cut, slopes


def signal(values: list[float], weights: list[float] | None = None) -> Signal:
    ones = np.ones(len(values))
    return Signal(np.arange(len(values), dtype=float), np.array(values), np.array(weights) if weights else ones, ones)


def noisy(*levels: float, each: int = 12, seed: int = 0) -> list[float]:
    return list(np.repeat(levels, each) + np.random.default_rng(seed).normal(size=each * len(levels)))


def test_a_level_that_jumps_is_cut_there() -> None:
    assert cut(signal(noisy(0, 8)), 2 * np.log(24), 3).starts == (12,)
    assert cut(signal(noisy(0)), 2 * np.log(12), 3).starts == ()


def test_a_line_that_bends_is_cut_there() -> None:
    bent = [*(0.5 * n for n in range(12)), *(6 - 0.5 * n for n in range(12))]
    assert cut(signal(bent), 1, 3, points=3, sloped=True).starts in ((12,), (13,))


def test_a_value_of_little_weight_moves_no_cut() -> None:
    values = [0.0] * 10 + [9.0] + [0.0] * 10
    assert cut(signal(values), 6, 1).starts == (10, 11)
    assert cut(signal(values, [1.0] * 10 + [0.01] + [1.0] * 10), 6, 1).starts == ()


def test_segments_have_the_size_that_is_asked() -> None:
    assert cut(signal([0.0] * 10 + [9.0]), 1, 2).starts == (9,)
    assert cut(signal([0.0, 9.0]), 1, 3).starts == ()


@pytest.mark.parametrize("seed", range(8))
def test_it_cuts_levels_where_ruptures_does(seed: int) -> None:
    """With least squares, ruptures' own; its exact search of all segmentations is given the number of cuts that ours comes to."""
    ruptures = pytest.importorskip("ruptures")
    values = noisy(0, 2, -1, 1, seed=seed)
    ours = cut(signal(values), 2 * np.log(len(values)), 3)
    theirs = ruptures.Dynp(model="l2", min_size=3, jump=1).fit(np.array(values)).predict(n_bkps=len(ours.starts))
    assert [*ours.starts, len(values)] == theirs
    left_over = ruptures.costs.CostL2().fit(np.array(values)).sum_of_costs(theirs)
    assert ours.cost == pytest.approx(left_over + len(ours.starts) * 2 * np.log(48))


@pytest.mark.parametrize("seed", range(4))
def test_it_cuts_lines_where_ruptures_does(seed: int) -> None:
    ruptures = pytest.importorskip("ruptures")
    random = np.random.default_rng(seed)
    values = np.concatenate([0.4 * np.arange(15), 6 - 0.7 * np.arange(15), np.full(15, 2.0)]) + random.normal(size=45)
    ours = cut(signal(list(values)), 3 * np.log(45), 5, points=5, sloped=True)
    lines = np.column_stack([values, np.arange(45.0), np.ones(45)])
    theirs = ruptures.Dynp(model="linear", min_size=5, jump=1).fit(lines).predict(n_bkps=len(ours.starts))
    assert [*ours.starts, 45] == theirs


def test_years_of_days_are_cut_at_once() -> None:
    began = time.perf_counter()
    assert cut(signal(noisy(0, 3, each=750)), 2 * np.log(1500), 3).starts == (750,)
    assert time.perf_counter() - began < 2


def test_a_slope_is_that_of_the_line_through_what_is_known() -> None:
    values = np.array([[0.0, 2.0, np.nan, 6.0], [3.0, 2.0, 1.0, 0.0]])
    assert slopes(np.arange(4.0), values, np.ones(4)) == pytest.approx([2, -1])
