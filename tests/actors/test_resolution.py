"""Who the words of real sentences stand for."""

import pytest
from spacy.tokens import Doc

import lacos
from lacos import actors, language
from lacos.actors import Mentions
from lacos.records import Document

pytestmark = pytest.mark.slow


def resolved(text: str, published: str = "2024-01-16") -> tuple[Doc, Mentions]:
    doc = language.load("pt")(text)
    return doc, actors.resolve(doc, Document.from_json({"text": text, "published": published}))


def said(text: str, published: str = "2024-01-16") -> set[tuple[str, str]]:
    """(words, code) of every mention."""
    return {(mention.text, mention.code) for mention in resolved(text, published)[1]}


def of(text: str, words: str, published: str = "2024-01-16") -> list[str]:
    """The codes of the mentions written as ``words``, in order of code."""
    return sorted(code for text_, code in said(text, published) if text_ == words)


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("A Rússia criticou a Polônia.", "Polônia", "POL"),
        ("Os EUA criticaram a China.", "EUA", "USA"),
        ("A ONU condenou o ataque.", "ONU", "UNO"),
        ("A União Europeia impôs sanções à Rússia.", "União Europeia", "EUU"),
        ("O Talibã atacou a embaixada da Índia.", "Talibã", "TAL"),
    ],
)
def test_names(text: str, words: str, code: str) -> None:
    assert of(text, words) == [code]


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("O presidente russo visitou Pequim.", "presidente russo", "RUS"),
        ("O presidente da França visitou a Alemanha.", "presidente da França", "FRA"),
        ("A primeira-ministra da Itália criticou a França.", "primeira-ministra da Itália", "ITA"),
        ("O jornal criticou o governo da China.", "governo da China", "CHN"),
        ("O Talibã atacou a embaixada da Índia.", "embaixada da Índia", "IND"),
    ],
)
def test_roles_with_their_country(text: str, words: str, code: str) -> None:
    assert of(text, words) == [code]


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("O exército russo atacou a Ucrânia.", "exército russo", "RUS/MIL"),
        ("O Exército da Coreia do Sul respondeu.", "Exército da Coreia do Sul", "KOR/MIL"),
        ("O Pentágono enviou tropas à Polônia.", "Pentágono", "USA/MIL"),
        ("A oposição venezuelana criticou o governo.", "oposição venezuelana", "VEN/OPP"),
        ("Os rebeldes sírios atacaram o exército.", "rebeldes sírios", "SYR/REB"),
        ("O jornal japonês criticou o governo da China.", "jornal japonês", "JPN/MED"),
        ("A agência KCNA criticou os Estados Unidos.", "agência KCNA", "PRK/MED"),
        ("O Senado americano aprovou o acordo.", "Senado americano", "USA/LEG"),
        ("O tribunal brasileiro condenou a empresa.", "tribunal brasileiro", "BRA/JUD"),
        ("Empresas chinesas assinaram contratos com o Irã.", "Empresas chinesas", "CHN/BUS"),
        ("A polícia da Turquia prendeu dois jornalistas franceses.", "jornalistas franceses", "FRA/MED"),
        ("A polícia da Turquia prendeu dois jornalistas franceses.", "polícia da Turquia", "TUR"),
    ],
)
def test_sectors(text: str, words: str, code: str) -> None:
    assert of(text, words) == [code]


@pytest.mark.parametrize(
    ("text", "words", "published", "code"),
    [
        ("Trump criticou a China.", "Trump", "2018-05-01", "USA"),
        ("Trump criticou a China.", "Trump", "2024-01-16", "USA/OPP"),
        ("Lula criticou Israel.", "Lula", "2024-02-18", "BRA"),
        ("Lula criticou Israel.", "Lula", "2021-02-18", "BRA/OPP"),
        ("Kim Jong-un criticou os Estados Unidos.", "Kim Jong-un", "2018-05-01", "PRK"),
    ],
)
def test_office_holders_by_date(text: str, words: str, published: str, code: str) -> None:
    assert of(text, words, published) == [code]


@pytest.mark.parametrize(("published", "person"), [("1990-09-01", "George H. W. Bush"), ("2003-03-20", "George W. Bush")])
def test_a_surname_means_the_holder_at_the_date(published: str, person: str) -> None:
    (bush,) = [mention for mention in resolved("Bush criticou o Iraque.", published)[1] if mention.text == "Bush"]
    assert (bush.code, bush.person) == ("USA", person)


