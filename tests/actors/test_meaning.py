"""Which actor a name or a role means where the words alone do not say: titles, common bodies, longer names, regions, the first person."""

from datetime import date

import pytest

import lacos
from lacos import language
from lacos.actors.gazetteer import gazetteer
from lacos.actors.tables import Person, Tenure, all_persons, regions
from lacos.reader import listen
from lacos.records import Document

NEWS = "2017-05-10"


def coded(text: str, published: str = NEWS) -> dict[str, str]:
    """The code of each mention by its words."""
    mentions, _ = listen(language.load("pt")(text), Document.from_json({"text": text, "published": published}))
    return {mention.text: mention.code for mention in mentions}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("O PIS paga abono.", []),
        ("O PiS venceu na Polônia.", ["PiS", "Polônia"]),
        ("Custou US$ 30.", []),
        ("O Acordo de Paris entrou em vigor em Roma.", ["Acordo de Paris", "Roma"]),
    ],
)
def test_what_is_written_like_a_name(text: str, names: list[str]) -> None:
    assert [text[hit.start : hit.end] for hit in gazetteer().find(text)] == names


@pytest.mark.slow
@pytest.mark.parametrize("text", ["Os EUA saíram do Acordo de Paris.", "Os EUA assinaram o Tratado de Lisboa."])
def test_a_treaty_is_no_state(text: str) -> None:
    assert set(coded(text).values()) == {"USA"}


def person(*tenures: tuple[str, str, str, str]) -> Person:
    return Person("X", frozenset({"X"}), tuple(Tenure(c, o, date.fromisoformat(a), date.fromisoformat(b), "t") for c, o, a, b in tenures))


LEADER = person(
    ("CHL/LEG", "senator", "2001-01-01", "2010-03-10"),
    ("CHL", "president", "2010-03-11", "2014-03-10"),
    ("CHL/CVL", "other", "2014-03-11", "2090-01-01"),
)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2009-05-01", "CHL/LEG"),
        ("2010-02-01", "CHL"),  # elected, not yet in office
        ("2012-01-01", "CHL"),
        ("2016-01-01", "CHL/CVL"),
        ("2024-01-01", "CHL"),  # a figure of history
    ],
)
def test_what_a_leader_stands_for_over_the_years(day: str, code: str) -> None:
    assert LEADER.standing(date.fromisoformat(day))[0] == code


def test_a_person_of_several_tables_is_one() -> None:
    names = [known.name for known in all_persons()]
    assert len(names) == len(set(names))


def test_regions_hold_states() -> None:
    assert {"JPN", "PRK"} <= regions()["asiático"]
    assert regions()["báltico"] == {"EST", "LVA", "LTU"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("O ex-presidente Lula criticou a reforma.", "ex-presidente Lula", "BRA/OPP"),
        ("O juiz Sérgio Moro condenou o ex-ministro.", "juiz Sérgio Moro", "BRA/JUD"),
        ("Washington reagiu. O Congresso americano aprovou as sanções.", "Congresso americano", "USA/LEG"),
        ("Trump ameaçou a Coreia do Norte. O país asiático lançou um míssil.", "país asiático", "PRK"),
        ("A Rússia ameaçou a Estônia. As repúblicas bálticas pediram ajuda.", "repúblicas bálticas", "LVA"),
        ("A polícia prendeu um espanhol.", "espanhol", "ESP/CVL"),
        ("O PSD criticou o governo do Brasil.", "PSD", "BRA/LEG"),
        ("O PSD criticou o governo de Portugal.", "PSD", "PRT/OPP"),
        ("Ronald Reagan negociou com a União Soviética.", "Ronald Reagan", "USA"),
        ("Kim Jong-un visitou a China. Seu regime testou um míssil.", "regime", "PRK"),
    ],
)
def test_titles_bodies_and_regions(text: str, words: str, code: str) -> None:
    mentions, _ = listen(language.load("pt")(text), Document.from_json({"text": text, "published": NEWS}))
    assert code in {mention.code for mention in mentions if mention.text == words}


