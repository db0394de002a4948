"""The network is arithmetic over its weights: its parts do what their names say, and its weights fit its vocabularies."""

import numpy
import pytest

from lacos import language
from lacos.events.network import decisions
from lacos.events.network.decisions import judge
from lacos.events.network.entries import NONE, Entries
from lacos.events.network.network import Children, average_of_others, highest, neighbours, network, normalised, softmax
from lacos.events.network.vocabulary import Vocabulary
from lacos.events.scene import Scene
from lacos.reader import listen
from lacos.records import Document


def test_the_children_of_each_word_are_summed() -> None:
    heads = numpy.array([1, 1, 1, 2, 1])  # the second is the root
    rows = numpy.arange(5, dtype=numpy.float32)[:, None]
    assert Children(heads).total(rows)[:, 0].tolist() == [0, 0 + 2 + 4, 3, 0, 0]


def test_a_word_alone_has_no_children() -> None:
    assert Children(numpy.array([0])).total(numpy.ones((1, 2), dtype=numpy.float32)).tolist() == [[0, 0]]


def test_entries_know_the_others_of_their_actor() -> None:
    entries = Entries.of([0, 0, 1, 2], ["RUS", "USA", "RUS", "RUS"], kinds=[3, 3, 5], lemmas=["visitar", "visitar", "atacar"])
    assert entries.before.tolist() == [NONE, NONE, 0, 2]
    assert entries.after.tolist() == [2, NONE, 3, NONE]
    assert entries.actor[0] == entries.actor[2] == entries.actor[3] != entries.actor[1]
    assert entries.typed[0] == entries.typed[2] != entries.typed[3]
    assert entries.worded[0] == entries.worded[2] != entries.worded[3]


def test_groups_are_united() -> None:
    rows, groups = numpy.array([[1], [4], [2]], dtype=numpy.float32), numpy.array([0, 1, 0])
    assert highest(rows, groups, 2).tolist() == [[2], [4]]
    assert average_of_others(rows, groups).tolist() == [[2], [0], [1]]
    assert neighbours(rows, numpy.array([NONE, 0, 1])).tolist() == [[0], [1], [4]]


def test_probabilities_add_up() -> None:
    assert softmax(numpy.array([[1.0, 2.0, 3.0], [1000.0, 0.0, 0.0]], dtype=numpy.float32)).sum(axis=1).tolist() == pytest.approx([1, 1])


def test_a_normalised_row_has_mean_nought_and_deviation_one() -> None:
    one, nought = numpy.ones(4, dtype=numpy.float32), numpy.zeros(4, dtype=numpy.float32)
    found = normalised(numpy.array([[1, 2, 3, 6]], dtype=numpy.float32), one, nought)
    assert found.mean() == pytest.approx(0, abs=1e-6)
    assert found.std() == pytest.approx(1, abs=1e-3)


def test_unknown_categories_have_number_nought() -> None:
    known = Vocabulary({"pos": ("NOUN", "VERB"), "tense": ("past",)})
    assert known.sizes == (3, 2)
    assert known.encode([("VERB", "past"), ("X", "")]).tolist() == [[2, 1], [0, 0]]
    assert known.encode([]).shape == (0, 2)


def test_the_weights_fit_the_vocabularies() -> None:
    net = network()
    for name, known in net.vocabularies.items():
        for column, size in zip(known.values, known.sizes, strict=True):
            assert len(net.weight(f"{name}.{column}")) == size


@pytest.mark.slow
def test_a_long_text_read_in_runs_comes_out_as_if_read_at_once(example: str, monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document(example, language="pt")
    doc = language.load("pt")(example)
    scene = Scene(doc, document, *listen(doc, document))
    whole = judge(scene).words
    monkeypatch.setattr(decisions, "RUN", 40)
    runs = judge(scene).words
    assert whole is not None
    assert runs is not None
    assert runs.known == pytest.approx(whole.known, abs=1e-4)
