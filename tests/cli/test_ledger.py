"""The commands of the ledger: results on stdout, what went wrong on stderr by name, exit codes 0, 1 and 2."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

import lacos
from lacos.cli import app, main

slow = pytest.mark.slow
ENGLISH = "The foreign minister met his counterpart in Geneva on Monday and praised the agreement that both had signed."
NEWS = [
    {"id": "n1", "published": "2023-09-04", "source": "O Clarim", "text": "A Rússia atacou a Ucrânia no domingo (3) com mísseis."},
    {
        "id": "n2",
        "published": "2023-09-05",
        "source": "A Gazeta",
        "title": "Kiev denuncia",
        "text": "O Exército russo atacou a Ucrânia no domingo (3), segundo Kiev. Moscou negou ter atacado a Ucrânia.",
    },
    {"id": "n3", "published": "2018-06-12", "source": "A Gazeta", "text": "Donald Trump se reuniu com Kim Jong-un nesta terça-feira (12)."},
]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LACOS_LANG", "en")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of three articles; nobody changes it."""
    folder = tmp_path_factory.mktemp("ledger")
    path = folder / "noticias.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in NEWS), "utf8")
    with lacos.open(folder / "crise.db") as ledger:
        ledger.add(lacos.sources.documents([path]))
    return folder / "crise.db"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "boa.txt"
    path.write_text("A Rússia condenou o ataque da Ucrânia.", "utf8")
    return path


def run(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)], input=stdin)


