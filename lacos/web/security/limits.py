"""How much one may ask: bytes of a request and the time to send them, requests of a reader."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lacos.web.dependencies import speaking
from lacos.web.door import address, answer, header, refuse
from lacos.web.settings import Settings, is_loopback

SENDING = 60.0
"""Seconds in which a request must have come."""
BURST = 10
"""Seconds' worth of requests that a reader who was quiet may send at once."""
DEAR = 5
"""Requests that one which makes us work (a POST) counts for."""
KEPT = 20_000
"""Readers whose requests are counted; the oldest are forgotten."""


class Bodies:
    """Requests are no larger and take no longer to send than they may, whether they say how large they are or not."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self._most = app, settings.body_limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        said = header(scope, b"content-length")
        if said.isdecimal() and int(said) > self._most:
            return await refuse(scope, receive, send, 413, "door_size", {"Connection": "close"}, most=self._most)
        try:
            return await self.app(scope, Counted(scope, receive, self._most).receive, send)
        except HTTPException as error:  # where another guard was reading
            return await (await answer(Request(scope), error))(scope, receive, send)


class Counted:
    """What comes of a request, counted and timed until it is whole."""

    def __init__(self, scope: Scope, receive: Receive, most: int) -> None:
        self._scope, self._receive, self._left, self._most = scope, receive, most, most
        self._whole, self._end = False, time.monotonic() + SENDING

    async def receive(self) -> Message:
        """The next part. Raises HTTPException where it is too much or comes too late."""
        if self._whole:
            return await self._receive()
        try:
            message = await asyncio.wait_for(self._receive(), max(0.0, self._end - time.monotonic()))
        except TimeoutError as error:
            raise self._error(408, "door_slow", seconds=int(SENDING)) from error
        self._left -= len(message.get("body", b""))
        self._whole = not message.get("more_body", False)
        if self._left < 0:
            raise self._error(413, "door_size", most=self._most)
        return message

    def _error(self, status: int, key: str, **values: object) -> HTTPException:
        return HTTPException(status, speaking(Request(self._scope))(key, **values), {"Connection": "close"})


@dataclass(slots=True)
class Bucket:
    left: float
    at: float


class Rates:
    """Each reader, a user or an address, may ask so many times a second, and more at once after a pause. This computer may as it will."""

    def __init__(self, app: ASGIApp, settings: Settings, clock: Callable[[], float] = time.monotonic) -> None:
        self.app, self._clock = app, clock
        self._rate = 0 if settings.open else settings.rate
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and self._rate and (reader := who(scope)):
            wait = self.wait(reader, 1 if scope["method"] in ("GET", "HEAD", "OPTIONS") else DEAR)
            if wait > 0:
                return await refuse(scope, receive, send, 429, "door_rate", {"Retry-After": str(int(wait) + 1)}, seconds=int(wait) + 1)
        return await self.app(scope, receive, send)

    def wait(self, reader: str, cost: float) -> float:
        """Seconds until a reader may ask what costs so much; 0 where it is now, and then it counts."""
        now, most = self._clock(), self._rate * BURST
        bucket = self._buckets.pop(reader, None) or Bucket(most, now)
        left = min(most, bucket.left + (now - bucket.at) * self._rate)
        self._buckets[reader] = Bucket(left - cost if left >= cost else left, now)
        if len(self._buckets) > KEPT:
            self._buckets.popitem(last=False)
        return max(0.0, (cost - left) / self._rate)


def who(scope: Scope) -> str:
    """Whose requests are counted together: a user's, or those from an address; "" for one of this computer."""
    user = scope["state"]["user"]
    return f"user {user.name}" if user else network(address(scope))


def network(found: str) -> str:
    """An address, or of IPv6 the network of which one household has all; "" for this computer."""
    if is_loopback(found):
        return ""
    try:
        ip = ip_address(found.partition("%")[0])
    except ValueError:
        return found or "nobody"
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped is None:
        return ip.exploded[:19]
    return str(getattr(ip, "ipv4_mapped", None) or ip)
