"""What the API says where something is wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from lacos.ledger import Ledger, LedgerError

API = "/api/v1"


@pytest.mark.parametrize(
    ("path", "status", "kind", "detail"),
    [
        ("/nada", 404, "not-found", "/api/v1/docs lists what there is"),
        ("/events/e0123456789abcdef", 404, "not-found", "no event 'e0123456789abcdef'"),
        ("/events/%00", 404, "not-found", "null character"),
        ("/happenings/h1", 404, "not-found", "may have joined it to another"),
        ("/claims/h1", 404, "not-found", "no happening 'h1'"),
        ("/statements/s1", 404, "not-found", "no statement 's1'"),
        ("/documents/nada/de%2Fnovo", 404, "not-found", "no document 'nada/de/novo'"),
        ("/events?since=ontem", 422, "wrong-values", "give a day, month or year"),
        ("/events?limit=0", 422, "wrong-values", "a whole number from 1"),
        ("/events?actor=Atl%C3%A2ntida", 422, "wrong-values", "give a code (RUS"),
        ("/ties/RUS/RUS", 422, "wrong-values", "both sides of a tie"),
        ("/ties/PRK/USA/series?every=hour", 422, "wrong-values", "'day', 'week', 'month' or 'year'"),
        ("/ties/PRK/USA/series?group=guerra", 422, "wrong-values", "no quad class and no type"),
        ("/briefs/PRK/PRK", 422, "wrong-values", "PRK"),
        ("/exports/csv?contested=talvez", 422, "wrong-values", "give 1 or 0"),
        ("/exports/gexf?polecat=1", 422, "wrong-values", "no columns to be called as POLECAT's"),
        ("/search", 422, "wrong-values", "query.q"),
        ("/read", 405, "no-such-method", "Allow"),
    ],
)
def test_every_error_is_a_problem(client: TestClient, path: str, status: int, kind: str, detail: str) -> None:
    answer = client.get(API + path)
    found = answer.json()
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert (found["status"], found["type"]) == (status, f"/api/v1/docs#{kind}")
    assert detail in found["detail"]
    assert found["instance"].startswith(API)
    assert f'id="{kind}"' in client.get(f"{API}/docs").text
    if status == 405:
        assert answer.headers["allow"] == "POST"


def test_values_that_are_wrong_are_named(client: TestClient) -> None:
    assert client.get(f"{API}/events?until=2017-99").json()["errors"][0]["where"] == "query.until"
    wrong = client.post(f"{API}/read", json={"text": 7, "Titel": "x"}).json()["errors"]
    assert [one["where"] for one in wrong] == ["body.text", "body.Titel"]


def test_bodies_that_cannot_be_read(client: TestClient) -> None:
    garbled = client.post(f"{API}/read", content=b'{"text": ', headers={"Content-Type": "application/json"})
    assert (garbled.status_code, garbled.json()["type"]) == (400, "/api/v1/docs#bad-request")
    halves = client.post(f"{API}/read", content=b'{"text": "\\ud800"}', headers={"Content-Type": "application/json"})
    assert halves.status_code == 422
    for body, status in (({"text": "   "}, 422), ({"text": "a" * 100_001}, 422), ({"text": "x", "published": "2017-02-30"}, 422)):
        assert client.post(f"{API}/read", json=body).status_code == status
    huge = client.post(f"{API}/read", json={"text": "a" * 2_100_000})
    assert (huge.status_code, huge.json()["type"]) == (413, "/api/v1/docs#too-large")


@pytest.mark.parametrize(
    ("method", "path", "body", "role"),
    [
        ("POST", "/documents", {"documents": []}, "write"),
        ("POST", "/judgements", {"one": "e" + "0" * 16, "other": "e" + "1" * 16, "same": True}, "judge"),
        ("POST", "/corrections", {"event": "e" + "0" * 16, "wrong": True}, "judge"),
        ("POST", "/corrections", None, "judge"),
        ("DELETE", "/judgements/1", None, "judge"),
    ],
)
def test_who_is_nobody_changes_nothing(client: TestClient, method: str, path: str, body: object, role: str) -> None:
    answer = client.request(method, API + path, json=body)
    assert (answer.status_code, answer.json()["type"]) == (401, "/api/v1/docs#sign-in")
    assert f"may {role}" in answer.json()["detail"]
    assert answer.headers["www-authenticate"].startswith("Bearer")


def test_faults_of_ours_tell_nothing(library: Ledger, serve: Callable[[Ledger], TestClient], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise ZeroDivisionError("secret")

    with serve(library) as client:
        monkeypatch.setattr(Ledger, "status", broken)
        answer = client.get(f"{API}/status")
    assert (answer.status_code, answer.json()["type"]) == (500, "/api/v1/docs#failure")
    assert "secret" not in answer.text


def test_a_ledger_that_is_gone_is_no_fault_of_the_asker(serve: Callable[[Ledger], TestClient], ledger: Ledger) -> None:
    client = serve(ledger)
    with ledger.database.writing() as connection:
        connection.exec_driver_sql("DROP TABLE failures")
    answer = client.get(f"{API}/failures")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert ledger.name not in answer.text
    with pytest.raises(LedgerError):
        ledger.failures()