@pytest.mark.slow
def test_the_first_person_of_a_quotation_is_who_is_quoted() -> None:
    text = '"Vamos responder com força e defender nosso povo", disse o presidente russo, Vladimir Putin.'
    assert coded(text)["nosso"] == "RUS"


@pytest.mark.slow
def test_private_quarrels_are_no_politics() -> None:
    assert lacos.read("O empresário agrediu a mulher em casa.", published=NEWS).events == ()


@pytest.mark.slow
def test_a_model_of_helicopter_is_nobody() -> None:
    assert coded("O helicóptero Robinson caiu no mar.") == {}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("O Congresso derrubou a lei. A Argentina criticou a decisão do Congresso argentino.", "Congresso argentino", "ARG/LEG"),
        ("O presidente da França discursou. As Forças Armadas foram mobilizadas.", "Forças Armadas", "FRA/MIL"),
        ("O Exército está em alerta, disse o governo da Argentina.", "Exército", "BRA/MIL"),
        ("Um porta-voz militar do Egito negou o ataque.", "porta-voz militar do Egito", "EGY/MIL"),
        ("O ex-embaixador da Itália criticou o acordo.", "ex-embaixador da Itália", "ITA/CVL"),
        ("O ex-ministro da Itália criticou o acordo.", "ex-ministro da Itália", "ITA/OPP"),
        ("Milhares de russos protestaram.", "russos", "RUS/CVL"),
        ("Os russos criticaram a Polônia.", "russos", "RUS"),
        ("Os EUA lançaram mísseis. Wahington criticou a China.", "Wahington", "USA"),
        ("Ao menos 13 pessoas morreram em Barcelona.", "pessoas", "ESP/CVL"),
        ("O especialista em Coreia do Norte elogiou a cúpula.", "especialista", "CVL"),
        ("A China criticou o acordo. Em Lisboa, o ministério negou a compra.", "ministério", "PRT"),
        ("O Ministério da Agricultura da França proibiu a carne.", "Ministério da Agricultura da França", "FRA"),
    ],
)
def test_what_the_words_beside_a_name_or_role_make_of_it(text: str, words: str, code: str) -> None:
    assert coded(text)[words] == code


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("As relações EUA-China pioraram.", ("EUA", "China"), ("USA", "CHN")),
        ("A cúpula Trump-Kim foi adiada.", ("Trump", "Kim"), ("USA", "PRK")),
        ("A ONG síria Porto Azul (PAZ) criticou o cerco. A PAZ pediu ajuda.", ("PAZ",), ("SYR/NGO",)),
        ("O Hezbollah negou o ataque. O grupo criticou Israel.", ("Hezbollah", "grupo"), ("HEZ", "HEZ")),
        ("O Japão respondeu. A China criticou o país.", ("China", "país"), ("CHN", "JPN")),
        ("O Irã e o Iraque negociam. Os dois lados querem um acordo.", ("Irã", "Iraque", "lados"), ("IRN", "IRQ", "IRQ")),
    ],
)
def test_names_joined_shortened_and_taken_up_again(text: str, words: tuple[str, ...], codes: tuple[str, ...]) -> None:
    found = coded(text)
    assert tuple(found[word] for word in words) == codes


@pytest.mark.slow
def test_an_undated_text_is_of_the_time_of_those_it_names() -> None:
    doc = language.load("pt")("O presidente Mário Soares recebeu Bill Clinton. Soares elogiou o acordo.")
    mentions, _ = listen(doc, Document.from_json({"text": doc.text}))
    assert {mention.code for mention in mentions if mention.person and "Soares" in mention.text} == {"PRT"}


@pytest.mark.slow
def test_the_government_is_not_its_leader() -> None:
    doc = language.load("pt")("O presidente russo, Vladimir Putin, viajou. O governo negou o acordo.")
    mentions, _ = listen(doc, Document.from_json({"text": doc.text, "published": NEWS}))
    (government,) = [mention for mention in mentions if mention.text == "governo"]
    assert (government.code, government.person) == ("RUS", None)
