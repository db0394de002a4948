"""How sure the figures of ties are, and how fast: ``python -m benchmarks.ties LEDGER [ONE-OTHER ...]``.

How often intervals hold what is true: origins are drawn from those of a tie, whose own net cooperation is the truth. How often noise looks
like a break: what origins tell is shuffled over the periods of a tie.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import numpy as np

from lacos.ledger import Ledger
from lacos.ties import Every, Measure, Tie, moves, network
from lacos.ties.breaks import Course
from lacos.ties.sample import Estimate, Sample

TIES = ("PRK-USA", "USA-RUS", "BRA-USA", "PRK-KOR")
SIZES = (3, 5, 6, 12, 24, 48)
TRIALS, SHUFFLES = 1000, 100


def totals(sample: Sample) -> tuple[np.ndarray, np.ndarray]:
    """What each origin adds to the sum of scores and to the number of happenings."""
    happening, origin = sample._tellings.T
    share = 1 / sample.tellings[happening]
    return tuple(np.bincount(origin, parts, sample.size) for parts in (sample.scores[happening] * share, share))


def coverage(sample: Sample, size: int, random: np.random.Generator) -> tuple[float, float]:
    """How often plain and expanded intervals of so many origins hold the net cooperation of all."""
    scores, numbers = totals(sample)
    truth, held = scores.sum() / numbers.sum(), np.zeros(2)
    for _ in range(TRIALS):
        some = random.integers(sample.size, size=size)
        draws = random.integers(size, size=(1000, size))
        means = scores[some][draws].sum(axis=1) / numbers[some][draws].sum(axis=1)
        low, high = np.quantile(means, (0.05, 0.95))
        (lower,), (higher,) = Estimate(np.zeros(1), means[:, None], np.array([float(size)])).bounds
        held += [low <= truth + 1e-9 and truth <= high + 1e-9, lower <= truth + 1e-9 and truth <= higher + 1e-9]
    return float(held[0] / TRIALS), float(held[1] / TRIALS)


def false_breaks(tie: Tie, every: Every, random: np.random.Generator) -> float:
    """How often a tie has a break of net cooperation when what its origins tell is shuffled over its periods."""
    found, sample = 0, tie.sample
    happening, origin = sample._tellings.T
    teller = np.zeros(len(sample.happenings), dtype=int)
    teller[happening[::-1]] = origin[::-1]
    for _ in range(SHUFFLES):
        course = Course(sample, Measure.NET, tie.periods(every))
        periods = np.zeros(sample.size, dtype=int)
        periods[teller[::-1]] = course.cells[::-1]
        course.__dict__["cells"] = periods[random.permutation(sample.size)][teller]
        found += bool(course.breaks())
    return found / SHUFFLES


def timed(what: str, ask: Callable[[], object]) -> None:
    """Print how long an answer takes."""
    began = time.perf_counter()
    ask()
    print(f"{what}: {time.perf_counter() - began:.2f} s")


def everything(tie: Tie) -> None:
    """Ask all of a tie that a brief may want."""
    for ask in (tie.series, tie.trend, tie.asymmetry, tie.quads, tie.types, tie.outlets, tie.countries, tie.breaks):
        ask()
    tie.claims(("contested",))


def main() -> None:
    where, *names = sys.argv[1:]
    ledger, random = Ledger(where, create=False), np.random.default_rng(1)
    for name in names or TIES:
        tie = Tie(ledger, *name.split("-"))
        timed(f"{name}, acts and reports", lambda tie=tie: tie.sample)
        timed(f"{name}, all of a tie", lambda tie=tie: everything(tie))
        timed(f"{name}, all breaks", lambda tie=tie: [tie.breaks(measure, every) for measure in Measure for every in Every])
        scores, numbers = totals(tie.sample)
        spread = np.std((scores - numbers * scores.sum() / numbers.sum()) / numbers.mean())
        print(f"{name}: {tie.happenings} happenings, {tie.origins} origins, whose scores spread by {spread:.1f}")
        for size in SIZES:
            plain, expanded = coverage(tie.sample, size, random)
            print(f"  intervals of {size} origins hold the truth: {plain:.2f} as percentiles, {expanded:.2f} expanded")
        for every in (Every.MONTH, Every.WEEK):
            print(f"  breaks by {every} where there are none: {false_breaks(tie, every, random):.2f}", flush=True)
    timed("USA with all others", lambda: everything(Tie(ledger, "USA")))
    for _ in range(2):
        timed("the network of all ties", lambda: network(ledger))
    timed("moves between two years", lambda: moves(ledger, "2017", "2018"))


if __name__ == "__main__":
    main()
