"""Briefs of ledgers made by hand, as an editor would read them."""

from __future__ import annotations

from pathlib import Path

import pytest
from dispatches import CLARIM, MINHO, PACIFICO, Said, Told, article, spread, talks, threat, usa_and_russia

from lacos.briefs import Brief, BriefError, Length, brief
from lacos.briefs.checking import faults
from lacos.ledger import Ledger
from lacos.records import EventType, Stance, Status
from lacos.ties import TieError


def said(written: Brief, title: str = "") -> list[str]:
    """The sentences of a section, or of all."""
    return [one.text for section in written.sections if title in (section.title, "") for some in section.paragraphs for one in some]


def test_what_happened_is_told_the_weightiest_first_with_its_words(ledger: Ledger) -> None:
    assert said(brief(ledger, "USA", "RUS"), "O que aconteceu") == [
        "Os Estados Unidos expulsaram diplomatas russos em 26 de março de 2018 (duas fontes independentes): "
        "“O presidente dos Estados Unidos, Donald Trump, expulsou na segunda-feira (26) sessenta diplomatas da Rússia”.",
        "Os Estados Unidos ameaçaram a Rússia com sanções, segundo Serguei Lavrov (Rússia): “Segundo o chanceler Serguei Lavrov, "
        "os Estados Unidos ameaçaram a Rússia com mais sanções” (Jornal de Luanda, 29 de março de 2018).",
    ]


def test_what_is_disputed_comes_with_the_words_of_each_side(ledger: Ledger) -> None:
    assert said(brief(ledger, "USA", "RUS", language="en"), "What is claimed, and who denies it") == [
        "Accounts differ: Russia is said to have mounted cyberattacks on the United States on 28 March 2018.",
        "Russia denied “ter invadido qualquer sistema” (O Clarim, 28 March 2018).",
        "According to the United States, “A Rússia atacou os computadores de um partido dos Estados Unidos” (O Clarim, 28 March 2018).",
    ]


def test_history_offices_and_plans_have_sections_of_their_own(ledger: Ledger) -> None:
    written = brief(ledger, "USA", "RUS")
    assert said(written, "Antecedentes")[0].startswith("Os Estados Unidos expulsaram diplomatas russos em 1986: “")
    assert said(written, "Quem é quem") == [
        "Donald Trump ocupava a Presidência dos Estados Unidos em março de 2018.",
        "Serguei Lavrov chefiava a diplomacia da Rússia em março de 2018.",
    ]
    assert said(written, "Em aberto") == [
        "Os Estados Unidos iriam impor sanções à Rússia, conforme notícia de 28 de março de 2018: "
        "“Os Estados Unidos vão impor em abril novas sanções à Rússia”."
    ]


def test_a_thin_tie_says_so_and_draws_no_trend(ledger: Ledger) -> None:
    assert said(brief(ledger, "USA", "RUS"), "Em resumo") == [
        "O registro traz três acontecimentos entre os Estados Unidos e a Rússia, de 26 a 29 de março de 2018, com base em quatro artigos "
        "de quatro veículos.",
        "É pouco para que se fale em tendência.",
    ]


def test_a_tie_of_which_nothing_is_told_says_just_that(ledger: Ledger) -> None:
    written = brief(ledger, "FIN", "BOL", since="2017", until="2018-03")
    assert said(written) == ["O registro não traz nenhum acontecimento entre a Finlândia e a Bolívia desde 2017 até março de 2018."]
    assert faults(written, ledger) == []


def test_a_well_told_tie_has_its_balance_trend_sides_and_break(ledger: Ledger) -> None:
    lead = said(brief(ledger, "PRK", "USA", Length.DOSSIER, "en"), "In short")
    assert lead[0].startswith("The ledger holds 28 events between North Korea and the United States, from 10 January 2017 to 1 December")
    assert lead[1].startswith("Conflict and cooperation are even, with 14 events each; the mean weight, on a scale")
    assert lead[2] == "Relations improved in January 2018: the mean weight rose from −3.5 to 2.5."
    assert lead[3].startswith("What weighed most in that change: North Korea and the United States met on ")
    assert lead[4] == "The initiative lay with North Korea in no events, with the United States in 14 and with both together in 14."


@pytest.mark.parametrize("length", Length)
def test_a_break_is_told_in_every_length_in_place_of_the_same_trend(ledger: Ledger, length: Length) -> None:
    lead = " ".join(said(brief(ledger, "PRK", "USA", length)))
    assert "As relações melhoraram a partir de janeiro de 2018: o peso médio subiu de −3,5 para 2,5." in lead
    assert "primeira metade" not in lead


def test_an_actor_alone_is_told_of_with_all_others(ledger: Ledger) -> None:
    lead = said(brief(ledger, "PRK"), "Em resumo")
    assert lead[0].startswith("O registro traz 28 acontecimentos entre a Coreia do Norte e outros atores, de ")
    assert "A iniciativa foi da Coreia do Norte em nenhum acontecimento, dos demais em 14 e conjunta em 14." in lead


def test_only_the_time_asked_for_is_told(ledger: Ledger) -> None:
    lead = said(brief(ledger, "PRK", "USA", since="2018"), "Em resumo")
    assert lead[0].startswith("O registro traz 14 acontecimentos")
    assert lead[1].startswith("Todos são de cooperação; o peso médio")


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


