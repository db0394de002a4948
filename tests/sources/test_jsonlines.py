import json
from datetime import date
from pathlib import Path

import pytest
from press import TEXT, one, problem, read

from lacos.records import Document

FIELDS = {
    "titulo": "Chile e Bolívia",
    "corpo": TEXT,
    "data_publicacao": "2022-06-07T22:15:00-04:00",
    "link": "https://pacifico.example/a",
    "lang": "pt",
}


@pytest.mark.parametrize(
    ("name", "written", "ids"),
    [
        ("n.jsonl", json.dumps(FIELDS) + "\n" + json.dumps(FIELDS), [1, 2]),
        ("n.json", json.dumps([FIELDS, FIELDS], indent=1), [1, 2]),
        ("n.json", json.dumps(FIELDS, indent=1), [1]),
        ("n.json", json.dumps(FIELDS) + "\n" + json.dumps(FIELDS), [1, 2]),
        ("n.ndjson", json.dumps(FIELDS), [1]),
    ],
)
def test_objects_are_documents(tmp_path: Path, name: str, written: str, ids: list[int]) -> None:
    path = tmp_path / name
    path.write_text(written, "utf8")
    expected = [Document(TEXT, f"{path}:{n}", date(2022, 6, 7), "Chile e Bolívia", "https://pacifico.example/a", None, "pt") for n in ids]
    assert read(path) == expected


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("[1, {]", "not JSON"),
        ("7", "not a JSON object"),
        ('{"titulo": "Sem texto"}', 'none of the columns "titulo"'),
        ("[" * 100_000, "JSON"),
    ],
)
def test_what_is_no_json_of_texts(tmp_path: Path, written: str, message: str) -> None:
    path = tmp_path / "n.json"
    path.write_text(written, "utf8")
    assert message in problem(path).message


def test_an_array_too_large_for_memory_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lacos.sources.inputs.WHOLE", 1000)
    path = tmp_path / "n.json"
    path.write_text(json.dumps([FIELDS] * 10), "utf8")
    assert ".jsonl" in problem(path).message
    path.rename(path.with_suffix(".jsonl"))
    path.with_suffix(".jsonl").write_text("\n".join([json.dumps(FIELDS)] * 10), "utf8")
    assert len(read(path.with_suffix(".jsonl"))) == 10


def test_a_line_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lacos.sources.inputs.LINE", 100)
    path = tmp_path / "n.jsonl"
    path.write_text('{"text": "Quito nega."}\n' + json.dumps({"text": "a" * 1000}), "utf8")
    document, refused = read(path)
    assert isinstance(document, Document)
    assert "line" in refused.message  # type: ignore[union-attr]


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "n.jsonl"
    path.write_text('{"text": "Quito nega."}', "utf-8-sig")
    assert one(path).text == "Quito nega."
