"""The file of users: JSON, written whole or not at all, read anew when it has changed."""

from __future__ import annotations

import json
import logging
import os
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path

from lacos.web.security.tokens import digest
from lacos.web.security.users import Role, User, UserError, named

log = logging.getLogger("lacos.web")
OTHERS_WRITE, OTHERS_READ = 0o022, 0o077
Stamp = tuple[int, ...]
"""What changes when a file does; empty for none."""


class Register:
    """The users of a file as it is now, and the one that a token of the environment stands for.

    Raises UserError for a file that cannot be used from the start; one that cannot be used any more lets nobody in.
    """

    def __init__(self, path: Path | None, token: str | None = None) -> None:
        self._path = path
        self._given = [User("token", frozenset({Role.READ, Role.WRITE}), token=digest(token))] if token else []
        stamp = stamped(path) if path else ()
        self._take(load(path) if path else [], stamp)

    def __iter__(self) -> Iterator[User]:
        self._read()
        return iter(self._names.values())

    def named(self, name: str) -> User | None:
        """The user of the file with this name; names are the same whatever their case."""
        self._read()
        try:
            return self._names.get(named(name))
        except UserError:
            return None

    def holder(self, token: str) -> User | None:
        """The user with this token."""
        self._read()
        return self._tokens.get(digest(token))

    def _read(self) -> None:
        """Read the file if it has changed."""
        try:
            if self._path and (stamp := stamped(self._path)) != self._stamp:
                self._take(load(self._path), stamp)
        except UserError as error:
            if self._stamp:
                log.error("nobody is let in: %s", error)  # noqa: TRY400  # the message says it all
            self._take([], ())

    def _take(self, users: Iterable[User], stamp: Stamp) -> None:
        self._names = {user.name: user for user in users}
        self._tokens = {user.token: user for user in (*self._names.values(), *self._given) if user.token}
        self._stamp: Stamp = stamp


def stamped(path: Path) -> Stamp:
    """What changes when a file does. Raises UserError where there is none, or one that others may write."""
    try:
        found = path.stat()
    except OSError as error:
        raise UserError(f"{path}: {error.strerror}: make it with lacos user add {path} NAME") from error
    if found.st_mode & OTHERS_WRITE:
        raise UserError(f"{path} may be written by others, who could let themselves in: chmod 600 {path}")
    return found.st_mtime_ns, found.st_size, found.st_ino


def load(path: Path) -> list[User]:
    """The users of a file. Raises UserError for a file that holds none of ours."""
    try:
        return [User.from_json(one) for one in json.loads(path.read_text("utf8"))["users"]]
    except OSError as error:
        raise UserError(f"{path}: {error.strerror}") from error
    except (ValueError, KeyError, TypeError, AttributeError, UserError) as error:
        raise UserError(f"{path} is no file of users ({error}): restore it, or make another with lacos user add") from error


def save(path: Path, users: Iterable[User]) -> None:
    """Write users in place of what is there, readable by its owner alone, and the secret for their sessions beside it."""
    text = json.dumps({"users": [user.to_json() for user in sorted(users, key=lambda user: user.name)]}, ensure_ascii=False, indent=1)
    write(path, text + "\n")
    secret(path)


def secret(path: Path) -> str:
    """The secret that signs the sessions of a file's users: made once. Raises UserError for one that others may read."""
    file = path.with_name(path.name + ".secret")
    if not file.exists():
        write(file, secrets.token_hex(32))
    try:
        if file.stat().st_mode & OTHERS_READ:
            raise UserError(f"{file} may be read by others, who could pass for any user: delete it, a new one is made at the next start")
        return file.read_text("ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{file} cannot be read ({error}): delete it, a new one is made at the next start") from error


def write(path: Path, text: str) -> None:
    """A file of its owner's alone, there whole or not at all."""
    new = path.with_name(path.name + ".new")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(path)
    except FileExistsError as error:
        raise UserError(f"{new} is there: another lacos user is at work, or one was stopped; delete it if not") from error
    except OSError as error:
        raise UserError(f"{path}: {error.strerror}: give a path in a folder that you may write") from error
