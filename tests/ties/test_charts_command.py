"""``lacos tie``: results on stdout, charts into files, names and errors as the other commands have them."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
import typer
from click.testing import Result
from typer.testing import CliRunner

from lacos.cli.tie import tie
from lacos.ledger import Ledger
from lacos.ties import TieError
from lacos.ties.charts import ChartError

app = typer.Typer()
app.command()(tie)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)])


def shown(*arguments: object) -> str:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_tie_in_the_terminal(crisis: Ledger) -> None:
    portuguese, english = (shown(crisis.name, "Pyongyang", "EUA", "--lang", lang) for lang in ("pt", "en"))
    assert "Coreia do Norte – EUA\n72 acontecimentos em 36 artigos de 36 veículos" in portuguese
    assert "nov. 2017: a cooperação líquida passa de" in portuguese
    assert "North Korea – US\n72 happenings in 36 articles of 36 outlets" in english
    assert "verbal conflict" in english
    assert "0 contested, 0 only denied" in english


def test_a_share_that_is_the_whole_has_no_interval(crisis: Ledger) -> None:
    assert "unknown  36 articles  100%\n" in re.sub(" +\n", "\n", shown(crisis.name, "PRK", "USA", "--lang", "en"))


def test_one_against_all_others(crisis: Ledger) -> None:
    assert "North Korea – all others" in shown(crisis.name, "PRK", "--lang", "en")


def test_several_on_a_side(crisis: Ledger) -> None:
    assert "Colombia and North Korea – Japan and US" in shown(crisis.name, "COL+Pyongyang", "JPN+USA", "--lang", "en")


def test_a_thin_tie_has_no_trend(crisis: Ledger) -> None:
    assert "too few independent reports to speak of a trend" in shown(crisis.name, "COL", "JPN", "--lang", "en")


def test_nothing_is_nothing(crisis: Ledger) -> None:
    assert shown(crisis.name, "FIN", "BOL", "--lang", "en") == "Finland – Bolivia\nno happening that counts\n"
    assert shown(crisis.name, "FIN", "BOL", "-f", "csv") == "measure,period,first,last,value,low,high,happenings,origins\n"


def test_series_as_rows(crisis: Ledger) -> None:
    found = list(csv.DictReader(shown(crisis.name, "PRK", "USA", "-f", "csv", "--measure", "happenings").splitlines()))
    assert [row["period"] for row in found][:2] == ["2017-05", "2017-06"]
    assert sum(float(row["value"]) for row in found) == 72
    weeks = [json.loads(line) for line in shown(crisis.name, "PRK", "USA", "-f", "jsonl", "--every", "week").splitlines()]
    assert weeks[0].keys() == found[0].keys()
    assert weeks[0]["period"] == "2017-W18"
    assert weeks[0]["measure"] == "net"


def test_since_and_until(crisis: Ledger) -> None:
    assert "24 happenings in 12 articles" in shown(crisis.name, "PRK", "USA", "--since", "2017-11", "--lang", "en")
    assert "48 happenings in 24 articles" in shown(crisis.name, "PRK", "USA", "--since", "2017", "--until", "2017-10", "--lang", "en")


@pytest.mark.parametrize("kind", ["timeline", "network", "map"])
def test_charts_go_into_files(crisis: Ledger, tmp_path: Path, kind: str) -> None:
    shown(crisis.name, "PRK", "USA", "--chart", tmp_path / "laco.svg", "--kind", kind, "--lang", "pt")
    assert "Coreia do Norte" in (tmp_path / "laco.svg").read_text("utf8")


def test_what_cannot_be_asked_is_named(crisis: Ledger, tmp_path: Path) -> None:
    assert run(crisis.name, "Atlântida").exit_code == 2
    assert run(crisis.name, "PRK", "USA", "--since", "2017-13").exit_code == 2
    assert isinstance(run(crisis.name, "PRK", "PRK").exception, TieError)
    gif = run(crisis.name, "PRK", "USA", "--chart", tmp_path / "laco.gif")
    assert isinstance(gif.exception, ChartError)
    assert gif.stdout == ""
