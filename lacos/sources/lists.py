"""XML that lists texts: feeds, OPML and sitemaps, told apart by their root element."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

from lacos.sources import kinds
from lacos.sources.feeds import feed
from lacos.sources.inputs import Input, Item, Options, Reader, whole
from lacos.sources.opml import opml
from lacos.sources.problems import SourceError
from lacos.sources.sitemaps import sitemap

READERS: dict[str, Reader] = {"rss": feed, "feed": feed, "rdf:rdf": feed, "opml": opml, "urlset": sitemap, "sitemapindex": sitemap}


def listed(input: Input, options: Options) -> Iterator[Item]:
    """What a list leads to. Raises SourceError for other XML, and for a list found by way of two others."""
    data = whole(input)
    root = kinds.ROOT.match(data.removeprefix(b"\xef\xbb\xbf"))
    name = root[1].decode("ascii").lower() if root else "no element"
    if name not in READERS:
        raise SourceError(f"XML that is no feed, OPML or sitemap: it begins with {name}")
    if input.within.count("list") > 1:
        raise SourceError("a list inside a list inside a list: not followed")
    yield from READERS[name](replace(input, stream=io.BytesIO(data)), options)
