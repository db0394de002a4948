"""Ledgers to fill, in SQLite and in PostgreSQL, and articles read once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import articles
import pytest
from databases import database

from lacos.ledger import Ledger
from lacos.reader import Reading, reader


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a ledger may be made: a path, or the address of an empty database."""
    if request.param == "sqlite":
        yield str(tmp_path / "crise.db")
    else:
        with database() as where:
            yield where


@pytest.fixture(params=["sqlite", "postgresql"], scope="module")
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same, for a ledger that the tests of a file share."""
    if request.param == "sqlite":
        yield str(tmp_path_factory.mktemp("ledger") / "crise.db")
    else:
        with database() as where:
            yield where


@pytest.fixture
def ledger(address: str) -> Iterator[Ledger]:
    """An empty ledger."""
    with Ledger(address) as opened:
        yield opened


@pytest.fixture(scope="session")
def readings() -> dict[str, Reading]:
    """Our articles as they are read, by id."""
    read = reader().read_all(articles.documents())
    return {one.document.id: one for one in read if isinstance(one, Reading)}


@pytest.fixture
def filled(ledger: Ledger, readings: dict[str, Reading]) -> Ledger:
    """A ledger of all our articles."""
    for reading in readings.values():
        ledger.record(reading)
    return ledger


@pytest.fixture(scope="module")
def library(place: str, readings: dict[str, Reading]) -> Iterator[Ledger]:
    """The same, for tests that change nothing."""
    with Ledger(place) as opened:
        for reading in readings.values():
            opened.record(reading)
        yield opened
