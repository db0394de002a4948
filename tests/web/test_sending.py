"""How answers are sent: to HEAD, and packed."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from visitors import PASSWORD, csrf, sign_in, users, visit

from lacos.ledger import Ledger
from lacos.web import sending

Serve = Callable[..., TestClient]
PLAIN, PACKED = {"Accept-Encoding": "identity"}, {"Accept-Encoding": "br, gzip"}


def raw(client: TestClient, path: str, **headers: str) -> tuple[dict[str, str], bytes]:
    """The headers and the bytes of an answer, as they are sent."""
    with client.stream("GET", path, headers=headers) as answer:
        return dict(answer.headers), b"".join(answer.iter_raw())


@pytest.mark.parametrize("path", ["/", "/tie/PRK/USA", "/api/v1/status", "/api/v1/events?limit=2", "/healthz", "/static/lacos.css"])
def test_head_is_answered_as_get_without_the_body(client: TestClient, path: str) -> None:
    head, get = client.head(path, headers=PLAIN), client.get(path, headers=PLAIN)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"] == get.headers["content-type"]
    assert head.headers["content-length"] == str(len(get.content))


@pytest.mark.parametrize(("path", "status"), [("/nada", 404), ("/api/v1/nada", 404), ("/api/v1/read", 405), ("/search?since=x", 422)])
def test_head_of_what_cannot_be_had(client: TestClient, path: str, status: int) -> None:
    head = client.head(path)
    assert (head.status_code, head.content) == (status, b"")


def test_head_for_readers_who_are_signed_in(library: Ledger, tmp_path: Path) -> None:
    with visit(library, users=users(tmp_path / "users.json")) as client:
        sign_in(client)
        assert client.head("/correcting").status_code == 200


@pytest.mark.parametrize(
    "path", ["/tie/PRK/USA", "/api/v1/events?limit=50", "/static/lacos.css", "/sources?format=csv", "/tie/PRK/USA/profile.svg"]
)
def test_what_becomes_smaller_is_packed(client: TestClient, path: str) -> None:
    plain, body = raw(client, path, **PLAIN)
    headers, packed = raw(client, path, **PACKED)
    assert "content-encoding" not in plain
    assert headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed) == body
    assert headers["content-length"] == str(len(packed))
    assert len(packed) < len(body) / 2
    for sent in (plain, headers):
        assert "Accept-Encoding" in sent["vary"]
    assert raw(client, path, **PACKED)[1] == packed


@pytest.mark.parametrize("path", ["/tie/PRK/USA/profile.png", "/api/v1/exports/xlsx", "/healthz"])
def test_what_does_not_is_not(client: TestClient, path: str) -> None:
    assert "content-encoding" not in raw(client, path, **PACKED)[0]


@pytest.mark.parametrize(
    ("header", "is_packed"),
    [
        ("gzip", True),
        ("GZIP;q=0.5", True),
        ("br;q=1, *;q=0.1", True),
        ("gzip;q=0", False),
        ("gzip; q=0.000", False),
        ("xgzip", False),
        ("", False),
    ],
)
def test_who_takes_it(client: TestClient, header: str, is_packed: bool) -> None:
    assert ("content-encoding" in raw(client, "/method", **{"Accept-Encoding": header})[0]) == is_packed


def test_what_one_has_packed_is_not_sent_again(client: TestClient) -> None:
    for path in ("/tie/PRK/USA", "/api/v1/events", "/static/lacos.css"):
        headers, _ = raw(client, path, **PACKED)
        assert headers["etag"].startswith("W/")
        again, body = raw(client, path, **PACKED, **{"If-None-Match": headers["etag"]})
        assert (body, again.get("content-encoding")) == (b"", None)


def test_a_page_is_packed_once_for_all_its_readers(library: Ledger, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    reader, bodies = serve(library), []
    monkeypatch.setattr(sending, "pack", lambda body: bodies.append(body) or b"packed")
    assert {raw(reader, "/method", **PACKED)[1] for _ in range(5)} == {b"packed"}
    assert len(bodies) == 1


def test_what_another_site_has_a_browser_ask_for_is_not_packed(client: TestClient) -> None:
    """Its size would tell that site whether what it makes the page say stands in it already."""
    for site, is_packed in (("cross-site", False), ("same-origin", True), ("none", True)):
        headers, _ = raw(client, "/search?q=atacou", **PACKED, **{"Sec-Fetch-Site": site})
        assert ("content-encoding" in headers) == is_packed


def test_a_form_s_token_reads_otherwise_each_time_and_holds(library: Ledger, tmp_path: Path) -> None:
    with visit(library, users=users(tmp_path / "users.json")) as client:
        one, other = csrf(client), csrf(client)
        assert one != other
        for token in (one, other):
            sent = {"name": "ana", "password": PASSWORD, "csrf": token}
            assert client.post("/enter", data=sent).status_code == 303
            client.cookies.clear()
