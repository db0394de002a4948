"""The first page: what is there, what is new, the busiest ties, the most contested claims."""

from collections.abc import Callable
from csv import reader as rows_of

from starlette.testclient import TestClient

from lacos.ledger import Ledger

Serve = Callable[..., TestClient]


def test_home_shows_what_is_in_the_ledger(client: TestClient) -> None:
    page = client.get("/?lang=pt").text
    assert "<h1>Registro “crise”</h1>" in page
    assert "<dt>textos lidos</dt><dd>21</dd>" in page
    assert "/tie/PRK/USA" in page
    assert "Rússia → Japão: ataque" in page
    assert 'class="denied">Negado por Rússia:</b>' in page


def test_home_speaks_english(client: TestClient) -> None:
    page = client.get("/?lang=en").text
    assert "Busiest ties of all time" in page
    assert "Russia → Japan: attack" in page


def test_an_empty_ledger_says_how_to_fill_it(ledger: Ledger, serve: Serve) -> None:
    assert "lacos add crise.db noticias/" in serve(ledger).get("/").text


def test_all_ties_as_a_file(client: TestClient) -> None:
    answer = client.get("/?format=csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    table = list(rows_of(answer.text.removeprefix("\ufeff").splitlines()))
    assert table[0] == ["one", "other", "happenings", "contested", "first", "last"]
    assert table[1][:2] == ["PRK", "USA"]
    assert ["JPN", "RUS", "1", "1", "2017-09-08", "2017-09-08"] in table
