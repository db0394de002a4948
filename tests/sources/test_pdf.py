from pathlib import Path

import pypdf
import pytest
from press import problem, read

from lacos.records import Document
from lacos.sources.paragraphs import joined

LINES = (
    "Chile propõe diálogo à Bolívia",
    "O presidente do Chile recebeu nesta terça-feira o chan-",
    "celer da Bolívia em Santiago e propôs retomar as nego-",
    "ciações sobre o rio Silala, segundo a vice-",
    "presidente do Senado.",
    "A ministra boliviana agradeceu, mas pediu que o primeiro-",
    "ministro do Peru participe, e despediu-",
    "se em seguida.",
)
TEXT = (
    "Chile propõe diálogo à Bolívia\n"
    "O presidente do Chile recebeu nesta terça-feira o chanceler da Bolívia em Santiago e propôs retomar as negociações sobre o rio "
    "Silala, segundo a vice-presidente do Senado.\n"
    "A ministra boliviana agradeceu, mas pediu que o primeiro-ministro do Peru participe, e despediu-se em seguida."
)


def pdf(*lines: str) -> bytes:
    """A PDF of one page, written by hand."""
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    content = f"BT /F1 11 Tf 14 TL 40 800 Td {shown} ET".encode("cp1252")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out) + b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (table, len(out))


def test_the_text_of_a_pdf_in_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "nota.pdf"
    path.write_bytes(pdf(*LINES))
    assert read(path) == [Document(TEXT, str(path))]


def locked(data: bytes, password: str) -> bytes:
    import io

    writer, out = pypdf.PdfWriter(io.BytesIO(data)), io.BytesIO()
    writer.encrypt(password, owner_password="dono", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (pdf(), "OCR"),
        (locked(pdf(*LINES), "segredo"), "password"),
        (pdf(*LINES)[:300], "damaged PDF"),
        (b"%PDF-1.4\nnada", "damaged PDF"),
        (b"", "damaged PDF"),
    ],
)
def test_a_pdf_that_gives_no_text_says_why(tmp_path: Path, data: bytes, message: str) -> None:
    path, good = tmp_path / "a.pdf", tmp_path / "b.pdf"
    path.write_bytes(data)
    good.write_bytes(pdf(*LINES))
    assert message in problem(path).message
    assert [isinstance(item, Document) for item in read(tmp_path)] == [False, True]


def test_a_pdf_that_is_only_locked_against_changes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(locked(pdf(*LINES), ""))
    assert read(path) == [Document(TEXT, str(path))]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("Quito negou.\n\nLima confirmou o acordo.", "Quito negou.\nLima confirmou o acordo."),
        ("O governo do\nEquador negou.", "O governo do Equador negou."),
        ("o tratado latino-\namericano", "o tratado latino-americano"),
        ("as inter\u00advenções da mino-\nria", "as intervenções da minoria"),
        ("o eixo Brasília-\nPequim", "o eixo Brasília-Pequim"),
        ("", ""),
    ],
)
def test_lines_are_joined_to_paragraphs(page: str, text: str) -> None:
    assert joined(page) == text
