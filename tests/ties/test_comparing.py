"""One tie beside itself and others."""

from datetime import date

import numpy as np
import pytest
from news import month

from lacos.ledger import Ledger
from lacos.records import EventType
from lacos.ties import Tie
from lacos.ties.comparing import correlation

THREAT, ACCORD, MEETING, AID = EventType.THREATEN, EventType.AGREE, EventType.CONSULT, EventType.AID


def test_the_late_half_is_compared_with_the_early_half(crisis: Ledger) -> None:
    trend = Tie(crisis, "USA", "PRK").trend()
    assert trend is not None
    assert trend.split == date(2017, 9, 5)
    assert (trend.before, trend.after) == (-3.25, 0.5833)  # of 18 months' quarters of threats, 6 of threats and 12 of talks
    assert trend.low <= trend.change <= trend.high
    assert trend.is_clear


def test_who_acts_upon_whom(ledger: Ledger) -> None:
    for reading in month("2017-05", 6, (THREAT, "USA", "PRK"), (MEETING, "USA+PRK", "")) + month("2017-06", 3, (AID, "PRK", "USA")):
        ledger.record(reading)
    asymmetry = Tie(ledger, "USA", "PRK").asymmetry()
    assert (asymmetry.forth, asymmetry.back, asymmetry.joint) == (6, 3, 6)
    assert (asymmetry.forth_net, asymmetry.back_net) == (-3.5, 10)
    assert (asymmetry.reciprocity, asymmetry.periods) == (None, 0)


def test_one_answers_the_other(ledger: Ledger) -> None:
    """Threats for threats, accords for accords, in turns."""
    for n in range(8):
        kind = (THREAT, ACCORD)[n % 2]
        for reading in month(f"2017-0{n + 1}", 3, (kind, "USA", "PRK"), (kind, "PRK", "USA")):
            ledger.record(reading)
    asymmetry = Tie(ledger, "USA", "PRK").asymmetry()
    assert (asymmetry.reciprocity, asymmetry.periods) == (1, 8)
    assert asymmetry.low is not None
    assert asymmetry.low > 0.9


def test_a_correlation_weighs_periods() -> None:
    one, other = np.array([[1.0, 2, 3, np.nan, 9]]), np.array([[1.0, 2, 3, 7, -9]])
    assert correlation(one, other, np.array([1.0, 1, 1, 1, 0])) == pytest.approx([1])
    assert correlation(one, other, np.ones(5))[0] < 0


def test_a_tie_is_compared_with_the_rest_of_its_actor(ledger: Ledger) -> None:
    for reading in month("2017-05", 14, (THREAT, "USA", "PRK"), (ACCORD, "USA", "KOR"), (THREAT, "PRK", "KOR")):
        ledger.record(reading)
    tie = Tie(ledger, "USA", "PRK")
    comparison = tie.compare(tie.rest())
    assert comparison is not None
    assert (comparison.one, comparison.other, comparison.difference) == (-3.5, 2.5, -6)
    assert comparison.is_clear
    same = tie.compare(tie)
    assert same is not None
    assert (same.difference, same.low, same.high, same.is_clear) == (0, 0, 0, False)
