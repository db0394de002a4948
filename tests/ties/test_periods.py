"""Days, weeks, months and years."""

from datetime import date
from itertools import pairwise

import pytest

from lacos.ties import Every, TieError
from lacos.ties.periods import first_day, last_day, periods


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2017-12", date(2017, 12, 1), date(2017, 12, 31)),
        ("2017-09-03", date(2017, 9, 3), date(2017, 9, 3)),
    ],
)
def test_dates_of_any_precision(text: str, first: date, last: date) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize("text", ["", "17", "2017-9", "2017-02-30", "20170903", "2017-W36-7", "ontem", "0000"])
def test_what_is_no_date_is_named(text: str) -> None:
    with pytest.raises(TieError, match=f"'{text}' is no date"):
        last_day(text)


@pytest.mark.parametrize(
    ("every", "labels"),
    [
        (Every.DAY, ["2017-12-30", "2017-12-31", "2018-01-01", "2018-01-02"]),
        (Every.WEEK, ["2017-W52", "2018-W01"]),
        (Every.MONTH, ["2017-12", "2018-01"]),
        (Every.YEAR, ["2017", "2018"]),
    ],
)
def test_periods_follow_one_another(every: Every, labels: list[str]) -> None:
    found = list(periods(date(2017, 12, 30), date(2018, 1, 2), every))
    assert [period.label for period in found] == labels
    assert all((later.first - earlier.last).days == 1 for earlier, later in pairwise(found))
    assert found[0].first <= date(2017, 12, 30) <= found[0].last
