"""Who sends a request: by a session's cookie or by a token."""

from __future__ import annotations

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from lacos.web.door import API, header, is_forwarded, refuse
from lacos.web.security.register import Register
from lacos.web.security.sessions import Session, Sessions, cookie_name
from lacos.web.security.tokens import bearer
from lacos.web.security.users import Role
from lacos.web.settings import Settings

ENTER = "/enter"
PUBLIC = ("/static/", "/healthz", "/readyz", "/metrics", "/choose", ENTER)
"""Paths for whoever comes; the figures of /metrics ask for themselves who it is."""


class Identity:
    """Notes on each request its ``user`` and ``session``, each None where there is none, and whether it came with a ``token``."""

    def __init__(self, app: ASGIApp, register: Register, sessions: Sessions) -> None:
        self.app, self._register, self._sessions = app, register, sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        token = bearer(header(scope, b"authorization"))
        holder = self._register.holder(token) if token else None
        if token and holder is None:
            return await refuse(scope, receive, send, 401, "door_token")
        session = None if token else self._session(scope)
        user = session.user if session else holder
        scope.setdefault("state", {}).update(user=user, session=session, token=token is not None)
        return await self.app(scope, receive, send)

    def _session(self, scope: Scope) -> Session | None:
        cookie = Request(scope).cookies.get(cookie_name(scope["scheme"] == "https"))
        return self._sessions.resume(cookie, self._register) if cookie else None


class Gate:
    """Where strangers are not let in, sends browsers to sign in and programs away.

    Where they are, because they are of this computer, what a proxy that nobody told us of brings from elsewhere is sent away.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self._open = app, settings.open

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._open and scope["type"] == "http" and is_forwarded(scope):
            return await refuse(scope, receive, send, 403, "door_proxy")
        if scope["type"] != "http" or self._open or scope["state"]["user"] is not None or is_public(scope["path"]):
            return await self.app(scope, receive, send)
        if scope["path"].startswith(API) or scope["method"] not in ("GET", "HEAD"):
            return await refuse(scope, receive, send, 401, "door_stranger")
        back = scope["path"] + (f"?{query}" if (query := scope["query_string"].decode("latin-1")) else "")
        return await RedirectResponse(f"{ENTER}?back={quote(back, safe='')}", 303)(scope, receive, send)


def is_public(path: str) -> bool:
    """Whether a path is for whoever comes."""
    return any(path == one or (one.endswith("/") and path.startswith(one)) for one in PUBLIC)


def allowed(request: Request, role: str) -> bool:
    """Whether the sender of a request has a role; whoever got as far as this may read."""
    user = request.state.user
    return role == Role.READ or (user is not None and user.may(role))
