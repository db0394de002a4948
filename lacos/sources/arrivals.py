"""Pages on the network as inputs, for the addresses that a caller, a feed, an OPML file or a sitemap names."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from lacos.sources import kinds
from lacos.sources.inputs import Input, Options
from lacos.sources.problems import FetchError, Problem, SourceError
from lacos.sources.web import Fetched, Fetcher

TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/xml": "list",
    "application/xml": "list",
    "application/rss+xml": "list",
    "application/atom+xml": "list",
    "application/pdf": "pdf",
    "application/json": "json",
    "application/x-ndjson": "lines",
    "text/csv": "table",
}
CERTAIN = frozenset({"json", "lines", "table", "text"})
"""Kinds that have no mark of their own: a server is believed about them, about the others their first bytes are."""


def arrived(
    url: str,
    options: Options,
    published: date | None = None,
    title: str | None = None,
    source: str | None = None,
) -> Iterator[Input | Problem]:
    """What is at ``url``, with what is known of it beforehand; or the Problem that it did not come."""
    try:
        fetched = allowed(options).fetch(url)
    except SourceError as error:
        yield Problem(url, str(error))
        return
    yield Input(url, _kind(fetched), io.BytesIO(fetched.body), fetched.url, fetched.charset, published, title, source)


def allowed(options: Options) -> Fetcher:
    """The fetcher. Raises SourceError where there is none: what lies in files goes to the network only if the caller lets it."""
    if options.fetcher is None:
        raise FetchError("names pages on the network, which a file may not open by itself: give its address, or allow it (fetcher=...)")
    return options.fetcher


def _kind(fetched: Fetched) -> str:
    told = TYPES.get(fetched.content_type or "") or kinds.of_name(urlsplit(fetched.url).path)
    return told if told in CERTAIN else kinds.of_bytes(fetched.body[: kinds.HEAD]) or told
