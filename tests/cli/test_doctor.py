import sys

import pytest
import spacy
from click.testing import Result
from typer.testing import CliRunner

from lacos import __version__
from lacos.cli import app


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["doctor", *arguments])


@pytest.mark.slow
def test_it_says_what_is_there_and_that_it_works() -> None:
    result = run("--lang", "en")
    assert result.exit_code == 0
    first, packages, pipeline, scores, tables, last = result.stdout.splitlines()
    assert first.startswith(f"lacos {__version__}, Python 3.")
    assert f"spacy {spacy.__version__}" in packages
    assert pipeline.startswith("pipeline: pt_lacos")
    assert "parser" in pipeline
    assert "dep_las 0." in scores
    assert tables.startswith("tables: actors ")
    assert last == "reading test: works"


@pytest.mark.slow
def test_it_speaks_portuguese() -> None:
    assert run("--lang", "pt").stdout.splitlines()[-1] == "teste de leitura: funciona"


@pytest.mark.slow
def test_a_loss_is_no_score() -> None:
    assert "_loss" not in run("--lang", "en").stdout


def test_an_unknown_pipeline_does_not_work() -> None:
    result = run("--lang", "en", "--pipeline", "nao_ha")
    assert result.exit_code == 1
    assert "does not work: no pipeline 'nao_ha'" in result.stdout


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["lacos.cli.doctor"], "OPTIONAL", ("a-package-that-is-not-there",))
    assert "a-package-that-is-not-there not installed" in run("--lang", "en", "--pipeline", "nao_ha").stdout
