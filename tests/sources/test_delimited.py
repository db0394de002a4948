import csv
import io
from datetime import date
from pathlib import Path

import pytest
from press import PARAGRAPHS, TEXT, one, problem, read

from lacos.records import Document
from lacos.sources import Columns, Problem
from lacos.sources.delimited import delimited
from lacos.sources.inputs import Input, Options

ROWS = [["titulo", "texto", "data"], ["Chile e Bolívia", TEXT + ' e "aspas"; vírgulas, barras | e\ttabulações', "07/06/2022"]]


def table(delimiter: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(ROWS)
    return out.getvalue().replace("\r\n", "\n").replace("\n", "\r\n")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_any_delimiter_in_any_encoding(tmp_path: Path, delimiter: str, encoding: str) -> None:
    path = tmp_path / "noticias.csv"
    path.write_bytes(table(delimiter).encode(encoding))
    document = one(path)
    assert (document.id, document.title, document.published) == (f"{path}:1", "Chile e Bolívia", date(2022, 6, 7))
    assert document.text.splitlines() == ROWS[1][1].splitlines()


def test_latin_1_is_read_with_one_notice(tmp_path: Path) -> None:
    path = tmp_path / "antigo.csv"
    path.write_bytes("texto\nA Bolívia negou.\nO Chile também não.\n".encode("latin-1"))
    *found, notice = read(path)
    assert [item.text for item in found if isinstance(item, Document)] == ["A Bolívia negou.", "O Chile também não."]
    assert isinstance(notice, Problem)
    assert (notice.name, notice.fatal) == (str(path), False)


def test_an_article_longer_than_pythons_limit_for_a_cell(tmp_path: Path) -> None:
    path = tmp_path / "longo.csv"
    path.write_text("texto\n" + '"' + PARAGRAPHS[0] * 2000 + '"\n', "utf8")
    assert len(one(path).text) == 2000 * len(PARAGRAPHS[0])


def test_bad_rows_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "n.csv"
    path.write_text("id,texto\n1,Quito nega.\n2,Lima, porém, confirma.\n3\n\n5,Fim.\n", "utf8")
    found = read(path)
    assert [item.id for item in found if isinstance(item, Document)] == ["1", "5"]
    problems = [(item.name, item.message) for item in found if isinstance(item, Problem)]
    assert [name for name, _ in problems] == [f"{path}:2", f"{path}:3"]
    assert "4 cells under 2 columns" in problems[0][1]


@pytest.mark.parametrize(
    ("data", "message"),
    [("", "empty"), ("nome,cidade\nAna,Lima\n", 'none of the columns "nome", "cidade"'), ("\x00\x01\x02", "binary")],
)
def test_what_is_no_table_of_texts(tmp_path: Path, data: str, message: str) -> None:
    path = tmp_path / "n.csv"
    path.write_text(data, "utf8")
    assert message in problem(path).message


def test_the_text_column_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "n.tsv"
    path.write_text("chamada\tcoluna 2\nUm\tQuito nega.\n", "utf8")
    document = one(path, columns=Columns(text="coluna 2", title="chamada"))
    assert (document.text, document.title) == ("Quito nega.", "Um")


def test_rows_come_before_the_file_is_read_to_its_end() -> None:
    read_bytes = 0

    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            nonlocal read_bytes
            data = (b"texto\n" if read_bytes == 0 else "A Bolívia negou de novo.\n".encode() * 200)[: len(buffer)]
            buffer[: len(data)] = data
            read_bytes += len(data)
            return len(data)

    rows = delimited(Input("sem-fim.csv", "table", io.BufferedReader(Endless())), Options())  # type: ignore[arg-type]
    assert [next(rows).id for _ in range(1000)][-1] == "sem-fim.csv:1000"  # type: ignore[union-attr]
    assert read_bytes < 200_000
