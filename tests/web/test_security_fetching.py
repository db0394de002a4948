"""Addresses that others have us fetch do not lead into our own network."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from visitors import TOKEN, visit

from lacos.ledger import Ledger
from lacos.sources import FetchError
from lacos.web import Settings
from lacos.web.security import fetcher

BEARER = {"Authorization": f"Bearer {TOKEN}"}
PAGE = "<html><body><p>segredo da casa</p></body></html>"


@pytest.fixture
def inside() -> Iterator[str]:
    """A server of our own network, whom nobody outside may ask; the paths that it was asked for."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.asked.append(self.path)  # type: ignore[attr-defined]
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(PAGE.encode())

        def log_message(self, *_: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.asked = []  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


ADDRESSES = [
    "http://10.0.0.1/",
    "http://169.254.169.254/latest/",
    "http://[::1]/",
    "http://0.0.0.0/",
    "http://2130706433/",
    "file:///etc/passwd",
]


@pytest.mark.parametrize("url", ADDRESSES)
def test_private_addresses_are_not_fetched(url: str) -> None:
    with fetcher(Settings("crise.db")) as getting, pytest.raises(FetchError, match=r"private network|no web address"):
        getting.fetch(url)


def test_not_ours_either_unless_this_place_allows_it(inside: str) -> None:
    with fetcher(Settings("crise.db")) as getting, pytest.raises(FetchError, match="private network"):
        getting.fetch(f"{inside}/segredo")
    with fetcher(Settings("crise.db", allow_private=True)) as getting:
        assert getting.fetch(f"{inside}/segredo").body == PAGE.encode()


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with Ledger(tmp_path / "crise.db") as ledger, visit(ledger, token=TOKEN) as visitor:
        yield visitor


def test_the_api_says_that_it_did_not(client: TestClient, inside: str) -> None:
    answered = client.post("/api/v1/documents", json={"urls": [f"{inside}/segredo"]}, headers=BEARER)
    assert answered.status_code == 200
    assert answered.json()["added"] == 0
    assert "private network" in answered.text
    assert "segredo da casa" not in answered.text


@pytest.mark.parametrize("url", ["file:///etc/passwd", "/etc/passwd", "../users.json", "ftp://127.0.0.1/x", "-"])
def test_nor_does_it_read_files(client: TestClient, url: str) -> None:
    assert client.post("/api/v1/documents", json={"urls": [url]}, headers=BEARER).status_code == 422


def test_nobody_adds_without_being_allowed_to(client: TestClient) -> None:
    assert client.post("/api/v1/documents", json={"urls": ["https://exemplo.example/"]}).status_code == 401
