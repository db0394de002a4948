"""One record by its id, statements by their speakers, and the actors that a ledger knows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from news import Fact, article

from lacos.ledger import Filter, Ledger, lookup
from lacos.reader import Reading
from lacos.records import EventType, Stance, Statement

ATTACK = Fact(EventType.ASSAULT, "RUS", "JPN", "2017-09-08", denied_by="RUS")


def saying(reading: Reading, words: str, stance: Stance) -> Reading:
    """An article in which the one who acts says something, too."""
    text, (speaker, *_) = reading.document.text, reading.events[0].actor
    content = reading.document.span(text.index(words), text.index(words) + len(words))
    return replace(reading, statements=(Statement(speaker, None, content, reading.events[0].sentence, stance),))


@pytest.fixture
def told(ledger: Ledger) -> Ledger:
    """An attack in two articles, of which one has a copy; a meeting."""
    ledger.record(saying(article("ataque", "2017-09-09", "O Clarim", ATTACK), "atacou", Stance.DENY))
    ledger.record(saying(article("copia", "2017-09-10", "A Gazeta", ATTACK, copies="ataque"), "atacou", Stance.DENY))
    ledger.record(article("outro", "2017-09-11", "Diário do Minho", ATTACK))
    ledger.record(
        saying(article("feira", "2017-10-09", "O Clarim", Fact(EventType.CONSULT, "COL", "JPN", "2017-10-08")), "reuniu", Stance.ASSERT)
    )
    return ledger


def test_an_event_with_all_copies_of_its_text(told: Ledger) -> None:
    (row, *_) = told.events(Filter(document="copia"))
    with told.database.reading() as connection:
        found = lookup.find_event(connection, row["id"])
        assert lookup.find_event(connection, "e0123456789abcdef") == ()
    assert [one.document.id for one in found] == ["ataque", "copia"]
    assert found[0].event == told.reading("ataque").events[0]
    assert found[0].happening is not None
    assert found[0].happening["id"] == row["happening"]


def test_a_happening_and_its_reports_by_origin(told: Ledger) -> None:
    (claimed,) = told.claims(Filter(among="RUS"))
    with told.database.reading() as connection:
        assert lookup.find_happening(connection, claimed.happening["id"]) == claimed
        assert lookup.find_happening(connection, "h0123456789abcdef") is None
        reports = lookup.find_reports(connection, claimed.happening["id"])
    assert [(one["document"], one["origin"]) for one in reports] == [("ataque", "ataque"), ("copia", "ataque"), ("outro", "outro")]
    assert len({one["origin"] for one in reports}) == claimed.happening["origins"]


@pytest.mark.parametrize(
    ("asked", "stances", "documents"),
    [
        (Filter(), (), ["feira", "copia", "ataque"]),
        (Filter(actor="RUS"), (), ["copia", "ataque"]),
        (Filter(), ("assert",), ["feira"]),
        (Filter(since="2017-09-10", until="2017-09"), (), ["copia"]),
        (Filter(source="O Clarim"), ("deny",), ["ataque"]),
        (Filter(document="copia"), (), ["copia"]),
    ],
)
def test_statements_the_latest_first(told: Ledger, asked: Filter, stances: tuple[str, ...], documents: list[str]) -> None:
    with told.database.reading() as connection:
        found = lookup.find_statements(connection, asked, stances)
        assert lookup.find_statements(connection, asked, stances, limit=1, offset=1).values == found.values[1:2]
    assert [one["document"] for one in found] == documents
    assert {(one["speaker"], one["content"]) for one in found} <= {("RUS", "atacou"), ("COL", "reuniu")}


def test_a_statement_by_its_id(told: Ledger) -> None:
    with told.database.reading() as connection:
        rows = list(lookup.find_statements(connection, Filter(actor="RUS")))
        assert lookup.find_statement(connection, rows[0]["id"]) == rows[0]
        assert lookup.find_statement(connection, "s0123456789abcdef") is None


def test_actors_by_their_happenings(told: Ledger) -> None:
    with told.database.reading() as connection:
        found = lookup.find_actors(connection)
        assert lookup.find_actors(connection, limit=1).values == found.values[:1]
    assert found.values == [
        ("JPN", 2, "2017-09-08", "2017-10-08"),
        ("COL", 1, "2017-10-08", "2017-10-08"),
        ("RUS", 1, "2017-09-08", "2017-09-08"),
    ]
