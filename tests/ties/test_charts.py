"""Charts show what the findings say, in both languages, in the same bytes, and fetch nothing."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import altair as alt
import pytest
from drawn import rows, words
from news import Fact, article

from lacos.ledger import Ledger
from lacos.records import EventType, Status
from lacos.ties import Every, Measure, Tie, network
from lacos.ties.charts import ChartError, Kind, Labels, draw
from lacos.ties.charts.calendar import week
from lacos.ties.charts.caption import Caption
from lacos.ties.charts.sheet import sentence, sheet

THIN = "too few to speak of a trend"


@pytest.fixture(scope="module")
def tie(crisis: Ledger) -> Tie:
    return Tie(crisis, "PRK", "USA")


@pytest.fixture
def disputed(tmp_path: Path) -> Ledger:
    """What one text tells and another denies, and what one fears and somebody denies."""
    ledger = Ledger(tmp_path / "disputa.db")
    threat = EventType.THREATEN, "PRK", "USA", "2017-08-08"
    feared = Fact(EventType.ASSAULT, "USA", "PRK", "2017-08-10", status=Status.HYPOTHETICAL, denied_by="USA")
    for reading in (
        article("a", "2017-08-09", "O Clarim", Fact(*threat)),
        article("b", "2017-08-10", "A Gazeta", Fact(*threat, denied_by="PRK")),
        article("c", "2017-08-11", "A Gazeta", feared),
    ):
        ledger.record(reading)
    return ledger


@pytest.mark.parametrize("language", ["pt", "en"])
@pytest.mark.parametrize("kind", list(Kind))
def test_every_chart_says_what_it_is_and_where_it_comes_from(crisis: Ledger, tie: Tie, kind: Kind, language: str) -> None:
    chart = draw(tie, kind, language, around=network(crisis))
    svg = chart.svg()
    assert ("Coreia do Norte" if language == "pt" else "North Korea") in chart.title
    assert ("Fonte: Laços." if language == "pt" else "Source: Laços.") in words(chart)
    assert chart.title in svg
    assert svg == draw(tie, kind, language, around=network(crisis)).svg()
    alt.Chart.from_dict(chart.spec)  # raises for what Vega-Lite does not know
    assert not re.search(r"[{}]|undefined|NaN|null", re.sub(r"<[^>]*>", " ", svg))


def test_what_was_counted_stands_beneath_the_title(tie: Tie) -> None:
    assert "72 acontecimentos em 36 artigos de 36 veículos, 1 maio 2017 a 7 jan. 2018" in words(draw(tie, language="pt"))
    assert "72 happenings in 36 articles of 36 outlets, 1 May 2017 to 7 Jan 2018" in words(draw(tie, language="en"))
    assert "Ficam fora 1 acontecimento" in words(draw(tie, language="pt"))


def test_the_same_findings_give_the_same_definition(crisis: Ledger, tie: Tie) -> None:
    """In another process, too, where sets of words have another order."""
    program = (
        "import sys; from lacos.ledger import Ledger; from lacos.ties import Tie, network; from lacos.ties.charts import Kind, draw\n"
        f"ledger = Ledger({crisis.name!r}); tie = Tie(ledger, 'PRK', 'USA')\n"
        "sys.stdout.write(''.join(draw(tie, kind, 'pt', around=network(ledger)).json() for kind in Kind))"
    )
    here = "".join(draw(tie, kind, "pt", around=network(crisis)).json() for kind in Kind)
    there = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True, env={**os.environ, "PYTHONHASHSEED": "7"}
    )
    assert there.stdout == here


def test_nothing_is_fetched(tie: Tie, tmp_path: Path) -> None:
    chart = draw(tie, Kind.MAP, "pt", around=network(tie.ledger))
    chart.save(tmp_path / "mapa.html")
    page = re.sub(r"(<script[^>]*>).*?</script>", r"\1", (tmp_path / "mapa.html").read_text("utf8"), flags=re.DOTALL)
    assert "<script" in page
    assert not re.search(r"src=|href=|@import", page)
    assert '"url"' not in chart.json()


def test_words_of_articles_are_no_part_of_a_page() -> None:
    hostile = Caption("</script><script>alert(1)</script>", "<b>", "Fonte")
    chart = sheet([sentence("]]><img src=x onerror=alert(2)>")], hostile, Labels("pt"))
    assert "<script>alert" not in chart.html()
    assert "<img src=x" not in chart.html()
    assert r"\u003c/script>\u003cscript>alert(1)" in chart.html()
    assert "<img" not in chart.svg()


def test_files_are_what_their_names_say(tie: Tie, tmp_path: Path) -> None:
    chart = draw(tie, Kind.PROFILE, "pt")
    for name in ("p.svg", "p.PNG", "p.html", "p.json"):
        chart.save(tmp_path / name)
    assert (tmp_path / "p.svg").read_text("utf8") == chart.svg()
    assert (tmp_path / "p.PNG").read_bytes().startswith(b"\x89PNG")
    assert json.loads((tmp_path / "p.json").read_text("utf8")) == chart.spec
    with pytest.raises(ChartError, match=r"p\.gif: a chart is written as \.svg, \.png, \.html, \.json"):
        chart.save(tmp_path / "p.gif")
    with pytest.raises(ChartError, match="cannot be written"):
        chart.save(tmp_path / "nada" / "p.svg")


def test_notebooks_show_the_drawing(tie: Tie) -> None:
    shown = draw(tie, Kind.PROFILE, "en")._repr_mimebundle_()
    assert shown["image/svg+xml"].startswith("<svg")
    assert shown["text/plain"] == "North Korea – US: who does what"


def test_without_altair_it_says_what_to_install(tie: Tie, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("lacos.ties.charts.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(ChartError, match=r"charts need altair: pip install 'lacos\[charts\]'"):
        draw(tie)


def test_the_timeline_draws_all_that_counts_upward_or_downward(tie: Tie) -> None:
    bars = rows(draw(tie, language="en"), "from", "to")
    assert sum(abs(bar["to"] - bar["from"]) for bar in bars) == tie.happenings
    assert all((bar["to"] > 0) == bar["quad"].endswith("cooperation") for bar in bars)
    assert {bar["start"] for bar in bars} >= {"2017-05-01", "2018-01-01"}


def test_the_timeline_measures_what_is_asked(tie: Tie) -> None:
    chart = draw(tie, language="en", every=Every.WEEK, measure=Measure.ORIGINS)
    assert "origins a week" in json.dumps(chart.spec)
    assert rows(chart, "from")[0]["period"].startswith("week ")


def test_intervals_are_those_of_the_series(tie: Tie) -> None:
    """Where there is none, the band is as thin as nothing."""
    chart = draw(tie, language="en", every=Every.MONTH)
    bands = {row["start"]: (row["value"], row["low"], row["high"]) for row in rows(chart, "low", "value")}
    points = tie.series(Measure.NET, Every.MONTH).points
    assert bands == {
        str(point.period.first): tuple(point.value if bound is None else bound for bound in (point.value, point.low, point.high))
        for point in points
    }
    assert any(point.low is None for point in points)


def test_breaks_are_lettered_and_told_with_the_happening_that_weighs_most(tie: Tie) -> None:
    chart = draw(tie, every=Every.MONTH, language="pt")
    (one,) = tie.breaks(Measure.NET, Every.MONTH)
    assert {"day": str(one.first.first), "key": "A"} in rows(chart, "day", "key")
    assert "nov. 2017: a cooperação líquida passa de" in words(chart)
    assert "Pesa mais: " in words(chart)
    levels = [(row["start"], row["level"]) for row in rows(chart, "level")]
    assert levels == [("2017-05-01", one.before), ("2017-11-01", one.after)]


def test_happenings_are_quoted_from_their_articles(tie: Tie) -> None:
    assert "“Os Estados Unidos ameaçou A Coreia do Norte em" in words(draw(tie, language="en"))


def test_a_thin_tie_has_a_sentence_in_place_of_a_trend(crisis: Ledger) -> None:
    chart = draw(Tie(crisis, "COL", "JPN"), language="en")
    assert THIN in words(chart)
    assert not rows(chart, "low")
    assert THIN not in words(draw(Tie(crisis, "PRK", "USA"), language="en"))


@pytest.mark.parametrize("kind", list(Kind))
def test_where_nothing_counts_the_chart_says_so(crisis: Ledger, kind: Kind) -> None:
    chart = draw(Tie(crisis, "FIN", "BOL"), kind, "en", around=network(crisis))
    assert re.search("nothing to draw|no network to draw|Nothing told|0 happenings among 0 actors", words(chart))
    assert "<svg" in chart.svg()


def test_the_calendar_has_each_day_once_and_all_happenings(tie: Tie) -> None:
    cells = rows(draw(tie, Kind.CALENDAR, "en"), "count", "day")
    assert sum(cell["count"] for cell in cells) == tie.happenings
    assert len({(cell["x"], cell["y"]) for cell in cells}) == len(cells) == (date(2018, 1, 7) - date(2017, 5, 1)).days + 1


@pytest.mark.parametrize(
    ("day", "column"), [("2017-01-01", 0), ("2017-01-02", 1), ("2018-01-01", 0), ("2018-01-08", 1), ("2017-12-31", 52), ("2012-12-31", 53)]
)
def test_weeks_are_columns_that_begin_on_mondays(day: str, column: int) -> None:
    assert week(date.fromisoformat(day)) == column


def test_the_profile_counts_each_way(tie: Tie) -> None:
    chart = draw(tie, Kind.PROFILE, "en")
    found = tie.asymmetry()
    text = json.dumps(chart.spec, ensure_ascii=False)
    assert f"North Korea → US ({found.forth})" in text
    assert f"US → North Korea ({found.back})" in text
    assert sum(row["count"] for row in rows(chart, "type", "count")) == tie.happenings
    assert {row["count"] for row in rows(chart, "type", "count") if row["type"] == "threat"} == {0, 24}


def test_claims_show_who_asserts_and_who_denies(disputed: Ledger) -> None:
    chart = draw(Tie(disputed, "PRK", "USA"), Kind.CLAIMS, "en")
    signs = {(row["actor"], row["stance"]) for row in rows(chart, "stance")}
    assert ("North Korea", "denies") in signs
    assert "2 contested" in words(chart)
    assert "contested: some assert, some deny" in words(chart)


def test_what_is_feared_is_not_shown_as_done(disputed: Ledger) -> None:
    assert "US → North Korea: attack (hypothetical)" in words(draw(Tie(disputed, "PRK", "USA"), Kind.CLAIMS, "en"))


def test_the_network_stands_apart_and_shows_signs(crisis: Ledger, tie: Tie) -> None:
    chart = draw(tie, Kind.NETWORK, "en", around=network(crisis))
    (edge,) = rows(chart, "sign", "x2")
    (found,) = network(crisis).edges
    assert (edge["happenings"], edge["net"]) == (found.happenings, found.net)
    assert edge["sign"].startswith("conflicts" if found.net < 0 else "cooperates")
    assert {row["text"] for row in rows(chart, "text") if row["weight"] == "bold"} == {"North Korea", "US"}


@pytest.mark.parametrize("kind", [Kind.NETWORK, Kind.MAP])
def test_charts_of_what_lies_around_need_the_network(tie: Tie, kind: Kind) -> None:
    with pytest.raises(ChartError, match=r"around=network\(ledger\)"):
        draw(tie, kind)
