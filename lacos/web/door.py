"""Requests at the door, before any page sees them: what they say of themselves, and how they are sent away, as pages and the API do it."""

from __future__ import annotations

from collections.abc import Mapping
from inspect import isawaitable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from lacos.web.dependencies import speaking
from lacos.web.errors import WebError

API = "/api/"


class TurnedAwayError(WebError):
    """A request that is sent away."""

    def __init__(self, status: int, key: str, **values: object) -> None:
        super().__init__(key, **values)
        self.status = status


async def refuse(
    scope: Scope, receive: Receive, send: Send, status: int, key: str, headers: Mapping[str, str] | None = None, **values: object
) -> None:
    """Answer with an error whose text has a key among the words."""
    request = Request(scope, receive)
    response = await answer(request, TurnedAwayError(status, key, **values))
    response.headers.update(headers or {})
    await response(scope, receive, send)


async def answer(request: Request, error: Exception) -> Response:
    """What the application answers to an error; a line of text where it has no answer."""
    handlers = request.app.exception_handlers
    handler = next((handlers[kind] for kind in type(error).__mro__ if kind in handlers), None)
    if handler is None:
        status = error.status if isinstance(error, WebError) else error.status_code if isinstance(error, HTTPException) else 500
        return PlainTextResponse(str(error) if status < 500 else speaking(request)("door_failed"), status)
    answered = handler(request, error)
    response: Response = await answered if isawaitable(answered) else answered
    return response


def header(scope: Scope, name: bytes) -> str:
    """The value of a header; "" where there is none."""
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")


def address(scope: Scope) -> str:
    """Where a request comes from."""
    client = scope.get("client")
    return str(client[0]) if client else ""


def is_forwarded(scope: Scope) -> bool:
    """Whether a proxy brought it from elsewhere."""
    return bool(header(scope, b"x-forwarded-for") or header(scope, b"forwarded"))
