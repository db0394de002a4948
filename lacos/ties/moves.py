"""Who came closer and who drew apart between two periods."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from lacos.ledger import Ledger
from lacos.ties.errors import TieError
from lacos.ties.explaining import weightiest
from lacos.ties.findings import Act, Move, Report
from lacos.ties.pairs import LEAST, counted, pair_of, sampled
from lacos.ties.periods import check, first_day, last_day
from lacos.ties.sample import figure, interval

Bounds = str | tuple[str, str]
"""A day, a month or a year; or the first and the last of several."""
Part = tuple[tuple[Act, ...], tuple[Report, ...]]
"""The acts of a period and their reports."""


def moves(ledger: Ledger, early: Bounds, late: Bounds, least: int = LEAST) -> tuple[Move, ...]:
    """How pairs moved between two periods, those who came closer most first. ``is_clear`` says which moved for sure.

    Pairs that less than ``least`` origins tell of in either period are left out. Of those that did not move, one of ten still
    seems to have moved: that is what a 90 % interval means. Raises TieError for periods that are none, or that are not one after the other.
    """
    (early_first, early_last), (late_first, late_last) = bounds(early), bounds(late)
    if last_day(early_last) >= first_day(late_first):
        raise TieError(f"{early_first} to {early_last} is not over before {late_first} to {late_last}: give the early period first")
    parts = counted(ledger, early_first, early_last), counted(ledger, late_first, late_last)
    return tuple(sorted(moved(*parts, least), key=lambda move: (-move.change, move.one, move.other)))


def bounds(given: Bounds) -> tuple[str, str]:
    """The first and last date of a period. Raises TieError for dates that are none."""
    first, last = (given, given) if isinstance(given, str) else given
    check(first, last)
    return first, last


def moved(early: Part, late: Part, least: int) -> Iterator[Move]:
    """The moves of all pairs that enough is told of in both parts."""
    sample = sampled((*early[0], *late[0]), (*early[1], *late[1]))
    pairs = sorted({pair_of(act) for act in sample.happenings})
    place, after = {pair: n for n, pair in enumerate(pairs)}, {act.happening for act in late[0]}
    cells = sample.cells([place[pair_of(act)] + len(pairs) * (act.happening in after) for act in sample.happenings])
    origins = sample.telling(cells, 2 * len(pairs)).reshape(2, -1)
    enough = np.flatnonzero(origins.min(axis=0) >= least)
    nets = sample.net(cells, 2 * len(pairs))
    before, now = nets[enough], nets[enough + len(pairs)]
    change = now - before
    for n, number in enumerate(enough):
        acts = [act for act in late[0] if pair_of(act) == pairs[number]]
        level, sign = before.values[n], np.sign(change.values[n])
        explaining = weightiest(acts, [float(sign * (act.score - level)) for act in acts])
        yield Move(*pairs[number], figure(before, n), figure(now, n), *interval(change, n), explaining)
