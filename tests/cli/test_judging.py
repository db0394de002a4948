"""``lacos judge``: what is wrong with an event, and the gold that this makes."""

import json
from pathlib import Path

import pytest
from news import Fact, article
from typer.testing import CliRunner, Result

from lacos import evaluation
from lacos.cli import app
from lacos.evaluation.judged import judged
from lacos.ledger import Change, Ledger
from lacos.records import EventType


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LACOS_LANG", "en")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """A ledger of two articles, of two events and one."""
    made = Ledger(tmp_path / "crise.db")
    raid, praise = Fact(EventType.ASSAULT, "RUS", "JPN", "2017-09-08"), Fact(EventType.SUPPORT, "BRA", "COL", "2017-09-08")
    made.record(article("ataque", "2017-09-09", "O Clarim", raid, praise))
    made.record(article("elogio", "2017-09-09", "A Gazeta", praise))
    return made


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["judge", *map(str, arguments)])


def raid(ledger: Ledger) -> str:
    return str(ledger.events()[0]["id"])


def event(ledger: Ledger, id: str) -> dict[str, object]:
    return next(row for row in ledger.events() if row["id"] == id)


def test_mending_listing_and_undoing(ledger: Ledger) -> None:
    name, id = ledger.name, raid(ledger)
    told = run(
        name,
        id,
        "--type",
        "mobilize",
        "--actor",
        "Rússia",
        "--actor",
        "CHN",
        "--recipient",
        "",
        "--date",
        "",
        "--by",
        "Ana",
        "--note",
        "só tropas",
    )
    assert (told.exit_code, told.stdout.strip()) == (0, "correction 1 kept")
    assert {name: event(ledger, id)[name] for name in ("type", "actor", "recipient", "date")} == {
        **{"type": "MOBILIZE", "actor": "RUS+CHN", "recipient": "", "date": None}
    }
    (line,) = [json.loads(line) for line in run(name, "--corrections", "-f", "jsonl").stdout.splitlines()]
    assert (line["n"], line["event"], line["type"], line["by"], line["note"]) == (1, id, "MOBILIZE", "Ana", "só tropas")
    assert "MOBILIZE" in run(name, "--corrections").stdout
    assert run(name, "--undo", 1).stdout.strip() == "judgement 1 undone"
    assert event(ledger, id)["type"] == "ASSAULT"
    assert run(name, id, "--wrong", "--lang", "pt").stdout.strip() == "correção 2 guardada"
    assert len(ledger.events()) == 2


@pytest.mark.parametrize(
    "wrong",
    [["e0", "e1", "--wrong"], ["--wrong"], ["e0", "--same"], ["e0", "--wrong", "--undo", 1], ["--corrections", "--undo", 1], ["e0"]],
)
def test_what_means_nothing_is_2(ledger: Ledger, wrong: list[object]) -> None:
    assert run(ledger.name, *wrong).exit_code == 2


def test_corrected_documents_are_gold_that_evaluate_reads(ledger: Ledger, tmp_path: Path) -> None:
    ledger.correct(raid(ledger), Change(type="THREATEN", actor=("BRA",)), by="Ana")
    told = run(ledger.name, "--gold", tmp_path / "ouro.json")
    assert told.stdout.strip() == f"1 corrected documents in {tmp_path / 'ouro.json'}"
    (gold,) = evaluation.load(tmp_path / "ouro.json")
    reading = ledger.reading("ataque")
    assert gold.id == "ataque"
    assert gold.text == " ".join(reading.document.text.split())
    assert [(one["type"], one["trigger"], one["sentence"]) for one in gold.events] == [("THREATEN", "atacou", 0), ("SUPPORT", "elogiou", 1)]
    assert [[one["code"] for one in event["actor"]] for event in gold.events] == [["BRA"], ["BRA"]]
    assert [gold.text[one["start"] : one["end"]] for one in gold.events] == ["atacou", "elogiou"]
    found = {"ataque": {"events": [one.to_json() for one in reading.events], "statements": []}}
    assert evaluation.score([gold], found).to_json()["events"]["dyad"]["f1"] == 1


def test_gold_has_no_document_whose_correction_was_undone(ledger: Ledger) -> None:
    ledger.undo(ledger.correct(raid(ledger), Change(wrong=True), by="Ana"))
    assert list(judged(ledger)) == []


def test_a_gold_file_that_cannot_be_written(ledger: Ledger, tmp_path: Path) -> None:
    told = run(ledger.name, "--gold", tmp_path / "nada" / "ouro.json")
    assert told.exit_code == 1
    assert "No such file or directory: give a file in a folder" in str(told.exception)
