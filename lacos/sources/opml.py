"""OPML: lists of feeds, as feed readers write them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO
from xml.etree import ElementTree

from lacos.sources.arrivals import allowed, arrived
from lacos.sources.inputs import Input, Item, Options
from lacos.sources.problems import Problem, SourceError


def opml(input: Input, options: Options) -> Iterator[Item]:
    """The feeds, each fetched when its turn comes."""
    allowed(options)
    found = False
    for url in feed_urls(input.stream):
        found = True
        yield from arrived(url, options, input.published)
    if not found:
        yield Problem(input.name, "an OPML file that names no feed")


def feed_urls(stream: BinaryIO) -> Iterator[str]:
    """The addresses of the feeds in an OPML file, however deep its outlines, each once. Raises SourceError for what is no XML."""
    seen = set()
    try:
        for _, element in ElementTree.iterparse(stream, events=("start",)):
            url = next((value for name, value in element.attrib.items() if name.lower() == "xmlurl"), "").strip()
            if element.tag.lower() == "outline" and url and url not in seen:
                seen.add(url)
                yield url
    except ElementTree.ParseError as error:
        raise SourceError(f"damaged XML ({error}): export it again") from error
