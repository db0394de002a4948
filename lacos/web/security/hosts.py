"""The Host header: a page of another site that points its name at us (DNS rebinding) does not get an answer."""

from __future__ import annotations

import ipaddress
import socket

from starlette.types import ASGIApp, Receive, Scope, Send

from lacos.web.door import header, refuse
from lacos.web.settings import Settings

OPEN = frozenset({"/healthz", "/readyz"})
"""Paths that tell nothing, for checks that know us by whatever name."""


class Hosts:
    """Answers to the names that we are known by, and to bare addresses, which no other site can claim."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self._names = {"localhost", settings.host, *settings.names} | (set() if settings.local else {socket.gethostname().casefold()})
        self._local = settings.local

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] not in OPEN and not self._known(name := hostname(header(scope, b"host"))):
            return await refuse(scope, receive, send, 421, "door_host", name=name[:100])
        return await self.app(scope, receive, send)

    def _known(self, name: str) -> bool:
        try:
            found = ipaddress.ip_address(name.strip("[]"))
        except ValueError:
            return name in self._names
        return found.is_loopback if self._local else True


def hostname(host: str) -> str:
    """The name in a Host header, without the port."""
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdecimal() else host).casefold().rstrip(".")
