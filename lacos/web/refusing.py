"""Requests that are refused or fail: as a page that says what to do, or as another part of the application says it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from lacos.ledger import LedgerError
from lacos.messages import Messages
from lacos.records import LacosError
from lacos.web.dependencies import speaking
from lacos.web.errors import RoleError, WebError
from lacos.web.rendering import here, render

log = logging.getLogger(__name__)
KNOWN = (400, 401, 403, 404, 405, 413, 422, 429, 500, 503)
"""Statuses that have words of their own; others have those of their hundred."""
DEMANDS = {401: {"WWW-Authenticate": 'Bearer realm="lacos"'}, 503: {"Retry-After": "5"}}
"""The headers that go with a status."""


@dataclass(frozen=True)
class Refusal:
    """What to say of an error: a status of HTTP, and what its sender may do about it."""

    status: int
    detail: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


Answer = Callable[[Request, Exception], Response]


def plug(app: FastAPI) -> None:
    """Answer all errors. ``app.state.answers`` holds, by the beginning of paths, who answers otherwise than with a page."""
    app.state.answers = {}
    for kind in (LacosError, HTTPException, RequestValidationError, Exception):
        app.add_exception_handler(kind, answer)


def answer(request: Request, error: Exception) -> Response:
    """The answer to a request that is refused or fails, as whoever has its path gives it."""
    answers: Mapping[str, Answer] = request.app.state.answers
    return next((one for path, one in answers.items() if request.url.path.startswith(path)), page)(request, error)


def page(request: Request, error: Exception) -> Response:
    """What went wrong as a page."""
    refusal = refusal_of(error, speaking(request))
    key = refusal.status if refusal.status in KNOWN else refusal.status // 100 * 100
    back = here(request) if request.method == "GET" else ""
    response = render(request, "refused.html", refusal.status, refusal=refusal, key=key, back=back)
    response.headers.update({"Cache-Control": "no-store", **DEMANDS.get(refusal.status, {}), **refusal.headers})
    return response


def refusal_of(error: Exception, words: Messages) -> Refusal:
    """What to say of an error; of a fault of ours its reader learns nothing, it goes into the log."""
    match error:
        case RoleError():
            return Refusal(error.status)
        case WebError():
            return Refusal(error.status, error.told(words))
        case HTTPException():
            return Refusal(error.status_code, headers=error.headers or {})
        case RequestValidationError():
            return Refusal(422, words("wrong_other", name=error.errors()[0]["loc"][-1]))
        case LacosError():
            log.error("%s", error)
            return Refusal(503 if isinstance(error, LedgerError) else 422)
    log.error("a page failed", exc_info=error)
    return Refusal(500)
