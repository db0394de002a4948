"""Charts show what the findings say, in both languages, in the same bytes, and fetch nothing."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from drawn import rows, words
from news import Fact, article

from lacos.ledger import Ledger
from lacos.records import EventType, Status
from lacos.ties import Every, Measure, Network, Tie, network
from lacos.ties.charts import ChartError, Kind, Labels, draw
from lacos.ties.charts.calendar import week
from lacos.ties.charts.caption import Caption
from lacos.ties.charts.chart import Chart
from lacos.ties.charts.sheet import sentence, sheet
from lacos.ties.charts.theme import MARGIN, WIDTH
from lacos.ties.charts.timeline import slots

Drawing, Image = Callable[[Kind, str], Chart], Callable[[Kind, str], str]
THIN = "too few to speak of a trend"


@pytest.fixture(scope="module")
def tie(crisis: Ledger) -> Tie:
    return Tie(crisis, "PRK", "USA")


@pytest.fixture(scope="module")
def around(crisis: Ledger) -> Network:
    return network(crisis)


@pytest.fixture(scope="module")
def chart(tie: Tie, around: Network) -> Drawing:
    """The chart of the tie of a kind and a language, drawn once."""
    return cache(lambda kind, language: draw(tie, kind, language, around=around))


@pytest.fixture(scope="module")
def svg(chart: Drawing) -> Image:
    """The same as SVG."""
    return cache(lambda kind, language: chart(kind, language).svg())


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
def test_every_chart_says_what_it_is_and_where_it_comes_from(chart: Drawing, svg: Image, kind: Kind, language: str) -> None:
    """The definition is altair's, which raises for what Vega-Lite does not know."""
    drawn, image = chart(kind, language), svg(kind, language)
    assert ("Coreia do Norte" if language == "pt" else "North Korea") in drawn.title
    assert ("Fonte: Laços." if language == "pt" else "Source: Laços.") in words(drawn)
    assert drawn.title in image
    assert not re.search(r"[{}]|undefined|NaN|null", re.sub(r"<[^>]*>", " ", image))


@pytest.mark.parametrize("kind", list(Kind))
def test_the_same_chart_gives_the_same_bytes(chart: Drawing, svg: Image, kind: Kind) -> None:
    """Whatever was drawn in between, though vl-convert goes on numbering."""
    assert svg(kind, "pt") == chart(kind, "pt").svg()


@pytest.mark.parametrize("language", ["pt", "en"])
def test_an_svg_is_an_image_described_in_its_own_language(svg: Image, language: str) -> None:
    """Vega would describe each mark and axis, in English."""
    title = {"pt": "Coreia do Norte – EUA: acontecimentos e cooperação líquida", "en": "North Korea – US: happenings and net cooperation"}
    assert svg(Kind.TIMELINE, language).startswith(f'<svg role="img" aria-label="{title[language]}. 72 ')
    assert not re.search("X-axis|legend for", svg(Kind.TIMELINE, language))


@pytest.mark.parametrize("language", ["pt", "en"])
@pytest.mark.parametrize("kind", list(Kind))
def test_no_line_is_longer_than_the_sheet_in_a_wide_font(chart: Drawing, kind: Kind, language: str) -> None:
    """DejaVu Sans, which browsers have where Liberation Sans and Arial are not, takes 4.9 pixels a character, and 9 of a title."""
    drawn = chart(kind, language)
    assert all(row["x"] + MARGIN + 4.9 * len(row["text"]) < WIDTH + MARGIN for row in rows(drawn, "text", "x"))
    assert all(9 * len(line) < WIDTH + MARGIN for line in drawn.spec["title"]["text"])


def test_what_was_counted_stands_beneath_the_title(chart: Drawing) -> None:
    portuguese, english = (words(chart(Kind.TIMELINE, language)) for language in ("pt", "en"))
    assert "72 acontecimentos em 36 artigos de 36 veículos, 1 maio 2017 a 7 jan. 2018" in portuguese
    assert "72 happenings in 36 articles of 36 outlets, 1 May 2017 to 7 Jan 2018" in english
    assert "Ficam fora 1 acontecimento" in portuguese


def test_the_same_findings_give_the_same_definition(crisis: Ledger, chart: Drawing) -> None:
    """In another process, too, where sets of words have another order."""
    program = (
        "import sys; from lacos.ledger import Ledger; from lacos.ties import Tie, network; from lacos.ties.charts import Kind, draw\n"
        f"ledger = Ledger({crisis.name!r}); tie = Tie(ledger, 'PRK', 'USA')\n"
        "sys.stdout.write(''.join(draw(tie, kind, 'pt', around=network(ledger)).json() for kind in Kind))"
    )
    here = "".join(chart(kind, "pt").json() for kind in Kind)
    there = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True, env={**os.environ, "PYTHONHASHSEED": "7"}
    )
    assert there.stdout == here