def test_history_that_tells_the_news_again_and_words_that_tell_two_things_are_told_once(tmp_path: Path) -> None:
    sides = {"actor": {"ARM": "A Armênia"}, "recipient": {"AZE": "o Azerbaijão"}}
    words = "A Armênia prendeu dois pescadores e acusou o Azerbaijão de espionagem."
    arrest = Told(words, EventType.COERCE, "prendeu", **sides, mode="arrest", lemma="prender")  # type: ignore[arg-type]
    accusing = Told(words, EventType.ACCUSE, "acusou", **sides, chance=0.8, lemma="acusar")  # type: ignore[arg-type]
    again = "Eram os pescadores que a Armênia prendeu e que o Azerbaijão procurava."
    sides = {"actor": {"ARM": "a Armênia"}, "recipient": {"AZE": "o Azerbaijão"}}
    before = Told(again, EventType.COERCE, "prendeu", **sides, mode="arrest", lemma="prender", historical=True)  # type: ignore[arg-type]
    with Ledger(tmp_path / "crise.db") as opened:
        opened.record(article("a", "2018-03-01", PACIFICO, arrest))
        opened.record(article("b", "2018-03-20", CLARIM, accusing))
        opened.record(article("c", "2018-07-30", MINHO, before))
        written = brief(opened, "ARM", "AZE")
        assert said(written, "O que aconteceu") == [
            "A Armênia prendeu cidadãos azerbaijanos: “A Armênia prendeu dois pescadores e acusou o Azerbaijão de espionagem” "
            "(Folha do Pacífico, 1.º de março de 2018)."
        ]
        assert said(written, "Antecedentes") == []


def test_what_the_coder_is_least_sure_of_is_counted_but_not_told(tmp_path: Path) -> None:
    words = "A Armênia talvez tenha acusado o Azerbaijão?"
    doubtful = Told(words, EventType.ACCUSE, "acusado", {"ARM": "A Armênia"}, {"AZE": "o Azerbaijão"}, chance=0.4, lemma="acusar")
    with Ledger(tmp_path / "crise.db") as opened:
        opened.record(article("a", "2018-03-01", PACIFICO, doubtful))
        written = brief(opened, "ARM", "AZE")
    assert said(written, "Em resumo")[0].startswith("O registro traz um acontecimento")
    assert said(written, "O que aconteceu") == []


def test_words_that_say_nothing_alone_come_with_their_sentence(tmp_path: Path) -> None:
    def shots(words: str, trigger: str, by: Said) -> Told:
        sides = {"actor": {"AZE": "Azerbaijão"}, "recipient": {"ARM": "Armênia"}}
        return Told(words, EventType.ASSAULT, trigger, **sides, mode="firearms", day="2018-02-28", own_voice=False, said=(by,))  # type: ignore[arg-type]

    lament = Said("ARM", "os tiros do Azerbaijão", Stance.CONDEMN, called="A Armênia", because="lamentar (cues.tsv, line 7) with object")
    denial = Said("AZE", "ter dado tiros contra a Armênia", Stance.DENY, called="O Azerbaijão")
    with Ledger(tmp_path / "crise.db") as opened:
        opened.record(article("a", "2018-03-01", CLARIM, shots("A Armênia lamentou os tiros do Azerbaijão.", "tiros", lament)))
        assert said(brief(opened, "ARM", "AZE"), "O que aconteceu") == [
            "O Azerbaijão abriu fogo contra a Armênia em 28 de fevereiro de 2018, segundo a Armênia: "
            "“A Armênia lamentou os tiros do Azerbaijão”."
        ]
        opened.record(article("b", "2018-03-01", MINHO, shots("O Azerbaijão negou ter dado tiros contra a Armênia.", "tiros", denial)))
        assert said(brief(opened, "ARM", "AZE"), "O que se afirma e quem nega") == [
            "Há versões opostas: o Azerbaijão teria aberto fogo contra a Armênia em 28 de fevereiro de 2018.",
            "O Azerbaijão negou “ter dado tiros contra a Armênia” (Diário do Minho, 1.º de março de 2018).",
            "A posição da Armênia, tal como noticiada: “A Armênia lamentou os tiros do Azerbaijão” (O Clarim, 1.º de março de 2018).",
        ]


@pytest.mark.parametrize(
    ("sure", "told"), [("0.91", "A Armênia acusou o Azerbaijão, segundo o Irã"), ("0.19", "A Armênia teria acusado o Azerbaijão")]
)
def test_nothing_is_put_in_the_mouth_of_who_only_may_have_said_it(tmp_path: Path, sure: str, told: str) -> None:
    words = "“A Armênia acusou o Azerbaijão de espionagem”, segundo o vizinho."
    by = Said(
        "IRN", "A Armênia acusou o Azerbaijão de espionagem", called="o vizinho", because=f"quotation; speaker IRN {sure}; assert 0.90"
    )
    accusing = Told(
        words, EventType.ACCUSE, "acusou", {"ARM": "A Armênia"}, {"AZE": "o Azerbaijão"}, own_voice=False, lemma="acusar", said=(by,)
    )
    with Ledger(tmp_path / "crise.db") as opened:
        opened.record(article("a", "2018-03-01", CLARIM, accusing))
        assert said(brief(opened, "ARM", "AZE"), "O que aconteceu")[0].startswith(f"{told}: “")


def test_a_brief_shows_what_it_is(ledger: Ledger) -> None:
    assert repr(brief(ledger, "USA", "RUS", language="en")) == "<Brief 'The United States and Russia': page, en, 11 sentences>"


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
    [(Status.ONGOING, "O Japão condenava a Coreia do Norte"), (Status.OCCURRED, "O Japão condenou a Coreia do Norte")],
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
    assert lead[2].startswith("Não se vê tendência clara: o peso médio foi de ")


def test_what_cannot_be_written_is_refused(ledger: Ledger) -> None:
    with pytest.raises(BriefError, match="no briefs are written in 'fr': choose one of pt, en"):
        brief(ledger, "USA", "RUS", language="fr")
    with pytest.raises(TieError, match="both sides"):
        brief(ledger, "USA", "USA")
