"""Requests that are refused: a page that says what to do."""

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.datastructures import QueryParams
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


@pytest.mark.parametrize(
    ("path", "pt", "en"),
    [
        ("/document/x", "o registro não tem o texto", "the ledger has no document"),
        ("/happening/x", "o registro não tem o acontecimento", "the ledger has no happening"),
        ("/claim/x", "o registro não tem o acontecimento", "the ledger has no happening"),
        ("/actor/Atl%C3%A2ntida", "não se conhece um só ator", "no single actor is known"),
        ("/tie/RUS/RUS", "um laço é entre dois lados diferentes", "a tie is between two different sides"),
        ("/tie/" + "+".join(["RUS"] * 22), "cada lado de um laço", "a side of a tie"),
        ("/tie/RUS+CHN/brief", "Resumos existem para um ator ou dois", "There are briefs about one actor or two"),
        ("/tie/PRK/USA/timeline.gif", "gráficos existem como svg, png", "charts are written as svg, png"),
        ("/correcting?list=x", "list=x: dê um destes valores", "list=x: give one of"),
        ("/sources?offset=x", "offset=x: dê um número inteiro", "offset=x: give a whole number"),
        ("/search?actor=Atl%C3%A2ntida", "não se conhece um só ator", "no single actor is known"),
    ],
)
def test_each_is_told_in_the_reader_s_language(client: TestClient, path: str, pt: str, en: str) -> None:
    for language, told in (("pt", pt), ("en", en)):
        answer = client.get(path, params={**QueryParams(path.partition("?")[2]), "lang": language})
        assert answer.status_code in (404, 422)
        assert told in answer.text.partition('role="alert">')[2].partition("</p>")[0]


def test_who_must_sign_in_is_led_there_and_back(client: TestClient) -> None:
    answer = client.get("/correcting/event/e1?document=a&lang=pt")
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, 'Bearer realm="lacos"')
    assert '<a href="/enter?back=/correcting/event/e1%3Fdocument%3Da%26lang%3Dpt">Entrar</a>' in answer.text.partition("<main")[2]


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
    assert refusal_of(MissingError("missing_document", id="x"), tongue).detail == "o registro não tem o texto 'x'"
    assert refusal_of(RoleError("judge", 403), tongue).status == 403
    assert refusal_of(LacosError("give two different ones"), tongue).status == 422


def test_a_ledger_that_is_not_there_is_not_served(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no ledger at"):
        create_app(Settings(str(tmp_path / "nada.db")))
