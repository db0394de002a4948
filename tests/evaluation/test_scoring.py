import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from lacos import evaluation
from lacos.evaluation.scoring import code, codes, figures

TYPES = ("ACCUSE", "CONSULT", "ASSAULT")
CODES = ("USA", "PRK", "KOR/MIL", None)


@pytest.fixture(scope="module")
def reference(shared: Path) -> ModuleType:
    """The gold data's own scorer."""
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def disturbed(document: evaluation.GoldDocument, rng: random.Random) -> dict[str, Any]:
    """Records near the gold: some lost, moved, of another type or with other sides, some invented."""

    def event(gold: dict[str, Any]) -> dict[str, Any]:
        shift = rng.choice((0, 0, 0, 2, -3, 40))
        changed = dict(gold) | {"start": max(0, gold["start"] + shift), "end": max(1, gold["end"] + shift)}
        if rng.random() < 0.3:
            changed["type"] = rng.choice(TYPES)
        if rng.random() < 0.3:
            changed["actor"] = [{"code": rng.choice(CODES)}]
        if rng.random() < 0.3:
            changed |= {"status": "future", "historical": True, "date": "2017", "attributed_to": ["USA"]}
        return changed

    def statement(gold: dict[str, Any]) -> dict[str, Any]:
        cut = rng.choice((0, 5, 60))
        changed = dict(gold) | {"end": max(gold["start"] + 1, gold["end"] - cut)}
        if rng.random() < 0.3:
            changed["speaker"] = {"code": rng.choice(CODES)}
        if rng.random() < 0.3:
            changed["stance"] = "deny"
        return changed

    events = [event(gold) for gold in document.events if rng.random() < 0.8]
    events += [event(rng.choice(document.events)) for _ in range(2) if document.events]
    return {"id": document.id, "events": events, "statements": [statement(gold) for gold in document.statements if rng.random() < 0.8]}


@pytest.mark.parametrize("seed", range(5))
def test_figures_agree_with_the_gold_datas_scorer(shared: Path, reference: ModuleType, seed: int) -> None:
    path = shared / "data" / "gold" / "dev.json"
    rng = random.Random(seed)
    found = {document.id: disturbed(document, rng) for document in evaluation.load(path)}
    theirs = reference.score(json.loads(path.read_text("utf8")), found)
    assert evaluation.score(evaluation.load(path), found).to_json() == theirs
    assert 0.2 < theirs["events"]["type"]["f1"] < 0.95


def test_a_missing_document_counts_as_empty(shared: Path, reference: ModuleType) -> None:
    path = shared / "data" / "gold" / "dev.json"
    assert evaluation.score(evaluation.load(path), {}).to_json() == reference.score(json.loads(path.read_text("utf8")), {})


def test_codes_ignore_sectors_and_unknowns() -> None:
    assert codes([{"code": "USA/MIL"}, "USA", None, {"code": None}, "PRK"]) == {"USA", "PRK"}
    assert code(None) == "?"


def test_figures_of_nothing_are_zero() -> None:
    assert figures(0, 0, 0)["f1"] == 0.0


def test_floors_name_what_is_under_them(tmp_path: Path) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text('"events.type.f1" = 0.5\n"statements.speaker.f1" = 0.9\n', "utf8")
    measured = {"events": {"type": {"f1": 0.6}}, "statements": {"speaker": {"f1": 0.7}}}
    assert list(evaluation.below(measured, floors)) == ["statements.speaker.f1 is 0.7, under its floor of 0.9"]


def test_mistakes_are_sorted_by_kind(shared: Path) -> None:
    document = next(item for item in evaluation.load(shared / "data" / "gold" / "dev.json") if len(item.events) > 4 and item.statements)
    same = {"events": document.events, "statements": document.statements}
    assert list(evaluation.mistakes(document, same)) == []
    retyped = [document.events[0] | {"type": "AID" if document.events[0]["type"] != "AID" else "CONSULT"}, *document.events[1:]]
    kinds = [mistake.kind for mistake in evaluation.mistakes(document, {"events": retyped, "statements": []})]
    assert kinds.count("type") == 1
    assert kinds.count("statement missed") == len(document.statements)


def test_a_file_that_is_no_gold_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text('[{"id": 1}]', "utf8")
    with pytest.raises(evaluation.GoldError, match=r"x\.json is no gold file: KeyError 'sentences'"):
        evaluation.load(path)
