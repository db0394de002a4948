"""Breaks of ties, and the happenings that explain them."""

import numpy as np
import pytest
from news import Fact, article, month

from lacos.ledger import Ledger
from lacos.records import EventType
from lacos.ties import Every, Measure, Tie
from lacos.ties.explaining import weightiest

THREAT, ACCUSATION, ACCORD, MEETING = EventType.THREATEN, EventType.ACCUSE, EventType.AGREE, EventType.CONSULT
YEAR = tuple(f"2017-{month:02}" for month in range(1, 13))


def test_talks_after_threats_are_a_break_that_they_explain(crisis: Ledger) -> None:
    (change,) = Tie(crisis, "USA", "PRK").breaks()
    assert (change.first.label, change.kind, change.before, change.after) == ("2017-11", "level", -3.25, 2.5)
    assert 0 < change.low <= change.change <= change.high
    assert [(act.type, act.actor, str(act.day)) for act in change.acts] == [(ACCORD, "USA", "2017-11-01"), (MEETING, "PRK", "2017-11-01")]


def test_the_week_of_a_break_is_found(crisis: Ledger) -> None:
    (change,) = Tie(crisis, "USA", "PRK").breaks(every=Every.WEEK)
    assert change.first.label == "2017-W44"


def test_steady_quarrels_have_no_break(ledger: Ledger) -> None:
    for name in YEAR:
        for reading in month(name, 4, (THREAT, "USA", "PRK"), (MEETING, "PRK", "USA")):
            ledger.record(reading)
    tie = Tie(ledger, "USA", "PRK")
    assert [tie.breaks(measure, every) for measure in (Measure.NET, Measure.HAPPENINGS) for every in (Every.MONTH, Every.YEAR)] == [()] * 4


def test_more_and_more_threats_are_a_trend_that_turns(ledger: Ledger) -> None:
    """Two more a month until July, then two less."""
    for n, name in enumerate(YEAR):
        for reading in month(name, 2 + 2 * (6 - abs(6 - n)), (THREAT, "USA", "PRK")):
            ledger.record(reading)
    (change,) = Tie(ledger, "USA", "PRK").breaks(Measure.HAPPENINGS)
    assert (change.kind, change.first.label) == ("trend", "2017-07")
    assert change.before == pytest.approx(2, abs=0.2)
    assert change.after == pytest.approx(-2, abs=0.2)
    assert change.high < 0


def test_where_a_count_falls_what_ended_explains_it(ledger: Ledger) -> None:
    for n, name in enumerate(YEAR):
        for reading in month(name, 8 if n < 6 else 1, (THREAT, "USA", "PRK") if n < 6 else (MEETING, "PRK", "USA")):
            ledger.record(reading)
    (change,) = Tie(ledger, "USA", "PRK").breaks(Measure.HAPPENINGS)
    assert (change.first.label, change.before, change.after) == ("2017-07", 8, 1)
    assert [(act.type, str(act.day)[:7]) for act in change.acts] == [(THREAT, "2017-04")]


def test_what_one_text_tells_makes_no_break(ledger: Ledger) -> None:
    """A round-up full of friendly words after months of threats is one origin, whatever it tells."""
    for name in YEAR[:6]:
        for reading in month(name, 4, (THREAT, "USA", "PRK")):
            ledger.record(reading)
    days = [f"2017-07-{day:02}" for day in range(1, 25)]
    ledger.record(article("resumo", "2017-07-25", "O Clarim", *(Fact(ACCORD, "USA", "PRK", day) for day in days)))
    tie = Tie(ledger, "USA", "PRK")
    assert tie.series(Measure.HAPPENINGS).points[-1].value == 24
    assert tie.breaks() == ()


def test_kinds_of_acts_that_many_tell_explain_more_than_one_that_is_extreme(crisis: Ledger) -> None:
    acts = [act for act in Tie(crisis, "USA", "PRK").counted if act.type in (ACCORD, MEETING)][:5]
    pushes = [1.0, 3.0, 1.0, 1.0, 1.0]
    kinds = {act.type: sum(push for other, push in zip(acts, pushes, strict=True) if other.type is act.type) for act in acts}
    explaining = weightiest(acts, pushes)
    assert [act.type for act in explaining] == sorted(kinds, key=lambda kind: -kinds[kind])
    assert weightiest(acts, [-1.0] * 5) == ()


def test_intervals_of_breaks_are_of_draws(crisis: Ledger) -> None:
    """With months alike on either side they hold only the change itself; with others they are wider."""
    tie = Tie(crisis, "USA", "PRK")
    (count,) = Tie(crisis, "USA", "PRK", since="2017-05").breaks()
    assert (count.low, count.high) == (5.75, 5.75)
    assert np.isfinite([break_.low for measure in Measure for break_ in tie.breaks(measure)]).all()
