"""How much one may ask: bytes, time, requests."""

from collections.abc import Iterator

import anyio
import pytest
from starlette.testclient import TestClient
from starlette.types import Message
from visitors import FAR, TOKEN, Hands, visit

from lacos.ledger import Ledger
from lacos.web import Settings
from lacos.web.security import limits
from lacos.web.security.limits import BURST, DEAR, KEPT, Rates, network

BEARER = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture(scope="module")
def client(library: Ledger) -> Iterator[TestClient]:
    with visit(library, body_limit=1000, token=TOKEN) as visitor:
        yield visitor


def chunks(number: int) -> Iterator[bytes]:
    """A body whose length is not said before."""
    yield from (b"name=" + b"a" * 95 for _ in range(number))


@pytest.mark.parametrize("path", ["/enter", "/api/v1/read", "/nada"])
def test_a_body_that_is_too_large_is_refused_at_once(client: TestClient, path: str) -> None:
    answered = client.post(path, content=b"a" * 1001, headers={"Content-Type": "application/json"})
    assert answered.status_code == 413
    assert answered.headers["connection"] == "close"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/enter", "application/x-www-form-urlencoded"),
        ("/enter", "multipart/form-data; boundary=x"),
        ("/nada", "text/plain"),
        ("/api/v1/read", "application/json"),
    ],
)
def test_one_that_does_not_say_how_large_it_is_as_well(client: TestClient, path: str, kind: str) -> None:
    answered = client.post(path, content=chunks(11), headers={"Content-Type": kind})
    assert answered.status_code == 413


def test_with_a_token_too(client: TestClient) -> None:
    answered = client.post("/enter", content=chunks(11), headers={"Content-Type": "application/x-www-form-urlencoded", **BEARER})
    assert answered.status_code == 413


def test_a_length_that_is_none_does_not_break_it(client: TestClient) -> None:
    assert client.post("/nada", content=chunks(1), headers={"Content-Length": "-1", "Content-Type": "application/json"}).status_code == 404


def test_a_body_that_never_ends_is_not_waited_for(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SENDING", 0.05)
    sent: list[Message] = []

    async def receive() -> Message:
        if receive.first:  # type: ignore[attr-defined]
            receive.first = False  # type: ignore[attr-defined]
            return {"type": "http.request", "body": b"name=", "more_body": True}
        await anyio.sleep(60)
        raise AssertionError

    async def send(message: Message) -> None:
        sent.append(message)

    receive.first = True  # type: ignore[attr-defined]
    headers = [(b"host", b"localhost"), (b"content-type", b"application/x-www-form-urlencoded")]
    scope = {"type": "http", "method": "POST", "path": "/enter", "raw_path": b"/enter", "query_string": b"", "headers": headers}
    scope |= {"scheme": "http", "server": ("localhost", 80), "client": ("127.0.0.1", 1), "http_version": "1.1", "root_path": ""}
    with anyio.from_thread.start_blocking_portal() as portal:
        portal.call(client.app, scope, receive, send)
    assert sent[0]["status"] == 408


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def rates(clock: Hands) -> Rates:
    async def app(*_: object) -> None: ...

    return Rates(app, Settings("crise.db", host="0.0.0.0", token=TOKEN, rate=2.0), clock)


def test_so_many_at_once_then_so_many_a_second(rates: Rates, clock: Hands) -> None:
    assert [rates.wait("a", 1) for _ in range(2 * BURST)] == [0.0] * 2 * BURST
    assert rates.wait("a", 1) == 0.5
    assert rates.wait("b", 1) == 0
    clock.now += 0.5
    assert rates.wait("a", 1) == 0
    assert rates.wait("a", DEAR) == 2.5
    clock.now += 1000
    assert [rates.wait("a", 1) for _ in range(2 * BURST)] == [0.0] * 2 * BURST


def test_memory_is_bounded(rates: Rates) -> None:
    for n in range(KEPT + 10):
        rates.wait(str(n), 1)
    assert len(rates._buckets) == KEPT


def test_a_reader_from_afar_who_asks_too_much_is_told_when_to_come_back(library: Ledger) -> None:
    with visit(library, FAR, host="0.0.0.0", token=TOKEN, rate=0.5) as client:
        statuses = [client.get("/healthz").status_code for _ in range(8)]
        answered = client.get("/api/v1/nada")
        assert statuses == [200] * 5 + [429] * 3
        assert answered.status_code == 429
        assert 1 <= int(answered.headers["retry-after"]) <= 3
        assert client.get("/healthz", headers=BEARER).status_code == 200


def test_a_reader_of_this_computer_may_as_he_will(library: Ledger) -> None:
    for settings in ({}, {"host": "0.0.0.0", "token": TOKEN}, {"proxy": ("127.0.0.1",), "token": TOKEN}):
        with visit(library, rate=0.5, **settings) as client:
            assert {client.get("/healthz").status_code for _ in range(30)} == {200}


def test_readers_behind_a_proxy_of_this_computer_are_counted(library: Ledger) -> None:
    with visit(library, FAR, proxy=("127.0.0.1",), token=TOKEN, rate=0.5) as client:
        assert 429 in {client.get("/healthz").status_code for _ in range(10)}


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("127.0.0.1", ""),
        ("::1", ""),
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:0db8:0001:0002"),
        ("2001:db8:1:2::9", "2001:0db8:0001:0002"),
        ("fe80::1%eth0", "fe80:0000:0000:0000"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("", "nobody"),
        ("unix", "unix"),
    ],
)
def test_addresses_of_one_household_are_counted_together(address: str, counted: str) -> None:
    assert network(address) == counted
