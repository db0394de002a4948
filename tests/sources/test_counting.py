"""How many texts are to come, for the time left."""

from pathlib import Path

import pytest

from lacos.sources import expected


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("Angola recebeu o chanceler de Cabo Verde.", "utf8")
    (tmp_path / "fundo").mkdir()
    (tmp_path / "fundo" / "b.html").write_text("<p>Timor-Leste</p>", "utf8")
    (tmp_path / "fundo" / ".oculto.txt").write_text("x", "utf8")
    (tmp_path / "fundo" / "c.jsonl").write_text('{"text": "um"}\n{"text": "dois"}\n', "utf8")
    (tmp_path / "fundo" / "foto.jpg").write_bytes(b"\xff\xd8")
    return tmp_path


def test_files_count_one_and_lines_one_each(folder: Path) -> None:
    assert expected([folder]) == 4
    assert expected([folder / "a.txt", folder / "fundo" / "c.jsonl"]) == 3


@pytest.mark.parametrize("path", ["-", "https://exemplo.pt/feed", "nada.txt"])
def test_what_is_no_file_cannot_be_counted(folder: Path, path: str) -> None:
    assert expected([folder, path]) is None


def test_nor_can_archives(folder: Path) -> None:
    (folder / "d.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    assert expected([folder]) is None
