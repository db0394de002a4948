"""Correcting by forms: what a judge sends shows at once, can be undone, and nobody else can send it."""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from news import Fact, article
from starlette.testclient import TestClient
from visitors import csrf, sign_in, users, visit

from lacos.ledger import Change, Filter, Ledger
from lacos.records import EventType

RAID = Fact(EventType.ASSAULT, "RUS", "JPN", "2017-09-08")


@pytest.fixture
def raids(ledger: Ledger) -> Ledger:
    """A raid that two tell of, and another a week later."""
    ledger.record(article("ataque-1", "2017-09-09", "O Clarim", RAID))
    ledger.record(article("ataque-2", "2017-09-10", "Diário do Minho", RAID))
    ledger.record(article("ataque-3", "2017-09-16", "A Gazeta", Fact(EventType.ASSAULT, "RUS", "JPN", "2017-09-15")))
    return ledger


@pytest.fixture
def judge(raids: Ledger, tmp_path: Path) -> Iterator[TestClient]:
    """Ana, who judges, at her browser."""
    with visit(raids, users=users(tmp_path / "users.json"), language="pt") as client:
        sign_in(client)
        yield client


def row(ledger: Ledger, document: str = "ataque-1") -> dict[str, object]:
    """The only event of a document; none where it has none."""
    return next(iter(ledger.events(Filter(document=document))), {})


def fields(page: str) -> dict[str, str]:
    """What the form that mends an event is filled in with."""
    form = page[page.index('value="mend"') : page.index("</form>", page.index('value="mend"'))]
    found = dict(re.findall(r'<input id="(\w+)" name="\w+" value="([^"]*)"', form))
    for name, choices in re.findall(r'<select id="(\w+)"[^>]*>(.*?)</select>', form, re.DOTALL):
        found |= dict.fromkeys([name], *re.findall(r'value="([^"]*)" selected', choices))
    return {"do": "mend", "mode": "", **found}


def test_an_event_is_mended_by_a_form_that_says_what_it_says(judge: TestClient, raids: Ledger) -> None:
    id = row(raids)["id"]
    page = judge.get("/document/ataque-1").text
    address = re.search(r'href="(/correcting/event/[^"]+)"', page)
    assert address is not None
    form = judge.get(address[1])
    assert "<mark>atacou</mark>" in form.text
    filled = fields(form.text)
    assert {name: filled[name] for name in ("type", "status", "date", "actor", "recipient")} == {
        **{"type": "ASSAULT", "status": "occurred", "date": "2017-09-08", "actor": "RUS", "recipient": "JPN"}
    }
    sent = judge.post(
        f"/correcting/event/{id}", data={**filled, "type": "MOBILIZE", "actor": "Rússia, CHN", "note": "só tropas", "csrf": csrf(judge)}
    )
    assert (sent.status_code, sent.headers["location"]) == (303, f"/document/ataque-1?done=1#{id}")
    assert (row(raids)["type"], row(raids)["actor"], row(raids)["recipient"]) == ("MOBILIZE", "RUS+CHN", "JPN")
    (kept,) = raids.corrections()
    assert (kept["by"], kept["note"], kept["type"], kept["actor"], kept["recipient"], kept["status"]) == (
        *("ana", "só tropas", "MOBILIZE", "RUS+CHN", None),
        None,
    )
    shown = judge.get("/document/ataque-1?done=1").text
    assert "O nº 1 foi guardado." in shown
    (back,) = set(re.findall(r'name="back" value="([^"]*)"', shown))
    undone = judge.post("/correcting/undo/1", data={"csrf": csrf(judge), "back": back})
    assert (undone.status_code, undone.headers["location"]) == (303, "/document/ataque-1")
    assert row(raids)["type"] == "ASSAULT"
    assert judge.post("/correcting/undo/1", data={"csrf": csrf(judge)}).status_code == 404


def test_a_wrong_event_goes_and_comes_back(judge: TestClient, raids: Ledger) -> None:
    id = row(raids)["id"]
    assert judge.post(f"/correcting/event/{id}", data={"do": "wrong", "csrf": csrf(judge)}).status_code == 303
    assert row(raids) == {}
    assert "Apontados como errados (1)" in judge.get("/document/ataque-1").text
    assert judge.get(f"/correcting/event/{id}").status_code == 404
    judge.post("/correcting/undo/1", data={"csrf": csrf(judge)})
    assert row(raids)["id"] == id


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({}, "mude algum campo"),
        ({"actor": "RSU"}, "Um dos atores não se conhece"),
        ({"date": "8 de setembro"}, "Não é uma data"),
        ({"actor": "", "recipient": " , "}, "um acontecimento sem ninguém"),
        ({"mode": "visit"}, "Este modo é de outro tipo"),
        ({"type": "GUERRA"}, "Não há tal tipo"),
    ],
)
def test_what_cannot_be_comes_back_with_what_is_wrong(judge: TestClient, raids: Ledger, change: dict[str, str], message: str) -> None:
    id = row(raids)["id"]
    filled = fields(judge.get(f"/correcting/event/{id}").text)
    sent = judge.post(f"/correcting/event/{id}", data={**filled, "note": "“<b>”", **change, "csrf": csrf(judge)})
    assert sent.status_code == 422
    assert re.search(rf'role="alert">[^<]*{message}', sent.text)
    assert 'value="“&lt;b&gt;”"' in sent.text
    assert not raids.corrections()


