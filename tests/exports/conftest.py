"""Ledgers to export, in SQLite and in PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cables import readings
from databases import database

from lacos.exports import export
from lacos.ledger import Filter, Ledger


def fill(ledger: Ledger) -> Ledger:
    """Keep all cables; both that tell of the missile tell of one happening."""
    for one in readings():
        ledger.record(one)
    first, second = (one.events[0].id for one in readings() if one.document.id.startswith("missil"))
    if first != second:
        ledger.judge(first, second, same=True, by="test")
    return ledger


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger of all cables in SQLite; nobody changes it."""
    with Ledger(tmp_path_factory.mktemp("exports") / "crise.db") as opened:
        yield fill(opened)


@pytest.fixture(params=["sqlite", "postgresql"], scope="session")
def anywhere(request: pytest.FixtureRequest) -> Iterator[Ledger]:
    """The same in either database."""
    if request.param == "sqlite":
        yield request.getfixturevalue("ledger")
    else:
        with database() as where, Ledger(where) as opened:
            yield fill(opened)


Exported = Callable[..., Path]


@pytest.fixture
def exported(ledger: Ledger, tmp_path: Path) -> Exported:
    """Exports to a file in a format and gives the file."""

    def write(format: str, asked: Filter | None = None, polecat: bool = False, language: str = "pt") -> Path:
        place = tmp_path / f"crise.{format}"
        export(ledger, place, format, asked, polecat, language)
        return place

    return write
