"""Sitemaps: the pages of a site, with the dates and titles that news sitemaps give, and indexes of sitemaps."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, BinaryIO
from xml.etree import ElementTree

from lacos.sources.arrivals import allowed, arrived
from lacos.sources.dates import parse
from lacos.sources.inputs import Input, Item, Options, whole
from lacos.sources.problems import Problem, SourceError
from lacos.sources.web import Fetcher

DEEPEST = 2
FIELDS = {"loc": "url", "lastmod": "changed", "publication_date": "published", "title": "title", "name": "source"}


@dataclass(frozen=True, slots=True)
class Listed:
    """A page, or a sitemap, that a sitemap names; only a news sitemap says when it was published."""

    url: str
    is_map: bool = False
    changed: str | None = None
    published: str | None = None
    title: str | None = None
    source: str | None = None

    def day(self) -> date | None:
        """When it was published, None where that is not said, or not in full."""
        try:
            return parse(self.published)
        except ValueError:
            return None

    def older(self, since: date | None) -> bool:
        """Whether it was not published, or changed, since then, as far as it says."""
        latest = max(filter(None, (self.changed, self.published)), default="")
        return bool(since and latest and latest[:10] < since.isoformat())


def sitemap(input: Input, options: Options) -> Iterator[Item]:
    """The pages since ``options.since``, those without a date too, and no more than ``options.limit``."""
    allowed(options)
    count = 0
    for item in _pages(input.stream, options):
        if isinstance(item, Problem):
            yield item
            continue
        if count == options.limit:
            yield Problem(input.name, f"stopped after {count} pages: raise the limit, or say since when", fatal=False)
            return
        count += 1
        yield from arrived(item.url, options, item.day() or input.published, item.title, item.source)


def entries(stream: BinaryIO) -> Iterator[Listed]:
    """What a sitemap names, in its order. Raises SourceError for what is no XML."""
    fields: dict[str, str] = {}
    try:
        for _, element in ElementTree.iterparse(stream):
            name = element.tag.rpartition("}")[2]
            if name in FIELDS and element.text and not element.tag.startswith("{http://www.google.com/schemas/sitemap-image"):
                fields.setdefault(FIELDS[name], element.text.strip())
            elif name in ("url", "sitemap"):
                if "url" in fields:
                    yield Listed(is_map=name == "sitemap", **fields)
                fields = {}
                element.clear()
    except ElementTree.ParseError as error:
        raise SourceError(f"damaged XML: {error}") from error


def _pages(stream: BinaryIO, options: Options, depth: int = 1) -> Iterator[Listed | Problem]:
    """The pages of a sitemap and of the sitemaps that it names."""
    for listed in entries(stream):
        if listed.older(options.since):
            continue
        if not listed.is_map:
            yield listed
        elif depth == DEEPEST:
            yield Problem(listed.url, "a sitemap too deep inside others: give its own address")
        else:
            try:
                yield from _pages(_opened(listed.url, allowed(options)), options, depth + 1)
            except (SourceError, OSError, EOFError, zlib.error) as error:
                yield Problem(listed.url, str(error))


def _opened(url: str, fetcher: Fetcher) -> BinaryIO:
    body = fetcher.fetch(url).body
    stream: Any = gzip.GzipFile(fileobj=io.BytesIO(body)) if body.startswith(b"\x1f\x8b") else io.BytesIO(body)
    return io.BytesIO(whole(Input(url, "list", stream)))
