import gzip
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from press import one, problem, read

from lacos.records import Document
from lacos.sources import Problem, SourceError, documents
from lacos.sources.extras import needed


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
    found = problem(path)
    assert found.name == str(path)
    assert message in found.message


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
    assert one(path).text == "Argélia\nTunísia"


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
    assert ".jsonl" in problem(tmp_path).message


def test_bad_lines_are_named_by_number_and_the_rest_is_read() -> None:
    lines = b'{"id": "1", "text": "Sim."}\n{"text": 5}\n{oops\n\n{"id": "4", "text": "Nao.", "published": "ontem"}\n{"text": "Fim."}\n'
    found = list(documents(["-"], stdin=io.BytesIO(lines)))
    problems = [(item.name, item.message) for item in found if isinstance(item, Problem)]
    assert [name for name, _ in problems] == ["stdin:2", "stdin:3", "stdin:5"]
    assert 'no string "text"' in problems[0][1]
    assert "not JSON" in problems[1][1]
    assert "ontem" in problems[2][1]
    assert [item.fatal for item in found if isinstance(item, Problem)] == [True, True, False]
    assert [(item.id, item.published) for item in found if isinstance(item, Document)] == [("1", None), ("4", None), ("stdin:6", None)]


def test_plain_text_on_standard_input() -> None:
    (document,) = documents(["-"], published="2024-05-05", stdin=io.BytesIO(b"Quito nega."))
    assert isinstance(document, Document)
    assert (document.id, document.text, str(document.published)) == ("stdin", "Quito nega.", "2024-05-05")


def test_standard_input_is_known_by_its_first_bytes() -> None:
    packed = gzip.compress(json.dumps([{"id": "s1", "texto": "Assunção respondeu."}]).encode())
    (document,) = documents(["-"], stdin=io.BytesIO(packed))
    assert isinstance(document, Document)
    assert (document.id, document.text) == ("s1", "Assunção respondeu.")


def test_hidden_files_and_links_to_folders_are_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "noticias"
    (folder / ".git").mkdir(parents=True)
    for name in (".rascunho.txt", ".git/a.txt", "b.txt"):
        (folder / name).write_text("Caracas protestou.", "utf8")
    (folder / "volta").symlink_to(folder)
    assert [item.id for item in read(folder) if isinstance(item, Document)] == [str(folder / "b.txt")]


def test_a_pattern_reaches_into_folders(tmp_path: Path) -> None:
    for name in ("2023/b.txt", "2022/03/c.txt", "2022/a.txt", "2022/a.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"Lima falou em {name}.", "utf8")
    found = read(tmp_path / "**" / "*.txt")
    assert [Path(item.id).name for item in found if isinstance(item, Document)] == ["c.txt", "a.txt", "b.txt"]
    assert "no file matches" in problem(tmp_path / "*.pdf").message


def test_a_file_whose_name_looks_like_a_pattern_is_read(tmp_path: Path) -> None:
    path = tmp_path / "Lula [1].txt"
    path.write_text("Brasília respondeu.", "utf8")
    assert one(path).text == "Brasília respondeu."


@pytest.mark.parametrize(
    ("name", "data", "text"), [("nota", b"Quito nega.", "Quito nega."), ("nota.dat", b'{"text": "La Paz nega."}', "La Paz nega.")]
)
def test_an_unknown_extension_is_sniffed(tmp_path: Path, name: str, data: bytes, text: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert one(tmp_path / name).text == text


@pytest.mark.parametrize(
    ("name", "message"), [("antigo.doc", "save it as .docx"), ("foto.jpg", "binary data"), ("fontes.bin", "binary data")]
)
def test_formats_that_are_not_read_say_so(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))
    assert message in problem(tmp_path / name).message


def test_a_bad_date_for_all_is_refused() -> None:
    with pytest.raises(SourceError, match="no date of the form"):
        list(documents(["-"], published="02/01/2024", stdin=io.BytesIO(b"Quito nega.")))


def test_a_package_that_is_missing_is_named_with_its_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    needed.cache_clear()
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    assert problem(tmp_path / "a.pdf").message == "needs pypdf: pip install 'lacos[sources]'"


HEAVY = ("trafilatura", "lxml", "pypdf", "docx", "pyarrow", "fastwarc", "feedparser", "httpx", "protego")


def test_reading_plain_text_loads_no_heavy_library(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Quito nega.", "utf8")
    code = (
        "import sys, types; sys.modules['lacos'] = package = types.ModuleType('lacos'); package.__path__ = ['lacos']\n"
        f"from lacos.sources import documents; assert len(list(documents([{str(tmp_path)!r}]))) == 1\n"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=Path(__file__).parents[2], check=True)
    assert done.stdout.strip() == "[]"
