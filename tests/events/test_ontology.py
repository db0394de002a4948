import re
from pathlib import Path

import pytest

from lacos.events import cameo_root, context_labels, ontology, score
from lacos.events.frames import frames
from lacos.events.ontology import DATA, OntologyError
from lacos.events.ontology import ontology as read
from lacos.records import EventType

QUADS = {
    "verbal cooperation": {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"},
    "material cooperation": {"COOPERATE", "AID", "RETREAT"},
    "verbal conflict": {"REQUEST", "ACCUSE", "REJECT", "THREATEN"},
    "material conflict": {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
}
"""PLOVER manual, sections 3.1 to 3.16."""

SCORES = {
    "AGREE": 2.5, "CONSULT": 2.5, "SUPPORT": 5, "CONCEDE": 4.5, "COOPERATE": 9.5, "AID": 10,
    "RETREAT": 6.5, "REQUEST": 0, "ACCUSE": -3, "REJECT": -2,
    "THREATEN": -3.5, "PROTEST": -5, "SANCTION": -6, "MOBILIZE": -5.5, "COERCE": -7, "ASSAULT": -9,
}  # fmt: skip
"""PLOVER manual, table 2.2; its 3 for ACCUSE has lost its minus sign, for all modes of it are negative."""


def test_there_are_16_types() -> None:
    assert set(ontology()) == set(EventType)
    assert len(ontology()) == 16


@pytest.mark.parametrize(("quad", "types"), QUADS.items())
def test_quad_classes(quad: str, types: set[str]) -> None:
    assert {info.type for info in ontology().values() if info.quad == quad} == types


@pytest.mark.parametrize(("name", "value"), SCORES.items())
def test_scores_of_types(name: str, value: float) -> None:
    assert score(EventType(name)) == value


@pytest.mark.parametrize(
    ("name", "mode", "value"),
    [
        ("CONSULT", "visit", 4), ("CONSULT", "third-party", 1), ("CONSULT", "phone", 1.5), ("RETREAT", "disarm", 10),
        ("RETREAT", "resign", 4.5),
        ("REQUEST", "assist", 0.5), ("ACCUSE", "disapprove", -2), ("ACCUSE", "allege", -3.5), ("REJECT", "assist", -1.5),
        ("THREATEN", "territory", -4),
        ("PROTEST", "riot", -7), ("SANCTION", "expel", -5.5), ("MOBILIZE", "weapons", -6.5), ("COERCE", "martial-law", -7.5),
        ("ASSAULT", "unconventional", -10), ("ASSAULT", "beat", -7.5), ("ASSAULT", "aerial", -9.5),
    ],
)  # fmt: skip
def test_scores_of_modes(name: str, mode: str, value: float) -> None:
    assert score(EventType(name), mode) == value


def test_a_mode_without_a_score_has_its_types() -> None:
    assert score(EventType.PROTEST, "vandalize") == -5
    assert score(EventType.ASSAULT, "sideAB") == -9


@pytest.mark.parametrize(("name", "count"), [("AGREE", 0), ("CONSULT", 4), ("RETREAT", 6), ("REQUEST", 4), ("ACCUSE", 3), ("COERCE", 10)])
def test_how_many_modes(name: str, count: int) -> None:
    assert len(ontology()[EventType(name)].modes) == count


def test_every_type_is_described_in_both_languages() -> None:
    for info in ontology().values():
        assert info.definition
        assert set(info.label) == {"pt", "en"}
        assert all(info.label.values())


def test_the_modes_of_the_frames_are_in_the_ontology() -> None:
    used = {(frame.type, frame.mode, frame.source) for rows in frames().values() for frame in rows if frame.type and frame.mode}
    assert len(used) > 500
    assert {(kind, mode, source) for kind, mode, source in used if mode not in ontology()[kind].modes} == set()


def test_a_frame_that_is_no_event_has_no_mode() -> None:
    assert [frame.source for rows in frames().values() for frame in rows if frame.type is None and frame.mode] == []


@pytest.mark.parametrize(
    ("name", "mode", "root"),
    [
        ("AGREE", None, "03"), ("CONSULT", "visit", "04"), ("SUPPORT", None, "05"), ("COOPERATE", None, "06"), ("AID", None, "07"),
        ("CONCEDE", None, "08"), ("RETREAT", "ceasefire", "08"), ("ACCUSE", "investigate", "09"), ("REQUEST", "meet", "10"),
        ("ACCUSE", "disapprove", "11"), ("SANCTION", "convict", "11"), ("REJECT", None, "12"), ("THREATEN", "violence", "13"),
        ("PROTEST", "riot", "14"), ("MOBILIZE", "troops", "15"), ("SANCTION", "expel", "16"), ("COERCE", "arrest", "17"),
        ("ASSAULT", "abduct", "18"), ("ASSAULT", "suicide-attack", "18"), ("ASSAULT", None, "19"), ("ASSAULT", "firearms", "19"),
        ("ASSAULT", "unconventional", "20"),
    ],
)  # fmt: skip
def test_cameo_roots(name: str, mode: str | None, root: str) -> None:
    """The CAMEO to PLOVER table of 2021, read backwards."""
    assert cameo_root(EventType(name), mode) == root


def test_every_mode_has_a_cameo_root() -> None:
    roots = [root for info in ontology().values() for root in (info.cameo, *info.cameo_modes.values())]
    assert len(roots) == 84
    assert set(roots) == {f"{number:02}" for number in range(3, 21)}


def test_a_wrong_cameo_root_is_told(tmp_path: Path) -> None:
    copy = tmp_path / "ontology.toml"
    copy.write_text(DATA.read_text("utf8").replace('cameo = "13"', "cameo = 13"), "utf8")
    with pytest.raises(OntologyError, match=re.escape("the cameo root of THREATEN is 13: give two digits")):
        read(copy)


def test_the_37_contexts_are_named_in_both_languages() -> None:
    assert len(context_labels()) == 37
    assert all(set(labels) == {"pt", "en"} and all(labels.values()) for labels in context_labels().values())


def test_modes_that_carry_a_context() -> None:
    assert ontology()[EventType.COERCE].mode_contexts == {"misinformation": "misinformation", "cyber": "cyber"}
