"""No question goes through a whole table, in adding or in asking: what a ledger does takes no longer the more it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from sqlalchemy import event

from lacos.ledger import Filter, Ledger, parties, queries
from lacos.ledger.schema import metadata
from lacos.reader import Reading

SCAN = re.compile(rf"SCAN ({'|'.join(metadata.tables)})\b(?! USING (?:COVERING )?INDEX)")
WHOLE = frozenset({"judgements", "failures", "feeds"})
"""Tables that stay small."""


@pytest.fixture
def asked(tmp_path: Path, readings: Mapping[str, Reading]) -> Iterator[tuple[Ledger, dict[str, str]]]:
    """A ledger with articles, and each question that it was asked since, with how SQLite goes about it."""
    plans: dict[str, str] = {}
    with Ledger(tmp_path / "crise.db") as ledger:

        @event.listens_for(ledger.database.engine, "before_cursor_execute")
        def explain(connection, _cursor, statement, parameters, _context, many):  # type: ignore[no-untyped-def]
            if statement.lstrip().startswith(("SELECT", "UPDATE", "DELETE", "WITH")):
                rows = connection.connection.cursor().execute(f"EXPLAIN QUERY PLAN {statement}", parameters[0] if many else parameters)
                plans[statement] = "\n".join(row[3] for row in rows)

        for reading in readings.values():
            ledger.record(reading)
        yield ledger, plans


def scans(plans: Mapping[str, str]) -> dict[str, set[str]]:
    """The questions that go through whole tables, and which."""
    found = {question: set(SCAN.findall(plan)) - WHOLE for question, plan in plans.items()}
    return {question: tables for question, tables in found.items() if tables}


def test_nothing_is_gone_through_whole_to_add_or_replace_a_document(
    asked: tuple[Ledger, dict[str, str]], readings: Mapping[str, Reading]
) -> None:
    ledger, plans = asked
    ledger.record(next(iter(readings.values())))
    assert len(plans) > 10
    assert scans(plans) == {}


def test_nothing_is_gone_through_whole_to_judge(asked: tuple[Ledger, dict[str, str]]) -> None:
    ledger, plans = asked
    one, other = (ledger.events(Filter(document=name))[0]["id"] for name in ("missil-1", "bomba-1"))
    plans.clear()
    ledger.undo(ledger.judge(one, other, False, "Ana"))
    assert plans
    assert scans(plans) == {}


@pytest.mark.parametrize(
    "filter",
    [
        Filter(tie=("USA", "PRK")),
        Filter(among="PRK"),
        Filter(actor="RUS", since="2023"),
        Filter(recipient="UKR"),
        Filter(document="missil-1"),
    ],
    ids=str,
)
def test_nothing_is_gone_through_whole_to_ask_about_somebody(asked: tuple[Ledger, dict[str, str]], filter: Filter) -> None:
    ledger, plans = asked
    plans.clear()
    ledger.events(filter, 10)
    ledger.claims(filter, 10)
    ledger.happenings(filter, 10)
    ledger.search("Coreia", 10)
    assert plans
    assert scans(plans) == {}


@pytest.mark.parametrize(
    "filter",
    [
        Filter(),
        Filter(tie=("USA", "PRK")),
        Filter(among="PRK"),
        Filter(actor="RUS/MED"),
        Filter(recipient="UKR", types=("ASSAULT",)),
        Filter(tie=("USA", "PRK"), since="2017", source="Folha"),
    ],
    ids=str,
)
def test_the_first_are_found_without_putting_all_in_order(asked: tuple[Ledger, dict[str, str]], filter: Filter) -> None:
    with asked[0].database.reading() as connection:
        for query in (parties.chosen_events(filter), queries.latest(filter)):
            literal = query.compile(connection, compile_kwargs={"literal_binds": True})
            plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {literal}")]
            assert "_parties USING PRIMARY KEY (one=? AND other=?" in plan[0]
            assert "USE TEMP B-TREE FOR ORDER BY" not in plan
