"""A tie as users meet it: who, when, how much, how sure."""

from datetime import date
from pathlib import Path

import pytest
from news import Fact, article, month

from lacos.ledger import Ledger
from lacos.records import EventType, Standing
from lacos.ties import Every, Measure, Tie, TieError, tabled

ACCORD, ATTACK, THREAT = EventType.AGREE, EventType.ASSAULT, EventType.THREATEN


def test_a_tie_knows_what_is_counted_and_who_tells_it(crisis: Ledger) -> None:
    tie = Tie(crisis, "USA", "PRK")
    assert (tie.happenings, tie.origins, tie.articles) == (72, 36, 36)
    assert (tie.first, tie.last) == (date(2017, 5, 1), date(2018, 1, 7))
    assert not tie.is_thin


def test_it_shows_what_it_is(crisis: Ledger) -> None:
    assert repr(Tie(crisis, "RUS", ("PRK", "CHN"), since="2017", until="2018-03")) == "<Tie of RUS and CHN, PRK, since 2017, until 2018-03>"
    assert repr(Tie(crisis, "RUS", but="CHN")) == "<Tie of RUS and all others but CHN>"


def test_it_is_the_same_from_either_side(crisis: Ledger) -> None:
    assert Tie(crisis, "USA", "PRK").series() == Tie(crisis, "PRK", "USA").series()


def test_what_lies_before_half_a_year_of_silence_is_an_act_but_not_counted(crisis: Ledger) -> None:
    tie = Tie(crisis, "USA", "PRK")
    assert tie.acts[0].day == date(2015, 2, 2)
    assert tie.acts[0] not in tie.counted
    assert Tie(crisis, "USA", "PRK", since="2015").first == date(2015, 2, 2)


def test_a_day_after_the_last_report_is_a_slip_and_not_counted(ledger: Ledger) -> None:
    ledger.record(
        article("a", "2017-09-05", "O Clarim", Fact(ACCORD, "BRA", "VEN", "2018-09-04"), Fact(ATTACK, "VEN", "BRA", "2017-09-04"))
    )
    tie = Tie(ledger, "BRA", "VEN")
    assert (len(tie.acts), [act.type for act in tie.counted]) == (2, [ATTACK])


def test_what_undated_texts_tell_counts_until_the_last_report_of_all(ledger: Ledger) -> None:
    ledger.record(article("a", "2017-09-05", "O Clarim", Fact(ATTACK, "VEN", "BRA", "2017-09-04")))
    ledger.record(article("b", None, "A Gazeta", Fact(ACCORD, "BRA", "VEN", "2030-01-01"), Fact(THREAT, "VEN", "BRA", "2017-09-02")))
    assert [act.type for act in Tie(ledger, "BRA", "VEN").counted] == [THREAT, ATTACK]


