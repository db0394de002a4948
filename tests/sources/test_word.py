import zipfile
from pathlib import Path

import docx
import pytest
from press import PARAGRAPHS, problem, read

from lacos.records import Document


def test_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    path = tmp_path / "nota.docx"
    written = docx.Document()
    written.core_properties.title = "Chile e Bolívia"
    written.add_paragraph(PARAGRAPHS[0])
    table = written.add_table(2, 2)
    for cell, word in zip((cell for row in table.rows for cell in row.cells), ("País", "Posição", "Chile", "a favor"), strict=True):
        cell.text = word
    table.rows[0].cells[0].merge(table.rows[0].cells[1])
    written.add_paragraph("")
    written.add_paragraph(PARAGRAPHS[1])
    written.save(str(path))
    text = f"{PARAGRAPHS[0]}\nPaís Posição\nChile\ta favor\n{PARAGRAPHS[1]}"
    assert read(path) == [Document(text, str(path), title="Chile e Bolívia")]


@pytest.mark.parametrize("kind", ["empty", "text", "zip", "no text"])
def test_what_is_no_word_document(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "nota.docx"
    path.write_bytes(b"" if kind == "empty" else b"Quito nega.")
    if kind == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("word/document.xml", "<nada>")
    if kind == "no text":
        docx.Document().save(str(path))
    assert ("without text" if kind == "no text" else "save it again as .docx") in problem(path).message


def test_a_bomb_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "bomba.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 20_000_000)
    assert "would unpack to 20,000,000 bytes" in problem(path).message
