"""Passwords: hashed with argon2, a few at a time, so that guessing takes neither the machine nor its readers down."""

from __future__ import annotations

from functools import cache

from anyio import CapacityLimiter, to_thread
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from lacos.web.security.users import UserError

SHORTEST, LONGEST = 12, 1024
"""Characters of a password: long enough not to be guessed at the speed that we answer, not so long that hashing it is a burden."""
QUEUE = 8
"""Sign-ins that wait for their hash; further ones are sent away."""
HASHER = PasswordHasher(time_cost=3, memory_cost=65536, parallelism=1)
"""Argon2id with 64 MiB and three passes (RFC 9106, second choice) in one lane, so that one sign-in takes one core at most."""


def hashed(password: str, name: str = "") -> str:
    """The argon2 hash of a password. Raises UserError for one too easy to guess."""
    if not SHORTEST <= len(password) <= LONGEST or password.casefold() == name or len(set(password)) < 5:
        raise UserError(f"the password is too easy to guess: take {SHORTEST} characters or more, such as four words, and not the name")
    return HASHER.hash(password)


def matches(password: str, hash: str | None) -> bool:
    """Whether a password is that of a hash; of no hash, False after as long a time, so that names cannot be found out."""
    try:
        return HASHER.verify(hash or nobody(), password[: LONGEST + 1]) and hash is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def nobody() -> str:
    """The hash of a password that nobody has."""
    return HASHER.hash("\0nobody")


class Checking:
    """Passwords checked one at a time in a thread; those who wait hold no thread, and there are never many of them."""

    def __init__(self) -> None:
        self._waiting = 0
        self._limiter: CapacityLimiter | None = None

    async def matches(self, password: str, hash: str | None) -> bool | None:
        """Whether a password matches; None where too many wait already."""
        if self._waiting >= QUEUE:
            return None
        self._limiter = self._limiter or CapacityLimiter(1)
        self._waiting += 1
        try:
            return await to_thread.run_sync(matches, password, hash, limiter=self._limiter)
        finally:
            self._waiting -= 1
