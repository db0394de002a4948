"""A ledger, and the same asked of a server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from news import Fact, article, month
from starlette.testclient import TestClient

from lacos.client import RemoteLedger
from lacos.ledger import Ledger
from lacos.records import EventType
from lacos.web import Settings, create_app
from lacos.web.security import Role, User
from lacos.web.security.register import save
from lacos.web.security.tokens import digest

HERE = "http://127.0.0.1:8000"
TOKENS = {"ana": ["read", "write", "judge"], "rui": ["read"]}
"""Who may do what; each one's token is "token of" and the name."""


def fill(ledger: Ledger) -> None:
    """Half a year of threats and then talks between two, an attack that is denied and two who meet."""
    for name in ("2017-07", "2017-08", "2017-09"):
        for reading in month(name, 4, (EventType.THREATEN, "USA", "PRK"), (EventType.ACCUSE, "PRK", "USA")):
            ledger.record(reading)
    for name in ("2017-10", "2017-11", "2017-12"):
        for reading in month(name, 4, (EventType.AGREE, "USA", "PRK"), (EventType.CONSULT, "PRK", "USA")):
            ledger.record(reading)
    attack = Fact(EventType.ASSAULT, "RUS", "JPN", "2017-09-08", denied_by="RUS")
    for id, outlet in (("ataque 1/2", "O Clarim"), ("ataque-2", "Diário do Minho")):
        ledger.record(article(id, "2017-09-09", outlet, attack))
    ledger.record(article("feira", "2017-09-09", "O Clarim", Fact(EventType.CONSULT, "COL", "JPN", "2017-09-08")))


@pytest.fixture(scope="session")
def users(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of those who may sign in."""
    file = tmp_path_factory.mktemp("users") / "users.json"
    save(file, [User(name, frozenset(map(Role, roles)), token=digest(f"token of {name}")) for name, roles in TOKENS.items()])
    return file


@pytest.fixture(scope="session")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger that nobody changes."""
    with Ledger(tmp_path_factory.mktemp("client") / "crise.db") as opened:
        fill(opened)
        yield opened


@pytest.fixture(scope="session")
def there(here: Ledger, users: Path) -> Iterator[RemoteLedger]:
    """The same ledger, asked of a server."""
    with TestClient(create_app(Settings(here.name, users=users)), HERE) as client:
        yield RemoteLedger(HERE, "token of rui", client=client)


@pytest.fixture
def ours(tmp_path: Path, users: Path) -> Iterator[RemoteLedger]:
    """A small ledger that may be changed, asked with the token of somebody who may."""
    with Ledger(tmp_path / "crise.db") as opened:
        for reading in month("2017-07", 2, (EventType.THREATEN, "USA", "PRK")):
            opened.record(reading)
        with TestClient(create_app(Settings(opened.name, users=users)), HERE) as client:
            yield RemoteLedger(HERE, "token of ana", client=client)
