from datetime import date

import pytest

from lacos.records import Document
from lacos.sources import Columns, Problem, SourceError
from lacos.sources.columns import record


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        (["Título", "CORPO", "Data de Publicação", "Veículo"], Columns("CORPO", "Título", "Data de Publicação", source="Veículo")),
        (["guid", "headline", "article_text", "pubDate", "link"], Columns("article_text", "headline", "pubDate", "link", id="guid")),
        (["titular", "cuerpo", "fecha", "medio", "idioma"], Columns("cuerpo", "titular", "fecha", source="medio", language="idioma")),
        (["text", "content"], Columns("text")),
    ],
)
def test_columns_are_guessed_by_their_usual_names(header: list[str], columns: Columns) -> None:
    assert Columns().found(header) == columns


def test_a_column_that_is_named_goes_before_the_guess() -> None:
    assert Columns(text="resumo", title="text").found(["text", "resumo", "data"]) == Columns("resumo", "text", "data")


@pytest.mark.parametrize(
    ("columns", "message"),
    [(Columns(), r'none of the columns "a", "b" .* say which'), (Columns(text="c"), 'no column "c" among "a", "b"')],
)
def test_a_table_without_a_text_lists_its_columns(columns: Columns, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        columns.found(["a", "b"])


def test_a_named_column_is_missed_in_a_table_but_not_in_one_object() -> None:
    asked = Columns(published="quando")
    with pytest.raises(SourceError, match="quando"):
        asked.found(["texto"])
    assert asked.found(["texto"], sparse=True).text == "texto"


def test_a_row_becomes_a_document_that_keeps_its_text_as_it_is() -> None:
    row = {"t": "  Assunção\nnegou. ", "d": "05/06/2022", "n": 7, "f": float("nan"), "m": " ABC "}
    (document,) = record(row, Columns("t", title="f", published="d", source="m", id="n"), "x:1")
    assert document == Document("  Assunção\nnegou. ", "7", date(2022, 6, 5), source="ABC")


def test_a_date_that_cannot_be_read_is_told_and_not_replaced() -> None:
    notice, document = record({"t": "Quito negou.", "d": "semana passada"}, Columns("t", published="d"), "x:3", date(2020, 1, 1))
    assert isinstance(notice, Problem)
    assert (notice.name, notice.fatal) == ("x:3", False)
    assert "semana passada" in notice.message
    assert isinstance(document, Document)
    assert (document.id, document.published) == ("x:3", None)