def program(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[object, str, str]:
    """The exit code, stdout and stderr of the whole program, errors that it raises told."""
    monkeypatch.setattr(sys, "argv", ["lacos", *map(str, arguments)])
    with pytest.raises(SystemExit) as stopped:
        main()
    out, err = capsys.readouterr()
    return stopped.value.code, out, err


def rows(result: Result) -> list[dict[str, str]]:
    assert result.exit_code == 0, result.stderr
    assert result.stderr == ""
    return list(csv.DictReader(result.stdout.splitlines()))


def lines(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


@slow
def test_adding_says_what_it_came_to_on_stderr(tmp_path: Path, text: Path) -> None:
    (tmp_path / "vazio.txt").write_bytes(b"")
    (tmp_path / "ingles.txt").write_text(ENGLISH, "utf8")
    first = run("add", tmp_path / "a.db", tmp_path)
    assert (first.exit_code, first.stdout) == (1, "")
    assert f"lacos: error: {tmp_path / 'vazio.txt'}: empty" in first.stderr
    assert "1 added, 0 replaced, 0 there already, 1 in other languages, 1 not read" in first.stderr
    again = run("add", tmp_path / "a.db", text, "--lang", "pt")
    assert (again.exit_code, again.stdout) == (0, "")
    assert "0 acrescentados, 0 substituídos, 1 já estavam, 0 em outras línguas, 0 não lidos" in again.stderr


@slow
def test_columns_and_dates_are_named(tmp_path: Path) -> None:
    path = tmp_path / "tabela.csv"
    path.write_text("corpo,dia,jornal,chave\nA Índia elogiou o Brasil.,2020-05-06,O Clarim,k1\n", "utf8")
    named = ["--text", "corpo", "--date", "dia", "--source", "jornal", "--id", "chave"]
    assert run("add", tmp_path / "a.db", path, *named).exit_code == 0
    (row,) = rows(run("events", tmp_path / "a.db", "-f", "csv"))
    assert (row["document"], row["published"], row["source"]) == ("k1", "2020-05-06", "O Clarim")


@slow
def test_standard_input_is_added(tmp_path: Path) -> None:
    assert run("add", tmp_path / "a.db", "-", "--published", "2020-05-06", stdin="A Índia elogiou o Brasil.").exit_code == 0
    assert [row["published"] for row in rows(run("events", tmp_path / "a.db", "-f", "csv"))] == ["2020-05-06"]


@slow
@pytest.mark.parametrize("kind", ["txt", "jsonl"])
def test_what_failed_is_listed_and_tried_again(tmp_path: Path, kind: str) -> None:
    ledger, path = tmp_path / "a.db", tmp_path / f"notas.{kind}"
    path.write_bytes(b"" if kind == "txt" else b"nada\n")
    assert run("add", ledger, path).exit_code == 1
    (failure,) = lines(run("failed", ledger, "-f", "jsonl"))
    assert str(failure["name"]).startswith(str(path))
    assert str(path) in run("failed", ledger, "-f", "csv").stdout
    assert run("add", ledger, "--retry").exit_code == 1
    words = "A Índia elogiou o Brasil."
    path.write_text(words if kind == "txt" else json.dumps({"id": "n1", "text": words}) + "\n", "utf8")
    retried = run("add", ledger, "--retry")
    assert retried.exit_code == 0
    assert "1 added" in retried.stderr
    assert run("failed", ledger, "-f", "jsonl").stdout == ""
    nothing = run("add", ledger, "--retry")
    assert (nothing.exit_code, nothing.stdout) == (0, "nothing to try again\n")


@slow
def test_a_text_in_a_table_that_failed_is_tried_again(tmp_path: Path) -> None:
    """It failed in reading, under its own id, which is no input."""
    ledger, path = tmp_path / "a.db", tmp_path / "notas.jsonl"
    path.write_text('{"id": "n1", "text": "... ---"}\n', "utf8")
    assert run("add", ledger, path).exit_code == 1
    path.write_text('{"id": "n1", "text": "A Índia elogiou o Brasil."}\n', "utf8")
    retried = run("add", ledger, "--retry")
    assert (retried.exit_code, "1 added" in retried.stderr) == (0, True), retried.stderr


@slow
@pytest.mark.parametrize("options", [["--text", "corpo", "--date", "dia"], ["--text", "corpo", "--published", "2020-05-06"]], ids=" ".join)
def test_what_failed_is_tried_again_with_the_options_of_then(tmp_path: Path, options: list[str]) -> None:
    ledger, path, other = tmp_path / "a.db", tmp_path / "tabela.csv", tmp_path / "vazio.txt"
    path.write_text("corpo,dia,nota\n,2020-05-06,x\n", "utf8")
    other.write_text("", "utf8")
    assert run("add", ledger, path, *options).exit_code == 1
    assert run("add", ledger, other).exit_code == 1
    assert run("add", ledger, "--retry").exit_code == 1  # the options outlast a retry
    path.write_text("corpo,dia,nota\nA Índia elogiou o Brasil.,2020-05-06,x\n", "utf8")
    other.write_text("A China condenou a Índia.", "utf8")
    retried = run("add", ledger, "--retry")
    assert (retried.exit_code, "2 added" in retried.stderr) == (0, True), retried.stderr
    published = {row["document"]: row["published"] for row in rows(run("events", ledger, "-f", "csv"))}
    assert published == {f"{path}:1": "2020-05-06", str(other): ""}
    assert run("failed", ledger, "-f", "jsonl").stdout == ""


@slow
def test_a_wrong_option_is_put_right_by_a_retry(tmp_path: Path) -> None:
    ledger, path = tmp_path / "a.db", tmp_path / "tabela.csv"
    path.write_text("corpo,dia\nA Índia elogiou o Brasil.,2020-05-06\n", "utf8")
    assert 'no column "copro"' in run("add", ledger, path, "--text", "copro", "--date", "dia").stderr
    assert run("add", ledger, "--retry").exit_code == 1
    assert run("add", ledger, "--retry", "--text", "corpo").exit_code == 0
    assert [row["published"] for row in rows(run("events", ledger, "-f", "csv"))] == ["2020-05-06"]


@slow
def test_every_problem_is_on_stderr(tmp_path: Path) -> None:
    path = tmp_path / "tabela.csv"
    path.write_text("texto\n" + '""\n' * 150, "utf8")
    result = run("add", tmp_path / "a.db", path)
    assert (result.exit_code, result.stderr.count("lacos: error: ")) == (1, 150)
    assert "150 not read" in result.stderr


@slow
def test_status_in_every_form(made: Path) -> None:
    (status,) = lines(run("status", made, "-f", "jsonl"))
    assert (status["documents"], status["from"], status["until"]) == (3, "2018-06-12", "2023-09-05")
    (row,) = rows(run("status", made, "-f", "csv"))
    assert row["documents"] == "3"
    assert json.loads(row["standings"]) == status["standings"]
    english, portuguese = run("status", made).stdout, run("status", made, "--lang", "pt").stdout
    assert english != portuguese
    assert "contested 1" in english
    assert "contestado 1" in portuguese


@slow
def test_events_in_every_form(made: Path) -> None:
    found = rows(run("events", made, "-f", "csv"))
    assert found[0].keys() == lines(run("events", made, "-f", "jsonl"))[0].keys()
    assert len(found) == len(lines(run("events", made, "-f", "jsonl"))) > 3
    assert {row["document"] for row in found} == {"n1", "n2", "n3"}
    english, portuguese = run("events", made).stdout, run("events", made, "--lang", "pt").stdout
    assert "ASSAULT" in english
    assert "atacou" in portuguese
    assert english != portuguese
    assert "Nada encontrado." in run("events", made, "--document", "x", "--lang", "pt").stdout


@slow
@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (["--tie", "Rússia", "UKR"], ["n1", "n2"]),
        (["--tie", "Kiev", "Kremlin"], ["n1", "n2"]),
        (["--tie", "EUA", "Coreia do Norte"], ["n3"]),
        (["--actor", "rússia", "--type", "ASSAULT"], ["n1", "n2"]),
        (["--actor", "RUS/MIL"], ["n2"]),
        (["--among", "Ucrânia", "--source", "A Gazeta"], ["n2"]),
        (["--type", "CONSULT", "--type", "REJECT"], ["n2", "n3"]),
        (["--status", "negated"], ["n2"]),
        (["--standing", "contested"], ["n2"]),
        (["--since", "2023-09", "--until", "2023-09-03", "--type", "ASSAULT"], ["n1", "n2"]),
        (["--until", "2018"], ["n3"]),
        (["--document", "n1"], ["n1"]),
    ],
    ids=" ".join,
)
def test_events_by_filter(made: Path, arguments: list[str], ids: list[str]) -> None:
    assert sorted({row["document"] for row in rows(run("events", made, "-f", "csv", *arguments))}) == ids


