"""Forms that another site makes a reader's browser send: refused (cross-site request forgery)."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterator
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lacos.web.door import API, header, refuse

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
        wanted = token(self._secret, session.mark if session else "")
        scope["state"]["csrf"] = masked(wanted)
        if scope["method"] in SAFE:
            return await self.app(scope, receive, send)
        if not is_ours(scope):
            return await refuse(scope, receive, send, 403, "door_origin")
        is_program = session is None and scope["path"].startswith(API)  # which sends no cookie: there is nothing to forge
        if kind(scope) in FORMS and not is_program:
            sent = await whole(receive)
            if not hmac.compare_digest(unmasked(await field(scope, sent)), wanted):
                return await refuse(scope, receive, send, 403, "door_form")
            receive = again(sent, receive)
        return await self.app(scope, receive, send)


def token(secret: str, mark: str) -> bytes:
    """What the field ``csrf`` of a form of ours stands for: the session's own, or that of all who are not signed in."""
    return hmac.digest(secret.encode(), f"csrf {mark}".encode(), "sha256")


def masked(token: bytes) -> str:
    """A token as a page has it, each time another, so that the size of packed pages does not tell it by and by (BREACH)."""
    mask = secrets.token_bytes(len(token))
    return (mask + mixed(mask, token)).hex()


def unmasked(field: str) -> bytes:
    """The token that a form was sent with; nothing of what is none."""
    try:
        sent = bytes.fromhex(field)
    except ValueError:
        return b""
    return mixed(sent[: len(sent) // 2], sent[len(sent) // 2 :])


def mixed(one: bytes, other: bytes) -> bytes:
    return bytes(left ^ right for left, right in zip(one, other, strict=False))


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
