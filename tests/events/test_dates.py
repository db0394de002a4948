"""When an event took place and whether it is history, one example a construction. Published on Wednesday 13 September 2017."""

import pytest

import lacos
from lacos.records import Event

pytestmark = pytest.mark.slow


def event(text: str, trigger: str, nth: int = 0) -> Event:
    reading = lacos.read(text, published="2017-09-13", language="pt")
    return [item for item in reading.events if item.trigger.text == trigger][nth]


def date_of(text: str, trigger: str, nth: int = 0) -> str | None:
    found = event(text, trigger, nth).date
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "trigger", "value"),
    [
        pytest.param("A Rússia atacou a Ucrânia nesta terça-feira (12).", "atacou", "2017-09-12", id="on the verb"),
        pytest.param("Na semana passada, Israel bombardeou a Síria.", "bombardeou", "2017-09", id="a week is cut to its month"),
        pytest.param(
            "O ataque da Rússia à Ucrânia em 4 de abril de 2016 foi condenado pela França.", "ataque", "2016-04-04", id="on the noun"
        ),
        pytest.param(
            "A Coreia do Norte realizou um teste nuclear no dia 3.", "teste", "2017-09-03", id="on the verb that lends a noun its subject"
        ),
        pytest.param(
            "A França criticou o Irã no domingo e pediu sanções.",
            "pediu",
            "2017-09-10",
            id="coordinated verbs",
            marks=pytest.mark.xfail(reason="the network leaves it undated", strict=True),
        ),
        pytest.param("Há dois anos, a Turquia invadiu a Síria.", "invadiu", "2015", id="ago"),
        pytest.param(
            "A Turquia disse na segunda-feira que vai cooperar com a Rússia.",
            "cooperar",
            "2017-09-11",
            id="done by saying it",
            marks=pytest.mark.xfail(reason="the network leaves it undated", strict=True),
        ),
    ],
)
def test_its_own_date(text: str, trigger: str, value: str) -> None:
    assert date_of(text, trigger) == value


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        pytest.param(
            "O Irã disse na segunda-feira que Israel atacou a Síria.",
            "atacou",
            id="the date is that of the saying",
            marks=pytest.mark.xfail(reason="the network dates it by the saying", strict=True),
        ),
        pytest.param("A França condenou o Irã após o teste de 3 de setembro.", "condenou", id="the date is that of another noun"),
        pytest.param("A Rússia bombardeia a Síria desde 2015.", "bombardeia", id="since when"),
        pytest.param("A Rússia bombardeou a Síria durante três anos.", "bombardeou", id="a duration"),
        pytest.param("A Rússia bombardeia a Síria todos os dias.", "bombardeia", id="a set"),
        pytest.param("A Rússia bombardeou a Síria entre 2015 e 2017.", "bombardeou", id="a range of years"),
        pytest.param("A Rússia bombardeou a Síria nos anos 90.", "bombardeou", id="a decade"),
    ],
)
def test_not_its_date(text: str, trigger: str) -> None:
    assert date_of(text, trigger) is None


def test_the_noun_of_a_date_keeps_it() -> None:
    assert date_of("A França condenou o Irã após o ataque de 3 de setembro.", "ataque") == "2017-09-03"


def test_the_tense_says_which_friday() -> None:
    assert date_of("O presidente da França se encontrou com o presidente da Rússia na sexta-feira.", "encontrou") == "2017-09-08"
    assert date_of("O presidente da França se encontrará com o presidente da Rússia na sexta-feira.", "encontrará") == "2017-09-15"


def test_a_range_of_days_gives_its_first() -> None:
    assert date_of("A Rússia atacou a Ucrânia em 4 e 5 de setembro.", "atacou") == "2017-09-04"


def test_told_again_it_keeps_its_date() -> None:
    text = "Israel atacou a Síria no domingo. O presidente do Irã condenou o ataque."
    found = event(text, "ataque")
    assert found.date is not None
    assert found.date.value == "2017-09-10"


@pytest.mark.parametrize(
    ("text", "trigger", "historical"),
    [
        ("Em 2003, os Estados Unidos invadiram o Iraque.", "invadiram", True),
        ("Em 4 de abril, os Estados Unidos bombardearam a Síria.", "bombardearam", True),
        ("Em 4 de setembro, os Estados Unidos bombardearam a Síria.", "bombardearam", False),
        ("Há dez anos, Israel bombardeou a Síria.", "bombardeou", True),
        ("Nos anos 90, a Rússia bombardeou a Chechênia.", "bombardeou", True),
        ("A União Soviética invadiu o Afeganistão.", "invadiu", True),
        ("Na época, a França condenou o Irã.", "condenou", True),
        ("Em 1990, a França disse que o Iraque atacou o Kuwait.", "atacou", True),
        ("A França condenou o Irã.", "condenou", False),
        ("A França condenou o Irã no mês passado.", "condenou", False),
    ],
)
def test_history(text: str, trigger: str, historical: bool) -> None:
    assert event(text, trigger).historical is historical
