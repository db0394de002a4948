"""Servers that are busy, and those that are not ours."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from lacos.client import RemoteError, RemoteLedger

Answers = Callable[[httpx.Request], httpx.Response]


def asking(answers: Answers) -> RemoteLedger:
    """A ledger at a server that answers so."""
    return RemoteLedger("https://lacos.example/", "segredo", client=httpx.Client(transport=httpx.MockTransport(answers)))


@pytest.fixture
def waited(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that were waited, which nobody does."""
    found: list[float] = []
    monkeypatch.setattr("time.sleep", found.append)
    return found


def test_what_is_asked(waited: list[float]) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert request.headers["authorization"] == "Bearer segredo"
        assert str(request.url) == "https://lacos.example/api/v1/claims/h%2F1"
        return httpx.Response(404, json={"detail": "no happening"}, headers={"content-type": "application/problem+json"})

    with pytest.raises(RemoteError, match=r"^https://lacos.example/api/v1/claims/h%2F1: no happening \(404\)$"):
        asking(answer).happening("h/1")
    assert waited == []


def test_a_busy_server_is_asked_again(waited: list[float]) -> None:
    answers = [httpx.Response(429, headers={"Retry-After": "7"}), httpx.Response(503), httpx.Response(200, json={"documents": 3})]
    assert asking(lambda _: answers.pop(0)).status() == {"documents": 3}
    assert waited == [7.0, 5.0]


def test_but_not_for_ever(waited: list[float]) -> None:
    with pytest.raises(RemoteError, match="503"):
        asking(lambda _: httpx.Response(503, headers={"Retry-After": "1"})).status()
    assert waited == [1.0] * 4
    with pytest.raises(RemoteError, match="429"):
        asking(lambda _: httpx.Response(429, headers={"Retry-After": "3600"})).status()
    assert len(waited) == 4


@pytest.mark.parametrize("status", [200, 301, 404])
def test_a_server_that_is_not_ours(status: int) -> None:
    with pytest.raises(RemoteError, match="no answer of lacos serve"):
        asking(lambda _: httpx.Response(status, html="<p>Bem-vindo</p>")).status()


def test_a_connection_that_breaks() -> None:
    def broken(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("too slow", request=request)

    with pytest.raises(RemoteError, match="does not answer: is lacos serve running there"):
        asking(broken).events()
