"""How sure figures are: draws of origins."""

from datetime import date, timedelta

import numpy as np
import pytest

from lacos.records import EventType, Standing, Status
from lacos.ties import Act, Report
from lacos.ties.sample import Sample, tail


def act(happening: str, type: EventType = EventType.THREATEN, origins: int = 1) -> Act:
    day = date(2017, 9, 3) + timedelta(days=len(happening))
    rest = (Status.OCCURRED, False, Standing.TOLD, day.isoformat(), day, day.isoformat(), day.isoformat(), origins, origins, True)
    return Act(happening, "USA", "PRK", False, type, None, *rest)


def sample(*told: tuple[str, EventType, str]) -> Sample:
    """Of happenings with their types and the origins that tell them, a letter each."""
    acts = [act(name, type, len(origins)) for name, type, origins in told]
    return Sample(acts, [Report(name, origin, None, None, origin) for name, _, origins in told for origin in origins])


def all_of(some: Sample) -> np.ndarray:
    return np.zeros(len(some.happenings), dtype=np.int64)


def test_draws_lie_around_the_figure() -> None:
    some = sample(*((f"h{n}", EventType.THREATEN if n % 2 else EventType.AGREE, "abcdefghijklmnopqrst"[n]) for n in range(20)))
    net = some.net(all_of(some), 1)
    assert net.values[0] == pytest.approx(-0.5)
    assert net.draws.mean() == pytest.approx(-0.5, abs=0.1)
    assert net.draws.std() == pytest.approx(3 / np.sqrt(20), rel=0.1)  # the scores lie 3 from their mean


def test_a_happening_that_many_tell_is_counted_without_bias() -> None:
    some = sample(("one", EventType.THREATEN, "abc"), ("two", EventType.AGREE, "d"), ("three", EventType.AGREE, "ae"))
    counted = some.sums(all_of(some), 1)
    assert counted.values[0] == 3
    assert counted.draws.mean() == pytest.approx(3, abs=0.1)
    assert (some.net(all_of(some), 1).values[0], some.net_by_origins(all_of(some), 1).values[0]) == (0.5, -0.5)


def test_what_one_origin_tells_is_drawn_together() -> None:
    """Ten happenings of one origin say no more than one, those of ten origins do."""
    together = sample(*((f"h{n}", EventType.THREATEN, "a") for n in range(10)), ("other", EventType.AGREE, "b"))
    apart = sample(*((f"h{n}", EventType.THREATEN, "acdefghijk"[n]) for n in range(10)), ("other", EventType.AGREE, "b"))
    assert set(np.unique(together.sums(together.cells([0] * 10 + [None]), 1).draws)) == {0, 10, 20}
    assert apart.sums(apart.cells([0] * 10 + [None]), 1).draws.std() < 2


def test_an_interval_of_few_origins_leaves_out_hardly_any_draw() -> None:
    shares = tail(np.array([3.0, 6.0, 12.0, 1000.0]))
    assert list(shares) == sorted(shares)
    assert shares[0] < 0.001
    assert shares[1] == pytest.approx(0.0137, abs=0.001)  # Student's 2.015 with 5 degrees of freedom, times the root of 6/5
    assert shares[3] == pytest.approx(0.05, abs=0.001)


def test_intervals_hold_what_is_true_about_nine_times_of_ten() -> None:
    """Samples of twelve origins out of a world of scores whose mean is known."""
    random, held, trials = np.random.default_rng(1), 0, 200
    types = list(EventType)
    world = sample(*((str(n), kind, "a") for n, kind in enumerate(types)))
    truth = world.scores.mean()
    for _ in range(trials):
        drawn = random.integers(len(types), size=12)
        some = sample(*((f"h{n}", types[kind], "abcdefghijkl"[n]) for n, kind in enumerate(drawn)))
        (low,), (high,) = some.net(all_of(some), 1).bounds
        held += low <= truth <= high
    assert 0.84 <= held / trials <= 0.96


def test_cells_without_anything_have_no_mean() -> None:
    some = sample(("one", EventType.AGREE, "a"))
    net = some.net(some.cells([0]), 2)
    assert net.values[0] == 2.5
    assert np.isnan(net.values[1])
    assert np.isnan(net.bounds[0][1])


def test_many_origins_are_drawn_in_parts_as_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    some = sample(*((f"h{n}", EventType.AGREE if n % 3 else EventType.THREATEN, "abcdefghijkl"[n]) for n in range(12)))
    whole = some.net(all_of(some), 1).draws
    monkeypatch.setattr("lacos.ties.sample.HELD", 50)
    assert np.array_equal(some.net(all_of(some), 1).draws, whole)
