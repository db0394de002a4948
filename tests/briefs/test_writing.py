"""Briefs of ledgers made by hand, as an editor would read them."""

from __future__ import annotations

from pathlib import Path

import pytest
from dispatches import CLARIM, PACIFICO, Told, article, spread, talks, threat, usa_and_russia

from lacos.briefs import Brief, BriefError, Length, brief
from lacos.briefs.checking import faults
from lacos.ledger import Ledger
from lacos.records import EventType, Status
from lacos.ties import TieError


def said(written: Brief, title: str = "") -> list[str]:
    """The sentences of a section, or of all."""
    return [one.text for section in written.sections if title in (section.title, "") for some in section.paragraphs for one in some]


def test_what_happened_is_told_the_weightiest_first_with_its_words(ledger: Ledger) -> None:
    assert said(brief(ledger, "USA", "RUS"), "O que aconteceu") == [
        "Os Estados Unidos expulsaram diplomatas russos em 26 de março de 2018 (duas origens independentes): "
        "“O presidente dos Estados Unidos, Donald Trump, expulsou na segunda-feira (26) sessenta diplomatas da Rússia”.",
        "Conforme notícia de 29 de março de 2018, os Estados Unidos ameaçaram a Rússia com sanções, segundo Serguei Lavrov (Rússia): "
        "“Segundo o chanceler Serguei Lavrov, os Estados Unidos ameaçaram a Rússia com mais sanções”.",
    ]


def test_what_is_disputed_comes_with_the_words_of_each_side(ledger: Ledger) -> None:
    assert said(brief(ledger, "USA", "RUS", language="en"), "What is claimed, and who denies it") == [
        "Accounts differ: Russia is said to have resorted to cyberattack against the United States on 28 March 2018.",
        "Russia denied “ter invadido qualquer sistema” (O Clarim, 28 March 2018).",
        "The United States said: “A Rússia atacou os computadores de um partido dos Estados Unidos” (O Clarim, 28 March 2018).",
    ]


def test_history_offices_and_plans_have_sections_of_their_own(ledger: Ledger) -> None:
    written = brief(ledger, "USA", "RUS")
    assert said(written, "Antecedentes")[0].startswith("Os Estados Unidos expulsaram diplomatas russos em 1986: “")
    assert said(written, "Quem é quem") == [
        "Em 26 de março de 2018, Donald Trump ocupava a Presidência dos Estados Unidos.",
        "Em 29 de março de 2018, Serguei Lavrov chefiava a diplomacia da Rússia.",
    ]
    assert said(written, "Em aberto") == [
        "Noticiou-se em 28 de março de 2018 que os Estados Unidos iriam impor sanções à Rússia: "
        "“Os Estados Unidos vão impor em abril novas sanções à Rússia”."
    ]


def test_a_thin_tie_says_so_and_draws_no_trend(ledger: Ledger) -> None:
    assert said(brief(ledger, "USA", "RUS"), "Em resumo") == [
        "Os textos lidos trazem três acontecimentos entre os Estados Unidos e a Rússia, de 26 a 29 de março de 2018, em quatro artigos "
        "de quatro veículos.",
        "É pouco para falar de tendência.",
    ]


def test_a_tie_of_which_nothing_is_told_says_just_that(ledger: Ledger) -> None:
    written = brief(ledger, "FIN", "BOL", since="2017", until="2018-03")
    assert said(written) == [
        "Os textos lidos não trazem nenhum acontecimento ocorrido entre a Finlândia e a Bolívia desde 2017 até março de 2018."
    ]
    assert faults(written, ledger) == []


def test_a_well_told_tie_has_its_balance_trend_sides_and_break(ledger: Ledger) -> None:
    lead = said(brief(ledger, "PRK", "USA", Length.DOSSIER, "en"), "In short")
    assert lead[0].startswith(
        "The texts read tell of 28 events between North Korea and the United States, from 10 January 2017 to 1 December"
    )
    assert lead[1].startswith("As many are of conflict, 14, as of cooperation, 14; their mean weight, on a scale")
    assert lead[2].startswith("Relations improved: the mean went from −3.5 in the first half of the period to 2.5 in the second")
    assert lead[3] == "The initiative lay with North Korea in no events, with the United States in 14 and with both together in 14."
    assert lead[4] == "The mean rose from −3.5 to 2.5 as of January 2018."
    assert lead[5].startswith("What weighed most in that change: North Korea and the United States met on ")


def test_an_actor_alone_is_told_of_with_all_others(ledger: Ledger) -> None:
    lead = said(brief(ledger, "PRK"), "Em resumo")
    assert lead[0].startswith("Os textos lidos trazem 28 acontecimentos entre a Coreia do Norte e outros atores, de ")
    assert "A iniciativa foi da Coreia do Norte em nenhum acontecimento, dos demais em 14 e conjunta em 14." in lead


