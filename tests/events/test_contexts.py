"""The contexts of events: by the words of the sentence, by those beside it, and what the table may hold."""

from pathlib import Path

import pytest

import lacos
from lacos.events import context_labels
from lacos.events.contexts import lexicon
from lacos.tables import TableError


def contexts(text: str, trigger: str) -> tuple[str, ...]:
    """Those of the first event with this trigger."""
    reading = lacos.read(text, published="2024-01-16", language="pt")
    return next(item.contexts for item in reading.events if item.trigger.text == trigger)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("A Rússia condenou os testes nucleares da Coreia do Norte.", "condenou", ("cbrn",)),
        ("Os EUA acusaram a Síria de usar armas químicas.", "acusaram", ("cbrn",)),
        ("A Alemanha expulsou os refugiados da Síria.", "expulsou", ("migration",)),
        ("O Equador concedeu asilo político ao opositor da Rússia.", "concedeu", ("asylum",)),
        ("Os EUA acusaram a Rússia de um ciberataque e de notícias falsas.", "acusaram", ("cyber", "misinformation")),
        ("O embaixador da França criticou a guerra comercial dos EUA.", "criticou", ("economic", "diplomatic")),
        ("A Rússia criticou a Ucrânia.", "criticou", ()),
    ],
)
def test_by_the_sentence(text: str, trigger: str, expected: tuple[str, ...]) -> None:
    assert contexts(text, trigger) == expected


@pytest.mark.slow
def test_two_words_beside_the_sentence_are_needed() -> None:
    one = "O surto preocupa a ONU e houve uma epidemia. A China acusou o Japão."
    two = "A epidemia chegou e a vacina falta. A China acusou o Japão."
    assert "health" not in contexts(one.replace("O surto preocupa a ONU e houve", "Houve"), "acusou")
    assert "health" in contexts(two, "acusou")


@pytest.mark.slow
def test_phrases_that_only_look_like_a_context() -> None:
    assert "military" not in contexts("A polícia militar do Brasil prendeu os manifestantes.", "prendeu")
    assert "military" in contexts("Os militares da Turquia prenderam os manifestantes.", "prenderam")


@pytest.mark.slow
def test_crime_gives_way_to_its_special_kinds() -> None:
    found = contexts("O México prendeu criminosos por tráfico de drogas.", "prendeu")
    assert "illegal_drugs" in found
    assert "crime" not in found


def test_every_context_of_the_manual_has_words() -> None:
    entries = [entry for found in lexicon().values() for entry in found]
    assert len(context_labels()) == 37
    assert {entry.context for entry in entries} - {"-"} == set(context_labels())
    assert len({entry.words for entry in entries}) >= 1200


def test_an_unknown_context_is_told(tmp_path: Path) -> None:
    table = tmp_path / "mine.tsv"
    table.write_text("context\twords\nsports\tfutebol\n", "utf8")
    with pytest.raises(TableError, match="line 2: no context 'sports'"):
        lexicon(table)
