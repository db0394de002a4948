"""The page of a document: its words with what they say marked, and why; whatever is in it, nothing of it is run."""

import csv
import re
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote

import pytest
from news import Fact, article
from starlette.testclient import TestClient

from lacos.ledger import Change, Filter, Ledger
from lacos.reader import Reading
from lacos.records import Document, EventType
from lacos.web import addresses

RAID = Fact(EventType.ASSAULT, "RUS", "JPN", "2017-09-08")
PRAISE = Fact(EventType.SUPPORT, "BRA", "COL", "2017-09-08")
Serve = Callable[[Ledger], TestClient]


def test_events_and_actors_are_marked_and_lead_to_why(client: TestClient, library: Ledger) -> None:
    (event,) = library.events(Filter(document="ataque-1"))
    page = client.get("/document/ataque-1?lang=pt").text
    assert f'<a class="trigger material-conflict" id="{event["id"]}" href="#why-{event["id"]}">atacou</a>' in page
    assert re.search(r'<span class="actor colour-\d" title="Rússia \(RUS\)">A Rússia</span>', page)
    card = page[page.index(f'id="why-{event["id"]}"') :]
    assert f'href="#{event["id"]}"' in card
    assert f'href="/happening/{event["happening"]}"' in card
    assert 'href="/actor/RUS"' in card


def test_each_event_has_the_anchor_that_others_lead_to(client: TestClient, library: Ledger) -> None:
    for row in library.events(Filter(tie=("RUS", "JPN"))):
        assert f'id="{row["id"]}"' in client.get(addresses.document(str(row["document"]))).text


def test_it_is_in_the_readers_language(client: TestClient) -> None:
    assert "Actors mentioned" in client.get("/document/ataque-1?lang=en").text
    assert "Atores mencionados" in client.get("/document/ataque-1?lang=pt").text


def test_without_a_title_it_is_known_by_its_first_words(client: TestClient) -> None:
    page = client.get("/document/ataque-1").text
    assert '<h1 dir="auto">A Rússia atacou O Japão em' in page
    assert "<code>ataque-1</code>" in page


def test_its_events_are_a_file(client: TestClient) -> None:
    response = client.get("/document/ataque-1?format=csv")
    assert response.headers["content-disposition"] == 'attachment; filename="lacos-document.csv"'
    (row,) = csv.DictReader(response.text.lstrip("\ufeff").splitlines())
    assert (row["document"], row["type"], row["trigger"]) == ("ataque-1", "ASSAULT", "atacou")


def test_one_that_is_not_there_is_404(client: TestClient) -> None:
    assert client.get("/document/nada").status_code == 404
    assert client.get("/document/nada?done=x").status_code == 422


@pytest.mark.parametrize("id", ["a/b?c#d e", "notícia nº 1", "100 %", 'x"><script>', "../../etc/passwd", "https://clarim.example/a?b=1"])
def test_ids_may_hold_anything(ledger: Ledger, serve: Serve, id: str) -> None:
    plain = article("x", "2017-09-09", "O Clarim", RAID)
    ledger.record(Reading.from_json({**plain.to_json(), "id": id}))
    page = serve(ledger).get(f"/document/{quote(id, safe='')}")
    assert page.status_code == 200
    assert "<script>" not in page.text


def test_hostile_words_are_shown_and_not_run(ledger: Ledger, serve: Serve) -> None:
    plain = article("x", "2017-09-09", "O Clarim", RAID, PRAISE)
    words = "\n<script>alert(1)</script> \u202eodasrever\u202c \x07\x00 {{ 7 * 7 }} &amp; <img src=x onerror=alert(1)>\n"
    named = {
        "title": "<b onmouseover=alert(1)>t",
        "source": '"><svg onload=alert(1)>',
        "url": "javascript:alert(1)",
        "author": "</title><script>",
    }
    ledger.record(Reading.from_json({**plain.to_json(), **named, "text": plain.document.text + words}))
    response = serve(ledger).get("/document/x")
    assert response.status_code == 200
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in response.text
    assert "{{ 7 * 7 }} &amp;amp;" in response.text
    for hostile in ("<script>", "<img", "<b onmouseover", "<svg", "javascript:", "\x00", "\x07"):
        assert hostile not in response.text
    assert re.search(r'<p dir="auto">[^\n]*\u202eodasrever', response.text)
    assert "script-src" not in response.headers["content-security-policy"]
    assert not re.search(r"<script(?! src=\"/static/)|<\w[^<>]*\s(style|on\w+)=", response.text)


def test_a_line_of_five_megabytes_is_shown(ledger: Ledger, serve: Serve) -> None:
    plain = article("x", "2017-09-09", "O Clarim", RAID)
    ledger.record(Reading.from_json({**plain.to_json(), "text": plain.document.text + "a" * 5_000_000}))
    response = serve(ledger).get("/document/x")
    assert response.status_code == 200
    assert "a" * 5_000_000 in response.text


def test_copies_are_named(ledger: Ledger, serve: Serve) -> None:
    plain = article("um", "2017-09-09", "O Clarim", RAID)
    ledger.record(plain)
    ledger.record(Reading.from_json({**plain.to_json(), "id": "outro", "source": "Diário do Minho"}))
    client = serve(ledger)
    assert '<a href="/document/outro"><bdi>Diário do Minho</bdi></a>' in client.get("/document/um").text
    assert '<a href="/document/um"><bdi>O Clarim</bdi></a>' in client.get("/document/outro").text


def test_what_was_corrected_says_by_whom_and_what_it_was(ledger: Ledger, serve: Serve) -> None:
    ledger.record(replace(article("x", "2017-09-09", "O Clarim", RAID, PRAISE)))
    raid, praise = (str(row["id"]) for row in ledger.events())
    ledger.correct(raid, Change(type="MOBILIZE", recipient=()), by="Ana", note="só <tropas>")
    ledger.correct(praise, Change(wrong=True), by="Rui")
    page = serve(ledger).get("/document/x?lang=pt").text
    assert re.search(r"Ana, [^<]*: tipo: MOBILIZAR; alvo: ninguém <q dir=\"auto\">só &lt;tropas&gt;</q>", page)
    assert re.search(r"Rui, [^<]*: não é acontecimento", page)
    assert f'<li id="{praise}"><h3><s>' in page
    assert 'class="trigger material-conflict" id="' + raid in page
    assert page.count('class="trigger') == 2  # one is the legend's
    assert "/correcting/undo" not in page


def test_one_that_is_set_aside_is_shown_without_records(ledger: Ledger, serve: Serve) -> None:
    ledger._writer.set_aside(Document("The minister spoke on Monday.", id="x", language="en"))
    page = serve(ledger).get("/document/x?lang=pt")
    assert page.status_code == 200
    assert "posto de lado" in page.text
    assert "The minister spoke on Monday." in page.text
