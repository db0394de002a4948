"""An actor's page: its offices in the time covered, its ties ranked, what it said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from quarrels import quarrel
from starlette.testclient import TestClient

from lacos.ledger import Ledger
from lacos.ties import Tie
from lacos.web.contents import tables
from lacos.web.contents.offices import chief, during, offices


def test_ties_are_ranked_with_net_cooperation(client: TestClient, library: Ledger) -> None:
    page = client.get("/actor/JPN?lang=pt").text
    assert tables.partners(Tie(library, "JPN")).rows == (("RUS", 1, 2, -9.0), ("COL", 1, 1, 2.5))
    assert page.index('href="/tie/JPN/RUS"') < page.index('<td class="number">−9,0</td>') < page.index('href="/tie/JPN/COL"')
    assert 'src="/tie/JPN/network.svg?lang=pt"' in page


def test_partners_are_a_file(client: TestClient) -> None:
    header, first = client.get("/tie/PRK/partners.csv").text.lstrip("\ufeff").splitlines()
    assert header == "other,happenings,origins,net"
    assert first.startswith("USA,")


def test_offices_are_those_of_the_time_that_is_told_of(client: TestClient) -> None:
    page = client.get("/actor/USA?lang=pt").text
    before = page[: page.index("Quem chefiou antes e depois")]
    assert "Donald Trump" in before
    assert "Barack Obama" not in before
    assert 'href="/search?q=Donald+Trump"' in page


def test_an_address_may_ask_for_another_time(client: TestClient) -> None:
    page = client.get("/actor/USA?since=2012&until=2013&lang=pt").text
    assert "Barack Obama" in page[: page.index("Quem chefiou antes e depois")]


def test_offices_come_by_rank_and_know_their_time() -> None:
    held = offices("USA")
    presidents = [one for one in held if one.office == "president" and one.code == "USA"]
    assert held[: len(presidents)] == tuple(presidents)
    assert [one.person for one in during(presidents, date(2017, 3, 1), date(2017, 4, 1))] == ["Donald Trump"]
    assert all(chief(one) for one in presidents)
    assert not any(chief(one) for one in held if "/" in one.code)


def test_offices_are_a_file(client: TestClient) -> None:
    lines = client.get("/actor/PRK/offices.csv").text.lstrip("\ufeff").splitlines()
    assert lines[0] == "person,office,code,start,end"
    assert "Kim Jong-un,supreme leader,PRK,2011-12-17," in lines


@pytest.fixture
def speaking(ledger: Ledger, serve: Callable[[Ledger], TestClient]) -> TestClient:
    """A place where Russia has denied an attack twice."""
    ledger.record(quarrel("porto-1", "2017-09-08", "O Clarim"))
    ledger.record(quarrel("porto-2", "2017-10-02", "Diário do Minho"))
    return serve(ledger)


def test_statements_stand_in_their_sentence_the_latest_first(speaking: TestClient) -> None:
    page = speaking.get("/actor/RUS?lang=pt").text
    assert "Declarações (2)" in page
    assert page.index("/document/porto-2#s") < page.index("/document/porto-1#s")
    assert "<mark>Moscou negou ter atacado o porto de Yokohama</mark>: “É mentira”" in page
    assert '<a href="/actor/JPN">Japão</a>' in page


@pytest.mark.parametrize(("query", "found"), [("since=2017-10", ["porto-2"]), ("source=O+Clarim", ["porto-1"]), ("stance=assert", [])])
def test_statements_are_narrowed_by_the_address(speaking: TestClient, query: str, found: list[str]) -> None:
    rows = speaking.get(f"/actor/RUS?{query}&format=csv").text.splitlines()[1:]
    assert [row.split(",")[6] for row in rows] == found


def test_statements_come_in_parts(speaking: TestClient) -> None:
    page = speaking.get("/actor/RUS?limit=1").text
    assert "/document/porto-1#s" not in page
    assert "limit=1&amp;offset=1" in page
    assert "/document/porto-1#s" in speaking.get("/actor/RUS?limit=1&offset=1").text


@pytest.mark.parametrize(("asked", "leads"), [("Rússia", "/actor/RUS"), ("ONU", "/actor/UNO")])
def test_names_lead_to_codes(client: TestClient, asked: str, leads: str) -> None:
    answer = client.get(f"/actor/{asked}?since=2017")
    assert answer.status_code == 308
    assert answer.headers["location"] == f"{leads}?since=2017"


def test_a_part_of_a_state_says_whose_it_is(client: TestClient) -> None:
    page = client.get("/actor/PRK/MED?lang=pt").text
    assert "<h1>Imprensa da Coreia do Norte</h1>" in page
    assert 'href="/actor/PRK"' in page


def test_a_state_that_is_no_more_says_so(client: TestClient) -> None:
    assert "ceased to exist on" in client.get("/actor/SUN?lang=en").text


def test_nobody_is_not_found(client: TestClient) -> None:
    assert client.get("/actor/Ninguem").status_code == 404
    assert client.get("/actor/XQZ").status_code == 404
