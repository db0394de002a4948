"""Measures over time, each with how sure it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np

from lacos.events.ontology import ontology
from lacos.records import EventType, Standing
from lacos.ties.acts import day_of
from lacos.ties.errors import TieError
from lacos.ties.findings import Every, Measure, Period, Point, Series
from lacos.ties.sample import LEAST, Cells, Estimate, Sample, rounded

QUADS = tuple(dict.fromkeys(info.quad for info in ontology().values()))
"""The quad classes in PLOVER's order."""
NETS = (Measure.NET, Measure.NET_BY_ORIGINS)


def series(sample: Sample, measure: Measure, every: Every, spans: Sequence[Period], group: str = "") -> Series:
    """A measure in each of some periods, which follow one another."""
    if not spans:
        return Series(measure, every, group, ())
    cells, count = by_period(sample, spans, group), len(spans)
    found = estimate(sample, measure, cells, count)
    low, high = found.bounds
    happenings, origins = np.bincount(cells[cells >= 0], minlength=count), sample.telling(cells, count)
    sure = origins >= (LEAST if measure in NETS else 0)
    points = []
    for n, span in enumerate(spans):
        bounds = (rounded(low[n]), rounded(high[n])) if sure[n] else (None, None)
        points.append(Point(span, rounded(found.values[n]), *bounds, int(happenings[n]), int(origins[n])))
    return Series(measure, every, group, tuple(points))


def estimate(sample: Sample, measure: Measure, cells: Cells, count: int) -> Estimate:
    """A measure in each cell."""
    if measure is Measure.CONTESTED:
        return sample.sums(cells, count, np.array([float(act.standing is Standing.CONTESTED) for act in sample.happenings]))
    measured = {
        Measure.HAPPENINGS: sample.sums,
        Measure.ORIGINS: sample.origins,
        Measure.ARTICLES: sample.articles,
        Measure.NET: sample.net,
        Measure.NET_BY_ORIGINS: sample.net_by_origins,
    }
    return measured[measure](cells, count)


def by_period(sample: Sample, spans: Sequence[Period], group: str = "") -> Cells:
    """The period of each happening of a group, quad class or type; "" for all. Raises TieError for a group that there is not."""
    if group and group not in QUADS and group not in ontology():
        raise TieError(f"{group!r} is no quad class and no type: give one of {', '.join((*QUADS, *EventType))}, or nothing for all")
    starts = [span.first for span in spans]
    places = [bisect_right(starts, day_of(act)) - 1 for act in sample.happenings]
    return np.array([place if group in ("", act.quad, act.type) else -1 for place, act in zip(places, sample.happenings, strict=True)], int)
