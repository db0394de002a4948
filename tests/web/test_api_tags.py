"""What has not changed is not sent again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from news import Fact, article
from starlette.testclient import TestClient

from lacos.ledger import Ledger
from lacos.records import EventType
from lacos.web.api.answering import Tags

PATHS = (
    "/status",
    "/events?limit=1",
    "/documents/feira",
    "/ties/PRK/USA",
    "/ties/PRK/USA/series",
    "/actors",
    "/actors/PRK",
    "/briefs/PRK/USA",
)


@pytest.mark.parametrize("path", PATHS)
def test_an_answer_still_holds(client: TestClient, path: str) -> None:
    first = client.get(f"/api/v1{path}")
    assert first.headers["cache-control"] == "private, no-cache"
    again = client.get(f"/api/v1{path}", headers={"If-None-Match": f'"other", {first.headers["etag"]}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert client.get(f"/api/v1{path}", headers={"If-None-Match": '"other"'}).content == first.content


def test_it_holds_in_another_process_too(client: TestClient, library: Ledger, serve: Callable[[Ledger], TestClient]) -> None:
    tag = client.get("/api/v1/status").headers["etag"]
    assert serve(library).get("/api/v1/status", headers={"If-None-Match": tag}).status_code == 304


def test_what_another_process_adds_shows_at_once(ledger: Ledger, serve: Callable[[Ledger], TestClient]) -> None:
    client = serve(ledger)
    before = client.get("/api/v1/ties/RUS/UKR/acts")
    assert before.json()["items"] == []
    ledger.record(article("ataque", "2023-09-04", "O Clarim", Fact(EventType.CONSULT, "RUS", "BRA", "2023-09-03")))
    for path in ("/api/v1/status", "/api/v1/ties/RUS/BRA/acts"):
        client.get(path)
    tag = client.get("/api/v1/ties/RUS/BRA/acts").headers["etag"]
    ledger.record(article("mais", "2023-09-09", "O Clarim", Fact(EventType.SUPPORT, "RUS", "BRA", "2023-09-08")))
    after = client.get("/api/v1/ties/RUS/BRA/acts", headers={"If-None-Match": tag})
    assert [one["type"] for one in after.json()["items"]] == ["CONSULT", "SUPPORT"]


def test_tags_of_long_ago_are_forgotten() -> None:
    tags = Tags(most=2)
    for address in "abc":
        tags["1", address] = address
    assert [tags["1", address] for address in "abc"] == [None, "b", "c"]
