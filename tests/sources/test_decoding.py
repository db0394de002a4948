import pytest

from lacos.sources.decoding import decode_page

WORDS = "<p>A Assunção respondeu às sanções.</p>"
SAYS = '<meta http-equiv="Content-Type" content="text/html; charset={}">' + WORDS


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (WORDS.encode(), None),
        (WORDS.encode("cp1252"), None),
        (WORDS.encode("cp1252"), "ISO-8859-1"),
        (WORDS.encode("utf-16"), None),
        (WORDS.encode("utf-16-le"), "utf-16le"),
        (WORDS.encode("utf-8-sig"), "iso-8859-1"),
        (WORDS.encode("mac-roman"), "macintosh"),
        (WORDS.encode("mac-roman"), "x-nada, mac-roman"),
    ],
)
def test_a_page_is_in_what_its_header_says_unless_its_bytes_say_otherwise(data: bytes, charset: str | None) -> None:
    if charset == "x-nada, mac-roman":
        data, charset = SAYS.format("mac-roman").encode("mac-roman"), "x-nada"
    assert decode_page(data, charset).endswith(WORDS)


@pytest.mark.parametrize(
    ("said", "encoding"), [("iso-8859-1", "utf-8"), ("utf-8", "cp1252"), ("iso-8859-1", "cp1252"), ("mac-roman", "mac-roman")]
)
def test_the_meta_element_is_believed_where_it_can_be(said: str, encoding: str) -> None:
    page = SAYS.format(said)
    assert decode_page(page.encode(encoding)) == page


def test_a_stray_byte_does_not_change_the_encoding() -> None:
    page = SAYS.format("utf-8")
    assert decode_page(page.encode() + b"\xe9<p>Fim") == page + "\ufffd<p>Fim"


def test_quotes_of_windows_on_pages_in_latin_1() -> None:
    assert decode_page("<p>“Não”, disse – e saiu.".encode("cp1252"), "iso-8859-1") == "<p>“Não”, disse – e saiu."