@slow
def test_claims_in_every_form(made: Path) -> None:
    (claim,) = lines(run("claims", made, "--standing", "contested", "-f", "jsonl"))
    assert (claim["actor"], claim["recipient"], claim["date"], claim["articles"]) == ("RUS", "UKR", "2023-09-03", 2)
    stances = [(row["stance"], row["actor"], row["document"]) for row in rows(run("claims", made, "--standing", "contested", "-f", "csv"))]
    assert ("deny", "RUS", "n2") in stances
    shown = run("claims", made).stdout
    assert shown.index("CONTESTED") < shown.index("TOLD")
    assert "CONTESTADO" in run("claims", made, "--lang", "pt", "--limit", 1).stdout
    assert len(lines(run("claims", made, "--limit", 2, "-f", "jsonl"))) == 2


@slow
def test_who_acts_is_in_the_csv_of_claims(made: Path) -> None:
    """Not only who speaks of it."""
    row = rows(run("claims", made, "--standing", "contested", "-f", "csv"))[0]
    assert [value for name, value in row.items() if name.startswith("happening_") and value == "RUS"]


@slow
def test_search_in_every_form(made: Path) -> None:
    assert [row["document"] for row in rows(run("search", made, "míssil", "-f", "csv"))] == ["n1"]
    assert [line["document"] for line in lines(run("search", made, "exércitos", "RUSSO", "-f", "jsonl"))] == ["n2"]
    assert [line["document"] for line in lines(run("search", made, "domingo 3", "-f", "jsonl"))] == ["n1", "n2"]
    assert [line["document"] for line in lines(run("search", made, "denuncia", "-f", "jsonl"))] == ["n2"]
    assert "Nothing found." in run("search", made, "pinguim").stdout
    assert run("search", made, "pinguim", "-f", "jsonl").stdout == ""
    assert run("search", made, '"', "AND", "*", "-f", "jsonl").exit_code == 0


@slow
def test_judging(tmp_path: Path) -> None:
    ledger, path = tmp_path / "a.db", tmp_path / "n.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in NEWS), "utf8")
    assert run("add", ledger, path).exit_code == 0

    def homes() -> list[str]:
        return list({row["happening"] for row in rows(run("events", ledger, "--type", "ASSAULT", "--status", "occurred", "-f", "csv"))})

    one, other = [row["id"] for row in rows(run("events", ledger, "--type", "ASSAULT", "--status", "occurred", "-f", "csv"))]
    assert len(homes()) == 1
    judged = run("judge", ledger, one, other, "--not-same", "--by", "Ana", "--note", "outra cidade")
    assert (judged.exit_code, judged.stdout.strip()) == (0, "judgement 1 kept")
    assert len(homes()) == 2
    (line,) = lines(run("judge", ledger, "-f", "jsonl"))
    assert (line["n"], line["one"], line["other"], line["same"], line["by"]) == (1, one, other, False, "Ana")
    assert run("judge", ledger, "--undo", 1, "--lang", "pt").stdout.strip() == "juízo 1 desfeito"
    assert len(homes()) == 1
    for wrong in ([one], [one, other], [one, other, one, "--same"], [one, other, "--same", "--undo", 1], ["--not-same"]):
        assert run("judge", ledger, *wrong).exit_code == 2


