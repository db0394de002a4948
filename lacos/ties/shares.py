"""Shares of a whole: quad classes and types of happenings, outlets of reports and their countries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lacos.ties.findings import Share
from lacos.ties.media import country
from lacos.ties.sample import Estimate, Sample, figure, interval
from lacos.ties.series import QUADS


def quads(sample: Sample) -> tuple[Share, ...]:
    """The four quad classes, in PLOVER's order."""
    places = [QUADS.index(act.quad) for act in sample.happenings]
    return shares(QUADS, sample.sums(sample.cells(places), len(QUADS)), places)


def types(sample: Sample) -> tuple[Share, ...]:
    """The event types that occur, the commonest first."""
    found = [str(act.type) for act in sample.happenings]
    names = by_number(found)
    places = [names.index(name) for name in found]
    return shares(names, sample.sums(sample.cells(places), len(names)), places)


def outlets(sample: Sample) -> tuple[Share, ...]:
    """The outlets of the documents, the commonest first; "" for unknown ones."""
    return of_documents(sample, [report.outlet or "" for report in sample.reports])


def countries(sample: Sample) -> tuple[Share, ...]:
    """The countries of those outlets, the commonest first; "" for unknown ones."""
    return of_documents(sample, [country(report.outlet or "") for report in sample.reports])


def of_documents(sample: Sample, found: Sequence[str]) -> tuple[Share, ...]:
    """The shares of what each document has."""
    names = by_number(found)
    places = [names.index(name) for name in found]
    return shares(names, sample.documents(sample.cells(places), len(names)), places)


def by_number(found: Sequence[str]) -> tuple[str, ...]:
    """Names, the commonest first."""
    numbers = Counter(found)
    return tuple(sorted(numbers, key=lambda name: (-numbers[name], name)))


def shares(names: Sequence[str], parts: Estimate, places: Sequence[int]) -> tuple[Share, ...]:
    """Parts as shares of their whole."""
    if not places:
        return ()
    whole = Estimate(parts.values.sum(keepdims=True), parts.draws.sum(axis=1, keepdims=True), parts.origins[:1])
    found = parts / whole
    return tuple(Share(name, places.count(n), figure(found, n), *interval(found, n)) for n, name in enumerate(names))
