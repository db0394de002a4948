"""Who may do what, and what nobody may: users and sessions, forms, headers, limits."""

from __future__ import annotations

from fastapi import FastAPI

from lacos.web.observing import Observed, router
from lacos.web.security.attempts import Attempts
from lacos.web.security.forms import Forms
from lacos.web.security.guard import fetcher
from lacos.web.security.headers import Headers
from lacos.web.security.hosts import Hosts
from lacos.web.security.identity import Gate, Identity, allowed
from lacos.web.security.limits import Bodies, Rates
from lacos.web.security.passwords import Checking, hashed
from lacos.web.security.register import Register, load, save, secret
from lacos.web.security.sessions import Sessions
from lacos.web.security.tokens import digest, new_token
from lacos.web.security.users import Role, User, UserError, named
from lacos.web.settings import Settings

__all__ = ["Role", "User", "UserError", "digest", "fetcher", "hashed", "known", "load", "named", "new_token", "plug", "save"]


def plug(app: FastAPI, settings: Settings) -> None:
    """Put the guards before an application, the last of them first to see a request. Raises UserError for users that cannot be read."""
    register, own = known(settings)
    sessions = Sessions(own)
    app.state.register, app.state.sessions = register, sessions
    app.state.attempts, app.state.checking, app.state.allowed = Attempts(), Checking(), allowed
    app.add_middleware(Gate, settings=settings)
    app.add_middleware(Forms, secret=own)
    app.add_middleware(Bodies, settings=settings)
    app.add_middleware(Rates, settings=settings)
    app.add_middleware(Identity, register=register, sessions=sessions)
    app.add_middleware(Hosts, settings=settings)
    app.add_middleware(Observed)
    app.add_middleware(Headers)
    app.include_router(router)


def known(settings: Settings) -> tuple[Register, str]:
    """Who may sign in, and the secret of their sessions. Raises UserError for a file that cannot be used."""
    return Register(settings.users, settings.token), secret(settings.users) if settings.users else settings.secret
