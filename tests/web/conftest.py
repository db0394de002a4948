"""A small ledger made by hand, served as readers get it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from databases import database
from fastapi import FastAPI
from news import Fact, article, month
from starlette.testclient import TestClient

from lacos.ledger import Ledger
from lacos.reader import Reading
from lacos.records import EventType
from lacos.web import Settings, create_app

HERE = "http://127.0.0.1:8000"
THREATS = ((EventType.THREATEN, "USA", "PRK"), (EventType.ACCUSE, "PRK", "USA"))
TALKS = ((EventType.AGREE, "USA", "PRK"), (EventType.CONSULT, "PRK", "USA"))


def crisis() -> Iterator[Reading]:
    """Four months of threats between two, then two of talks; an attack that is denied, told by two; a talk of others."""
    for name in ("2017-07", "2017-08", "2017-09", "2017-10"):
        yield from month(name, 3, *THREATS)
    for name in ("2017-11", "2017-12"):
        yield from month(name, 3, *TALKS)
    attack = Fact(EventType.ASSAULT, "RUS", "JPN", "2017-09-08", denied_by="RUS")
    yield article("ataque-1", "2017-09-09", "O Clarim", attack)
    yield article("ataque-2", "2017-09-10", "Diário do Minho", attack)
    yield article("feira", "2017-09-09", "O Clarim", Fact(EventType.CONSULT, "COL", "JPN", "2017-09-08"))


def prompt(app: FastAPI) -> FastAPI:
    """An application that keeps nothing beyond a change of the ledger."""
    app.state.kept.patience = app.state.grace = 0.0
    return app


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger, to fill and to change."""
    with Ledger(tmp_path / "crise.db") as opened:
        yield opened


@pytest.fixture
def shared() -> Iterator[Ledger]:
    """An empty ledger on the server that the environment names."""
    with database() as where, Ledger(where) as opened:
        yield opened


@pytest.fixture(params=["sqlite", "postgresql"])
def anywhere(request: pytest.FixtureRequest) -> Ledger:
    """An empty ledger in a file or on a server."""
    found: Ledger = request.getfixturevalue("ledger" if request.param == "sqlite" else "shared")
    return found


@pytest.fixture
def serve() -> Iterator[Callable[[Ledger], TestClient]]:
    """Serves a ledger: ``serve(ledger)`` is a reader's browser on this computer, which does not go where it is sent by itself."""
    started: list[TestClient] = []

    def start(ledger: Ledger, language: str | None = None) -> TestClient:
        app = prompt(create_app(Settings(ledger.database.url.render_as_string(hide_password=False), language=language)))
        started.append(TestClient(app, HERE, raise_server_exceptions=False, follow_redirects=False).__enter__())
        return started[-1]

    yield start
    for client in started:
        client.__exit__(None, None, None)


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger of the crisis, for tests that change nothing."""
    with Ledger(tmp_path_factory.mktemp("web") / "crise.db") as opened:
        for reading in crisis():
            opened.record(reading)
        yield opened


@pytest.fixture(scope="session")
def client(library: Ledger) -> Iterator[TestClient]:
    """A reader of that ledger. It keeps cookies: tests that choose something start their own."""
    app = prompt(create_app(Settings(library.name)))
    with TestClient(app, HERE, raise_server_exceptions=False, follow_redirects=False) as reader:
        yield reader
