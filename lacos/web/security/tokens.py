"""Tokens: long random words by which programs are known. Only their digests are kept."""

from __future__ import annotations

import hashlib
import secrets

PREFIX = "lacos_"


def new_token() -> str:
    """A new token, of 256 random bits, so that a plain digest keeps it safe."""
    return PREFIX + secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode("utf8", "replace")).hexdigest()


def bearer(authorization: str | None) -> str | None:
    """The token of an Authorization header."""
    scheme, _, value = (authorization or "").partition(" ")
    return value.strip() or None if scheme.casefold() == "bearer" else None
