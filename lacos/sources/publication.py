"""When a web page says that it was published: in its data for machines, in the line under its headline, or in its address.

htmldate, which trafilatura asks, is not asked: it takes the date of a change for that of publication, fills "2024-03" up with today's day,
and takes dates from captions and copyright lines. A page that does not say its date has none here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from lacos.sources.dates import mentioned, parse

LINKED_DATA = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')
ARTICLE = re.compile(r'"\w*(?:Article|Posting)"')
IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=/|-|$)")
CHANGE = re.compile(r"updat|modif|atualiz|actualiz", re.IGNORECASE)
MARGINS = ("aside", "nav", "footer")
LONG = 150
"""Characters of a paragraph that belongs to the text."""


def published(tree: Any, url: str | None) -> date | None:
    """The day of publication of a parsed page at ``url``, as its time zone has it, or None."""
    return next(filter(None, map(_read, _said(tree))), None) or _bylined(tree) or _in_address(url)


def _said(tree: Any) -> Iterator[str]:
    """What a page says in its data for machines, the surest first."""
    for script in tree.xpath('//script[@type="application/ld+json"]/text()'):
        if ARTICLE.search(script):
            yield from LINKED_DATA.findall(script)
    metas = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(): meta.get("content", "")
        for meta in tree.iter("meta")
    }
    yield from filter(None, map(metas.get, _names()["meta"]))
    yield from tree.xpath("//time[@itemprop='datePublished' or @pubdate]/@datetime")
    yield from (element.get("datetime", "") for element in _above(tree) if element.tag == "time")


def _bylined(tree: Any) -> date | None:
    """The date in the elements around the headline whose class says that they hold it."""
    for element in _above(tree):
        if set(_names()["class"]).intersection(re.split(r"[\s_-]+", _kind(element).casefold())):
            words = " ".join(element.text_content().split())
            changed = words.casefold().startswith(tuple(_names()["changed"]))
            if not changed and len(words) <= 100 and (found := mentioned(words)):
                return found
    return None


def _above(tree: Any) -> Iterator[Any]:
    """The elements before the text's first long paragraph, without margins and those that tell of a change alone."""
    begun = tree.find(".//h1") is None
    for element in tree.iter():
        begun = begun or element.tag == "h1"
        if begun and element.tag == "p" and len(element.text_content()) > LONG:
            return
        kind = _kind(element)
        if ("publish" in kind or not CHANGE.search(kind)) and next(element.iterancestors(*MARGINS), None) is None:
            yield element


def _kind(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('itemprop') or ''}"


def _in_address(url: str | None) -> date | None:
    match = IN_ADDRESS.search(url or "")
    return _read("-".join(match.groups())) if match else None


def _read(said: str) -> date | None:
    try:
        return parse(said)
    except ValueError:
        return None


@cache
def _names() -> dict[str, list[str]]:
    return tomllib.loads((resources.files("lacos.sources") / "data" / "publication.toml").read_text("utf8"))
