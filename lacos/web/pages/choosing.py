"""Choosing a language and a theme."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse

from lacos.web.addresses import local
from lacos.web.dependencies import COOKIES
from lacos.web.errors import WrongValueError

router = APIRouter()
YEAR = 365 * 24 * 3600


@router.get("/choose")
def choose(request: Request) -> RedirectResponse:
    """Keep what a reader chose in a cookie, and lead back. An empty choice is that of the browser."""
    given = request.query_params
    response = RedirectResponse(local(given.get("back", "")), 303, {"Cache-Control": "no-store"})
    for name, values in COOKIES.items():
        if name in given:
            value = given[name]
            if value and value not in values:
                raise WrongValueError(name, "wrong_choice", given=value, some=", ".join(values))
            response.set_cookie(name, value, YEAR if value else 0, httponly=True, samesite="lax")
    return response