def test_nothing_is_fetched(chart: Drawing, tmp_path: Path) -> None:
    chart(Kind.MAP, "pt").save(tmp_path / "mapa.html")
    page = re.sub(r"(<script[^>]*>).*?</script>", r"\1", (tmp_path / "mapa.html").read_text("utf8"), flags=re.DOTALL)
    assert "<script" in page
    assert not re.search(r"src=|href=|@import", page)
    assert '"url"' not in chart(Kind.MAP, "pt").json()


def test_words_of_articles_are_no_part_of_a_page() -> None:
    hostile = Caption("</script><script>alert(1)</script>", "<b>", "Fonte")
    drawn = sheet([sentence("]]><img src=x onerror=alert(2)>")], hostile, Labels("pt"))
    page = drawn.html()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert r"\u003c/script>\u003cscript>alert(1)" in page
    assert not re.search("<img|<script", drawn.svg())


def test_files_are_what_their_names_say(chart: Drawing, tmp_path: Path) -> None:
    drawn = chart(Kind.PROFILE, "pt")
    for name in ("p.svg", "p.PNG", "p.html", "p.json"):
        drawn.save(tmp_path / name)
    assert (tmp_path / "p.svg").read_text("utf8") == drawn.svg()
    assert (tmp_path / "p.PNG").read_bytes().startswith(b"\x89PNG")
    assert json.loads((tmp_path / "p.json").read_text("utf8")) == drawn.spec
    with pytest.raises(ChartError, match=r"p\.gif: a chart is written as \.svg, \.png, \.html, \.json"):
        drawn.save(tmp_path / "p.gif")
    with pytest.raises(ChartError, match="cannot be written"):
        drawn.save(tmp_path / "nada" / "p.svg")


def test_notebooks_show_the_drawing(chart: Drawing) -> None:
    shown = chart(Kind.PROFILE, "en")._repr_mimebundle_()
    assert shown["image/svg+xml"].startswith("<svg")
    assert shown["text/plain"] == "North Korea – US: who does what"


