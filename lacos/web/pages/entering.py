"""Signing in and out."""

from __future__ import annotations

import math
from typing import Annotated

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from lacos.web.addresses import local
from lacos.web.dependencies import reader_of, speaking
from lacos.web.door import address
from lacos.web.observing.metrics import sign_ins
from lacos.web.rendering import render
from lacos.web.security.limits import network
from lacos.web.security.sessions import drop, keep
from lacos.web.security.users import User

router = APIRouter()
Field = Annotated[str, Form()]


@router.get("/enter")
def enter(request: Request, back: str = "") -> Response:
    """The form to sign in, or, for one who is signed in, to sign out."""
    return form(request, back)


@router.post("/enter")
async def entered(request: Request, name: Field = "", password: Field = "", back: Field = "") -> Response:
    """Sign in and go back to where one came from. A wrong name and a wrong password look the same, and each makes the next try wait."""
    state, where = request.app.state, network(address(request.scope))
    user: User | None = state.register.named(name)
    known = user.name if user else name[:64].casefold()
    if wait := math.ceil(state.attempts.wait(known, where)):
        sign_ins.labels("held back").inc()
        return form(request, back, 429, speaking(request)("enter_wait", seconds=wait), {"Retry-After": str(wait)})
    match = await state.checking.matches(password, user.password if user else None)
    sign_ins.labels("busy" if match is None else "entered" if match and user else "wrong").inc()
    if match is None:
        return form(request, back, 503, speaking(request)("enter_busy"), {"Retry-After": "3"})
    if user is None or not match:
        state.attempts.failed(known, where)
        return form(request, back, 403, speaking(request)("enter_wrong"))
    state.attempts.entered(known, where)
    response = RedirectResponse(local(back), 303, {"Cache-Control": "no-store"})
    keep(response, state.sessions.begin(user), request.url.scheme == "https")
    return response


@router.post("/leave")
def leave(request: Request) -> Response:
    """Sign out."""
    response = RedirectResponse(local(""), 303, {"Cache-Control": "no-store"})
    drop(response, request.url.scheme == "https")
    return response


def form(request: Request, back: str, status: int = 200, wrong: str = "", headers: dict[str, str] | None = None) -> Response:
    """The page with the form, and what was wrong with what it sent."""
    anybody = reader_of(request) is not None or any(user.password for user in request.app.state.register)
    response = render(request, "enter.html", status, back=local(back), wrong=wrong, anybody=anybody)
    response.headers.update({"Cache-Control": "no-store", **(headers or {})})
    return response
