"""Forms that another site makes a reader's browser send: refused (cross-site request forgery)."""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lacos.web.door import header, refuse

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data", "text/plain", "")
"""What a browser sends of a form. Anything else it sends to another site only after asking, which we do not grant."""
FIELD = "csrf"


class Forms:
    """Requests that change something come from our own pages, forms with the token that we put into them.

    Programs that send a token of their own are no browsers, and need none.
    """

    def __init__(self, app: ASGIApp, secret: str) -> None:
        self.app, self._secret = app, secret

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["state"]["token"]:
            return await self.app(scope, receive, send)
        session = scope["state"]["session"]
        scope["state"]["csrf"] = wanted = token(self._secret, session.mark if session else "")
        if scope["method"] in SAFE:
            return await self.app(scope, receive, send)
        if not is_ours(scope):
            return await refuse(scope, receive, send, 403, "door_origin")
        if kind(scope) in FORMS:
            sent = await whole(receive)
            if not hmac.compare_digest((await field(scope, sent)).encode(), wanted.encode()):
                return await refuse(scope, receive, send, 403, "door_form")
            receive = again(sent, receive)
        return await self.app(scope, receive, send)


def token(secret: str, mark: str) -> str:
    """What a form of ours has in its field ``csrf``: the session's own, or that of all who are not signed in."""
    return hmac.new(secret.encode(), f"csrf {mark}".encode(), "sha256").hexdigest()


def is_ours(scope: Scope) -> bool:
    """Whether a request is of our own pages by what the browser says; programs, which are no browsers, say nothing."""
    site, origin = header(scope, b"sec-fetch-site"), header(scope, b"origin")
    if site:
        return site in ("same-origin", "none")
    return not origin or urlsplit(origin).netloc.casefold() == header(scope, b"host").casefold()


def kind(scope: Scope) -> str:
    return header(scope, b"content-type").partition(";")[0].strip().casefold()


async def whole(receive: Receive) -> list[Message]:
    """All parts of a request."""
    parts = [await receive()]
    while parts[-1].get("more_body"):
        parts.append(await receive())
    return parts


async def field(scope: Scope, sent: list[Message]) -> str:
    """The token in a form that was sent; "" where it has none or is no form that can be read."""
    if kind(scope) not in FORMS[:2]:
        return ""
    async with Request(scope, again(sent)).form() as form:
        return str(form.get(FIELD, ""))


def again(sent: list[Message], rest: Receive | None = None) -> Receive:
    """Gives parts of a request once more, then what comes after them."""
    parts: Iterator[Message] = iter(sent)

    async def receive() -> Message:
        part = next(parts, None)
        return part if part is not None else await rest() if rest else {"type": "http.disconnect"}

    return receive
