"""Forms of the tables that are no actor where they stand."""

import pytest

from lacos import language
from lacos.actors import resolve
from lacos.records import Document

pytestmark = pytest.mark.slow


def codes(text: str, words: str, published: str = "2017-05-10") -> set[str]:
    """The codes of the mentions written as ``words``."""
    mentions = resolve(language.load("pt")(text), Document.from_json({"text": text, "published": published}))
    return {mention.code for mention in mentions if mention.text == words}


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("O jogo na Arena Castelão, no Brasil, foi adiado.", "Arena", set()),
        ("O decreto saiu no Diário da Justiça do Brasil.", "Diário", set()),
        ("A empresa Cor e Sabor venceu a licitação.", "Sabor", set()),
        ("A turma visitou o Museu de Arte Moderna.", "Moderna", set()),
        ("O jornal Extra criticou o governo.", "Extra", {"BRA/MED"}),
        ("A vacina da farmacêutica Moderna foi aprovada.", "Moderna", {"USA/BUS"}),
    ],
)
def test_an_ambiguous_word_in_a_longer_name_is_none(text: str, words: str, found: set[str]) -> None:
    assert codes(text, words) == found


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ('"Hoje vivemos com medo", disse a moradora.', "Hoje", set()),
        ('A reportagem do "Hoje" irritou o prefeito.', "Hoje", {"BRA/MED"}),
        ("O governo do Brasil errou. NADA PODE MUDAR O VOTO.", "PODE", set()),
        ("Os deputados do Maranhão (MA) faltaram. Ma Ying-jeou presidiu Taiwan.", "MA", set()),
        ("O Brasil aprovou a reforma trabalhista. O Reino Unido elogiou o Brasil.", "trabalhista", set()),
        ("O Brasil recebeu o líder trabalhista do Reino Unido. O Brasil agradeceu.", "trabalhista", {"GBR/OPP"}),
    ],
)
def test_common_words(text: str, words: str, found: set[str]) -> None:
    assert codes(text, words) == found


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("A polícia voltou a ocupar o Complexo do Alemão e a Maré.", "Alemão", set()),
        ("O bispo visitou a catedral de Londrina.", "Londrina", set()),
        ("O delator explicou a planilha Italiano ao juiz.", "Italiano", set()),
        ('Segundo o delator, "Japonês" era o diretor.', "Japonês", set()),
        ("O prêmio da Academia Russa de Dança foi adiado.", "Russa", {"RUS"}),
        ("Foram os Russos que atacaram a base.", "Russos", {"RUS"}),
        ("O presidente russo viajou.", "russo", {"RUS"}),
    ],
)
def test_a_demonym_with_a_capital_is_mostly_a_name(text: str, words: str, found: set[str]) -> None:
    assert codes(text, words) == found


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("O serviço de saúde (NHS, na sigla em inglês) contratou médicos.", "inglês", set()),
        ("O manual saiu em português e espanhol.", "espanhol", set()),
        ("A polícia prendeu um inglês em Lisboa.", "inglês", {"GBR/CVL"}),
        ("A polícia apreendeu uma BMW na casa do deputado.", "BMW", set()),
        ("A BMW anunciou uma fábrica em Munique.", "BMW", {"DEU/BUS"}),
    ],
)
def test_languages_and_goods(text: str, words: str, found: set[str]) -> None:
    assert codes(text, words) == found


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("O vereador Francisco de Assis elogiou a escola.", "Francisco", set()),
        ("O Vaticano confirmou a viagem. Francisco visitará o Chile.", "Francisco", {"VAT"}),
        ("O Papa Francisco discursou. Depois, Francisco rezou.", "Francisco", {"VAT"}),
        ("Os turistas subiram a Serra gaúcha.", "Serra", set()),
        ("José Serra renunciou. Serra estava doente.", "Serra", {"BRA/LEG"}),
        ("O advogado Rui Rêgo de Castro recorreu. Cuba não comentou.", "Castro", set()),
        ("O presidente de Cuba viajou. Castro visitou Moscou.", "Castro", {"CUB"}),
    ],
)
def test_a_name_that_many_bear_needs_its_bearer(text: str, words: str, found: set[str]) -> None:
    assert {code for code in codes(text, words) if not code.endswith("CVL")} == found


def test_a_surname_in_the_full_name_of_another_is_the_other_s() -> None:
    text = "O presidente Raúl Castro chegou. O fotógrafo Leandro Castro registrou a chegada. Castro sorriu."
    mentions = resolve(language.load("pt")(text), Document.from_json({"text": text, "published": "2017-05-10"}))
    beside = text.index("Leandro")
    assert not [m for m in mentions if m.span and beside <= m.span.start < beside + len("Leandro Castro") and m.code == "CUB"]


def test_a_surname_stays_what_the_full_name_was() -> None:
    text = "O Brasil lamentou. O jornalista Jorge Bastos Moreno morreu no Brasil. Moreno escrevia sobre o Brasil."
    assert codes(text, "Moreno") == {"BRA/MED"}


def test_a_short_title_is_no_part_of_a_name() -> None:
    assert "BRA/JUD" in codes("O juiz Sérgio Moro negou o pedido. O advogado insistiu com o Dr. Moro.", "Moro")


def test_a_city_goes_before_a_seat_in_doubt() -> None:
    assert codes("O voo saiu de Belém. O governo do Pará e o Brasil lamentaram.", "Belém") == set()


@pytest.mark.parametrize(
    ("text", "found"), [("A festa de São João lotou a praça em São João.", set()), ("São João fica em Antígua e Barbuda.", {"ATG"})]
)
def test_a_saint_is_no_seat_of_government(text: str, found: set[str]) -> None:
    assert codes(text, "São João") == found


def test_an_imperative_is_nobody() -> None:
    assert codes("O governo do Brasil negou. Leia abaixo a íntegra da nota.", "Leia") == set()
