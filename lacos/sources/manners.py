"""Politeness to each host: what its robots.txt allows, a pause between requests, and rest when it asks for it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from lacos.sources.extras import needed
from lacos.sources.problems import FetchError

LONGEST_PAUSE = 60.0
"""Seconds between requests that a robots.txt can ask for."""


class Manners:
    """What was asked of each host, and when. ``get`` gives the body at a URL, or raises FetchError."""

    def __init__(self, get: Callable[[str], bytes], agent: str, delay: float) -> None:
        self._get = get
        self._agent = agent
        self._delay = delay
        self._rules: dict[str, Any] = {}
        self._next: dict[str, float] = {}
        self._resting: dict[str, float] = {}

    def observe(self, url: str) -> None:
        """Waits until it is our turn at this host. Raises FetchError where robots.txt forbids the page or the host asked for rest."""
        host = _origin(url)
        left = self._resting.get(host, 0.0) - time.monotonic()
        if left > 0:
            raise FetchError(f"the host asked for rest: try again in {left:.0f} seconds", 429, left)
        rules = self._rules_of(host)
        if not rules.can_fetch(url, self._agent):
            raise FetchError("the site's robots.txt forbids it: not fetched")
        time.sleep(max(0.0, self._next.get(host, 0.0) - time.monotonic()))
        self._next[host] = time.monotonic() + min(rules.crawl_delay(self._agent) or self._delay, LONGEST_PAUSE)

    def rest(self, url: str, seconds: float) -> None:
        """From now on nothing is asked of this host for so long."""
        self._resting[_origin(url)] = time.monotonic() + seconds

    def _rules_of(self, host: str) -> Any:
        """The rules of a host: none where it has no robots.txt, and no entry where the server cannot say (RFC 9309, 2.3.1)."""
        if host not in self._rules:
            try:
                text = self._get(f"{host}/robots.txt").decode("utf-8-sig", "replace")
            except FetchError as error:
                if error.status is None or error.status == 429 or error.status >= 500:
                    raise FetchError(f"its robots.txt cannot be read: {error}", error.status, error.retry_after) from error
                text = ""
            self._rules[host] = needed("protego", "protego").Protego.parse(text)
        return self._rules[host]


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}".lower()
