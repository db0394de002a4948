import pytest

from lacos.statements.quotations import REACH, quotations


def inside(text: str) -> list[str]:
    return [text[found.start : found.end] for found in quotations(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ele disse: “Não vamos recuar”.", ["Não vamos recuar"]),
        ('"Não", disse. "Nunca", repetiu.', ["Não", "Nunca"]),
        ("«Não vamos recuar», disse.", ["Não vamos recuar"]),
        ("‘Não vamos recuar’, disse.", ["Não vamos recuar"]),
        ("'Não vamos recuar', disse.", ["Não vamos recuar"]),
        ("”Não vamos recuar”, disse.", ["Não vamos recuar"]),
        ("(“Não vamos recuar”)", ["Não vamos recuar"]),
        ('" Não vamos "', []),
        ("“ Não vamos ”", []),
        ("“Não vamos ”", ["Não vamos"]),
    ],
)
def test_marks_of_every_kind(text: str, words: list[str]) -> None:
    assert inside(text) == words


def test_the_outermost_where_they_nest() -> None:
    assert inside("«O “eixo do mal” caiu», disse.") == ["O “eixo do mal” caiu"]


def test_they_go_on_over_sentences_and_lines() -> None:
    assert inside('"Não vamos recuar.\nNunca recuamos." Foi o que disse.') == ["Não vamos recuar.\nNunca recuamos."]


@pytest.mark.parametrize("text", ['tela de 5" e outra de 6"', "copo d'água e pau-d'arco", "“aberta sem fim", '"  "', '"', "", "sem marcas"])
def test_stray_marks_open_nothing(text: str) -> None:
    assert inside(text) == []


def test_an_apostrophe_does_not_close() -> None:
    assert inside("'Não bebo d'água', disse.") == ["Não bebo d'água"]


def test_one_must_close_within_reach() -> None:
    assert len(inside('"' + "a " * (REACH // 2 - 2) + 'a"')) == 1
    assert inside('"' + "a " * (REACH // 2) + 'a"') == []


def test_words_are_counted() -> None:
    assert [found.words for found in quotations('"um", "um dois" e "um dois três"')] == [1, 2, 3]
