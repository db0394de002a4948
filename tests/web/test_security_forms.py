"""Forms that another site makes a browser send are refused, whatever page they go to."""

import re
from collections.abc import Iterator

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient
from visitors import TOKEN, csrf, sign_in, users, visit

from lacos.ledger import Ledger
from lacos.web.pages import routers


@pytest.fixture(scope="module")
def known(library: Ledger, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A visitor to a server that has users."""
    with visit(library, users=users(tmp_path_factory.mktemp("forms") / "users.json")) as visitor:
        yield visitor


@pytest.fixture
def client(known: TestClient) -> TestClient:
    """The same, not signed in."""
    known.cookies.clear()
    return known


def test_a_form_needs_the_token_that_we_put_into_it(client: TestClient) -> None:
    assert sign_in(client) == 303
    for sent in ("", "errado", "ç", csrf(client)[:-1] + "z"):
        assert client.post("/leave", data={"csrf": sent}).status_code == 403
    assert client.post("/leave", data={"csrf": csrf(client)}).status_code == 303


def test_a_form_without_any_fields_has_none(client: TestClient) -> None:
    assert client.post("/leave").status_code == 403


def test_the_token_of_one_session_is_not_that_of_another(client: TestClient) -> None:
    stranger = csrf(client)
    sign_in(client)
    ana = csrf(client)
    client.cookies.clear()
    sign_in(client, "bia")
    assert len({stranger, ana, csrf(client)}) == 3
    assert client.post("/leave", data={"csrf": ana}).status_code == 403


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://mal.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1:9999"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "http://127.0.0.1:8000"}, 303),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "http://127.0.0.1:8000"}, 303),
        ({}, 303),
    ],
    ids=str,
)
def test_forms_come_from_our_own_pages(client: TestClient, headers: dict[str, str], status: int) -> None:
    sign_in(client)
    assert client.post("/leave", data={"csrf": csrf(client)}, headers=headers).status_code == status


def test_a_form_with_files_is_a_form(client: TestClient) -> None:
    sign_in(client)
    file = {"file": ("nota.txt", b"texto")}
    assert client.post("/leave", data={"csrf": csrf(client)}, files=file).status_code == 303
    assert client.post("/leave", data={"csrf": "x"}, files=file).status_code == 403


@pytest.mark.parametrize(
    "kind", ["multipart/form-data", "multipart/form-data; boundary=x", "text/plain", "application/x-www-form-urlencoded"]
)
def test_what_is_no_form_but_says_so_is_refused_and_breaks_nothing(client: TestClient, kind: str) -> None:
    assert client.post("/leave", content=b"\0\xff--x\r\ncsrf", headers={"Content-Type": kind}).status_code in (400, 403)


def test_json_comes_from_no_form_but_needs_our_own_origin(client: TestClient) -> None:
    there = "/api/v1/no-such-thing"
    assert client.post(there, json={}).status_code == 404
    assert client.post(there, json={}, headers={"Origin": "https://mal.example"}).status_code == 403


def test_programs_with_a_token_of_theirs_are_no_browsers(client: TestClient) -> None:
    answered = client.post("/leave", headers={"Authorization": f"Bearer {TOKEN}", "Origin": "https://programa.example"})
    assert answered.status_code == 303


def test_a_token_wins_over_a_cookie_and_a_wrong_one_does_not_fall_back_to_it(client: TestClient) -> None:
    sign_in(client)
    assert "ana" in client.get("/enter").text
    assert "coletor" in client.get("/enter", headers={"Authorization": f"Bearer {TOKEN}"}).text
    answered = client.get("/api/v1/status", headers={"Authorization": "Bearer errado"})
    assert answered.status_code == 401
    assert "Bearer" in answered.headers["www-authenticate"]


def test_every_page_that_changes_something_asks_for_the_token(client: TestClient) -> None:
    """All that there are, whoever made them."""
    changing = {
        (method, route.path)
        for router in routers()
        for route in router.routes
        if isinstance(route, APIRoute)
        for method in route.methods - {"GET", "HEAD", "OPTIONS"}
    }
    assert {path for _, path in changing} >= {"/enter", "/leave"}
    sign_in(client)
    for method, path in changing:
        assert client.request(method, re.sub(r"[{}]|:path", "", path), data={"a": "b"}).status_code == 403, path


def test_programs_need_no_token_of_a_form_and_other_sites_are_refused_before_they_are_asked(client: TestClient) -> None:
    assert client.delete("/api/v1/judgements/1").status_code == 401
    assert client.delete("/api/v1/judgements/1", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    sign_in(client, "bia")
    assert client.post("/api/v1/corrections", json={}).status_code == 403
    assert client.delete("/api/v1/judgements/1").status_code == 403
