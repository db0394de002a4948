from datetime import date

import lxml.html
import pytest
from press import PARAGRAPHS

from lacos.sources.publication import published

DAY = date(2022, 3, 2)


def day(head: str = "", above: str = "", below: str = "", url: str | None = None) -> date | None:
    body = f"<h1>Chile propõe diálogo</h1>{above}<p>{PARAGRAPHS[0]}</p>{below}"
    return published(lxml.html.fromstring(f"<html><head><title>x</title>{head}</head><body>{body}</body></html>"), url)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2022-03-02T23:10:00-03:00">',
        '<meta name="DC.date.issued" content="02/03/2022">',
        '<meta itemprop="datePublished" content="2022-03-02">',
        '<meta property="article:modified_time" content="2022-03-04"><meta property="article:published_time" content="2022-03-02">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "dateModified": "2022-03-04", "datePublished": "2022-03-02"}</script>',
        '<meta name="date" content="2022-03"><meta name="pubdate" content="2022-03-02">',
    ],
)
def test_the_date_in_data_for_machines(head: str) -> None:
    assert day(head) == DAY


@pytest.mark.parametrize(
    "line",
    [
        '<time datetime="2022-03-02T10:00">2 mar</time>',
        '<p class="data-publicacao">Publicado em 02/03/2022 às 10h; atualizado em 04/03/2022</p>',
        '<div class="c-header__date">2 de março de 2022 - 10h12</div>',
        '<time class="updated" datetime="2022-03-04">4 mar</time><time class="entry-date" datetime="2022-03-02">2 mar</time>',
    ],
)
def test_the_date_under_the_headline(line: str) -> None:
    assert day(above=line) == DAY
    assert day(below=line) is None
    assert day(above=f"<aside>{line}</aside>") is None


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ('<meta property="article:modified_time" content="2022-03-04">', ""),
        ('<meta itemprop="copyrightYear" content="2022">', ""),
        ('<meta property="article:published_time" content="2022-03">', ""),
        ('<script type="application/ld+json">{"@type": "WebSite", "datePublished": "2015-01-01"}</script>', ""),
        ("", '<p class="data">Atualizado em 04/03/2022</p>'),
        ("", '<p class="data">há 3 horas</p>'),
        ("", "<p>A guerra começou em 24/02/2022.</p>"),
        ("", '<img src="/2022/03/02/foto.jpg">'),
        ("", "<p>© 2022</p>"),
    ],
)
def test_nothing_is_dated_by_guess(head: str, line: str) -> None:
    assert day(head, line) is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://x.example/mundo/2022/03/02/chile.html", DAY),
        ("https://x.example/mundo/2022-03-02-chile", DAY),
        ("https://x.example/2022/03/chile", None),
        ("https://x.example/2022/13/02/chile", None),
    ],
)
def test_a_whole_date_in_the_address(url: str, expected: date | None) -> None:
    assert day(url=url) == expected


def test_the_first_of_january_counts_where_it_is_said() -> None:
    assert day('<meta property="article:published_time" content="2022-01-01T09:00:00-03:00">') == date(2022, 1, 1)


def test_a_notice_above_the_headline_is_not_the_text() -> None:
    notice, line = f"<p>Usamos cookies. {'Eles servem para muita coisa. ' * 9}</p>", '<p class="data">02/03/2022</p>'
    page = f"<html><body>{notice}<h1>Chile propõe diálogo</h1>{line}<p>{PARAGRAPHS[0]}</p></body></html>"
    assert published(lxml.html.fromstring(page), None) == DAY