def test_without_altair_it_says_what_to_install(tie: Tie, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("lacos.ties.charts.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(ChartError, match=r"charts need altair: pip install 'lacos\[charts\]'"):
        draw(tie)


def test_the_timeline_draws_all_that_counts_upward_or_downward(tie: Tie, chart: Drawing) -> None:
    bars = rows(chart(Kind.TIMELINE, "en"), "from", "to")
    assert sum(abs(bar["to"] - bar["from"]) for bar in bars) == tie.happenings
    assert all((bar["to"] > 0) == bar["quad"].endswith("cooperation") for bar in bars)
    assert {bar["start"] for bar in bars} >= {"2017-05-01", "2018-01-01"}


def test_the_timeline_measures_what_is_asked(tie: Tie) -> None:
    drawn = draw(tie, language="en", every=Every.WEEK, measure=Measure.ORIGINS)
    assert drawn.title == "North Korea – US: origins and net cooperation"
    assert "origins a week" in json.dumps(drawn.spec)
    assert "week of 1 May 2017" in {row["period"] for row in rows(drawn, "from")}


def test_intervals_are_those_of_the_series(tie: Tie) -> None:
    """Where there is none, the band is as thin as nothing."""
    drawn = draw(tie, language="en", every=Every.MONTH)
    bands = {row["start"]: (row["value"], row["low"], row["high"]) for row in rows(drawn, "low", "value")}
    points = tie.series(Measure.NET, Every.MONTH).points
    assert bands == {
        str(point.period.first): tuple(point.value if bound is None else bound for bound in (point.value, point.low, point.high))
        for point in points
    }
    assert any(point.low is None for point in points)


def test_breaks_are_lettered_and_told_with_the_happening_that_weighs_most(tie: Tie) -> None:
    drawn = draw(tie, every=Every.MONTH, language="pt")
    (one,) = tie.breaks(Measure.NET, Every.MONTH)
    assert {"day": str(one.first.first), "key": "A"} in rows(drawn, "day", "key")
    assert "nov. 2017: a cooperação líquida passa de" in words(drawn)
    assert "Pesa mais: " in words(drawn)
    assert "Linha tracejada" in words(drawn)
    levels = [(row["start"], row["level"]) for row in rows(drawn, "level")]
    assert levels == [("2017-05-01", one.before), ("2017-11-01", one.after)]


def test_happenings_are_quoted_from_their_articles(chart: Drawing) -> None:
    assert "“Os Estados Unidos ameaçou A Coreia do Norte em" in words(chart(Kind.TIMELINE, "en"))


def test_a_thin_tie_has_a_sentence_in_place_of_a_trend(crisis: Ledger, chart: Drawing) -> None:
    drawn = draw(Tie(crisis, "COL", "JPN"), language="en")
    assert drawn.title == "Colombia – Japan: happenings a day"
    assert THIN in words(drawn)
    assert not rows(drawn, "low")
    assert THIN not in words(chart(Kind.TIMELINE, "en"))


def test_numbers_that_would_lie_on_each_other_are_one_text(tie: Tie) -> None:
    days = ("2017-05-01", "2017-05-03", "2017-05-05", "2017-12-01")
    marks = [(str(n), next(act for act in tie.counted if str(act.day) == day)) for n, day in enumerate((*days[:3], "2017-12-01"), 1)]
    found = list(slots(marks, (date(2017, 5, 1), date(2018, 1, 8))))
    assert found == [{"day": "2017-05-01", "key": "1–3"}, {"day": "2017-12-01", "key": "4"}]


@pytest.mark.parametrize("kind", list(Kind))
def test_where_nothing_counts_the_chart_says_so(crisis: Ledger, around: Network, kind: Kind) -> None:
    drawn = draw(Tie(crisis, "FIN", "BOL"), kind, "en", around=around)
    assert re.search("nothing to draw|Nothing told", words(drawn))
    assert "<svg" in drawn.svg()


def test_the_calendar_has_each_day_once_and_all_happenings(tie: Tie, chart: Drawing) -> None:
    cells = rows(chart(Kind.CALENDAR, "en"), "count", "day")
    assert sum(cell["count"] for cell in cells) == tie.happenings
    assert len({(cell["x"], cell["y"]) for cell in cells}) == len(cells) == (date(2018, 1, 7) - date(2017, 5, 1)).days + 1


@pytest.mark.parametrize(
    ("day", "column"), [("2017-01-01", 0), ("2017-01-02", 1), ("2018-01-01", 0), ("2018-01-08", 1), ("2017-12-31", 52), ("2012-12-31", 53)]
)
def test_weeks_are_columns_that_begin_on_mondays(day: str, column: int) -> None:
    assert week(date.fromisoformat(day)) == column


def test_the_profile_counts_each_way(tie: Tie, chart: Drawing) -> None:
    drawn = chart(Kind.PROFILE, "en")
    found = tie.asymmetry()
    text = json.dumps(drawn.spec, ensure_ascii=False)
    assert f"North Korea → US ({found.forth})" in text
    assert f"US → North Korea ({found.back})" in text
    assert sum(row["count"] for row in rows(drawn, "type", "count")) == tie.happenings
    assert {row["count"] for row in rows(drawn, "type", "count") if row["type"] == "threat"} == {0, 24}


def test_claims_show_who_asserts_and_who_denies(disputed: Ledger) -> None:
    """A text that tells of something asserts it, too; stances that nobody takes have no place in the legend."""
    drawn = draw(Tie(disputed, "PRK", "USA"), Kind.CLAIMS, "en")
    signs = {(row["actor"], row["stance"]) for row in rows(drawn, "stance")}
    assert signs == {("the text itself", "asserts"), ("North Korea", "denies"), ("US", "denies")}
    assert "2 contested, 8 Aug 2017 to 10 Aug 2017" in words(drawn)
    assert "contested: some assert, some deny" in words(drawn)
    assert '"domain": ["asserts", "denies"]' in json.dumps(drawn.spec)


def test_what_took_place_after_all_reports_of_it_is_not_shown(disputed: Ledger) -> None:
    """A plan may have a day to come; what is told as done may not."""
    day = "2017-09-30"
    promised = Fact(EventType.CONSULT, "PRK", "USA", day, status=Status.FUTURE, denied_by="USA")
    disputed.record(article("d", "2017-08-12", "O Clarim", Fact(EventType.SANCTION, "USA", "PRK", day, denied_by="USA"), promised))
    drawn = words(draw(Tie(disputed, "PRK", "USA"), Kind.CLAIMS, "en"))
    assert "talks (future)" in drawn
    assert "sanction" not in drawn


def test_what_is_feared_is_not_shown_as_done(disputed: Ledger) -> None:
    assert "US → North Korea: attack (hypothetical)" in words(draw(Tie(disputed, "PRK", "USA"), Kind.CLAIMS, "en"))


def test_the_network_stands_apart_and_shows_signs(chart: Drawing, around: Network) -> None:
    drawn = chart(Kind.NETWORK, "en")
    (edge,) = rows(drawn, "sign", "x2")
    (found,) = around.edges
    assert (edge["happenings"], edge["net"]) == (found.happenings, found.net)
    assert edge["sign"].startswith("conflicts" if found.net < 0 else "cooperates")
    assert {row["text"] for row in rows(drawn, "text") if row["weight"] == "bold"} == {"North Korea", "US"}
    assert f"the thickest: {found.happenings} happenings" in words(drawn)


@pytest.mark.parametrize("kind", [Kind.NETWORK, Kind.MAP])
def test_charts_of_what_lies_around_need_the_network(tie: Tie, kind: Kind) -> None:
    with pytest.raises(ChartError, match=r"around=network\(ledger\)"):
        draw(tie, kind)
