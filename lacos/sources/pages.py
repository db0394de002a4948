"""Web pages: the article's text, title, site, address and date, without menus, adverts and comments."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from urllib.parse import urljoin, urlsplit

from lacos.records import Document
from lacos.sources.decoding import decode_page
from lacos.sources.extras import blaming, needed
from lacos.sources.inputs import Input, Item, Options, whole
from lacos.sources.problems import SourceError
from lacos.sources.publication import published

FEWEST = 20
"""Fewer words than these are no article: a menu, a teaser before a paywall, a page that a script fills."""
UNDATED = {"original_date": True, "extensive_search": False, "min_date": "1995-01-01", "max_date": "2100-12-31"}
"""For the library's own search for dates, whose finding is not taken (see ``publication``): nothing from the clock."""


def page(input: Input, _options: Options) -> Iterator[Item]:
    """The article of a page. Its language is left to be detected from its words: templates say "en" on pages in Portuguese."""
    markup = decode_page(whole(input), input.charset)
    with blaming("a damaged page", "save it again from a browser"):
        yield _read(markup, input)


def fragment(markup: str) -> str:
    """The text of an article's HTML alone, as feeds carry it, a paragraph a line."""
    if not markup.strip():
        return ""
    tree = needed("trafilatura", "trafilatura").load_html(f"<html><body><article>{markup}</article></body></html>")
    return _article(tree) if tree is not None else ""


def _read(markup: str, input: Input) -> Document:
    trafilatura = needed("trafilatura", "trafilatura")
    tree = trafilatura.load_html(markup)
    text = _article(tree) if tree is not None else ""
    if len(text.split()) < FEWEST:
        raise SourceError(f"only {len(text.split())} words of text: a menu, a paywall, or a page that a script fills")
    url = _canonical(tree, input.url) or input.url
    about = trafilatura.extract_metadata(tree, url, UNDATED)
    dated = published(tree, url) or input.published
    source = input.source or about.sitename
    title = about.title or input.title
    return Document(text, id=url or input.name, published=dated, title=title, url=url, source=source, author=about.author or None)


def _article(tree: Any) -> str:
    """The text of an article, a paragraph a line."""
    return str(needed("trafilatura", "trafilatura").extract(tree, include_comments=False) or "")


def _canonical(tree: Any, url: str | None) -> str | None:
    """The address that a page gives for itself, unless it is the site's front page, a common mistake of templates."""
    for address in tree.xpath('//link[@rel="canonical"]/@href | //meta[@property="og:url"]/@content'):
        with suppress(ValueError):
            full = urlsplit(urljoin(url or "", address.strip()))
            if full.scheme in ("http", "https") and (full.path.strip("/") or full.query):
                return str(full._replace(fragment="").geturl())
    return None
