"""Ledgers that briefs are written of, in SQLite and in PostgreSQL."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from dispatches import HOSTILE, article, usa_and_russia, years_of_korea
from sqlalchemy import create_engine

from lacos.briefs import Brief, Length, brief
from lacos.ledger import Ledger

SERVER = "LACOS_POSTGRESQL"


@contextmanager
def database() -> Iterator[str]:
    """The address of an empty database of its own on the server that the environment names."""
    server = os.environ.get(SERVER)
    if not server:
        pytest.skip(f"no PostgreSQL: {SERVER} is not set (.ci/postgresql starts one)")
    name = f"lacos_{uuid.uuid4().hex}"
    engine = create_engine(server.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
        try:
            yield server.rsplit("/", 1)[0] + f"/{name}"
        finally:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    engine.dispose()


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
