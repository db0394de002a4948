"""What charts call things, in both languages."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from lacos.events.ontology import ontology
from lacos.ties import Every, Period
from lacos.ties.charts import Labels
from lacos.ties.charts.foremost import QUOTED, around
from lacos.ties.charts.labels import PATH
from lacos.views.tie import PATH as TERMINAL

PT, EN = Labels("pt"), Labels("en")


def test_every_type_and_mode_has_a_noun() -> None:
    for kind, info in ontology().items():
        for mode in (None, *info.modes):
            for labels in (PT, EN):
                assert labels.noun(kind, mode) not in (kind, f"{kind}/{mode}")


@pytest.mark.parametrize("path", [PATH, TERMINAL])
def test_every_word_is_there_in_both_languages(path: Path) -> None:
    for key, texts in tomllib.loads(path.read_text("utf8")).items():
        assert set(texts) == {"pt", "en"}, key
        assert all(texts.values()), key


@pytest.mark.parametrize(
    ("value", "decimals", "signed", "pt", "en"),
    [
        (2480, 0, False, "2.480", "2,480"),
        (1.25, 1, True, "+1,2", "+1.2"),
        (-0.04, 1, True, "0,0", "0.0"),
        (-3.5, 1, False, "−3,5", "−3.5"),
        (0, 1, True, "0,0", "0.0"),
    ],
)
def test_numbers(value: float, decimals: int, signed: bool, pt: str, en: str) -> None:
    assert (PT.number(value, decimals, signed), EN.number(value, decimals, signed)) == (pt, en)


def test_days_and_periods() -> None:
    assert (PT.day(date(2017, 9, 3)), EN.day(date(2017, 9, 3))) == ("3 set. 2017", "3 Sep 2017")
    assert [PT.when(value) for value in ("2017", "2017-09", "2017-09-03", None)] == ["2017", "set. 2017", "3 set. 2017", "?"]
    week = Period(date(2018, 1, 1), date(2018, 1, 7), Every.WEEK)
    assert (PT.period(week), EN.period(week)) == ("semana de 1 jan. 2018", "week of 1 Jan 2018")
    assert PT.period(Period(date(2018, 1, 1), date(2018, 1, 31), Every.MONTH)) == "jan. 2018"


def test_counts() -> None:
    assert [PT.count("origins", number) for number in (1, 2480)] == ["1 origem", "2.480 origens"]


def test_sides() -> None:
    happening = {"actor": "CHN+KOR+RUS+USA", "recipient": "PRK", "type": "THREATEN", "mode": None, "status": "occurred", "standing": "told"}
    assert PT.told(happening, 100) == "China, Coreia do Sul, Rússia e mais 1 → Coreia do Norte: ameaça"
    assert PT.told(happening, 50) == "China e mais 3 → Coreia do Norte: ameaça"
    assert EN.told({**happening, "actor": "", "status": "future"}, 100) == "? → North Korea: threat (future)"


def test_quotations_keep_the_trigger_and_whole_words() -> None:
    before, after = "muito se disse sobre o assunto, " * 6, "sobre o mar do norte " * 6
    sentence = f"Segundo a agência, {before}e então o país lançou um míssil {after}"
    quoted = around(sentence, "lançou")
    assert "lançou" in quoted
    assert len(quoted) <= QUOTED + len("[…] ")
    assert quoted.startswith("[…] ")
    assert quoted.endswith(" […]")
    assert all(word in sentence.split() for word in quoted.split() if word != "[…]")
    assert around("A  Índia elogiou\no Brasil.", "elogiou") == "A Índia elogiou o Brasil."
