"""The SQLite file that Datasette opens, asked with SQL and by Datasette itself."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cables import HOSTILE

from lacos.ledger import Filter, Ledger

Exported = Callable[..., Path]


@pytest.fixture
def ask(exported: Exported) -> Callable[[str], list[Any]]:
    connection = sqlite3.connect(exported("datasette"))
    return lambda query: connection.execute(query).fetchall()


def test_the_file_is_sound_and_complete(ask: Callable[[str], list[Any]], ledger: Ledger) -> None:
    assert ask("PRAGMA integrity_check") == [("ok",)]
    assert ask("PRAGMA foreign_key_check") == []
    status = ledger.status()
    counts = {table: ask(f"SELECT count(*) FROM {table}")[0][0] for table in ("documents", "events", "happenings")}
    assert counts == {table: status[table] for table in counts}


def test_happenings_join_their_ties_events_sides_positions_and_texts(ask: Callable[[str], list[Any]]) -> None:
    assert ask("SELECT title, standing, counted, quad, score FROM happenings WHERE mode = 'weapons'") == [
        ("Coreia do Norte → Japão: MOBILIZAR (contestado)", "contested", 1, "material conflict", -6.5)
    ]
    assert ask("SELECT a.name, t.together FROM ties t JOIN actors a ON a.code = t.actor JOIN happenings h ON h.id = t.happening") != []
    assert ask("SELECT p.stance, p.actor, p.words FROM positions p JOIN documents d ON d.n = p.document WHERE d.id = 'ataque'") == [
        *(("assert", "UKR", "segundo Kiev"), ("deny", "RUS", "negou")),
    ]
    assert ask(
        "SELECT s.side, s.actor, s.words FROM sides s JOIN events e ON e.n = s.event WHERE e.trigger_words = 'bombardeou' ORDER BY 1"
    ) == [("actor", "RUS/MIL", "O Exército russo"), ("attributed_to", "UKR", "Kiev"), ("recipient", "UKR", "Kharkiv")]
    cut = "substr(d.text, e.trigger_start + 1, e.trigger_end - e.trigger_start)"
    assert ask(f"SELECT e.id FROM events e JOIN documents d ON d.n = e.document WHERE {cut} != e.trigger_words") == []
    assert (HOSTILE,) in ask("SELECT text FROM documents")


def test_texts_are_found_without_accents(ask: Callable[[str], list[Any]]) -> None:
    query = "SELECT d.id FROM documents_fts f JOIN documents d ON d.n = f.rowid WHERE documents_fts MATCH 'missil' ORDER BY d.id"
    assert ask(query) == [("missil-1",), ("missil-2",)]


def test_a_filter_leaves_out_the_rest(exported: Exported) -> None:
    with sqlite3.connect(exported("datasette", Filter(tie=("CHL", "BOL")), language="en")) as connection:
        assert connection.execute("SELECT title FROM happenings").fetchall() == [("Bolivia, Chile: AGREE",)]
        assert connection.execute("SELECT id FROM documents").fetchall() == [("acordo",)]


def test_datasette_shows_and_links_it(exported: Exported) -> None:
    app = pytest.importorskip("datasette.app")
    site = app.Datasette([str(exported("datasette"))])

    async def get(path: str) -> Any:
        answer = await site.client.get(path)
        assert answer.status_code == 200
        return answer.json()

    ties = asyncio.run(get("/crise/ties.json?_labels=on&_size=max"))["rows"]
    assert {"value": "PRK", "label": "Coreia do Norte"} in [one["actor"] for one in ties]
    assert [one[1] for one in asyncio.run(get("/crise/documents.json?_search=missil"))["rows"]] == ["missil-1", "missil-2"]
