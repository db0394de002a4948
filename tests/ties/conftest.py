"""Ledgers to look for ties in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from databases import database
from news import Fact, article, month

from lacos.ledger import Ledger
from lacos.records import EventType

THREATS = ((EventType.THREATEN, "USA", "PRK"), (EventType.ACCUSE, "PRK", "USA"))
TALKS = ((EventType.AGREE, "USA", "PRK"), (EventType.CONSULT, "PRK", "USA"))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with Ledger(tmp_path / "crise.db") as opened:
        yield opened


@pytest.fixture(params=["sqlite", "postgresql"])
def anywhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger in either database, for what is asked of it."""
    if request.param == "sqlite":
        with Ledger(tmp_path / "crise.db") as opened:
            yield opened
    else:
        with database() as where, Ledger(where) as opened:
            yield opened


@pytest.fixture(scope="session")
def crisis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Six months of threats between two, then three of talks; an old quarrel, and others who hardly meet."""
    with Ledger(tmp_path_factory.mktemp("ties") / "crise.db") as opened:
        for name in ("2017-05", "2017-06", "2017-07", "2017-08", "2017-09", "2017-10"):
            for reading in month(name, 4, *THREATS):
                opened.record(reading)
        for name in ("2017-11", "2017-12", "2018-01"):
            for reading in month(name, 4, *TALKS):
                opened.record(reading)
        opened.record(article("arquivo", "2015-02-03", "O Clarim", Fact(EventType.ASSAULT, "PRK", "USA", "2015-02-02")))
        opened.record(article("feira", "2017-09-09", "O Clarim", Fact(EventType.CONSULT, "COL", "JPN", "2017-09-08")))
        yield opened
