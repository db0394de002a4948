"""Web archives (WARC): each HTML page that a crawler got."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lacos.sources.extras import blaming, needed
from lacos.sources.inputs import MEGABYTE, Input, Item, Options
from lacos.sources.problems import Problem, SourceError

PAGE = 20 * MEGABYTE
PAGES = frozenset({"text/html", "application/xhtml+xml"})


def warc(input: Input, _options: Options) -> Iterator[Item]:
    """The pages, named ``archive!url``. When a page was crawled is not when it was published."""
    fastwarc = needed("fastwarc", "fastwarc")
    records = fastwarc.ArchiveIterator(input.stream, record_types=fastwarc.WarcRecordType.response, auto_decode="all")
    found = False
    with blaming("a damaged web archive", "fetch it again"):
        for entry in records:
            if entry.http_headers and entry.http_headers.status_code == 200 and entry.http_content_type in PAGES:
                found = True
                yield _page(entry, input)
    if not found:
        raise SourceError("no HTML page in this web archive")


def _page(entry: Any, input: Input) -> Item:
    url = entry.headers.get("WARC-Target-URI", "").strip("<>")
    name = f"{input.name}!{url}"
    body = entry.reader.read(PAGE + 1)
    if len(body) > PAGE:
        return Problem(name, f"a page of more than {PAGE // MEGABYTE} MB")
    if len(body) < entry.content_length and not entry.http_headers.get("Transfer-Encoding"):  # which fastwarc does not tell
        return Problem(name, "the web archive is cut short within this page: fetch it again")
    return replace(input, name=name, kind="html", stream=io.BytesIO(body), url=url, charset=entry.http_charset)
