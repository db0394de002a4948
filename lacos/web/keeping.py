"""Pages kept as they were sent, for readers who are all shown the same; and tags, so that what a browser has is not sent again."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Coroutine, Hashable
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lacos.web.changes import Kept, deeds
from lacos.web.dependencies import chosen, language

log = logging.getLogger(__name__)
ELSEWHERE = ("/api/", "/static/", "/metrics", "/healthz", "/readyz")
"""Paths that see to this themselves, or are not to be kept."""
LARGEST = 2**20
"""Bytes of a page that is kept."""
CONTROL = "private, no-cache"
"""Whoever keeps a page asks each time whether it still holds."""
LONGEST = 1.0
"""Seconds of work that a page is taken to need at most; one that needs so long is made anew every 20 seconds while the ledger changes."""
GRACE = 60.0
"""Seconds after a page was last good to send in which readers get it as it was, if making it anew takes longer than they wait."""
WAIT = 0.05
"""Seconds that they wait."""
REST = 3
"""How many times as long as making a page took, for which nobody waits, the next such one waits: the time between is the readers'."""


@dataclass
class Sent:
    """An answer as it is sent. ``held`` is when it was last known to be what would be sent now."""

    status: int = 0
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    body: bytes = b""
    held: float = 0.0

    def __len__(self) -> int:
        return len(self.body)

    @property
    def is_page(self) -> bool:
        """Whether every reader may be shown it."""
        headers = Headers(raw=self.headers)
        private = "set-cookie" in headers or "no-store" in headers.get("cache-control", "")
        return self.status == 200 and not private and len(self.body) <= LARGEST

    def answer(self, request: Request) -> Response:
        """The page with its tag, or that the reader has it; anything else as it is."""
        response, headers = Response(self.body, self.status), MutableHeaders(raw=list(self.headers))
        if self.is_page:
            tag = f'"{blake2b(self.body, digest_size=12).hexdigest()}"'
            headers["ETag"], headers["Cache-Control"] = f"W/{tag}", CONTROL  # weak: it may be sent packed
            if tag in (one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")):
                response = Response(None, 304)
                del headers["content-length"]
        response.raw_headers = headers.raw
        return response


class Pages:
    """Answers strangers with what it keeps, and keeps what they are answered.

    While the ledger changes, a page that readers look at is made anew for them all, the less often the longer that takes, and sent as it
    was until that is done; what a person corrected shows at once.
    """

    def __init__(self, app: ASGIApp, kept: Kept) -> None:
        self.app, self.kept = app, kept
        self._making: dict[Hashable, asyncio.Task[Sent]] = {}
        self._turn, self._rested = asyncio.Lock(), 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        known = scope.get("state", {}).get("user") is not None
        if scope["method"] != "GET" or known or scope["path"].startswith(ELSEWHERE):
            return await self.app(scope, receive, send)
        request = Request(scope)
        sent = await self._page({**scope, "state": dict(scope.get("state", {}))}, self._key(request))
        return await sent.answer(request)(scope, receive, send)

    def _key(self, request: Request) -> Hashable:
        return "page", request.scope["raw_path"], request.scope["query_string"], language(request), chosen(request, "theme")

    async def _page(self, scope: Scope, key: Hashable) -> Sent:
        """What is kept, if it holds; else what is made anew, or, if that takes long, what held a moment ago."""
        entry, version, now = self.kept.last(key), await self._version(), time.monotonic()
        if entry and entry.version == version:
            entry.value.held = now
            return entry.value  # type: ignore[no-any-return]
        making = key, deeds(version)
        if entry and deeds(entry.version) == deeds(version):
            if now < entry.until:
                return entry.value  # type: ignore[no-any-return]
            if now < max(entry.value.held, entry.until) + scope["app"].state.grace:
                task = self._making.get(making) or self._begin(making, self._in_turn(scope, key))
                done, _ = await asyncio.wait({task}, timeout=WAIT)
                return task.result() if done else entry.value
        return await asyncio.shield(self._making.get(making) or self._begin(making, self._make(scope, key)))

    async def _make(self, scope: Scope, key: Hashable) -> Sent:
        """Makes a page, and keeps it."""
        version, began = await self._version(), time.monotonic()
        sent = await collected(self.app, scope)
        if sent.is_page:
            self.kept.put(key, sent, version, min(time.monotonic() - began, LONGEST))
        return sent

    async def _in_turn(self, scope: Scope, key: Hashable) -> Sent:
        """The same when its turn comes: nobody waits for it."""
        async with self._turn:
            await asyncio.sleep(self._rested - time.monotonic())
            began = time.monotonic()
            try:
                return await self._make(scope, key)
            finally:
                ended = time.monotonic()
                self._rested = ended + REST * min(ended - began, LONGEST)

    def _begin(self, key: Hashable, making: Coroutine[Any, Any, Sent]) -> asyncio.Task[Sent]:
        """Begins to make a page, for all who come for it meanwhile."""

        def end(task: asyncio.Task[Sent]) -> None:
            del self._making[key]
            if not task.cancelled() and (error := task.exception()):
                log.error("a page could not be made: %r", error)

        task = self._making[key] = asyncio.get_running_loop().create_task(making)
        task.add_done_callback(end)
        return task

    async def _version(self) -> str:
        """The version of the ledger; a server is asked where that holds nobody else up."""
        return self.kept.version() if self.kept.ledger.database.is_file else await run_in_threadpool(self.kept.version)


async def collected(app: ASGIApp, scope: Scope) -> Sent:
    """What an application answers to a request without a body, the whole of it."""
    sent, parts = Sent(held=time.monotonic()), []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def collect(message: Message) -> None:
        if message["type"] == "http.response.start":
            sent.status, sent.headers = message["status"], list(message.get("headers", []))
        elif message["type"] == "http.response.body":
            parts.append(message.get("body", b""))

    await app(scope, receive, collect)
    sent.body = b"".join(parts)
    return sent