def test_a_report_is_parted_and_happenings_are_joined(judge: TestClient, raids: Ledger) -> None:
    first, second, later = (row(raids, f"ataque-{n}") for n in (1, 2, 3))
    assert first["happening"] == second["happening"] != later["happening"]
    address = f"/correcting/happening/{first['happening']}"
    page = judge.get(address).text
    assert str(later["id"]) in page[: page.index('value="part"')]
    parted = judge.post(address, data={"do": "part", "one": str(second["id"]), "note": "outra ilha", "csrf": csrf(judge)})
    assert parted.headers["location"] == "/correcting?done=1"
    assert row(raids)["happening"] != row(raids, "ataque-2")["happening"]
    joined = judge.post(
        address, data={"do": "join", "pasted": f"http://127.0.0.1:8000/happening/{later['happening']}", "csrf": csrf(judge)}
    )
    assert joined.headers["location"] == "/correcting?done=2"
    assert row(raids)["happening"] == row(raids, "ataque-3")["happening"]
    shown = judge.get("/correcting?done=2").text
    assert shown.index("2. São o mesmo acontecimento") < shown.index("1. Não são o mesmo acontecimento")
    assert "outra ilha" in shown
    for number in (2, 1):
        judge.post(f"/correcting/undo/{number}", data={"csrf": csrf(judge)})
    assert row(raids)["happening"] == row(raids, "ataque-2")["happening"] != row(raids, "ataque-3")["happening"]


@pytest.mark.parametrize("sent", [{"do": "join"}, {"do": "join", "pasted": "nada"}, {"do": "join", "other": "OWN"}, {"do": "part"}])
def test_what_cannot_be_joined_or_parted(judge: TestClient, raids: Ledger, sent: dict[str, str]) -> None:
    first = row(raids)
    data = {name: str(first["id"]) if value == "OWN" else value for name, value in sent.items()}
    answer = judge.post(f"/correcting/happening/{first['happening']}", data={**data, "csrf": csrf(judge)})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert not raids.judgements()


def test_the_lists_are_files_and_what_is_corrected_is_gold(judge: TestClient, raids: Ledger) -> None:
    raids.correct(str(row(raids)["id"]), Change(actor=("CHN",)), by="Ana", note="=1+1")
    raids.judge(str(row(raids)["id"]), str(row(raids, "ataque-3")["id"]), same=True, by="Rui")
    (corrected,) = csv.DictReader(judge.get("/correcting?format=csv").text.lstrip("\ufeff").splitlines())
    assert (corrected["n"], corrected["actor"], corrected["note"]) == ("1", "CHN", "'=1+1")
    (judged,) = csv.DictReader(judge.get("/correcting?format=csv&list=judgements").text.lstrip("\ufeff").splitlines())
    assert (judged["n"], judged["by"]) == ("2", "Rui")
    (gold,) = json.loads(judge.get("/correcting/gold.json").text)
    assert gold["events"][0]["actor"] == [{"text": "", "code": "CHN"}]
    assert judge.get("/correcting?list=nada").status_code == 422


@pytest.mark.parametrize("name", ["bia", ""])
def test_only_those_who_judge_see_and_send_forms(raids: Ledger, tmp_path: Path, name: str) -> None:
    first = row(raids)
    with visit(raids, users=users(tmp_path / "users.json")) as client:
        if name:
            sign_in(client, name)
        refused = 403 if name else 401
        for address in (f"/correcting/event/{first['id']}", f"/correcting/happening/{first['happening']}", "/correcting/undo/1"):
            assert client.post(address, data={"do": "wrong", "csrf": csrf(client)}).status_code == refused
            if "undo" not in address:
                assert client.get(address).status_code == refused
        assert client.get("/correcting/gold.json").status_code == refused
        assert "/correcting/event/" not in client.get("/document/ataque-1").text
        assert client.get("/correcting").status_code == 200
        assert not raids.corrections()


def test_a_form_of_another_site_changes_nothing(judge: TestClient, raids: Ledger) -> None:
    address, data = f"/correcting/event/{row(raids)['id']}", {"do": "wrong"}
    assert judge.post(address, data=data).status_code == 403
    assert judge.post(address, data={**data, "csrf": "0" * 64}).status_code == 403
    other = {"origin": "https://mal.example", "sec-fetch-site": "cross-site"}
    assert judge.post(address, data={**data, "csrf": csrf(judge)}, headers=other).status_code == 403
    assert not raids.corrections()


def test_notes_that_cannot_be_kept_are_refused(judge: TestClient, raids: Ledger) -> None:
    address = f"/correcting/event/{row(raids)['id']}"
    for note in ("a\0b", "a" * 2001):
        assert judge.post(address, data={"do": "wrong", "note": note, "csrf": csrf(judge)}).status_code == 422
    assert not raids.corrections()


def test_nobody_is_sent_elsewhere(judge: TestClient, raids: Ledger) -> None:
    raids.correct(str(row(raids)["id"]), Change(wrong=True), by="Ana")
    sent = judge.post("/correcting/undo/1", data={"csrf": csrf(judge), "back": "https://mal.example/"})
    assert sent.headers["location"] == "/"
