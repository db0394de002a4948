import io
import json
from pathlib import Path

import pytest

from lacos.records import Document
from lacos.sources import Problem, documents


def one(path: Path) -> Document | Problem:
    (item,) = documents([str(path)])
    return item


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \n\n ", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary data"),
        (b"Assun\x81\xe7\xe3o", "byte 5 is 0x81"),
    ],
)
def test_what_is_no_text_is_named_and_explained(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "entrada.txt"
    path.write_bytes(data)
    problem = one(path)
    assert isinstance(problem, Problem)
    assert problem.fatal
    assert problem.name == str(path)
    assert message in problem.message


def test_a_missing_path_does_not_stop_the_others(tmp_path: Path) -> None:
    good = tmp_path / "b.txt"
    good.write_text("Lisboa respondeu.", "utf8")
    first, second = documents([str(tmp_path / "a.txt"), str(good)])
    assert isinstance(first, Problem)
    assert "no such file" in first.message
    assert isinstance(second, Document)


def test_latin_1_is_read_with_a_notice(tmp_path: Path) -> None:
    path = tmp_path / "antigo.txt"
    path.write_bytes("A Rússia respondeu às sanções.".encode("latin-1"))
    notice, document = documents([str(path)])
    assert isinstance(notice, Problem)
    assert not notice.fatal
    assert isinstance(document, Document)
    assert document.text == "A Rússia respondeu às sanções."


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks_are_no_text(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Argélia\r\nTunísia".encode(encoding))
    document = one(path)
    assert isinstance(document, Document)
    assert document.text == "Argélia\nTunísia"


def test_a_folder_is_read_recursively_in_order(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "z.txt").write_text("Três.", "utf8")
    (tmp_path / "a.md").write_text("Um.", "utf8")
    (tmp_path / "b.jsonl").write_text(json.dumps({"id": "n2", "text": "Dois.", "published": "2020-02-02"}) + "\n", "utf8")
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8\xff")
    found = list(documents([str(tmp_path)], published="2021-01-01"))
    assert [item.text for item in found if isinstance(item, Document)] == ["Um.", "Dois.", "Três."]
    assert [str(item.published) for item in found if isinstance(item, Document)] == ["2021-01-01", "2020-02-02", "2021-01-01"]


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    problem = one(tmp_path)
    assert isinstance(problem, Problem)
    assert ".jsonl" in problem.message


def test_bad_lines_are_named_by_number_and_the_rest_is_read() -> None:
    lines = b'{"id": "1", "text": "Sim."}\n{"text": 5}\n{oops\n\n{"id": "4", "text": "Nao.", "published": "ontem"}\n{"text": "Fim."}\n'
    found = list(documents(["-"], stdin=io.BytesIO(lines)))
    problems = [(item.name, item.message) for item in found if isinstance(item, Problem)]
    assert [name for name, _ in problems] == ["stdin:2", "stdin:3", "stdin:5"]
    assert 'no string "text"' in problems[0][1]
    assert "not JSON" in problems[1][1]
    assert "ontem" in problems[2][1]
    assert [item.id for item in found if isinstance(item, Document)] == ["1", "stdin:6"]


def test_plain_text_on_standard_input() -> None:
    (document,) = documents(["-"], published="2024-05-05", stdin=io.BytesIO(b"Quito nega."))
    assert isinstance(document, Document)
    assert (document.id, document.text, str(document.published)) == ("stdin", "Quito nega.", "2024-05-05")
