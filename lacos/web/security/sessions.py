"""Sessions: a signed cookie that says who signed in. It ends with its time, with another password, and with the user."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from itsdangerous import BadData, URLSafeTimedSerializer
from starlette.responses import Response

from lacos.web.security.register import Register
from lacos.web.security.tokens import digest
from lacos.web.security.users import User

LIFE = 7 * 24 * 3600
"""Seconds that a session lasts."""
PLAIN, SECURE = "lacos_session", "__Host-lacos_session"
"""The cookie's name; behind https browsers hold the second to this host and to https."""


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody signed in; ``mark`` is random and the session's own."""

    user: User
    mark: str


class Sessions:
    """Sessions signed with a secret."""

    def __init__(self, secret: str) -> None:
        self._signer = URLSafeTimedSerializer(secret, salt="lacos session", signer_kwargs={"key_derivation": "hmac"})

    def begin(self, user: User) -> str:
        """The cookie of a new session."""
        return str(self._signer.dumps([user.name, fingerprint(user), secrets.token_urlsafe(16)]))

    def resume(self, cookie: str, register: Register) -> Session | None:
        """The session of a cookie, if it is ours, not too old, and its user has the same password still."""
        try:
            name, print_, mark = self._signer.loads(cookie, max_age=LIFE)
        except (BadData, ValueError, TypeError):
            return None
        user = register.named(name)
        return Session(user, mark) if user is not None and fingerprint(user) == print_ else None


def fingerprint(user: User) -> str:
    """What changes with the password."""
    return digest(user.password or "")[:16]


def cookie_name(secure: bool) -> str:
    return SECURE if secure else PLAIN


def keep(response: Response, cookie: str, secure: bool) -> None:
    """Give the browser a session to keep: no script reads it, no other site sends it along with a form."""
    response.set_cookie(cookie_name(secure), cookie, max_age=LIFE, path="/", secure=secure, httponly=True, samesite="lax")


def drop(response: Response, secure: bool) -> None:
    """Have the browser forget its session."""
    response.delete_cookie(cookie_name(secure), path="/", secure=secure, httponly=True, samesite="lax")
