import pytest

from lacos.actors.gazetteer import Gazetteer, folded, gazetteer
from lacos.actors.tables import Entity


def found(text: str) -> list[tuple[str, str]]:
    """(words, code or person) of every hit, in order; the first code where a form has several."""
    return [(text[hit.start : hit.end], hit.entities[0].code if hit.entities else hit.persons[0].name) for hit in gazetteer().find(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A Coreia do Norte respondeu à Coreia do Sul.", [("Coreia do Norte", "PRK"), ("Coreia do Sul", "KOR")]),
        ("Os Estados Unidos da América e o Níger", [("Estados Unidos da América", "USA"), ("Níger", "NER")]),
        ("Guiné-Bissau", [("Guiné-Bissau", "GNB")]),
        ("São Tomé e Príncipe", [("São Tomé e Príncipe", "STP")]),
        ("Vladimir Putin viajou; Putin voltou.", [("Vladimir Putin", "Vladimir Putin"), ("Putin", "Vladimir Putin")]),
    ],
)
def test_the_longest_name_is_taken(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text) == names


@pytest.mark.parametrize("text", ["chinatown", "Perus", "Irãs", "Kremlin2", "9Kremlin", "Japãozinho"])
def test_a_piece_of_a_word_is_no_name(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["ex-URSS", "anti-EUA", "pró-Rússia", "a Rússia-Ucrânia", "eixo Paris-Berlim"])
def test_a_hyphen_joins_words(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Brasil–Portugal", [("Brasil", "BRA"), ("Portugal", "PRT")]),
        ("Brasil - Portugal", [("Brasil", "BRA"), ("Portugal", "PRT")]),
        ("-China", [("China", "CHN")]),
        ("OTAN/NATO", [("OTAN", "NAT"), ("NATO", "NAT")]),
        ("(Japão), «Peru»", [("Japão", "JPN"), ("Peru", "PER")]),
    ],
)
def test_other_marks_part_them(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("rússia", []),
        ("putin", []),
        ("estados unidos", []),
        ("RÚSSIA ATACA UCRÂNIA", [("RÚSSIA", "RUS"), ("UCRÂNIA", "UKR")]),
        ("russo Russo RUSSO", [("russo", "RUS"), ("Russo", "RUS"), ("RUSSO", "RUS")]),
    ],
)
def test_names_need_their_capitals_and_demonyms_do_not(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(("text", "names"), [("EUA eua Eua", [("EUA", "USA")]), ("URSS Urss urss", [("URSS", "SUN")])])
def test_acronyms_are_taken_as_they_are(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text) == names


def test_accents_count() -> None:
    assert found("México e Irã") == [("México", "MEX"), ("Irã", "IRN")]
    assert found("Mexico e Ira") == []


@pytest.mark.parametrize("odd", ["İ", "İİİİ", "ß", "ﬁ", "😀", "e\u0301", "\u200b", "Ǆ", "ŉ"])
def test_odd_characters_do_not_move_the_offsets(odd: str) -> None:
    text = f"{odd} {odd}x a China e o Japão {odd}"
    assert len(folded(text)) == len(text)
    assert found(text) == [("China", "CHN"), ("Japão", "JPN")]


def test_a_form_with_several_meanings_gives_them_all() -> None:
    shared = tuple(Entity("Coreias", "name", code, "joint", "x") for code in ("KOR", "PRK"))
    (hit,) = Gazetteer(shared, ()).find("As Coreias")
    assert {entity.code for entity in hit.entities} == {"KOR", "PRK"}


def test_first_parts_of_compounds_are_no_names() -> None:
    assert Gazetteer((Entity("sino", "combining", "CHN", "", "x"), Entity("Peru", "name", "PER", "", "x")), ()).find("O sino") == []


def test_a_text_without_names_has_none() -> None:
    assert found("") == []
    assert found("Choveu muito na terça-feira.") == []
