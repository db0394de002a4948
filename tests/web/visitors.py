"""Those who come to a server: readers who sign in, programs with tokens, strangers, and where each comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from argon2 import PasswordHasher
from starlette.testclient import TestClient

from lacos.ledger import Ledger
from lacos.web import Settings, create_app
from lacos.web.security import Role, User, digest, save

HERE, FAR = "127.0.0.1", "203.0.113.7"
PASSWORD = "quatro ventos no cais"
TOKEN = "lacos_um-token-de-teste-bem-comprido"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
"""Hashes that tests need not wait for."""


def users(path: Path) -> Path:
    """A file of three: ana judges, bia reads, a program adds texts."""
    hash = QUICK.hash(PASSWORD)
    save(
        path,
        [
            User("ana", frozenset({Role.READ, Role.JUDGE}), hash),
            User("bia", password=hash),
            User("coletor", frozenset({Role.READ, Role.WRITE}), token=digest(TOKEN)),
        ],
    )
    return path


@contextmanager
def visit(ledger: Ledger, origin: str = HERE, place: str = "http://127.0.0.1:8000", **settings: object) -> Iterator[TestClient]:
    """A browser at some address, which does not go by itself where it is sent."""
    app = create_app(Settings(ledger.name, **settings))  # type: ignore[arg-type]
    with TestClient(app, place, client=(origin, 50000), follow_redirects=False, raise_server_exceptions=False) as client:
        yield client


def csrf(client: TestClient) -> str:
    """The token in the form to sign in or out that a visitor sees."""
    found = re.search(r'name="csrf" value="(\w+)"', client.get("/enter").text)
    assert found is not None
    return found[1]


def sign_in(client: TestClient, name: str = "ana", password: str = PASSWORD, **more: str) -> int:
    """Send the form; the status of the answer."""
    return client.post("/enter", data={"name": name, "password": password, "csrf": csrf(client), **more}).status_code


class Hands:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now
