"""What a page or the API asks of a request: the ledger, the reader's language, who the reader is and may do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from fastapi import Depends
from starlette.requests import Request

from lacos.ledger import Ledger
from lacos.messages import LANGUAGES, Messages
from lacos.web.changes import Kept
from lacos.web.errors import RoleError
from lacos.web.words import words

if TYPE_CHECKING:
    from lacos.web.security.users import User

COOKIES = {"lang": LANGUAGES, "theme": ("light", "dark")}
"""What a reader chooses, each a cookie."""


def opened(request: Request) -> Ledger:
    """The ledger that is served."""
    ledger: Ledger = request.app.state.ledger
    return ledger


def kept(request: Request) -> Kept:
    """What is kept until the ledger changes: ``kept(request)(key, make)``."""
    found: Kept = request.app.state.kept
    return found


def speaking(request: Request) -> Messages:
    """The words of the reader's language."""
    return words(language(request))


def language(request: Request) -> str:
    """The reader's language: ``lang`` in the address, else what was chosen, what the browser asks for, what this place speaks."""
    liked = asked_language(request) or chosen(request, "lang") or accepted(request.headers.get("accept-language", ""))
    return liked or request.app.state.settings.language or LANGUAGES[0]


def asked_language(request: Request) -> str:
    """The language that the address asks for; "" for none, and for one that is not ours."""
    asked = request.query_params.get("lang", "")
    return asked if asked in LANGUAGES else ""


def chosen(request: Request, name: str) -> str:
    """What a reader chose before; "" for nothing, and for what cannot be chosen."""
    found = request.cookies.get(name, "")
    return found if found in COOKIES[name] else ""


def accepted(header: str) -> str:
    """The language of ours that a browser likes best; "" where it likes none."""
    liked: list[tuple[float, str]] = []
    for part in header.split(","):
        tag, _, quality = part.strip().partition(";q=")
        try:
            weight = float(quality or 1)
        except ValueError:
            weight = 0.0
        if weight > 0 and tag[:2].lower() in LANGUAGES:
            liked.append((weight, tag[:2].lower()))
    return max(liked, key=lambda one: one[0])[1] if liked else ""


def reader_of(request: Request) -> User | None:
    """Who reads, None for nobody known: ``request.state.user``, which security sets."""
    found: User | None = getattr(request.state, "user", None)
    return found


def may(role: str) -> Any:
    """That a reader may "read", "write" or "judge", as a dependency. Raises RoleError for one who may not."""

    def check(request: Request) -> None:
        allowed: Callable[[Request, str], bool] = getattr(request.app.state, "allowed", lambda _request, asked: asked == "read")
        if not allowed(request, role):
            raise RoleError(role, 403 if reader_of(request) else 401)

    return Depends(check)