def test_only_the_time_asked_for_is_told(ledger: Ledger) -> None:
    lead = said(brief(ledger, "PRK", "USA", since="2018"), "Em resumo")
    assert lead[0].startswith("Os textos lidos trazem 14 acontecimentos")
    assert lead[1].startswith("São mais os de cooperação, 14, do que os de conflito, nenhum;")


def test_lengths_differ_and_a_paragraph_is_one(ledger: Ledger) -> None:
    lengths = [len(list(brief(ledger, "USA", "RUS", length).sentences())) for length in Length]
    assert lengths == sorted(set(lengths))
    assert [len(section.paragraphs) for section in brief(ledger, "USA", "RUS", Length.PARAGRAPH).sections] == [1]


def test_the_same_ledger_gives_the_same_brief_whatever_came_first(ledger: Ledger, tmp_path: Path) -> None:
    with Ledger(tmp_path / "other.db") as other:
        for reading in reversed(usa_and_russia()):
            other.record(reading)
        assert said(brief(other, "USA", "RUS", Length.DOSSIER)) == said(brief(ledger, "USA", "RUS", Length.DOSSIER))


def test_nothing_is_told_twice(ledger: Ledger) -> None:
    told = [sentence.text for sentence in brief(ledger, "USA", "RUS", Length.DOSSIER).sentences()]
    assert len(told) == len(set(told))


def test_one_kind_of_act_does_not_fill_a_page(ledger: Ledger) -> None:
    told = said(brief(ledger, "PRK", "USA"), "O que aconteceu")
    assert 0 < sum("ameaçaram" in one for one in told) <= 3


def test_what_a_text_says_in_doubt_is_told_after_what_it_says_plainly(tmp_path: Path) -> None:
    def attack(words: str, day: str) -> Told:
        sides = {"actor": {"PRK": "a Coreia do Norte"}, "recipient": {"JPN": "o Japão"}}
        return Told(words, EventType.THREATEN, "ameaça", **sides, day=day)  # type: ignore[arg-type]

    doubtful = attack("Talvez se diga que a Coreia do Norte ameaça o Japão em março.", "2018-03-01")
    plain = attack("Em nota oficial, a Coreia do Norte ameaça o Japão em março.", "2018-02-01")
    with Ledger(tmp_path / "crise.db") as opened:
        opened.record(article("a", "2018-03-01", PACIFICO, doubtful))
        opened.record(article("b", "2018-02-01", CLARIM, plain))
        told = said(brief(opened, "PRK", "JPN"), "O que aconteceu")
    assert ["nota oficial" in one for one in told] == [True, False]


def test_violence_that_one_origin_tells_of_is_said_to_be_so(tmp_path: Path) -> None:
    words = "A Armênia bombardeou o Azerbaijão no domingo (3)."
    raid = Told(
        words, EventType.ASSAULT, "bombardeou", {"ARM": "A Armênia"}, {"AZE": "o Azerbaijão"}, "aerial", "2018-06-03", lemma="bombardear"
    )
    with Ledger(tmp_path / "crise.db") as opened:
        opened.record(article("a", "2018-06-04", PACIFICO, raid))
        assert said(brief(opened, "ARM", "AZE"), "O que aconteceu")[0].startswith("A Armênia teria bombardeado o Azerbaijão em 3 de junho")
        opened.record(article("b", "2018-06-05", CLARIM, raid))
        assert said(brief(opened, "ARM", "AZE"), "O que aconteceu")[0].startswith("A Armênia bombardeou o Azerbaijão em 3 de junho")


@pytest.mark.parametrize(
    ("status", "told"),
    [(Status.ONGOING, "O Japão vinha condenando a Coreia do Norte"), (Status.OCCURRED, "O Japão condenou a Coreia do Norte")],
)
def test_the_status_gives_the_tense(tmp_path: Path, status: Status, told: str) -> None:
    words = "O Japão condena o teste nuclear da Coreia do Norte desde domingo."
    condemned = Told(
        words, EventType.ACCUSE, "condena", {"JPN": "O Japão"}, {"PRK": "da Coreia do Norte"}, "disapprove", status=status, lemma="condenar"
    )
    with Ledger(tmp_path / "crise.db") as opened:
        opened.record(article("a", "2017-09-04", PACIFICO, condemned))
        assert said(brief(opened, "JPN", "PRK"), "O que aconteceu")[0].startswith(told)


def test_no_trend_is_drawn_of_an_interval_that_shows_zero(tmp_path: Path) -> None:
    with Ledger(tmp_path / "crise.db") as opened:
        for reading in (*spread("2017-01-10", 14, threat), *spread("2017-01-13", 14, talks)):
            opened.record(reading)
        lead = said(brief(opened, "PRK", "USA"), "Em resumo")
    assert lead[2].startswith("Não se vê tendência clara: a média foi de ")


def test_what_cannot_be_written_is_refused(ledger: Ledger) -> None:
    with pytest.raises(BriefError, match="no briefs are written in 'fr': choose one of pt, en"):
        brief(ledger, "USA", "RUS", language="fr")
    with pytest.raises(TieError, match="both sides"):
        brief(ledger, "USA", "USA")
