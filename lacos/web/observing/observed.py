"""Each request is given an id, timed, counted and logged; a fault of ours is caught, logged and answered."""

from __future__ import annotations

import logging
import re
import secrets
import time

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lacos.web.door import address, answer, header
from lacos.web.observing.logs import FIELDS
from lacos.web.observing.metrics import count, under_way

log = logging.getLogger("lacos.web")
ID = re.compile(r"[\w-]{8,64}", re.ASCII)
QUIET = ("/healthz", "/readyz", "/metrics", "/static/")
"""Paths of which only failures are logged."""


class Observed:
    """Logs the path alone, never what is asked of it nor headers: words that are searched for and tokens stay out of logs."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        with under_way.track_inprogress():
            return await self._observe(scope, receive, Sent(identified(scope), send))

    async def _observe(self, scope: Scope, receive: Receive, sent: Sent) -> None:
        began = time.perf_counter()
        try:
            await self.app(scope, receive, sent.send)
        except Exception:
            log.exception("failed", extra={FIELDS: {"id": sent.id, "path": scope["path"]}})
            if sent.status:
                raise  # part of an answer is out: all that is left is to break it off
            await (await answer(Request(scope), RuntimeError()))(scope, receive, sent.send)  # of which the reader learns nothing
        finally:
            self._tell(scope, sent, time.perf_counter() - began)

    def _tell(self, scope: Scope, sent: Sent, took: float) -> None:
        status, method, path = sent.status or 500, scope["method"], scope["path"]
        count(method, path, status, took)
        if status < 500 and path.startswith(QUIET):
            return
        user = scope.get("state", {}).get("user")
        fields = {"id": sent.id, "method": method, "path": path, "status": status, "ms": round(took * 1000, 1), "bytes": sent.bytes}
        fields |= {"from": address(scope), "user": user.name if user else None}
        log.info("request", extra={FIELDS: fields})


class Sent:
    """What is sent of an answer."""

    def __init__(self, id: str, send: Send) -> None:
        self.id, self.status, self.bytes, self._send = id, 0, 0, send

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            MutableHeaders(scope=message)["X-Request-ID"] = self.id
        self.bytes += len(message.get("body", b""))
        await self._send(message)


def identified(scope: Scope) -> str:
    """The id that a request came with, from a proxy, or a new one."""
    given = header(scope, b"x-request-id")
    return given if ID.fullmatch(given) else secrets.token_hex(8)
