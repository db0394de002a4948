"""Requests that are refused: a page that says what to do."""

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from lacos.ledger import Ledger, LedgerError
from lacos.records import LacosError
from lacos.web import Settings, create_app
from lacos.web.errors import MissingError, RoleError
from lacos.web.refusing import refusal_of
from lacos.web.words import words

Serve = Callable[..., TestClient]


def test_nothing_is_at_an_address(client: TestClient) -> None:
    answer = client.get("/nada?lang=pt")
    assert answer.status_code == 404
    assert "<h1>Não há nada neste endereço</h1>" in answer.text
    assert answer.headers["cache-control"] == "no-store"


def test_a_wrong_value_is_named(client: TestClient) -> None:
    answer = client.get("/search?since=ontem&lang=en")
    assert answer.status_code == 422
    assert "since=ontem: give a day, month or year" in answer.text
    assert "since=ontem: dê um dia, mês ou ano" in client.get("/search?since=ontem&lang=pt").text


def test_a_page_is_not_changed_by_sending(client: TestClient) -> None:
    assert client.post("/method").status_code in (403, 405)


def test_a_failure_of_ours_says_nothing_of_itself(library: Ledger, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = serve(library)

    def fail(_: Ledger) -> None:
        raise RuntimeError("/root/secret.db")

    monkeypatch.setattr("lacos.web.pages.home.front", fail)
    answer = reader.get("/?lang=pt")
    assert answer.status_code == 500
    assert "Algo falhou aqui" in answer.text
    assert "secret" not in answer.text


def test_a_ledger_that_fails_is_not_shown_either(library: Ledger, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = serve(library)

    def fail(_: Ledger) -> None:
        raise LedgerError("/root/secret.db: the disk is full")

    monkeypatch.setattr("lacos.web.pages.home.front", fail)
    answer = reader.get("/")
    assert answer.status_code == 503
    assert "secret" not in answer.text


def test_what_each_error_is() -> None:
    tongue = words("pt")
    assert refusal_of(MissingError("no document 'x'"), tongue).detail == "no document 'x'"
    assert refusal_of(RoleError("judge", 403), tongue).status == 403
    assert refusal_of(LacosError("give two different ones"), tongue).status == 422


def test_a_ledger_that_is_not_there_is_not_served(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no ledger at"):
        create_app(Settings(str(tmp_path / "nada.db")))
