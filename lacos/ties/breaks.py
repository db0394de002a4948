"""Breaks: where a measure of a tie changes its level or its trend, with the happenings that explain it.

Levels or lines: whichever leaves less over for what it costs. A cut costs what the Bayesian information criterion asks for its parameters,
twice or three times the logarithm of the number of periods; what is left over is counted in variances of a period, which are what the
draws of origins show, or more where the series jumps more than that from period to period. A break is one only where the interval of the
change leaves out zero.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lacos.records import Standing
from lacos.ties.explaining import weightiest
from lacos.ties.findings import Act, Break, Measure, Period
from lacos.ties.sample import Cells, Estimate, Floats, Sample, figure, interval
from lacos.ties.segments import Cuts, Signal, cut, slopes
from lacos.ties.series import NETS, by_period, estimate

ORIGINS = 6
"""Origins that a level of net cooperation needs, half of what a tie needs to be spoken of."""
PERIODS = 3
"""Periods that the level of a count needs. A line needs twice as much as a level."""
NEAR = 3
"""Periods from a break on in which they are looked for."""
USUAL = 0.6745
"""The median distance of a standard normal variable from its mean."""


@dataclass(frozen=True)
class Course:
    """A measure over periods, as its breaks are looked for."""

    sample: Sample
    measure: Measure
    spans: Sequence[Period]

    def breaks(self) -> tuple[Break, ...]:
        """The breaks in the order of time."""
        if len(self.measured) < 2:
            return ()
        cuts, sloped = self.cuts()
        edges = [0, *(int(self.measured[start]) for start in cuts.starts), len(self.spans)]
        made = (self.changed(*some, sloped) for some in zip(edges, edges[1:], edges[2:], strict=False))
        return tuple(one for one in made if one is not None)

    def cuts(self) -> tuple[Cuts, bool]:
        """The best cuts, and whether they are between lines; a line costs one parameter more than a level from the start."""
        unit = float(np.log(len(self.measured)))
        size = ORIGINS if self.measure in NETS else PERIODS
        levels = cut(self.signal, 2 * unit, size)
        lines = cut(self.signal, 3 * unit, 2 * size, 2 * PERIODS, sloped=True)
        return (lines, True) if lines.cost + unit < levels.cost else (levels, False)

    @cached_property
    def cells(self) -> Cells:
        """The period of each happening."""
        return by_period(self.sample, self.spans)

    @cached_property
    def found(self) -> Estimate:
        """The measure in each period."""
        return estimate(self.sample, self.measure, self.cells, len(self.spans))

    @cached_property
    def measured(self) -> Cells:
        """The periods that have something to measure."""
        return np.flatnonzero(~np.isnan(self.found.values))

    @cached_property
    def signal(self) -> Signal:
        """What is cut: values that vary alike, each with its weight. Square roots make counts vary alike (Anscombe 1948)."""
        values = self.found.values[self.measured]
        if self.measure not in NETS:
            values = 2 * np.sqrt(values + 3 / 8)
        variances = self.variances()
        jumps = np.abs(np.diff(values)) / np.sqrt(variances[1:] + variances[:-1])
        more = max(1.0, float(np.median(jumps)) / USUAL) ** 2
        sizes = self.origins if self.measure in NETS else np.ones(len(values))
        return Signal(self.measured.astype(np.float64), values, 1 / (more * variances), sizes)

    @cached_property
    def origins(self) -> Floats:
        """How many origins tell of each measured period."""
        return self.sample.telling(self.cells, len(self.spans))[self.measured]

    def variances(self) -> Floats:
        """The variance of each measured period by its origins: of one origin, as all periods show it together, over how many there are."""
        if self.measure not in NETS:
            return np.ones(len(self.measured))
        seen = np.nanvar(self.found.draws[:, self.measured], axis=0) * self.origins * self.origins
        return max(float(seen.sum()) / max(1.0, float((self.origins - 1).sum())), 1.0) / self.origins

    def changed(self, before: int, start: int, end: int, sloped: bool) -> Break | None:
        """The break at a period, given where what came before begins and what comes after ends; None where it is not sure."""
        if sloped and (found := self.made("trend", start, self.slope(before, start), self.slope(start, end), before)):
            return found
        return self.made("level", start, self.level(before, start), self.level(start, end), before)

    def made(self, kind: str, start: int, before: Estimate, after: Estimate, begin: int) -> Break | None:
        """A break of a kind if it is sure."""
        low, high = interval(after - before)
        if low <= 0 <= high:
            return None
        acts = self.explaining(start, figure(self.level(begin, start)), 1 if low > 0 else -1)
        return Break(self.spans[start], kind, figure(before), figure(after), low, high, acts)

    def level(self, start: int, end: int) -> Estimate:
        """The measure over some periods: a count as the mean of the periods."""
        if self.measure in NETS:
            return estimate(self.sample, self.measure, np.where((self.cells >= start) & (self.cells < end), 0, -1), 1)
        some = slice(start, end)
        values, draws = self.found.values[some].mean(keepdims=True), self.found.draws[:, some].mean(axis=1, keepdims=True)
        return Estimate(values, draws, self.found.origins[:1])

    def slope(self, start: int, end: int) -> Estimate:
        """The slope of the measure over some periods, a period."""
        inside = (self.measured >= start) & (self.measured < end)
        periods, weights = self.measured[inside], self.signal.weights[inside]
        values, draws = self.found.values[None, periods], self.found.draws[:, periods]
        times, origins = periods.astype(np.float64), self.origins[inside].sum(keepdims=True)
        return Estimate(slopes(times, values, weights), slopes(times, draws, weights)[:, None], origins)

    def explaining(self, start: int, level: float, sign: int) -> tuple[Act, ...]:
        """The acts that weigh most in a change, soon after it; where a count falls, soon before it, for they came to an end."""
        first = start if sign > 0 or self.measure in NETS else start - NEAR
        near = np.flatnonzero((self.cells >= first) & (self.cells < first + NEAR))
        acts = [self.sample.happenings[n] for n in near]
        return weightiest(acts, [self.push(act, level, sign) for act in acts])

    def push(self, act: Act, level: float, sign: int) -> float:
        """How far an act moves the measure from a level."""
        if self.measure in NETS:
            return sign * (act.score - level)
        if self.measure is Measure.CONTESTED:
            return float(act.standing is Standing.CONTESTED)
        return 1.0
