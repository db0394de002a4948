"""A tie's page: its state in words that lead to evidence, its charts with their tables, the list of its happenings."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable

import pytest
from news import Fact, article
from starlette.testclient import TestClient

from lacos.ledger import Ledger
from lacos.records import EventType
from lacos.ties import Tie
from lacos.web.contents import tables


def rows(client: TestClient, address: str) -> list[dict[str, str]]:
    """The rows of a file."""
    return list(csv.DictReader(io.StringIO(client.get(address).text.lstrip("\ufeff"))))


def test_its_state_is_told_in_words_that_lead_to_evidence(client: TestClient) -> None:
    page = client.get("/tie/PRK/USA?lang=pt").text
    lead = page[page.index('class="lead"') : page.index('class="figures"')]
    assert "<h1>Coreia do Norte – EUA</h1>" in page
    assert "36 acontecimentos" in lead
    assert re.search(r'<a href="/happening/h\w+">', lead)
    assert re.search(r'<sup><a href="/document/2017-\d\d-\d#e\w+"', lead)


def test_every_chart_has_its_table_on_the_page_and_as_a_file(client: TestClient, library: Ledger) -> None:
    page = client.get("/tie/PRK/USA?lang=en").text
    for kind in ("timeline", "profile", "claims", "calendar"):
        figure = page[page.index(f'id="{kind}"') :].partition("</figure>")[0]
        assert f'src="/tie/PRK/USA/{kind}.svg?lang=en"' in figure
        assert "<table>" in figure
    table = tables.timeline(Tie(library, "PRK", "USA"))
    assert [tuple(row) for row in rows(client, "/tie/PRK/USA/timeline.csv")] == [table.columns] * 6
    assert [row["happenings"] for row in rows(client, "/tie/PRK/USA/timeline.csv")] == ["6"] * 6


def test_tables_count_what_the_tie_counts(library: Ledger) -> None:
    tie = Tie(library, "PRK", "USA")
    assert {row[0]: row[1:] for row in tables.profile(tie).rows} == {
        "AGREE": (0, 6, 0),
        "CONSULT": (6, 0, 0),
        "ACCUSE": (12, 0, 0),
        "THREATEN": (0, 12, 0),
    }
    assert sum(row[1] for row in tables.calendar(tie).rows) == tie.happenings
    assert tables.calendar(tie).rows[0] == ("2017-07", 6, "1×2 3×2 5×2")


def test_filters_of_the_address_narrow_the_list_and_dates_the_figures(client: TestClient) -> None:
    listed = rows(client, "/tie/PRK/USA?type=AGREE&format=csv")
    assert {row["type"] for row in listed} == {"AGREE"}
    assert len(listed) == 6
    page = client.get("/tie/PRK/USA?since=2017-11&lang=en").text
    assert "Happenings (12)" in page
    assert 'src="/tie/PRK/USA/timeline.svg?since=2017-11&amp;lang=en"' in page


def test_the_page_says_why_its_figures_and_its_list_differ(client: TestClient) -> None:
    page = client.get("/tie/PRK/USA?lang=pt").text
    assert "Contam os acontecimentos ocorridos ou em curso" in page.partition('<nav class="within"')[0]
    assert "também o que as contas acima deixam fora" in page.partition('id="happenings"')[2]


def test_the_list_comes_in_parts(client: TestClient) -> None:
    page = client.get("/tie/PRK/USA?limit=10&offset=30&lang=en").text
    assert page.partition('id="happenings"')[2].count('<a href="/happening/') == 6
    assert "limit=10&amp;lang=en&amp;offset=20" in page


def test_one_has_a_tie_with_all_others(client: TestClient) -> None:
    page = client.get("/tie/JPN?lang=pt").text
    assert "<h1>Japão – todos os demais</h1>" in page
    assert {(row["actor"], row["recipient"]) for row in rows(client, "/tie/JPN?format=csv")} == {("RUS", "JPN"), ("COL", "JPN")}


def test_a_side_may_be_several(client: TestClient) -> None:
    page = client.get("/tie/RUS+COL/JPN?lang=pt").text
    assert "<h1>Rússia e Colômbia – Japão</h1>" in page
    assert "Resumos existem para um ator ou dois." in page
    assert client.get("/tie/RUS+COL/JPN/brief").status_code == 404


def test_what_is_denied_is_quoted_first(client: TestClient) -> None:
    page = client.get("/tie/RUS/JPN?lang=pt").text
    claims = page[page.index('id="claimed"') :].partition("</ol>")[0]
    assert "contestado" in claims
    assert re.search(r'href="/claim/h\w+">Rússia → Japão: ataque', claims)


def test_nothing_between_two_is_said_plainly(client: TestClient) -> None:
    answer = client.get("/tie/BRA/MOZ?lang=pt")
    assert answer.status_code == 200
    assert "Nenhum acontecimento deste laço atende a estes filtros." in answer.text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/tie/XQZ/USA", 404),
        ("/tie/USA/USA", 404),
        (f"/tie/{'+'.join(['RUS'] * 30)}/USA", 404),
        ("/tie/PRK/USA?since=2017-13", 422),
        ("/tie/PRK/USA?type=WALTZ", 422),
        ("/tie/PRK/USA/timeline.gif", 404),
        ("/tie/PRK/USA/brief?length=haiku", 422),
        ("/tie/PRK/USA/brief?format=exe", 422),
    ],
)
def test_what_means_nothing_is_refused(client: TestClient, address: str, status: int) -> None:
    assert client.get(address).status_code == status


def test_names_lead_to_codes(client: TestClient) -> None:
    answer = client.get("/tie/Coreia do Norte/EUA?since=2017")
    assert answer.status_code == 308
    assert answer.headers["location"] == "/tie/PRK/USA?since=2017"


def test_a_chart_is_a_drawing_that_is_not_sent_twice(client: TestClient) -> None:
    first = client.get("/tie/PRK/USA/profile.svg?lang=pt")
    assert first.headers["content-type"] == "image/svg+xml"
    assert "Coreia do Norte – EUA: quem faz o quê" in first.text
    assert "<script" not in first.text
    again = client.get("/tie/PRK/USA/profile.svg?lang=pt", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/tie/PRK/USA/profile.svg?lang=en").headers["etag"] != first.headers["etag"]


def test_a_chart_is_a_picture_too(client: TestClient) -> None:
    answer = client.get("/tie/PRK/USA/calendar.png")
    assert answer.headers["content-type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")


@pytest.mark.parametrize("length", ["paragraph", "page", "dossier"])
def test_a_brief_is_a_page_whose_notes_lead_to_their_place(client: TestClient, length: str) -> None:
    page = client.get(f"/tie/PRK/USA/brief?length={length}&lang=pt").text
    numbers = re.findall(r'href="#note-(\d+)"', page)
    assert numbers
    assert set(numbers) == set(re.findall(r'<li id="note-(\d+)"><a href="/document/2017-\d\d-\d#e\w+"', page))


@pytest.mark.parametrize(("format", "begins"), [("md", b"# "), ("html", b"<!doctype html>"), ("docx", b"PK"), ("pdf", b"%PDF")])
def test_a_brief_is_a_file_in_every_format(client: TestClient, format: str, begins: bytes) -> None:
    answer = client.get(f"/tie/PRK/USA/brief?length=paragraph&format={format}&lang=pt")
    assert answer.content.startswith(begins)
    assert answer.headers["content-disposition"] == f'attachment; filename="lacos-PRK-USA-paragraph-pt.{format}"'


def test_what_another_process_adds_is_there_at_once_in_the_list(ledger: Ledger, serve: Callable[[Ledger], TestClient]) -> None:
    ledger.record(article("feira", "2017-09-09", "O Clarim", Fact(EventType.CONSULT, "COL", "JPN", "2017-09-08")))
    client = serve(ledger)
    assert len(rows(client, "/tie/COL/JPN?format=csv")) == 1
    assert "Happenings (1)" in client.get("/tie/COL/JPN?lang=en").text
    with Ledger(ledger.name) as another:
        another.record(article("safra", "2018-02-03", "A Gazeta", Fact(EventType.AID, "COL", "JPN", "2018-02-02")))
    assert "Happenings (2)" in client.get("/tie/COL/JPN?lang=en").text