@slow
@pytest.mark.parametrize("arguments", [["e0", "e1", "--same"], ["--undo", "7"]])
def test_judging_what_is_not_there_is_1(
    made: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    code, out, err = program(monkeypatch, capsys, "judge", made, *arguments)
    assert (code, out) == (1, "")
    assert err.startswith(f"lacos: {made} has no ")


@slow
def test_recoding_says_what_changed(tmp_path: Path, text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("add", tmp_path / "a.db", text).exit_code == 0
    nothing = run("recode", tmp_path / "a.db")
    assert (nothing.exit_code, nothing.stdout) == (0, "")
    assert "0 read anew" in nothing.stderr
    monkeypatch.setattr(lacos, "__version__", "9.9.9")
    again = run("recode", tmp_path / "a.db", "--lang", "pt")
    assert (again.exit_code, again.stdout) == (0, "")
    assert "1 lidos de novo: 0 mudaram" in again.stderr


@slow
def test_recoding_names_what_cannot_be_read(tmp_path: Path, text: Path) -> None:
    ledger = tmp_path / "a.db"
    assert run("add", ledger, text).exit_code == 0
    with lacos.open(ledger) as opened, opened.database.writing() as connection:
        connection.exec_driver_sql("UPDATE documents SET coder = '0.0.1', text = '... ---'")
    result = run("recode", ledger)
    assert (result.exit_code, result.stdout) == (1, "")
    assert str(text) in result.stderr


@pytest.mark.parametrize("command", ["status", "events", "claims", "failed", "judge", "recode", "search"])
def test_a_ledger_that_is_not_there_is_1_and_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    path = tmp_path / "nada.db"
    code, out, err = program(monkeypatch, capsys, command, path, *(["míssil"] if command == "search" else []))
    assert (code, out) == (1, "")
    assert err.startswith(f"lacos: no ledger at {path}")
    assert not path.exists()


@pytest.mark.parametrize(
    ("name", "message"), [("Atlântida", "'Atlântida' is no actor that Laços knows"), ("Guiana Xiba", "is no actor"), ("", "is no actor")]
)
def test_an_unknown_name_is_told(
    made: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, message: str
) -> None:
    for arguments in (["--tie", "Rússia", name], ["--actor", name]):
        code, out, err = program(monkeypatch, capsys, "events", made, *arguments)
        assert (code, out) == (2, "")
        assert message in err


def test_a_name_of_several_is_told(made: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = program(monkeypatch, capsys, "events", made, "--actor", "Congo")
    assert (code, out) == (2, "")
    assert "COD" in err
    assert "COG" in err


@pytest.mark.parametrize(
    ("command", "arguments", "message"),
    [
        ("events", ["--type", "WAR"], "WAR"),
        ("events", ["--status", "maybe"], "maybe"),
        ("events", ["--standing", "true"], "true"),
        ("events", ["--tie", "RUS"], "--tie"),
        ("events", ["--limit", "0"], "--limit"),
        ("events", ["--format", "xml"], "xml"),
        ("events", ["--since", "03/09/2017"], "03/09/2017"),
        ("claims", ["--until", "setembro"], "setembro"),
        ("search", [], "query"),
        ("status", ["--lang", "fr"], "fr"),
        ("add", [], "nothing to add"),
        ("add", ["a.txt", "--published", "16/01/2024"], "16/01/2024"),
        ("add", ["a.txt", "--since", "ontem"], "ontem"),
        ("add", ["a.txt", "--workers", "0"], "--workers"),
        ("add", ["--colour"], "--colour"),
    ],
)
def test_wrong_usage_is_2(made: Path, command: str, arguments: list[str], message: str) -> None:
    result = run(command, made, *arguments)
    assert (result.exit_code, result.stdout) == (2, ""), result.exception
    assert message in result.stderr


def test_a_ledger_is_not_made_by_wrong_usage(tmp_path: Path) -> None:
    assert run("add", tmp_path / "a.db").exit_code == 2
    assert not (tmp_path / "a.db").exists()


def test_a_file_that_is_no_ledger_is_1(text: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = program(monkeypatch, capsys, "status", text)
    assert (code, out, err) == (1, "", f"lacos: {text}: the file is no ledger\n")


@slow
def test_a_reader_that_stops_early_is_no_error(made: Path) -> None:
    """``lacos events ... | head -1``."""
    command = f"'{sys.executable}' -m lacos.cli events '{made}' -f jsonl | head -c 10"
    result = subprocess.run(command, shell=True, capture_output=True, text=True)
    assert (len(result.stdout), result.stderr) == (10, "")
