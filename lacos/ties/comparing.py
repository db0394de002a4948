"""One tie beside itself and others: who acts upon whom, late beside early, one tie beside another."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from lacos.ties.acts import day_of
from lacos.ties.findings import Act, Asymmetry, Comparison, Period, Report, Trend
from lacos.ties.sample import Estimate, Floats, Sample, figure, interval, rounded
from lacos.ties.series import by_period

ENOUGH = 12
"""Origins and happenings without which a tie is thin.

The scores of what one origin tells of a tie spread by about 4 (docs/ties.md). Of six origins a half, the 90 % interval of how the halves
differ then goes 5 points either way, as far as from consulting (2.5) to accusing (-3): fewer could not even tell these apart.
"""
LEAST_PERIODS = 6
"""Periods in which both sides act without which nothing is said of how one answers the other."""


def trend(sample: Sample) -> Trend | None:
    """Net cooperation of the late half of the happenings beside the early half; None where six origins do not tell of each."""
    days = [day_of(act) for act in sample.happenings]
    split = sorted(days)[len(days) // 2]
    cells = sample.cells([int(day >= split) for day in days])
    if any(sample.telling(cells, 2) < ENOUGH / 2):
        return None
    halves = sample.net(cells, 2)
    early, late = halves[:1], halves[1:]
    return Trend(split, figure(early), figure(late), *interval(late - early))


def comparison(one: Sequence[Act], other: Sequence[Act], reports: Sequence[Report]) -> Comparison:
    """Net cooperation of some acts beside that of others, with the reports of both."""
    sample = Sample([*one, *other], reports)
    first, second = (net_of(sample, {act.happening for act in acts}) for acts in (one, other))
    return Comparison(figure(first), figure(second), *interval(first - second))


def net_of(sample: Sample, happenings: Collection[str]) -> Estimate:
    """The net cooperation of some happenings of a sample."""
    return sample.net(sample.cells([0 if act.happening in happenings else None for act in sample.happenings]), 1)


def asymmetry(sample: Sample, acts: Sequence[Act], one: Collection[str], spans: Sequence[Period]) -> Asymmetry:
    """Who acts upon whom in acts of a sample, of which ``one`` are the first side."""
    forth = {act.happening for act in acts if not act.joint and act.actor in one}
    back = {act.happening for act in acts if not act.joint and act.recipient in one}
    joint = {act.happening for act in acts if act.joint}
    reciprocity, low, high, periods = answering(sample, forth, back, spans) if spans else (None, None, None, 0)
    forth_net, back_net = (rounded(net_of(sample, some).values[0]) for some in (forth, back))
    return Asymmetry(len(forth), len(back), len(joint), forth_net, back_net, reciprocity, low, high, periods)


def answering(
    sample: Sample, forth: Collection[str], back: Collection[str], spans: Sequence[Period]
) -> tuple[float | None, float | None, float | None, int]:
    """The correlation of two directions' net cooperation over the periods in which both act, with its interval and their number.

    A period weighs as the variance of a difference of two means asks: n m / (n + m) for n and m happenings.
    """
    periods = by_period(sample, spans)
    nets, numbers = [], []
    for some in (forth, back):
        cells = np.where([act.happening in some for act in sample.happenings], periods, -1)
        nets.append(sample.net(cells, len(spans)))
        numbers.append(sample.sums(cells, len(spans)).values)
    weights = np.divide(numbers[0] * numbers[1], numbers[0] + numbers[1], out=np.zeros(len(spans)), where=numbers[0] * numbers[1] > 0)
    both = int(np.count_nonzero(weights))
    if both < LEAST_PERIODS:
        return None, None, None, both
    values = correlation(nets[0].values[None, :], nets[1].values[None, :], weights)
    found = Estimate(values, correlation(nets[0].draws, nets[1].draws, weights)[:, None], np.array([float(sample.size)]))
    return figure(found), *interval(found), both


def correlation(one: Floats, other: Floats, weights: Floats) -> Floats:
    """The weighted correlation of each row of one with that of the other; nan weighs nothing."""
    weighing = np.where(np.isnan(one) | np.isnan(other), 0.0, weights)
    a, b = (apart(np.nan_to_num(some), weighing) for some in (one, other))
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray((weighing * a * b).sum(axis=1) / np.sqrt((weighing * a * a).sum(axis=1) * (weighing * b * b).sum(axis=1)))


def apart(values: Floats, weights: Floats) -> Floats:
    """How far values are from the weighted mean of their row."""
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(values - (weights * values).sum(axis=1, keepdims=True) / weights.sum(axis=1, keepdims=True))
