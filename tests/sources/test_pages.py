from datetime import date
from pathlib import Path

import pytest
from press import ARTICLE, PARAGRAPHS, TEXT, one, problem


def test_a_page_is_its_article_with_what_it_says_of_itself(page: Path) -> None:
    document = one(page)
    assert document.text.removeprefix("Chile propõe diálogo à Bolívia\n") == TEXT
    assert (document.title, document.source) == ("Chile propõe diálogo à Bolívia", "Folha do Pacífico")
    assert document.id == document.url == "https://pacifico.example/mundo/chile-bolivia"
    assert document.published == date(2022, 6, 7)
    assert document.language is None


@pytest.mark.parametrize(
    ("address", "identity"),
    [
        ("https://pacifico.example/", None),
        ("/mundo/chile", None),
        ("javascript:void(0)", None),
        ("https://[x/a", None),
        ("https://pacifico.example/?p=12", "https://pacifico.example/?p=12"),
        ("https://pacifico.example/a#fotos", "https://pacifico.example/a"),
    ],
)
def test_a_canonical_address_that_names_no_article_is_not_taken(page: Path, address: str, identity: str | None) -> None:
    page.write_text(ARTICLE.replace("https://pacifico.example/mundo/chile-bolivia", address), "utf8")
    document = one(page)
    assert (document.id, document.url) == (identity or str(page), identity)


def test_the_meta_charset_is_honoured(page: Path) -> None:
    page.write_bytes(ARTICLE.replace("<head>", '<head><meta charset="iso-8859-1">').encode("cp1252"))
    assert PARAGRAPHS[1] in one(page).text


@pytest.mark.parametrize(
    ("markup", "message"),
    [
        ("<html><body><nav><a href='/a'>Capa</a> <a href='/b'>Mundo</a></nav></body></html>", "words of text"),
        ("<html><body><article><p>Assine para continuar a ler.</p></article></body></html>", "paywall"),
        ("<html>", "0 words of text"),
        ("   ", "empty"),
    ],
)
def test_a_page_without_an_article_says_so(page: Path, markup: str, message: str) -> None:
    page.write_text(markup, "utf8")
    assert message in problem(page).message


def test_what_cannot_be_dated_takes_the_callers_date(page: Path) -> None:
    page.write_text(ARTICLE.replace("datePublished", "dateRead"), "utf8")
    assert one(page).published is None
    assert one(page, published="2022-06-08").published == date(2022, 6, 8)