def test_notebooks_show_it_in_the_users_language(crisis: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LACOS_LANG", "pt")
    shown = Tie(crisis, "PRK", "USA")._repr_html_()
    assert "Coreia do Norte – EUA" in shown
    assert "72 acontecimentos em 36 artigos" in shown
    assert "<td>conflito verbal</td><td>48 (67 %)</td>" in shown
    assert "mudança +" in shown
    monkeypatch.setenv("LACOS_LANG", "en")
    assert "too few independent reports" in Tie(crisis, "COL", "JPN")._repr_html_()
    assert "no happening that counts" in Tie(crisis, "FIN", "BOL")._repr_html_()


def test_one_against_all_leaves_out_what_passes_within(ledger: Ledger) -> None:
    facts = [Fact(ACCORD, one, other, "2017-09-04") for one, other in (("BRA", "COL"), ("BRA", "VEN"), ("VEN", "CHN"), ("BRA", "BRA"))]
    ledger.record(article("a", "2017-09-05", "O Clarim", *facts))
    assert [(act.actor, act.recipient) for act in Tie(ledger, ("BRA", "VEN")).acts] == [("BRA", "COL"), ("VEN", "CHN")]
    assert [(act.actor, act.recipient) for act in Tie(ledger, "BRA", "VEN").rest().acts] == [("BRA", "COL")]
    assert [told.happening["recipient"] for told in Tie(ledger, "BRA", "VEN").rest().claims()] == ["COL"]
    assert {report.happening for report in Tie(ledger, ("BRA", "VEN")).reports} == {
        act.happening for act in Tie(ledger, ("BRA", "VEN")).acts
    }
    assert Tie(ledger, "BRA/OPP", "COL").one == ("BRA",)


def test_a_happening_of_several_pairs_is_counted_once(ledger: Ledger) -> None:
    ledger.record(article("a", "2017-09-05", "O Clarim", Fact(ATTACK, "USA+KOR", "PRK", "2017-09-04")))
    tie = Tie(ledger, "PRK")
    assert (len(tie.acts), tie.happenings, tie.series(Measure.HAPPENINGS).points[0].value) == (2, 1, 1)


def test_months_without_anything_are_there_and_empty(crisis: Ledger) -> None:
    points = Tie(crisis, "COL", "JPN", until="2017-12").series().points
    assert [(point.period.label, point.value) for point in points] == [("2017-09", 2.5)]
    weeks = Tie(crisis, "USA", "PRK", until="2017-06").series(every=Every.WEEK).points
    assert [(point.period.label, point.value, point.happenings) for point in weeks[:3]] == [
        ("2017-W18", -3.25, 8),
        ("2017-W19", None, 0),
        ("2017-W20", None, 0),
    ]
    assert weeks[1].low is None


def test_measures_of_a_month(anywhere: Ledger) -> None:
    """A threat that three outlets tell and an accord that one denies."""
    threat = Fact(THREAT, "USA", "PRK", "2017-09-04")
    for id, outlet in (("a", "O Clarim"), ("b", "A Gazeta"), ("c", "Diário")):
        anywhere.record(article(id, "2017-09-05", outlet, threat))
    anywhere.record(article("d", "2017-09-06", "Diário", Fact(ACCORD, "USA", "PRK", "2017-09-05", denied_by="USA")))
    tie = Tie(anywhere, "USA", "PRK")
    values = {measure: tie.series(measure).points[0].value for measure in Measure}
    assert values == {
        Measure.HAPPENINGS: 2,
        Measure.ORIGINS: 4,
        Measure.ARTICLES: 4,
        Measure.CONTESTED: 1,
        Measure.NET: -0.5,  # of -3.5 and 2.5
        Measure.NET_BY_ORIGINS: -2,  # of -3.5 three times and 2.5
    }
    assert tie.series(Measure.HAPPENINGS, group="verbal conflict").points[0].value == 1
    assert tie.series(Measure.HAPPENINGS, group="AGREE").points[0].value == 1
    assert [claim.happening["type"] for claim in tie.claims((Standing.CONTESTED,))] == ["AGREE"]


def test_intervals_hold_the_value_and_show_how_many_origins_there_are(crisis: Ledger) -> None:
    points = Tie(crisis, "USA", "PRK").series(Measure.HAPPENINGS).points
    assert all(point.low is not None and point.high is not None and point.low < point.value < point.high for point in points)
    assert all(point.low is None for point in Tie(crisis, "USA", "PRK").series().points)  # of four origins


def test_a_tie_with_hardly_any_data_draws_no_trend(crisis: Ledger) -> None:
    thin = Tie(crisis, "COL", "JPN")
    assert (thin.is_thin, thin.happenings, thin.trend(), thin.breaks(), thin.compare(Tie(crisis, "USA", "PRK"))) == (
        True,
        1,
        None,
        (),
        None,
    )


def test_a_tie_without_any_data_is_empty(crisis: Ledger) -> None:
    none = Tie(crisis, "BRA", "CHN")
    assert (none.is_thin, none.first, none.acts, none.reports, none.series().points) == (True, None, (), (), ())
    assert (none.quads(), none.types(), none.outlets(), none.claims(), none.breaks()) == ((), (), (), [], ())
    assert none.asymmetry().forth_net is None


def test_quads_and_types_are_shares_of_all(crisis: Ledger) -> None:
    tie = Tie(crisis, "USA", "PRK")
    assert [(share.name, share.count) for share in tie.quads() if share.count] == [("verbal cooperation", 24), ("verbal conflict", 48)]
    types = [(share.name, share.count) for share in tie.types()]
    assert types == [("ACCUSE", 24), ("THREATEN", 24), ("AGREE", 12), ("CONSULT", 12)]
    assert sum(share.share for share in tie.types()) == pytest.approx(1, abs=0.001)
    assert all(share.low < share.share < share.high for share in tie.types())


def test_outlets_and_their_countries(ledger: Ledger) -> None:
    for id, outlet in (("a", "Folha de S.Paulo"), ("b", "publico.pt"), ("c", "g1.globo.com"), ("d", "O Semanário da Serra")):
        ledger.record(article(id, "2017-09-05", outlet, Fact(THREAT, "USA", "PRK", "2017-09-04")))
    tie = Tie(ledger, "USA", "PRK")
    assert [(share.name, share.count, share.share) for share in tie.countries()] == [("BRA", 2, 0.5), ("", 1, 0.25), ("PRT", 1, 0.25)]
    assert [share.name for share in tie.outlets()] == ["Folha de S.Paulo", "O Semanário da Serra", "g1.globo.com", "publico.pt"]


def test_findings_become_rows(crisis: Ledger) -> None:
    tie = Tie(crisis, "USA", "PRK")
    series = tabled(tie.series(Measure.HAPPENINGS))
    assert series.columns == ("period", "first", "last", "value", "low", "high", "happenings", "origins")
    assert (len(series), series[0]["period"], series[0]["value"]) == (9, "2017-05", 8)
    assert tabled(tie.acts)[0] | {"happening": ""} == {
        **{"happening": "", "actor": "PRK", "recipient": "USA", "joint": False, "type": "ASSAULT", "mode": None, "status": "occurred"},
        **{"historical": False, "standing": "told", "when": "2015-02-02", "day": date(2015, 2, 2), "first_reported": "2015-02-03"},
        **{"last_reported": "2015-02-03", "articles": 1, "origins": 1, "counted": True, "quad": "material conflict", "score": -9.0},
    }
    (change,) = tabled(tie.breaks())
    assert (change["period"], change["kind"], len(change["acts"].split("+"))) == ("2017-11", "level", 2)
    assert len(tabled(())) == 0


def test_figures_are_the_same_whichever_order_texts_came_in(tmp_path: Path) -> None:
    readings = [reading for name in ("2017-05", "2017-06") for reading in month(name, 8, (THREAT, "USA", "PRK"), (ACCORD, "PRK", "USA"))]
    ties = []
    for name, ordered in (("one", readings), ("other", readings[::-1])):
        ledger = Ledger(tmp_path / name)
        for reading in ordered:
            ledger.record(reading)
        ties.append(Tie(ledger, "USA", "PRK"))
    one, other = ties
    for measure in Measure:
        assert one.series(measure, Every.WEEK) == other.series(measure, Every.WEEK)
    assert (one.trend(), one.types(), one.asymmetry(), one.outlets()) == (other.trend(), other.types(), other.asymmetry(), other.outlets())


@pytest.mark.parametrize(
    ("one", "other", "since", "until", "says"),
    [
        ("Rússia", "PRK", None, None, "'Rússia' is no code"),
        ((), "PRK", None, None, "needs somebody"),
        (("USA", "PRK"), "PRK", None, None, "PRK cannot be on both sides"),
        ("USA", "PRK", "setembro", None, "'setembro' is no date"),
        ("USA", "PRK", None, "2017-13", "'2017-13' is no date"),
        ("USA", "PRK", "2018", "2017-12", "since 2018 is after until 2017-12"),
    ],
)
def test_what_makes_no_tie_is_named(crisis: Ledger, one: str, other: str, since: str | None, until: str | None, says: str) -> None:
    with pytest.raises(TieError, match=says):
        Tie(crisis, one, other, since, until)


def test_a_group_that_there_is_not_is_named(crisis: Ledger) -> None:
    with pytest.raises(TieError, match="'conflict' is no quad class and no type: give one of verbal cooperation"):
        Tie(crisis, "USA", "PRK").series(group="conflict")


def test_a_measure_that_there_is_not_is_named(crisis: Ledger) -> None:
    with pytest.raises(TieError, match="'netto' is none of happenings, origins, articles, contested, net, net by origins"):
        Tie(crisis, "USA", "PRK").breaks("netto")  # type: ignore[arg-type]


def test_one_with_all_has_no_rest(crisis: Ledger) -> None:
    with pytest.raises(TieError, match="USA with all others leaves no rest"):
        Tie(crisis, "USA").rest()
