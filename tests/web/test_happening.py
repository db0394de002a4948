"""A happening's page: every report with its sentence, by origin, and why they are one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from quarrels import HOSTILE, TOLD, quarrel
from starlette.testclient import TestClient

from lacos.ledger import Ledger

FISHERMEN = "De madrugada, contam pescadores que viram as chamas ao longe, a Rússia atacou o porto de Yokohama."
KREMLIN = "O Kremlin nega: nenhum navio russo saiu do mar Negro."
Serve = Callable[[Ledger], TestClient]


@pytest.fixture
def attacked(ledger: Ledger) -> Ledger:
    """An attack that three articles tell of, two of them of one outlet."""
    ledger.record(quarrel("porto-1", "2017-09-08", "O Clarim", "A Rússia atacou o porto de Yokohama com drones, diz a guarda costeira."))
    ledger.record(quarrel("porto-2", "2017-09-09", "O Clarim"))
    ledger.record(quarrel("porto-3", "2017-09-09", "Diário do Minho", FISHERMEN, KREMLIN, source="(Reuters)"))
    return ledger


def happening(ledger: Ledger) -> str:
    """The id of the only happening."""
    (row,) = ledger.happenings()
    return str(row["id"])


def test_every_report_stands_under_its_origin_with_its_sentence_and_leads_to_the_place_in_its_text(attacked: Ledger, serve: Serve) -> None:
    page = serve(attacked).get(f"/happening/{happening(attacked)}?lang=pt").text
    assert "<h1>Rússia → Japão: ataque</h1>" in page
    assert "2 origens, 3 artigos" in page
    assert page.index("Origem 1: O Clarim") < page.index("/document/porto-1#e") < page.index("Origem 2: Diário do Minho")
    assert page.index("Origem 1") < page.index("/document/porto-2#e") < page.index("Origem 2") < page.index("/document/porto-3#e")
    assert "A Rússia <mark>atacou</mark> o porto de Yokohama em 8 de setembro." in page
    assert "Agências: Reuters." in page


def test_it_says_why_its_reports_are_one(attacked: Ledger, serve: Serve) -> None:
    page = serve(attacked).get(f"/happening/{happening(attacked)}?lang=en").text
    because = page[page.index("Why these reports are one happening") :]
    assert "same day <b>+1.4</b>" in because
    assert "same word <b>+0.7</b>" in because
    assert because.count('<th scope="row">') == 3


def test_a_copy_in_another_outlet_is_no_origin_of_its_own(ledger: Ledger, serve: Serve) -> None:
    ledger.record(quarrel("porto-1", "2017-09-08", "O Clarim"))
    ledger.record(quarrel("porto-2", "2017-09-09", "Diário do Minho"))
    page = serve(ledger).get(f"/happening/{happening(ledger)}?lang=en").text
    assert "1 origin, 2 articles" in page
    assert "Copies: 1." in page
    assert page.index("Origin 1: O Clarim, Diário do Minho") < page.index("copy of an earlier text")


def test_one_report_is_joined_with_nothing(ledger: Ledger, serve: Serve) -> None:
    ledger.record(quarrel("porto-1", "2017-09-08", "O Clarim"))
    page = serve(ledger).get(f"/happening/{happening(ledger)}?lang=en").text
    assert "1 origin, 1 article" in page
    assert "Why these reports are one" not in page


def test_what_a_person_judged_is_told(attacked: Ledger, serve: Serve) -> None:
    one, other, _ = (row["id"] for row in attacked.events())
    attacked.judge(one, other, True, "Ana", "é o mesmo porto")
    page = serve(attacked).get(f"/happening/{happening(attacked)}?lang=pt").text
    assert "Ana julgou em" in page
    assert "é o mesmo porto" in page


def test_its_reports_are_a_file(attacked: Ledger, serve: Serve) -> None:
    answer = serve(attacked).get(f"/happening/{happening(attacked)}?format=csv")
    header, *rows = answer.text.lstrip("\ufeff").splitlines()
    assert answer.headers["content-type"].startswith("text/csv")
    assert header.startswith("origin,document,published,outlet,wires")
    assert [row.split(",")[:2] for row in rows] == [["1", "porto-1"], ["1", "porto-2"], ["2", "porto-3"]]


def test_it_leads_to_the_tie_and_to_who_acts(attacked: Ledger, serve: Serve) -> None:
    page = serve(attacked).get(f"/happening/{happening(attacked)}").text
    for address in ("/tie/JPN/RUS", "/actor/RUS", "/actor/JPN", f"/claim/{happening(attacked)}"):
        assert f'href="{address}"' in page


def test_what_articles_say_cannot_become_markup(ledger: Ledger, serve: Serve) -> None:
    ledger.record(quarrel(f"mal/{HOSTILE}", "2017-09-08", HOSTILE, f"{HOSTILE}\x00\u202e {TOLD}", HOSTILE))
    client = serve(ledger)
    for place in ("happening", "claim"):
        page = client.get(f"/{place}/{happening(ledger)}").text
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "\x00" not in page
        assert "&lt;script&gt;alert" in page


def test_a_long_sentence_is_cut_around_its_trigger(ledger: Ledger, serve: Serve) -> None:
    told = f"{'palavras e mais ' * 5000}palavras: A Rússia atacou o porto{' e mais palavras' * 5000}."
    ledger.record(quarrel("longo", "2017-09-08", "O Clarim", told))
    page = serve(ledger).get(f"/happening/{happening(ledger)}").text
    assert "<mark>atacou</mark> o porto e mais" in page
    assert len(page) < 20_000


def test_there_is_nothing_under_an_id_that_no_happening_has(client: TestClient) -> None:
    answer = client.get("/happening/h0")
    assert answer.status_code == 404
    assert "h0" in answer.text
