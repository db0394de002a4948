"""``lacos read``: results on stdout, what went wrong on stderr by name, exit codes 0, 1 and 2."""

import csv
import json
import sys
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from lacos.cli import app, main
from lacos.reader import COLUMNS, Reading

SENTENCE = "A Rússia condenou o ataque da Ucrânia."
ENGLISH = "The foreign minister met his counterpart in Geneva on Monday."
slow = pytest.mark.slow


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LACOS_LANG", "en")


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "boa.txt"
    path.write_text(SENTENCE, "utf8")
    return path


def run(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, ["read", *map(str, arguments)], input=stdin)


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@slow
def test_jsonl_has_the_scored_form(good: Path) -> None:
    result = run(good, "--format", "jsonl", "--published", "2024-01-16")
    assert (result.exit_code, result.stderr) == (0, "")
    (line,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert (line["id"], line["text"], line["published"], line["language"]) == (str(good), SENTENCE, "2024-01-16", "pt")
    accuse, assault = line["events"]
    assert [accuse["type"], [one["code"] for one in accuse["actor"]], [one["code"] for one in accuse["recipient"]]] == [
        "ACCUSE",
        ["RUS"],
        ["UKR"],
    ]
    assert [assault["type"], assault["status"], assault["historical"], assault["date"]] == ["ASSAULT", "occurred", False, None]
    assert [one["code"] for one in assault["actor"]] == ["UKR"]
    (said,) = line["statements"]
    assert [said["speaker"]["code"], said["cue"]["text"], said["stance"], said["about"]] == ["RUS", "condenou", "condemn", ["UKR"]]
    for record, words in ((accuse, "condenou"), (assault, "ataque"), (said, "o ataque da Ucrânia")):
        assert SENTENCE[record["start"] : record["end"]] == words
    assert Reading.from_json(line).to_json() == line


@slow
def test_csv_has_a_header_and_a_row_an_event(good: Path) -> None:
    result = run(good, "--format", "csv")
    assert result.stdout.splitlines()[0] == ",".join(COLUMNS)
    accuse, assault = csv.DictReader(result.stdout.splitlines())
    assert [accuse[name] for name in ("document", "type", "mode", "actor", "recipient", "trigger", "start", "end", "sentence")] == [
        str(good), "ACCUSE", "disapprove", "RUS", "UKR", "condenou", "9", "17", SENTENCE,
    ]  # fmt: skip
    assert (assault["type"], assault["actor"]) == ("ASSAULT", "UKR")


@slow
def test_html_is_one_page_of_the_first_document(good: Path) -> None:
    result = run(good, good, "--format", "html")
    assert result.exit_code == 0
    assert result.stdout.startswith("<!doctype html>")
    assert result.stdout.count("<!doctype html>") == result.stdout.count("</html>") == 1
    assert "only the first was shown" in result.stderr


@slow
def test_the_table_is_in_the_users_language(good: Path) -> None:
    assert "Events" in run(good).stdout
    assert "Acontecimentos" in run(good, "--lang", "pt").stdout
    assert "ACUSAR/disapprove" in run(good, "--lang", "pt").stdout


@pytest.fixture
def two(tmp_path: Path) -> Path:
    path = tmp_path / "duas.txt"
    path.write_text(f"{SENTENCE}\n\nO Chile visitou o Peru.", "utf8")
    return path


@slow
def test_explain_adds_how_each_sentence_was_read(two: Path) -> None:
    plain, explained = run(two).stdout, run(two, "--explain").stdout
    assert explained.startswith(plain)
    told = explained.removeprefix(plain)
    assert "Sentence 1 of 2" in told
    assert "Sentence 2 of 2" in told
    assert "verbs.tsv:" in told
    assert "condenar (cues.tsv:" in told
    assert "verbs.tsv" not in plain


@slow
def test_one_sentence_is_explained_alone(two: Path) -> None:
    result = run(two, "--explain", "--sentence", 2)
    assert result.exit_code == 0
    assert "Sentence 2 of 2" in result.stdout
    assert "Sentence 1 of 2" not in result.stdout
    assert "Events" not in result.stdout


@slow
def test_claims_are_shown_the_contested_first(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "O presidente do Chade visitou Paris. A França acusou o Chade de atacar o Sudão. O Chade negou ter atacado o Sudão.", "utf8"
    )
    shown = run(path, "--claims").stdout
    assert shown.index("CONTESTED") < shown.index("TOLD")
    assert "denies" in shown


def test_stances_are_of_the_persons_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Lula criticou Bolsonaro. Dilma elogiou Haddad.", "utf8")
    assert {"Luiz Inácio Lula da Silva", "Dilma Rousseff"} <= holders(run(path, "--format", "jsonl").stdout)
    assert holders(run(path, "--format", "jsonl", "--person", "Lula", "--person", "Bolsonaro").stdout) == {"Lula"}
    assert "opõe-se a" in run(path, "--lang", "pt").stdout


def holders(line: str) -> set[str]:
    return {stance["holder"]["name"] for stance in json.loads(line)["stances"]}


def test_claims_go_only_with_tables(good: Path) -> None:
    assert run(good, "--claims", "--format", "csv").exit_code == 2


@slow
def test_standard_input_is_explained() -> None:
    assert "Sentence 1 of 1" in run("-", "--explain", stdin=SENTENCE).stdout


@slow
def test_a_sentence_that_a_document_lacks_is_2_and_the_others_are_explained(good: Path, two: Path) -> None:
    result = run(good, two, "--explain", "--sentence", 2)
    assert result.exit_code == 2
    assert result.stderr == f"lacos: error: {good}: no sentence 2: it has 1, counted from 1\n"
    assert "Sentence 2 of 2" in result.stdout


@slow
def test_standard_input_is_a_text_or_json_lines() -> None:
    assert [line["id"] for line in lines(run("-", "-f", "jsonl", stdin=SENTENCE))] == ["stdin"]
    two = "".join(json.dumps({"id": name, "text": SENTENCE}) + "\n" for name in ("n1", "n2"))
    assert [line["id"] for line in lines(run("-", "-f", "jsonl", stdin=two))] == ["n1", "n2"]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("vazio.txt", b"", "empty"),
        ("foto.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "binary data, not text"),
        ("ingles.txt", ENGLISH.encode(), "is in 'en', and Laços reads pt"),
        ("nada.txt", None, "no such file or folder"),
        ("sinais.txt", b"... --- ...", "has no words"),
        ("linhas.jsonl", b"nada\n", "linhas.jsonl:1: not JSON"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_code_is_1(tmp_path: Path, name: str, data: bytes | None, message: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    result = run(tmp_path / name, "-f", "jsonl")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "lacos: error: " in result.stderr
    assert str(tmp_path / name) in result.stderr
    assert message in result.stderr
    assert "Traceback" not in result.stderr


@slow
def test_the_others_are_still_read(tmp_path: Path, good: Path) -> None:
    (tmp_path / "vazio.txt").write_bytes(b"")
    (tmp_path / "ingles.txt").write_text(ENGLISH, "utf8")
    (tmp_path / "n.jsonl").write_text(json.dumps({"id": "n1", "text": SENTENCE}) + "\nnada\n", "utf8")
    names = [tmp_path / name for name in ("vazio.txt", "boa.txt", "ingles.txt", "nada.txt", "n.jsonl")]
    result = run(*names, "-f", "jsonl")
    assert result.exit_code == 1
    assert [line["id"] for line in lines(result)] == [str(good), "n1"]
    for name in ("vazio.txt: empty", "ingles.txt", "nada.txt: no such file", "n.jsonl:2: not JSON"):
        assert name in result.stderr
    assert result.stderr.splitlines()[-1] == "lacos: 4 of 6 inputs were not read"


@slow
def test_latin_1_is_read_with_a_notice(tmp_path: Path) -> None:
    path = tmp_path / "antigo.txt"
    path.write_bytes(SENTENCE.encode("latin-1"))
    result = run(path, "-f", "jsonl")
    assert result.exit_code == 0
    assert result.stderr == f"lacos: notice: {path}: not UTF-8: read as cp1252\n"
    assert [line["text"] for line in lines(result)] == [SENTENCE]


@slow
def test_a_line_of_nearly_a_megabyte_is_read(tmp_path: Path) -> None:
    path = tmp_path / "longa.txt"
    path.write_text(SENTENCE + " " * 900_000 + SENTENCE, "utf8")
    result = run(path, "-f", "csv")
    assert result.exit_code == 0
    rows = list(csv.DictReader(result.stdout.splitlines()))
    assert [row["trigger"] for row in rows] == ["condenou", "ataque", "condenou", "ataque"]
    assert int(rows[2]["start"]) == len(SENTENCE) + 900_000 + int(rows[0]["start"])


@pytest.mark.parametrize(
    ("text", "message"),
    [(SENTENCE * 200_000, "characters, more than 1,000,000: split it into articles"), ("x" * 50_000, "encoded data, not text")],
)
def test_ten_megabytes_of_one_line_are_refused_at_once(good: Path, tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "enorme.txt"
    path.write_text(text, "utf8")
    result = run(path, good, "-f", "jsonl")
    assert result.exit_code == 1
    assert str(path) in result.stderr
    assert message in result.stderr
    assert len(lines(result)) == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--published", "16/01/2024"], "no date of the form"),
        (["--published", "2024-02-30"], "no date of the form"),
        (["--format", "xml"], "xml"),
        (["--lang", "fr"], "fr"),
        (["--colour"], "--colour"),
        (["--explain", "--format", "csv"], "it goes only with --format table"),
        (["--sentence", "1"], "it goes only with --explain"),
        (["--explain", "--sentence", "0"], "--sentence"),
        (["--explain", "--sentence", "dois"], "--sentence"),
    ],
)
def test_wrong_usage_is_2(good: Path, arguments: list[str], message: str) -> None:
    result = run(good, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_nothing_to_read_is_2() -> None:
    assert run().exit_code == 2


def test_an_unknown_pipeline_is_named(good: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["lacos", "read", str(good), "--pipeline", "nao_ha"])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("lacos: no pipeline 'nao_ha'")


@slow
def test_own_actors_go_before_ours(tmp_path: Path) -> None:
    text, table = tmp_path / "texto.txt", tmp_path / "meus.tsv"
    text.write_text("O Grupo Sabiá criticou o governo do Chile. Pequim condenou a Síria.", "utf8")
    table.write_text("code\tkind\tforms\tnote\nBRA/BUS\tname\tGrupo Sabiá\t\nSABIA\tmetonym\tPequim\t\n", "utf8")
    rows = list(csv.DictReader(run(text, "--actors", table, "--format", "csv").stdout.splitlines()))
    assert [(row["actor"], row["recipient"]) for row in rows[:2]] == [("BRA/BUS", "CHL"), ("SABIA", "SYR")]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (None, "No such file"),
        (b"", "no column 'code'"),
        (b"code\tkind\nBRA\tname\n", "no column 'forms'"),
        (b"code\tkind\tforms\tnote\nBRA\tnome\tX\t\n", "line 2: kind 'nome'"),
        (b"\xff\xfe\x00", "UTF-8"),
    ],
)
def test_a_bad_table_of_own_actors_is_named(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], table: bytes | None, message: str
) -> None:
    path = tmp_path / "meus.tsv"
    if table is not None:
        path.write_bytes(table)
    monkeypatch.setattr(sys, "argv", ["lacos", "read", str(good), "--actors", str(path)])
    with pytest.raises(SystemExit) as stop:
        main()
    assert stop.value.code != 0
    error = capsys.readouterr().err
    assert "meus.tsv" in error
    assert message in error
