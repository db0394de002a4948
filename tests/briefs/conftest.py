"""Ledgers that briefs are written of, in SQLite and in PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from databases import database
from dispatches import HOSTILE, article, usa_and_russia, years_of_korea

from lacos.briefs import Brief, Length, brief
from lacos.ledger import Ledger


@pytest.fixture(params=["sqlite", "postgresql"], scope="session")
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the ledger of the tests is made."""
    if request.param == "sqlite":
        yield str(tmp_path_factory.mktemp("briefs") / "crise.db")
    else:
        with database() as where:
            yield where


@pytest.fixture(scope="session")
def ledger(address: str) -> Iterator[Ledger]:
    """A ledger of Russia and the United States, of two years of Korea, and of a hostile text."""
    with Ledger(address) as opened:
        for reading in (*usa_and_russia(), *years_of_korea(), article("hostil", "2018-03-20", "<b>Gazeta</b>", HOSTILE)):
            opened.record(reading)
        yield opened


@pytest.fixture(scope="session", params=["pt", "en"])
def written(request: pytest.FixtureRequest, ledger: Ledger) -> Brief:
    """The dossier of Russia and the United States, in both languages."""
    return brief(ledger, "USA", "RUS", Length.DOSSIER, request.param)
