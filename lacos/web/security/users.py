"""Who may sign in: names, what each may do, and hashes of what each knows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from lacos.records import LacosError

NAME = re.compile(r"[\w.@-]{1,64}")


class UserError(LacosError):
    """A user, or a file of users, that cannot be; the message says what to do."""


class Role(StrEnum):
    """What a user may do: read, add texts, judge and correct. Whoever is let in may read."""

    READ = "read"
    WRITE = "write"
    JUDGE = "judge"


@dataclass(frozen=True, slots=True)
class User:
    """Somebody with a name. ``password`` is an argon2 hash; ``token`` is the digest of one, for programs."""

    name: str
    roles: frozenset[Role] = frozenset({Role.READ})
    password: str | None = None
    token: str | None = None

    def may(self, role: str) -> bool:
        """Whether they have a role."""
        return role == Role.READ or role in self.roles

    def to_json(self) -> dict[str, Any]:
        return {"name": self.name, "roles": sorted(self.roles), "password": self.password, "token": self.token}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> User:
        """The inverse of :meth:`to_json`."""
        return cls(named(data["name"]), frozenset(map(Role, data["roles"])), data["password"], data["token"])


def named(name: str) -> str:
    """A user's name in its one spelling. Raises UserError for one that cannot be."""
    known = unicodedata.normalize("NFKC", name).strip().casefold()
    if not NAME.fullmatch(known):
        raise UserError(f"{name!r} is no name for a user: take up to 64 letters, digits and . _ - @")
    return known
