"""Dates and numbers in prose."""

import pytest

from lacos.briefs.grammar import Gender, GrammarError, en, pt


@pytest.mark.parametrize(
    ("when", "portuguese", "english"),
    [
        ("2017-09-03", "em 3 de setembro de 2017", "on 3 September 2017"),
        ("2017-05-01", "em 1.º de maio de 2017", "on 1 May 2017"),
        ("2017-09", "em setembro de 2017", "in September 2017"),
        ("2017", "em 2017", "in 2017"),
    ],
)
def test_dates_are_as_precise_as_they_are_known(when: str, portuguese: str, english: str) -> None:
    assert (pt.on(when), en.on(when)) == (portuguese, english)


@pytest.mark.parametrize(
    ("first", "last", "portuguese", "english"),
    [
        ("2017-09-03", "2017-09-09", "de 3 a 9 de setembro de 2017", "from 3 to 9 September 2017"),
        ("2017-05-01", "2017-06-03", "de 1.º de maio a 3 de junho de 2017", "from 1 May to 3 June 2017"),
        ("2016-12-30", "2017-01-02", "de 30 de dezembro de 2016 a 2 de janeiro de 2017", "from 30 December 2016 to 2 January 2017"),
        ("2017-03", "2017-07", "de março a julho de 2017", "from March to July 2017"),
        ("2017-03-02", "2017-04", "de 2 de março a abril de 2017", "from 2 March to April 2017"),
        ("2016", "2018", "de 2016 a 2018", "from 2016 to 2018"),
        ("2017-09-03", "2017-09-03", "em 3 de setembro de 2017", "on 3 September 2017"),
    ],
)
def test_what_both_ends_share_is_said_once(first: str, last: str, portuguese: str, english: str) -> None:
    assert (pt.span(first, last), en.span(first, last)) == (portuguese, english)


@pytest.mark.parametrize("when", ["", "ontem", "2017-13", "2017-02-29", "2017-9-3", "0000"])
def test_what_is_no_date_is_refused(when: str) -> None:
    for grammar in (pt, en):
        with pytest.raises(GrammarError, match="is no date: give YYYY, YYYY-MM or YYYY-MM-DD"):
            grammar.on(when)


def test_time_does_not_run_backwards() -> None:
    with pytest.raises(GrammarError, match="from 2018 to 2017-05 ends before it begins"):
        pt.span("2018", "2017-05")


def test_counts_in_words_and_figures() -> None:
    assert [pt.number(value) for value in (1, 2, 10, 11, 2480)] == ["um", "dois", "dez", "11", "2.480"]
    assert [pt.number(value, Gender.FEMININE) for value in (1, 2, 3, 1_200_000)] == ["uma", "duas", "três", "1.200.000"]
    assert [en.number(value) for value in (1, 9, 10, 2480)] == ["one", "nine", "10", "2,480"]
    with pytest.raises(GrammarError, match="-1 counts nothing"):
        pt.number(-1)


def test_counted_things_agree() -> None:
    things = [pt.counted(value, "visita", "visitas", Gender.FEMININE) for value in (0, 1, 2, 12)]
    assert things == ["nenhuma visita", "uma visita", "duas visitas", "12 visitas"]
    assert [en.counted(value, "visit", "visits") for value in (0, 1, 2, 12)] == ["no visits", "one visit", "two visits", "12 visits"]


def test_measures() -> None:
    assert [pt.decimal(1.5), pt.decimal(-0.84), pt.decimal(1234.5, 2), pt.decimal(2, signed=True)] == ["1,5", "−0,8", "1.234,50", "+2,0"]
    assert [en.decimal(1.5), en.decimal(-0.84), en.decimal(1234.5, 2), en.decimal(2, signed=True)] == ["1.5", "−0.8", "1,234.50", "+2.0"]
    assert [pt.percent(0.853), pt.percent(0.125, 1), en.percent(0.125, 1)] == ["85%", "12,5%", "12.5%"]


def test_what_rounds_to_zero_has_no_sign() -> None:
    assert [pt.decimal(-0.04), pt.decimal(0.04, signed=True), en.decimal(-0.0)] == ["0,0", "0,0", "0.0"]
