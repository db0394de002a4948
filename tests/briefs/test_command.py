"""``lacos brief`` on the ledger of the tests."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from lacos.briefs import BriefError
from lacos.cli.brief import brief, write
from lacos.ledger import Ledger
from lacos.records import LacosError

app = typer.Typer()
app.command()(brief)


@pytest.fixture
def where(address: str, ledger: Ledger) -> str:
    """The address of the ledger, which is filled."""
    assert ledger.name
    return address


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def test_a_brief_goes_to_standard_output_as_markdown(where: str) -> None:
    result = run(where, "Rússia", "EUA", "--length", "paragraph", "--lang", "pt")
    assert result.exit_code == 0
    assert result.stdout.startswith("# Rússia e Estados Unidos\n\nO registro traz três acontecimentos entre a Rússia e os Estados Unidos")


def test_names_dates_language_and_length_are_asked_for_by_options(where: str) -> None:
    result = run(where, "PRK", "--lang", "en", "--since", "2018", "--until", "2018-06", "--length", "dossier")
    assert "The ledger holds seven events between North Korea and others, from 10 January to 9 June 2018" in result.stdout
    assert "## Where the news comes from" in result.stdout


@pytest.mark.parametrize(("format", "begins"), [("md", b"# "), ("html", b"<!doctype html>"), ("docx", b"PK"), ("pdf", b"%PDF")])
def test_a_file_is_written_in_each_format(where: str, tmp_path: Path, format: str, begins: bytes) -> None:
    file = tmp_path / "dossie"
    result = run(where, "RUS", "USA", "--format", format, "--output", file)
    assert (result.exit_code, result.stdout) == (0, "")
    assert file.read_bytes().startswith(begins)


def test_what_cannot_be_is_refused(where: str, tmp_path: Path) -> None:
    assert run(where, "RUS", "USA", "--since", "ontem").exit_code == 2
    assert isinstance(run(where, "Nenhures").exception, LacosError)
    assert isinstance(run(tmp_path / "none.db", "RUS").exception, LacosError)
    with pytest.raises(BriefError, match="cannot be written"):
        write(b"", tmp_path / "no" / "folder.md")
