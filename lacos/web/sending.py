"""How answers are sent: to HEAD without their body, and packed to browsers that take them so."""

from __future__ import annotations

import gzip
import re

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lacos.web.changes import Kept
from lacos.web.door import header

GZIP = re.compile(r"\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*$).*)?", re.IGNORECASE)
"""Of an Accept-Encoding the part that takes gzip; a weight of 0 refuses it."""
TEXT = re.compile(r"text/|application/json|image/svg\+xml")
"""Media types that become smaller."""
LEAST = 1000
"""Bytes of an answer that is worth packing."""
LEVEL = 6


class Heads:
    """Answers HEAD as GET, without the body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "HEAD":
            return await self.app(scope, receive, send)

        async def bare(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        return await self.app({**scope, "method": "GET"}, receive, bare)


class Packing:
    """Packs answers that come as a whole, one that has a tag once for all who ask for it."""

    def __init__(self, app: ASGIApp, kept: Kept) -> None:
        self.app, self.kept = app, kept

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        begun: list[Message] = []  # the beginning of an answer waits for what comes of its body

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                begun.append(message)
                return
            if begun:
                start = begun.pop()
                headers = MutableHeaders(scope=start)
                headers.add_vary_header("Accept-Encoding")
                if takes(scope) and is_worth_it(start["status"], headers, message):
                    message = {**message, "body": await self._packed(scope["path"], headers, message["body"])}
                await send(start)
            await send(message)

        return await self.app(scope, receive, sending)

    async def _packed(self, path: str, headers: MutableHeaders, body: bytes) -> bytes:
        """A body packed, and headers that say so; its tag is weak then, for other bytes have it, too."""
        key, tag = ("packed", path, headers.get("etag")), headers.get("etag")
        known = self.kept.last(key) if tag else None  # one tag is one body, however the ledger has changed since
        if known:
            packed = known.value
        elif tag:
            packed = await run_in_threadpool(self.kept, key, lambda: pack(body))
        else:
            packed = await run_in_threadpool(pack, body)
        headers.update({"Content-Encoding": "gzip", "Content-Length": str(len(packed))})
        if tag:
            headers["ETag"] = f"W/{tag.removeprefix('W/')}"
        return packed  # type: ignore[no-any-return]


def takes(scope: Scope) -> bool:
    """Whether who asks takes an answer packed.

    What a page of another site has a browser ask for goes as it is, for how small it becomes would tell that site what is in it (BREACH).
    """
    is_elsewhere = header(scope, b"sec-fetch-site") == "cross-site"
    return not is_elsewhere and any(GZIP.fullmatch(part) for part in header(scope, b"accept-encoding").split(","))


def is_worth_it(status: int, headers: MutableHeaders, message: Message) -> bool:
    """Whether an answer is whole, of a kind and of a size that packing makes smaller."""
    is_whole = status == 200 and not message.get("more_body") and "content-encoding" not in headers
    return is_whole and len(message.get("body", b"")) >= LEAST and bool(TEXT.match(headers.get("content-type", "")))


def pack(body: bytes) -> bytes:
    """Bytes as gzip has them, the same for the same."""
    return gzip.compress(body, LEVEL, mtime=0)
