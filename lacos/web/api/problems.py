"""What went wrong, as RFC 9457 has it: every error of the API is one of these."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator, Mapping
from http import HTTPStatus
from typing import Any

from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import BaseModel, Field
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from lacos.ledger import LedgerError
from lacos.records import LacosError
from lacos.web.errors import MissingError, RoleError, WebError, WrongValueError
from lacos.web.refusing import DEMANDS, refusal_of
from lacos.web.words import words

PREFIX = "/api/v1"
MEDIA = "application/problem+json"
KINDS: Mapping[int, tuple[str, str, str]] = {
    400: ("bad-request", "This cannot be read", "the body is not the JSON that it says it is"),
    401: ("sign-in", "This needs a token", "send Authorization: Bearer TOKEN; who keeps the server makes one with lacos user"),
    403: ("not-allowed", "You may not do this", "it needs another role: who keeps the server gives it with lacos user"),
    404: ("not-found", "There is no such thing", f"there is nothing at this address: {PREFIX}/docs lists what there is"),
    405: ("no-such-method", "This cannot be done with this address", "the header Allow says what can"),
    408: ("too-slow", "The request came too slowly", "send it faster, or in smaller parts"),
    413: ("too-large", "The request is too large", "send it in smaller parts"),
    422: ("wrong-values", "Some values cannot be used", "errors says which, and what to give"),
    429: ("too-many-requests", "Too many requests", "wait as long as the header Retry-After says"),
    500: ("failure", "Something of ours failed", "it is in the server's log"),
    503: ("busy", "Not now", "try again in a moment"),
}
"""What each status means: the name of its type, under which the reference explains it, its title, and what to do about it."""


class Wrong(BaseModel):
    """One value that cannot be used: where it is ("query.since", "body.text"), and what is wrong with it."""

    where: str = Field(examples=["query.since"])
    detail: str = Field(examples=["since=ontem: give a day, month or year: 2017-09-03, 2017-09, 2017"])


class Problem(BaseModel):
    """What went wrong (RFC 9457). ``type`` is an address of the reference; ``errors`` names values that cannot be used."""

    type: str = Field(examples=["/api/v1/docs#wrong-values"])
    title: str = Field(examples=["Some values cannot be used"])
    status: int = Field(examples=[422])
    detail: str = Field(examples=["since=ontem: give a day, month or year: 2017-09-03, 2017-09, 2017"])
    instance: str = Field(description="The path that was asked.", examples=["/api/v1/events"])
    errors: list[Wrong] = []


class BusyError(WebError):
    """The server is at its limit."""

    status = 503


class Route(APIRoute):
    """A route of the API, which takes the errors of the rooms below for what they are: something wrong with what was asked.

    Those of the database stay, which are not the asker's fault.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def handled(request: Request) -> Response:
            if "\0" in request.scope["path"]:
                raise MissingError("missing_null")
            try:
                return await handle(request)
            except WebError:
                raise
            except LacosError as error:
                if is_of_database(error):
                    raise
                raise HTTPException(422, str(error)) from error

        return handled


def is_of_database(error: LacosError) -> bool:
    """Whether an error is one that the database gave: it cannot be opened, or its disk is full."""
    return isinstance(error, LedgerError) and isinstance(error.__cause__, SQLAlchemyError)


def answer(request: Request, error: Exception) -> Response:
    """An error as a problem; of what is our fault no more is told than that it is."""
    refusal, errors = refusal_of(error, words("en")), [*wrong(error)]
    if refusal.status < 400:
        return Response(None, refusal.status, dict(refusal.headers))
    status = 400 if is_garbled(error) else refusal.status
    kind, title, advice = KINDS.get(status) or KINDS[500 if status >= 500 else 400]
    problem = Problem(
        type=f"{PREFIX}/docs#{kind}",
        title=title if status in KINDS else HTTPStatus(status).phrase,
        status=status,
        detail=told(error) or refusal.detail or advice,
        instance=request.url.path,
        errors=errors,
    )
    headers = {**DEMANDS.get(status, {}), **refusal.headers, "Cache-Control": "no-store"}
    return JSONResponse(problem.model_dump(mode="json", exclude_defaults=True), status, headers, MEDIA)


def wrong(error: Exception) -> Iterator[Wrong]:
    """The values that cannot be used."""
    if isinstance(error, RequestValidationError):
        yield from (Wrong(where=".".join(map(str, one["loc"])), detail=one["msg"]) for one in error.errors())
    elif isinstance(error, WrongValueError):
        yield Wrong(where=f"query.{error.name}", detail=str(error))


def is_garbled(error: Exception) -> bool:
    """Whether a body is no JSON at all."""
    return isinstance(error, RequestValidationError) and any(one["type"] == "json_invalid" for one in error.errors())


def told(error: Exception) -> str:
    """What an error says that the page of its kind does not."""
    match error:
        case RoleError():
            return f"this needs somebody who may {error.role}: {KINDS[error.status][2]}"
        case RequestValidationError():
            return "; ".join(f"{one.where}: {one.detail}" for one in wrong(error))
        case HTTPException() if error.detail != HTTPStatus(error.status_code).phrase:
            return str(error.detail)
    return ""
