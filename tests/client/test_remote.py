"""A ledger that is served answers as it does at home."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from lacos import front
from lacos.briefs import Length, brief
from lacos.client import RemoteError, RemoteLedger
from lacos.exports import export
from lacos.ledger import Filter, Ledger
from lacos.ledger.corrections import Change
from lacos.records import Document, EventType, Standing, Status
from lacos.sources import Problem
from lacos.ties import Tie, TieError, moves, network

ASKED = [
    None,
    Filter(actor="USA"),
    Filter(recipient="PRK", types=(EventType.THREATEN, EventType.AGREE)),
    Filter(among="JPN", statuses=(Status.OCCURRED,)),
    Filter(tie=("RUS", "JPN"), standings=(Standing.CONTESTED, Standing.DENIED)),
    Filter(since="2017-09", until="2017-10-05", source="O Clarim"),
    Filter(document="ataque 1/2"),
]


@pytest.mark.parametrize("asked", ASKED)
def test_the_same_filter_gives_the_same_rows(here: Ledger, there: RemoteLedger, asked: Filter | None) -> None:
    for local, remote in ((here.events, there.events), (here.happenings, there.happenings)):
        mine, theirs = local(asked), remote(asked)
        assert (theirs.columns, theirs.values) == (mine.columns, mine.values)
    assert there.claims(asked) == here.claims(asked)


def test_each_filter_asks_for_something(here: Ledger) -> None:
    counts = [len(here.events(asked)) for asked in ASKED]
    assert all(counts)
    assert len(set(counts)) > 3


def test_parts_of_lists(here: Ledger, there: RemoteLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    assert there.events(limit=3, offset=2).values == here.events(limit=3, offset=2).values
    monkeypatch.setattr("lacos.client.transfer.PART", 7)
    assert there.happenings().values == here.happenings().values
    assert there.events(limit=10).values == here.events(limit=10).values
    assert not there.events(limit=0).values


def test_what_a_ledger_holds_as_a_whole(here: Ledger, there: RemoteLedger) -> None:
    assert there.status() == here.status()
    for local, remote in (
        (here.documents(), there.documents()),
        (here.failures(), there.failures()),
        (here.judgements(), there.judgements()),
        (here.corrections(), there.corrections()),
        (here.search("Rússia atacou"), there.search("Rússia atacou")),
    ):
        assert (remote.columns, list(remote)) == (local.columns, list(local))
    assert len(there.search("Rússia atacou")) == 2


def test_a_reading_whatever_its_id_holds(here: Ledger, there: RemoteLedger) -> None:
    assert there.reading("ataque 1/2") == here.reading("ataque 1/2")


def test_happenings_and_actors_by_id(here: Ledger, there: RemoteLedger) -> None:
    (told,) = here.claims(Filter(tie=("RUS", "JPN")))
    assert there.happening(told.happening["id"]) == told
    assert [row["code"] for row in there.actors(limit=2)] == ["PRK", "USA"]
    assert there.statements(Filter(actor="RUS")).columns[4] == "speaker"


def test_a_tie_and_its_figures(here: Ledger, there: RemoteLedger) -> None:
    mine, theirs = Tie(here, "PRK", "USA"), there.tie("PRK", "USA")
    assert theirs.acts == mine.acts
    assert theirs.reports == mine.reports
    assert theirs.series() == mine.series()
    assert theirs.breaks() == mine.breaks() != ()
    assert theirs.trend() == mine.trend() is not None
    assert theirs.claims() == mine.claims()
    assert theirs.rest().acts == mine.rest().acts


def test_a_tie_with_others_in_a_time(here: Ledger, there: RemoteLedger) -> None:
    mine, theirs = Tie(here, "JPN", (), "2017-09", "2017-09", but="COL"), there.tie("JPN", (), "2017-09", "2017-09", but="COL")
    assert theirs.acts == mine.acts
    assert len(mine.acts) == 1
    assert theirs.claims([Standing.CONTESTED]) == mine.claims([Standing.CONTESTED]) != []
    with pytest.raises(TieError, match="both sides"):
        there.tie("JPN", "JPN")


def test_a_brief(here: Ledger, there: RemoteLedger) -> None:
    assert there.brief("PRK", "USA", Length.PARAGRAPH, "en") == brief(here, "PRK", "USA", Length.PARAGRAPH, "en")


def test_the_network_and_who_moved(here: Ledger, there: RemoteLedger) -> None:
    assert there.network("2017", "2017") == network(here, "2017", "2017")
    found = there.moves(("2017-07", "2017-09"), ("2017-10", "2017-12"))
    assert found == moves(here, ("2017-07", "2017-09"), ("2017-10", "2017-12"))
    assert [(one.one, one.other, one.is_clear) for one in found] == [("PRK", "USA", True)]


def test_an_export_is_the_same_file(here: Ledger, there: RemoteLedger, tmp_path: Path) -> None:
    asked = Filter(tie=("RUS", "JPN"))
    export(here, tmp_path / "here.csv", "csv", asked, language="en")
    there.export(tmp_path / "there.csv", "csv", asked, language="en")
    assert (tmp_path / "there.csv").read_bytes() == (tmp_path / "here.csv").read_bytes()
    with pytest.raises(RemoteError, match="'docx' is no format"):
        there.export(tmp_path / "other", "docx")
    assert not (tmp_path / "other").exists()


def test_it_has_what_a_ledger_has() -> None:
    for name in ("events", "happenings", "claims", "search", "documents", "failures", "judgements", "status", "reading", "undo"):
        local, remote = (inspect.signature(getattr(kind, name)) for kind in (Ledger, RemoteLedger))
        assert list(remote.parameters) == [one for one in local.parameters if one != "as_coded"], name
    for name in ("tie", "brief", "network", "moves", "export"):
        local, remote = (inspect.signature(getattr(kind, name)) for kind in (front.Ledger, RemoteLedger))
        assert list(remote.parameters)[: len(local.parameters)] == list(local.parameters), name


def test_problems_name_the_address_and_what_is_wrong(there: RemoteLedger) -> None:
    with pytest.raises(RemoteError, match=r"http://127.0.0.1:8000/api/v1/documents/nada: the ledger has no document 'nada' \(404\)"):
        there.reading("nada")
    with pytest.raises(RemoteError, match="since=ontem: give a day"):
        there.events(Filter(since="ontem"))
    with pytest.raises(RemoteError, match="who may write") as caught:
        there.add([Document("A Rússia atacou a Ucrânia.")])
    assert caught.value.status == 403


def test_an_address_that_is_none() -> None:
    with pytest.raises(RemoteError, match="is no address of a server"):
        RemoteLedger("lacos.example")


def test_a_server_that_is_not_there() -> None:
    with RemoteLedger("http://127.0.0.1:9", timeout=2) as nobody, pytest.raises(RemoteError, match="does not answer: is lacos serve"):
        nobody.status()


def test_judging_and_correcting_and_undoing(ours: RemoteLedger) -> None:
    one, other = (row["id"] for row in ours.events(limit=2))
    number = ours.judge(one, other, same=True, note="a mesma ameaça")
    corrected = ours.correct(one, Change(type="ACCUSE"), note="só acusou")
    (judgement,), (correction,) = ours.judgements(), ours.corrections()
    assert (judgement["n"], judgement["by"], judgement["note"]) == (number, "ana", "a mesma ameaça")
    assert (correction["n"], correction["by"], correction["type"]) == (corrected, "ana", "ACCUSE")
    assert {row["type"] for row in ours.events()} == {"THREATEN", "ACCUSE"}
    for each in (number, corrected):
        ours.undo(each)
    assert {row["type"] for row in ours.events()} == {"THREATEN"}
    with pytest.raises(RemoteError, match="no judgement or correction 99 is in force"):
        ours.undo(99)


@pytest.mark.slow
def test_reading_and_adding(ours: RemoteLedger) -> None:
    text = Document("A Rússia atacou a Ucrânia no domingo (3) com mísseis.", id="ataque")
    assert [event.type for event in ours.read(text).events] == [EventType.ASSAULT]
    with pytest.raises(RemoteError):
        ours.reading("ataque")
    done = ours.add([text, Problem("capa.pdf", "no text in it"), Document(" ", id="vazia")])
    assert (done.added, done.failed) == (1, 2)
    assert {problem.name for problem in done.problems} == {"capa.pdf", "vazia"}
    assert ours.reading("ataque").events[0].actor[0].code == "RUS"
    assert ours.add([text]).unchanged == 1


@pytest.mark.slow
def test_what_is_too_much_is_sent_in_smaller_parts(ours: RemoteLedger) -> None:
    long = Document("a " * 600_000, id="longa")
    done = ours.add([Document("A Rússia atacou a Ucrânia.", id="curta"), long])
    assert (done.added, done.failed) == (1, 1)
    assert done.problems[0].name == "longa"
