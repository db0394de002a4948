"""The network, politely: pages by their address. Nothing else in this room touches it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from importlib.metadata import version
from types import TracebackType
from urllib.parse import urldefrag, urljoin, urlsplit

from lacos.sources.addresses import public_address
from lacos.sources.extras import needed
from lacos.sources.manners import Manners
from lacos.sources.problems import FetchError
from lacos.sources.transfer import Answer, Bounds, get

NAME = "lacos"
HOPS = 5
REST = 60.0
"""Seconds of rest for a host that is too busy and does not say for how long."""
MEANINGS = {401: "it wants a password", 403: "the site refuses us", 404: "there is no such page", 410: "the page was taken down"}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came from ``url``, the last of any redirects. ``etag`` and ``modified`` serve to ask later whether it changed."""

    url: str
    status: int
    body: bytes
    content_type: str | None = None
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None

    @property
    def unchanged(self) -> bool:
        """Whether the server says that it is as it was; then there is no body."""
        return self.status == 304


class Fetcher:
    """Gets pages one after another: robots.txt heeded, ``delay`` seconds between requests to a host, bounded in size and time.

    With ``allow_private=False`` it goes only to public addresses, at every redirect anew. Not to be shared between threads.
    """

    def __init__(
        self, allow_private: bool = True, delay: float = 1.0, timeout: float = 20.0, total: float = 60.0, size: int = 20_000_000
    ) -> None:
        agent = f"{NAME}/{version('lacos')}"
        headers = {"User-Agent": agent, "Accept-Encoding": "gzip", "Accept": "text/html,application/xml;q=0.9,*/*;q=0.8"}
        self._client = needed("httpx", "httpx").Client(headers=headers, timeout=timeout, follow_redirects=False, trust_env=allow_private)
        self._bounds = Bounds(size, timeout, total)
        self._private = allow_private
        self._manners = Manners(lambda url: self._through(url, {}, polite=False).body, NAME, delay)

    def fetch(self, url: str, etag: str | None = None, modified: str | None = None) -> Fetched:
        """The page at ``url``; given what an earlier Fetched said, only if it changed since. Raises FetchError."""
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        return self._through(url, {name: value for name, value in conditions.items() if value}, polite=True)

    def close(self) -> None:
        """Lets go of the connections."""
        self._client.close()

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _through(self, url: str, headers: Mapping[str, str], polite: bool) -> Fetched:
        """The page at the end of the redirects, each hop as well-behaved as the first."""
        url = _joined(url, "")
        for _ in range(HOPS + 1):
            address = None if self._private else public_address(url)
            if polite:
                self._manners.observe(url)
            answer = get(self._client, url, headers, self._bounds, address)
            if answer.status not in (301, 302, 303, 307, 308) or "location" not in answer.headers:
                return self._judged(url, answer)
            url = _joined(url, answer.headers["location"])
        raise FetchError(f"redirected more than {HOPS} times")

    def _judged(self, url: str, answer: Answer) -> Fetched:
        status = answer.status
        if status in (429, 503):
            wait = _seconds(answer.headers.get("retry-after")) or REST
            self._manners.rest(url, wait)
            raise FetchError(f"the host is too busy or wants rest ({status}): try again in {wait:.0f} seconds", status, wait)
        if status != 304 and not 200 <= status < 300:
            raise FetchError(f"{MEANINGS.get(status, 'the server failed' if status >= 500 else 'refused')} ({status})", status)
        content = Message()
        content["content-type"] = answer.headers.get("content-type", "")
        kind = content.get_content_type() if answer.headers.get("content-type") else None
        etag, modified = answer.headers.get("etag"), answer.headers.get("last-modified")
        return Fetched(url, status, answer.body, kind, content.get_content_charset(), etag, modified)


def _joined(url: str, reference: str) -> str:
    """The web address that ``reference`` means on the page at ``url``. Raises FetchError if it is none."""
    try:
        joined = urldefrag(urljoin(url, reference)).url
        parts = urlsplit(joined)
        if parts.scheme in ("http", "https") and parts.hostname and parts.port != 0:
            return joined
    except ValueError as error:
        raise FetchError(f"no web address: {error}") from error
    raise FetchError("no web address: it must begin with http:// or https://")


def _seconds(retry_after: str | None) -> float | None:
    """A Retry-After header, seconds or a date, as seconds from now."""
    if retry_after is None or retry_after.strip().isdigit():
        return float(retry_after) if retry_after else None
    from email.utils import parsedate_to_datetime

    try:
        return max(0.0, parsedate_to_datetime(retry_after).timestamp() - time.time())
    except ValueError:
        return None
