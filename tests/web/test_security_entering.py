"""Signing in and out, as a browser does it."""

import re
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient
from starlette.types import Message
from visitors import HERE, PASSWORD, csrf, sign_in, users, visit

from lacos.ledger import Ledger
from lacos.web.security import passwords
from lacos.web.security.attempts import FREE
from lacos.web.security.sessions import PLAIN, SECURE


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return users(tmp_path / "users.json")


@pytest.fixture
def client(library: Ledger, file: Path) -> Iterator[TestClient]:
    with visit(library, users=file) as visitor:
        yield visitor


def test_a_reader_signs_in_comes_back_to_the_page_and_signs_out(client: TestClient) -> None:
    assert "Ana" not in client.get("/enter").text
    answered = client.post("/enter", data={"name": "Ana", "password": PASSWORD, "csrf": csrf(client), "back": "/sources?a=1"})
    assert (answered.status_code, answered.headers["location"]) == (303, "/sources?a=1")
    assert "ana" in client.get("/enter").text
    left = client.post("/leave", data={"csrf": csrf(client)})
    assert (left.status_code, left.headers["location"]) == (303, "/")
    assert PLAIN not in client.cookies


def test_the_cookie_is_for_us_alone(client: TestClient) -> None:
    answered = client.post("/enter", data={"name": "ana", "password": PASSWORD, "csrf": csrf(client)})
    cookie = answered.headers["set-cookie"].lower()
    assert cookie.startswith(PLAIN)
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "secure" not in cookie
    assert answered.headers["cache-control"] == "no-store"


def test_behind_https_the_cookie_is_held_to_it(library: Ledger, file: Path) -> None:
    with visit(library, place="https://127.0.0.1", users=file) as client:
        answered = client.post("/enter", data={"name": "ana", "password": PASSWORD, "csrf": csrf(client)})
        assert answered.headers["set-cookie"].startswith(SECURE)
        assert "secure" in answered.headers["set-cookie"].lower()
        assert "domain" not in answered.headers["set-cookie"].lower()
        assert answered.headers["strict-transport-security"].startswith("max-age=")
        assert "ana" in client.get("/enter").text


@pytest.mark.parametrize(
    "back", ["https://mal.example/", "//mal.example", "/\\mal.example", "javascript:alert(1)", "/\r\nSet-Cookie: a=b", "mal"]
)
def test_nobody_is_sent_elsewhere_after_signing_in(client: TestClient, back: str) -> None:
    answered = client.post("/enter", data={"name": "ana", "password": PASSWORD, "csrf": csrf(client), "back": back})
    assert (answered.status_code, answered.headers["location"]) == (303, "/")


def test_a_wrong_name_and_a_wrong_password_look_the_same(client: TestClient) -> None:
    pages = []
    for name in ("ana", "ninguem", "a/b", "\0", "coletor"):
        answered = client.post("/enter", data={"name": name, "password": "não é esta senha", "csrf": csrf(client)})
        assert answered.status_code == 403
        pages.append(re.sub(r'value="\w*"', "", answered.text))
    assert len(set(pages)) == 1
    assert 'role="alert"' in pages[0]


def test_a_name_that_there_is_not_takes_as_long_as_one_that_there_is(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both have a hash checked: nobody's own is the other."""
    checked = []
    real = passwords.matches
    monkeypatch.setattr(passwords, "matches", lambda password, hash: checked.append(hash) or real(password, hash))
    assert [sign_in(client, name, "não é esta senha") for name in ("ana", "ninguem")] == [403, 403]
    assert len(checked) == 2
    assert checked[0].startswith("$argon2id$")
    assert checked[1] is None


def test_too_many_mistakes_make_one_wait_and_even_the_right_password_does_not_help(client: TestClient) -> None:
    assert [sign_in(client, password="não é esta senha") for _ in range(FREE)] == [403] * FREE
    answered = client.post("/enter", data={"name": "ana", "password": PASSWORD, "csrf": csrf(client)})
    assert answered.status_code == 429
    assert 1 <= int(answered.headers["retry-after"]) <= 2
    assert "Tente de novo em" in answered.text
    assert sign_in(client, "bia") == 303


def test_where_there_are_no_users_the_page_says_how_to_make_them(library: Ledger) -> None:
    with visit(library) as client:
        assert "lacos user add" in client.get("/enter").text
        assert "<form class=" not in client.get("/enter").text.partition("<main")[2]


def test_it_speaks_english(client: TestClient) -> None:
    assert "Password" in client.get("/enter?lang=en").text


@pytest.mark.slow  # a minute
def test_10_000_wrong_passwords_get_nowhere_and_do_not_slow_others(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few of them cost a hash; another reader signs in at once, from the same address too, and pages come as ever."""
    hashed = []
    real = passwords.matches
    monkeypatch.setattr(passwords, "matches", lambda password, hash: hashed.append(password) or real(password, hash))
    token = csrf(client)
    statuses = knock(client, (urlencode({"name": "ana", "password": f"tentativa número {n}", "csrf": token}) for n in range(10_000)))
    assert statuses[:FREE] == [403] * FREE
    assert statuses.count(429) > 9_900
    assert 303 not in statuses
    assert len(hashed) < 30
    began = time.perf_counter()
    assert sign_in(client, "bia") == 303
    assert client.get("/enter").status_code == 200
    assert time.perf_counter() - began < 1


def test_wrong_passwords_do_not_hold_up_others_at_the_address(client: TestClient) -> None:
    token = csrf(client)
    statuses = knock(client, (urlencode({"name": "ana", "password": f"tentativa número {n}", "csrf": token}) for n in range(100)))
    assert statuses.count(429) > 90
    assert sign_in(client, "bia") == 303


def knock(client: TestClient, forms: Iterable[str]) -> list[int]:
    """Send forms one after another, without a browser's own work; the statuses of the answers."""
    headers = [(b"host", b"localhost"), (b"content-type", b"application/x-www-form-urlencoded")]
    scope = {"type": "http", "method": "POST", "path": "/enter", "raw_path": b"/enter", "query_string": b"", "headers": headers}
    scope |= {"scheme": "http", "server": ("localhost", 80), "client": (HERE, 1), "http_version": "1.1", "root_path": ""}
    statuses = []

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    async def all_of_them() -> None:
        for form in forms:

            async def receive(body: bytes = form.encode()) -> Message:
                return {"type": "http.request", "body": body, "more_body": False}

            await client.app(dict(scope), receive, send)

    assert client.portal is not None
    client.portal.call(all_of_them)
    return statuses
