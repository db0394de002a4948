"""``lacos export``: its formats, filters and exit codes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from click.testing import Result
from typer.testing import CliRunner

from lacos.cli.export import SUFFIXES, ExportFormat, export
from lacos.exports import FORMATS, ExportError
from lacos.ledger import Ledger


@pytest.fixture
def run(ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs the command on the ledger in an empty folder."""
    monkeypatch.setenv("LACOS_LANG", "en")
    monkeypatch.chdir(tmp_path)
    app = typer.Typer()
    app.command()(export)
    return lambda *arguments: CliRunner().invoke(app, [ledger.name, *arguments])


def test_the_formats_are_those_of_the_room() -> None:
    assert [*map(str, ExportFormat)] == [*FORMATS]
    assert {*SUFFIXES.values()} == {*ExportFormat}


def test_the_name_says_the_format_and_stderr_how_much(run: Callable[..., Result], tmp_path: Path) -> None:
    done = run("crise.ttl", "--tie", "Rússia", "Ucrânia")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "crise.ttl: 5 records\n"
    assert (tmp_path / "crise.ttl").read_text("utf8").startswith("@prefix")


def test_both_files_of_gdelt(run: Callable[..., Result], tmp_path: Path) -> None:
    done = run("crise", "--format", "gdelt", "--lang", "pt", "--actor", "PRK")
    assert done.stderr == "crise.export.CSV: 2 registros\ncrise.mentions.CSV: 3 registros\n"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["crise.export.CSV", "crise.mentions.CSV"]


def test_standard_output(run: Callable[..., Result]) -> None:
    done = run("-", "--format", "csv", "--type", "AGREE", "--polecat")
    assert [row["Event Type"] for row in csv.DictReader(io.StringIO(done.stdout))] == ["AGREE"]
    lines = run("-", "-f", "jsonl", "--until", "2017").stdout.splitlines()
    assert {json.loads(line)["document"]["published"][:4] for line in lines} == {"2017"}


@pytest.mark.parametrize(("format", "advice"), [("gdelt", "several files"), ("datasette", "give the name of a file")])
def test_what_standard_output_cannot_hold(run: Callable[..., Result], format: str, advice: str) -> None:
    done = run("-", "--format", format)
    assert isinstance(done.exception, ExportError)
    assert advice in str(done.exception)


def test_wrong_usage(run: Callable[..., Result]) -> None:
    assert run("crise.docx").exit_code == 2
    assert run("crise", "--format", "docx").exit_code == 2
    assert run("crise.csv", "--since", "ontem").exit_code == 2
