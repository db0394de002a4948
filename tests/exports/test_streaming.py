"""What streams from a ledger is what was kept in it, record by record."""

from __future__ import annotations

import pytest
from cables import readings

from lacos.ledger import Filter, Ledger, streaming
from lacos.ledger.streaming import is_asked

FILTERS = (
    Filter(),
    Filter(tie=("PRK", "JPN")),
    Filter(actor="RUS/MIL"),
    Filter(among="UKR", types=("ASSAULT",)),
    Filter(statuses=("negated",)),
    Filter(standings=("contested",)),
    Filter(since="2017", until="2022-06"),
    Filter(source="A Gazeta"),
    Filter(document="acordo"),
    Filter(among="FRA"),
)


def test_every_event_comes_out_as_it_was_read(anywhere: Ledger) -> None:
    told = {one.document.id: one for one in readings()}
    with anywhere.stream() as stream:
        for one in stream.events():
            reading = told[one.document.id]
            assert one.event in reading.events
            claim = next(claim for claim in reading.claims if one.event in claim.events)
            assert (one.claim, one.standing, one.positions) == (claim.id, claim.standing, claim.positions)
            assert one.own_voice is (one.event.id in claim.own_voice)
            assert one.document == reading.document


@pytest.mark.parametrize("asked", FILTERS, ids=str)
@pytest.mark.parametrize("part", [400, 2], ids=["at once", "in parts"])
def test_a_stream_has_what_a_query_finds_in_its_order(anywhere: Ledger, asked: Filter, part: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "PART", part)
    with anywhere.stream(asked) as stream:
        assert [(one.document.id, one.event.id) for one in stream.events()] == [
            (row["document"], row["id"]) for row in anywhere.events(asked)
        ]
        found = [one.row for one in stream.happenings()]
        assert found == list(stream.summaries())
        assert {row["id"] for row in found} == {row["id"] for row in anywhere.happenings(asked)}
        assert {row["id"] for row in stream.documents()} == {row["document"] for row in anywhere.events(asked)}


def test_a_happening_has_all_that_tell_of_it_and_each_position_once(anywhere: Ledger) -> None:
    with anywhere.stream(Filter(tie=("PRK", "JPN"))) as stream:
        (launch,) = stream.happenings()
    assert [one.document.id for one in launch.tellings] == ["missil-1", "missil-2"]
    assert [(one.stance, one.words.text) for one in launch.positions] == [("deny", "negou o lançamento")]
    assert launch.row["standing"] == "contested"
    assert launch.row == next(iter(anywhere.claims(Filter(tie=("PRK", "JPN"))))).happening


def test_of_a_happening_only_the_ties_asked_for_count(anywhere: Ledger) -> None:
    with anywhere.stream(Filter(tie=("UNO", "CHL"))) as stream:
        (praise,) = stream.happenings()
        assert list(stream.ties(praise.row)) == [("UNO", "CHL", False)]


@pytest.mark.parametrize(
    ("asked", "tie", "wanted"),
    [
        (Filter(actor="CHL"), ("BOL", "CHL", True), True),
        (Filter(actor="CHL"), ("BOL", "CHL", False), False),
        (Filter(recipient="CHL"), ("BOL", "CHL", True), False),
        (Filter(recipient="CHL"), ("BOL", "CHL", False), True),
        (Filter(tie=("RUS/MIL", "UKR")), ("UKR", "RUS", False), True),
        (Filter(among="UKR"), ("RUS", "CHL", False), False),
        (Filter(), ("RUS", "", False), True),
    ],
)
def test_is_asked(asked: Filter, tie: tuple[str, str, bool], wanted: bool) -> None:
    assert is_asked(asked, *tie) is wanted
