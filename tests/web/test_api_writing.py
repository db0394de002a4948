"""What the API writes, and who may have it write."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from types import SimpleNamespace

import pytest
from news import month
from starlette.testclient import TestClient

from lacos.ledger import Ledger
from lacos.reader import Reading
from lacos.records import Document, EventType
from lacos.web import Settings, create_app
from lacos.web.api import documents
from lacos.web.api.problems import BusyError
from lacos.web.api.turns import Turns
from lacos.web.security import Role, User
from lacos.web.security.register import save
from lacos.web.security.tokens import digest

API, HERE = "/api/v1", "http://127.0.0.1:8000"


@pytest.fixture
def ana(ledger: Ledger, tmp_path: Path) -> Iterator[TestClient]:
    """Somebody who may do everything with a ledger of three threats."""
    for reading in month("2017-07", 3, (EventType.THREATEN, "USA", "PRK")):
        ledger.record(reading)
    save(tmp_path / "users.json", [User("ana", frozenset(Role), token=digest("token of ana"))])
    app = create_app(Settings(ledger.name, users=tmp_path / "users.json"))
    with TestClient(app, HERE, headers={"Authorization": "Bearer token of ana"}) as client:
        yield client


def test_a_judgement_shows_at_once_and_names_who_judged(ana: TestClient) -> None:
    one, other = (event["id"] for event in ana.get(f"{API}/events?limit=2").json()["items"])
    before = ana.get(f"{API}/happenings").json()["items"]
    made = ana.post(f"{API}/judgements", json={"one": one, "other": other, "same": True, "note": "a mesma"})
    assert (made.status_code, made.json()) == (201, {"n": 1})
    assert len(ana.get(f"{API}/happenings").json()["items"]) == len(before) - 1
    (kept,) = ana.get(f"{API}/judgements").json()["items"]
    assert (kept["by"], kept["note"], kept["undone_at"]) == ("ana", "a mesma", None)
    assert ana.delete(f"{API}/judgements/1").status_code == 204
    assert ana.get(f"{API}/happenings").json()["items"] == before


def test_a_correction_shows_at_once_and_can_be_undone(ana: TestClient) -> None:
    event = ana.get(f"{API}/events?limit=1").json()["items"][0]["id"]
    made = ana.post(f"{API}/corrections", json={"event": event, "type": "ACCUSE", "recipient": ["KOR"]})
    found = ana.get(f"{API}/events/{event}").json()["event"]
    assert (found["type"], [one["code"] for one in found["recipient"]]) == ("ACCUSE", ["KOR"])
    ana.delete(f"{API}/judgements/{made.json()['n']}")
    assert ana.get(f"{API}/events/{event}").json()["event"]["type"] == "THREATEN"


@pytest.mark.parametrize(
    ("path", "body", "detail"),
    [
        ("judgements", {"one": "e" + "0" * 16, "other": "e" + "1" * 16, "same": True}, "no event 'e0000000000000000'"),
        ("corrections", {"event": "e" + "0" * 16, "wrong": True}, "no event"),
        ("corrections", {"event": "", "type": "WAR"}, "body.event"),
        ("documents", {"urls": ["file:///etc/passwd"]}, "no web address"),
        ("documents", {"documents": [{"text": "x"}] * 51}, "at most 50 items"),
    ],
)
def test_what_cannot_be_is_refused(ana: TestClient, ledger: Ledger, path: str, body: dict[str, object], detail: str) -> None:
    answer = ana.post(f"{API}/{path}", json=body)
    assert (answer.status_code, answer.json()["type"]) == (422, "/api/v1/docs#wrong-values")
    assert detail in answer.json()["detail"]
    assert ledger.name not in answer.text


def test_a_correction_that_cannot_be_says_what_can(ana: TestClient) -> None:
    event = ana.get(f"{API}/events?limit=1").json()["items"][0]["id"]
    for change, detail in (({"mode": "weapons"}, "has no mode 'weapons'"), ({"actor": ["Atlântida"]}, "give its code"), ({}, "already")):
        answer = ana.post(f"{API}/corrections", json={"event": event, **change})
        assert (answer.status_code, detail in answer.json()["detail"]) == (422, True), answer.text
    assert ana.get(f"{API}/corrections").json()["items"] == []


def test_addresses_in_our_own_network_are_not_fetched(ana: TestClient, ledger: Ledger) -> None:
    done = ana.post(f"{API}/documents", json={"urls": ["http://127.0.0.1:8000/metrics"]}).json()
    assert (done["added"], done["failed"]) == (0, 1)
    assert "private network" in done["problems"][0]["message"]
    assert [row["name"] for row in ledger.failures()] == ["http://127.0.0.1:8000/metrics"]


def test_exports_leave_nothing_behind(ana: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = set(tmp_path.iterdir())
    for format, status in (("jsonl", 200), ("gdelt", 200), ("docx", 422)):
        assert ana.get(f"{API}/exports/{format}").status_code == status
    assert set(tmp_path.iterdir()) == before


def test_who_comes_when_enough_wait_is_sent_away() -> None:
    turns = Turns(waiting=0)
    with turns.turn(), pytest.raises(BusyError, match="try again"), turns.turn():
        pass
    with turns.turn():
        pass


def test_while_texts_are_read_others_are_sent_away_and_pages_are_answered(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, done = Event(), Event()

    def read(_: Document) -> Reading:
        begun.set()
        assert done.wait(10)
        return month("2017-07", 1, (EventType.THREATEN, "USA", "PRK"))[0]

    monkeypatch.setattr(documents, "READING", Turns(waiting=0))
    monkeypatch.setattr(documents, "reader", lambda: SimpleNamespace(read=read))
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(client.post, f"{API}/read", json={"text": "A Rússia atacou."})
        assert begun.wait(10)
        second = client.post(f"{API}/read", json={"text": "A Rússia atacou."})
        assert (second.status_code, second.headers["retry-after"], second.json()["type"]) == (503, "5", "/api/v1/docs#busy")
        assert client.get("/method").status_code == 200
        done.set()
        assert first.result().status_code == 200


def test_one_at_a_time() -> None:
    turns, at_work, seen = Turns(waiting=9), [0], []

    def work(_: int) -> None:
        with turns.turn():
            at_work[0] += 1
            seen.append(at_work[0])
            time.sleep(0.005)
            at_work[0] -= 1

    with ThreadPoolExecutor(10) as pool:
        list(pool.map(work, range(10)))
    assert seen == [1] * 10
