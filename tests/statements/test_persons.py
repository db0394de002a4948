"""Who of two persons supports or opposes the other."""

import pytest

import lacos
from lacos.reader import Reading
from lacos.records import Attitude, PersonStance

pytestmark = pytest.mark.slow


def told(text: str, *names: str) -> list[tuple[str, Attitude, str]]:
    reading = lacos.read(text, language="pt", persons=names or None)
    return [(one.holder.name, one.relation, one.target.name) for one in reading.stances]


@pytest.mark.parametrize(
    ("text", "holder", "relation", "target"),
    [
        ("Tomás Vilar acusa Inês Prata de mentir ao Parlamento", "Tomás Vilar", "opposes", "Inês Prata"),
        ("Inês Prata elogia coragem de Tomás Vilar", "Inês Prata", "supports", "Tomás Vilar"),
        ("Rui Falcão apoia candidatura de Marta Leiria", "Rui Falcão", "supports", "Marta Leiria"),
        ("Marta Leiria critica Rui Falcão por “falta de rumo”", "Marta Leiria", "opposes", "Rui Falcão"),
    ],
)
def test_headlines(text: str, holder: str, relation: str, target: str) -> None:
    assert told(text, holder, target) == [(holder, Attitude(relation), target)]


def test_names_that_are_not_there_or_are_parts_of_words_say_nothing() -> None:
    assert told("Tomás Vilar acusa Inês Prata de mentir", "Tomás Vilar", "Rui Falcão") == []
    assert told("Tomás Vilar acusa Inês Prata de mentir", "Tomás Vil", "Inês Prat") == []
    assert told("Tomás Vilar acusa Tomás Vilar de mentir", "Tomás Vilar", "") == []


def test_each_pair_once_the_surest_first_and_with_its_evidence() -> None:
    text = "Tomás Vilar acusa Inês Prata de mentir. Rui Falcão apoia Inês Prata. Tomás Vilar voltou a criticar Inês Prata."
    reading = lacos.read(text, language="pt", persons=["Tomás Vilar", "Inês Prata", "Rui Falcão"])
    pairs = [(one.holder.name, one.target.name) for one in reading.stances]
    assert len(set(pairs)) == len(pairs)
    assert [one.chance for one in reading.stances] == sorted((one.chance for one in reading.stances), reverse=True)
    ids = {record.id for record in (*reading.events, *reading.statements)}
    assert all(one.evidence in ids for one in reading.stances if one.evidence)


def test_a_stance_comes_back_from_json() -> None:
    reading = lacos.read("Tomás Vilar acusa Inês Prata de mentir", language="pt", persons=["Tomás Vilar", "Inês Prata"])
    (stance,) = reading.stances
    assert PersonStance.from_json(stance.to_json(), reading.document) == stance
    assert Reading.from_json(reading.to_json()) == reading
