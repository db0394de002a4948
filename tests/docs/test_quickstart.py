"""The quick start works as it is written, and its crisis has what a crisis should."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

import lacos
from lacos.cli import app
from lacos.ledger import Filter

QUICKSTART = (Path(__file__).parents[2] / "docs" / "quickstart.md").read_text("utf8")
SHELL = [line for block in re.findall(r"```sh\n(.*?)```", QUICKSTART, re.DOTALL) for line in block.splitlines()]
PYTHON = re.findall(r"```python\n(.*?)```", QUICKSTART, re.DOTALL)

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(crisis: Path, tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the ledger and the example, in which the test runs."""
    shutil.copy(crisis / "crise.db", tmp_path)
    shutil.copytree(root / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("line", SHELL)
def test_commands_run(line: str) -> None:
    result = CliRunner().invoke(app, shlex.split(line)[1:])
    assert result.exit_code == 0, result.output


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("number", range(len(PYTHON)))
def test_python_runs(number: int) -> None:
    exec("import lacos\n" + PYTHON[number], {})


@pytest.mark.parametrize(
    ("shown", "command", "begins"),
    [
        ("docs/quickstart.md", "tie {} VEN GUY --lang en", "Venezuela – Guyana"),
        ("README.md", "tie {} VEN GUY --lang en", "Venezuela – Guyana"),
        ("README.pt-BR.md", "tie {} VEN GUY --lang pt", "Venezuela – Guiana"),
        ("docs/quickstart.md", "claims {} --tie VEN GUY --standing contested --lang en", "CONTESTED  ASSAULT  VEN"),
    ],
)
def test_what_is_shown_is_what_comes(crisis: Path, root: Path, shown: str, command: str, begins: str) -> None:
    _, found, rest = (root / shown).read_text("utf8").partition(f"```\n{begins}")
    result = CliRunner().invoke(app, command.format(crisis / "crise.db").split(), env={"COLUMNS": "160"})
    came = [line.rstrip() for line in result.output.splitlines()]
    assert [line for line in f"{begins}{rest.partition('```')[0]}".splitlines() if line not in came] == []
    assert found


def test_the_crisis_has_a_break_and_what_is_contested(crisis: Path) -> None:
    with lacos.open(crisis / "crise.db") as ledger:
        tie = ledger.tie("VEN", "GUY")
        assert not tie.is_thin
        assert [(found.first.label, found.change > 0) for found in tie.breaks()] == [("2024-08", True)]
        attack = next(told.happening for told in tie.claims(("contested",)) if told.happening["date"] == "2024-04-07")
        assert attack["articles"] > attack["origins"]  # one of them copies another


def test_the_mistake_that_the_how_to_mends_is_there(crisis: Path, root: Path) -> None:
    event = re.search(r"lacos judge crise.db (e\w+) --date 2024-04-07", (root / "docs" / "howto.md").read_text("utf8"))
    with lacos.open(crisis / "crise.db") as ledger:
        dates = {one["id"]: one["date"] for one in ledger.events(Filter(document="essequibo-41"))}
    assert event
    assert dates[event.group(1)] == "2025-03-05"


def test_the_crisis_credits_wires(crisis: Path) -> None:
    with lacos.open(crisis / "crise.db") as ledger:
        sources = {words["wires"] for told in ledger.claims(Filter(among="VEN")) for words in told.sentences}
    assert {"reuters", "lusa", "afp", "efe"} <= sources


def test_the_articles_are_short_and_of_six_outlets(root: Path) -> None:
    articles = [json.loads(line) for line in (root / "examples" / "crise.jsonl").read_text("utf8").splitlines()]
    assert all(60 <= len(one["text"].split()) <= 180 for one in articles)
    assert len({one["id"] for one in articles}) == len(articles) == 41
    assert len({one["source"] for one in articles}) == 6
