"""Feeds (RSS, Atom): their entries, and asking again later for those that are new."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from xml.sax import SAXException

from lacos.records import Document
from lacos.sources.arrivals import arrived
from lacos.sources.dates import parse
from lacos.sources.extras import blaming, needed
from lacos.sources.inputs import Input, Item, Options, whole
from lacos.sources.pages import fragment
from lacos.sources.problems import Problem, SourceError
from lacos.sources.web import Fetcher

FULL = 60
"""Words from which on the content of an entry, unless it breaks off, is the whole article."""
BROKEN_OFF = re.compile(r"(?:…|\.\.\.|\[\W*\]|(?:leia|continue|read|seguir|continuar)\b.{0,60})\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FeedState:
    """What a server said of a feed, to be given back when it is asked again."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A text that a feed announces. ``content`` is the HTML of it that the feed carries, ``summary`` that of a teaser."""

    id: str
    url: str | None = None
    title: str | None = None
    published: date | None = None
    source: str | None = None
    content: str | None = None
    summary: str | None = None


def poll(url: str, state: FeedState, fetcher: Fetcher) -> tuple[tuple[Entry | Problem, ...], FeedState]:
    """The entries of the feed at ``url``, none if it did not change since ``state``, and its new state. Raises SourceError."""
    fetched = fetcher.fetch(url, state.etag, state.modified)
    if fetched.unchanged:
        return (), state
    return tuple(announced(fetched.body, url, fetched.charset)), FeedState(fetched.etag, fetched.modified)


def feed(input: Input, options: Options) -> Iterator[Item]:
    """The texts that a feed announces."""
    return followed(announced(whole(input), input.url or input.name, input.charset), options, input.published)


def announced(data: bytes, name: str, charset: str | None = None) -> Iterator[Entry | Problem]:
    """The entries of a feed, after a notice if it is not well-formed. Raises SourceError for what is no feed."""
    headers = {"content-type": f"application/xml; charset={charset}"} if charset else {}
    with blaming("no feed, or a damaged one", "check its address in a browser"):
        parsed = needed("feedparser", "feedparser").parse(io.BytesIO(data), response_headers=headers | {"content-location": name})
    if not parsed.version and not parsed.entries:
        raise SourceError(f"no feed, or a damaged one: {parsed.get('bozo_exception', 'nothing in it')}")
    if parsed.bozo and isinstance(parsed.bozo_exception, SAXException):
        yield Problem(name, f"not well-formed ({parsed.bozo_exception}): entries may be missing", fatal=False)
    if not parsed.entries:
        yield Problem(name, "a feed without entries", fatal=False)
    for entry in parsed.entries:
        yield _entry(entry, parsed)


def followed(entries: Iterable[Entry | Problem], options: Options, published: date | None = None) -> Iterator[Item]:
    """The text of each entry: as the feed has it if that is all of it, else its page, else what the feed has, with a notice."""
    for entry in entries:
        if isinstance(entry, Problem):
            yield entry
            continue
        text = fragment(entry.content or "")
        dated = entry.published or published
        if len(text.split()) >= FULL and not BROKEN_OFF.search(text):
            yield _document(entry, text, dated)
        elif entry.url and options.follow and options.fetcher:
            yield from arrived(entry.url, options, dated, entry.title, entry.source)
        elif teaser := text or fragment(entry.summary or ""):
            yield Problem(entry.url or entry.id, "only what its feed carries of it was read", fatal=False)
            yield _document(entry, teaser, dated)
        else:
            yield Problem(entry.url or entry.id, "its feed carries no text of it: follow it to its page")


def _entry(entry: Any, parsed: Any) -> Entry:
    link = entry.get("link")
    contents = [str(content.get("value", "")) for content in entry.get("content", ())]
    return Entry(
        id=entry.get("id") or link or entry.get("title", ""),
        url=link if link and link.startswith(("http://", "https://")) else None,
        title=entry.get("title") or None,
        published=_published(entry, parsed.version),
        source=entry.get("source", {}).get("title") or parsed.feed.get("title") or None,
        content=max(contents, key=len, default=None),
        summary=entry.get("summary"),
    )


def _published(entry: Any, version: str) -> date | None:
    """The day as written. RSS 1.0 has no other date than Dublin Core's, which is kept as ``updated``; in Atom that is another thing."""
    key = "published" if "published" in entry or version.startswith("atom") else "updated"
    try:
        return parse(entry.get(key))
    except ValueError:
        read = entry.get(f"{key}_parsed")
        return datetime(*read[:6]).date() if read else None


def _document(entry: Entry, text: str, published: date | None) -> Document:
    return Document(text, id=entry.url or entry.id, published=published, title=entry.title, url=entry.url, source=entry.source)