def test_a_full_name_in_the_text_wins_over_the_date() -> None:
    mentions = resolved("George H. W. Bush criticou o Iraque. O Irã respondeu. Bush visitou a Arábia Saudita.", "2003-03-20")[1]
    assert {mention.person for mention in mentions if mention.person} == {"George H. W. Bush"}


def test_a_title_with_its_holder_is_one_office() -> None:
    mentions = resolved("O presidente dos Estados Unidos, Joe Biden, criticou a Rússia.")[1]
    (office,) = [mention for mention in mentions if mention.kind == "office"]
    assert (office.text, office.code, office.person) == ("presidente dos Estados Unidos, Joe Biden", "USA", "Joe Biden")


@pytest.mark.parametrize(
    ("words", "code"),
    [("Moscou", "RUS"), ("Washington", "USA"), ("Kremlin", "RUS"), ("Casa Branca", "USA"), ("Itamaraty", "BRA"), ("Pyongyang", "PRK")],
)
def test_a_seat_that_acts_is_its_government(words: str, code: str) -> None:
    mentions = resolved(f"{words} criticou a Colômbia.")[1]
    assert [(mention.text, mention.code, mention.kind.value) for mention in mentions] == [
        (words, code, "metonym"),
        ("Colômbia", "COL", "name"),
    ]


@pytest.mark.parametrize(("words", "code"), [("Moscou", "RUS"), ("Genebra", "CHE"), ("Washington", "USA")])
def test_a_seat_after_em_is_a_place(words: str, code: str) -> None:
    doc, mentions = resolved(f"O presidente da França reuniu-se com o presidente da China em {words}.")
    token = next(token for token in doc if token.text == words)
    assert [mention.code for mention in mentions.place(token)] == [code]
    assert mentions.of(token) == ()
    assert words not in {mention.text for mention in mentions}


def test_compound_demonyms_are_both() -> None:
    assert of("As negociações russo-ucranianas terminaram sem acordo.", "russo-ucranianas") == ["RUS", "UKR"]
    assert of("O acordo sino-americano foi assinado em Genebra.", "sino-americano") == ["CHN", "USA"]


def test_joint_names_are_all() -> None:
    assert of("As Coreias assinaram um acordo.", "Coreias") == ["KOR", "PRK"]


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("O presidente da Rússia chegou à China. Ele criticou os Estados Unidos.", "Ele", ["RUS"]),
        ("A Rússia atacou a Ucrânia. O país também criticou os Estados Unidos.", "país", ["RUS"]),
        ("A Rússia e a China assinaram um acordo. Os dois países criticaram os Estados Unidos.", "países", ["CHN", "RUS"]),
        ("A Índia e o Paquistão assinaram um acordo. Ambos criticaram a China.", "Ambos", ["IND", "PAK"]),
    ],
)
def test_words_that_point_back(text: str, words: str, codes: list[str]) -> None:
    assert of(text, words) == codes


def test_a_plural_pronoun_points_back_to_all() -> None:
    assert of("A Índia e o Paquistão assinaram um acordo. Eles criticaram a China.", "Eles") == ["IND", "PAK"]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("A Rússia atacou a Ucrânia. Também criticou a Polônia.", "criticou"),
        ("A Rússia disse que atacou a Ucrânia.", "atacou"),
    ],
)
def test_a_verb_without_subject_takes_over_the_last(text: str, verb: str) -> None:
    doc, mentions = resolved(text)
    token = next(token for token in doc if token.text == verb)
    assert [(mention.code, mention.kind.value, mention.span) for mention in mentions.elided(token)] == [("RUS", "ellipsis", None)]


def test_nobody_known_is_nobody() -> None:
    assert said("Choveu muito na terça-feira. Ninguém saiu de casa.") == set()


def test_every_mention_says_its_words_and_why() -> None:
    reading = lacos.read("O presidente russo criticou a Casa Branca. Ele visitou Pequim.", published="2024-01-16")
    assert len(reading.mentions) == 5
    for mention in reading.mentions:
        assert mention.span is not None
        assert mention.span.text == mention.text
        assert mention.because
        assert 0 < mention.confidence <= 1
