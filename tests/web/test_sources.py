"""The sources: what came in, what failed."""

from collections.abc import Callable
from csv import reader as rows_of
from pathlib import Path

import pytest
from news import Fact, article
from starlette.testclient import TestClient
from visitors import FAR, TOKEN, sign_in, users, visit

from lacos.ledger import Ledger
from lacos.records import EventType
from lacos.sources import Problem
from lacos.web.contents.failures import bare

Serve = Callable[..., TestClient]


def rows(text: str) -> list[list[str]]:
    return list(rows_of(text.removeprefix("\ufeff").splitlines()))


def test_outlets_months_and_texts(client: TestClient) -> None:
    page = client.get("/sources?lang=pt").text
    assert '<a href="/sources?source=O+Clarim">O Clarim</a></th><td class="number">2</td>' in page
    assert "set. 2017" in page
    assert "português: 21 textos" in page
    assert "Tudo o que chegou foi lido." in page


def test_texts_of_one_outlet(client: TestClient) -> None:
    page = client.get("/sources", params={"source": "O Clarim"}).text
    assert "<h1>O Clarim</h1>" in page
    assert "/document/ataque-1" in page
    assert "/document/ataque-2" not in page


def test_texts_part_by_part(client: TestClient) -> None:
    page = client.get("/sources?limit=5&offset=5&lang=en").text
    assert page.count('<li>\n<a href="/document/') == 5
    assert 'rel="next" href="/sources?limit=5&amp;lang=en&amp;offset=10"' in page
    assert 'rel="prev" href="/sources?limit=5&amp;lang=en"' in page
    assert "6 to 10 of 21" in page
    assert 'rel="next"' not in client.get("/sources?limit=5&offset=20").text


def test_lists_as_files(client: TestClient) -> None:
    assert rows(client.get("/sources?format=csv&list=outlets").text)[1][:2] == ["O Clarim", "2"]
    assert len(rows(client.get("/sources?format=csv&limit=5").text)) == 22
    assert client.get("/sources?format=csv&list=everything").status_code == 422


def test_what_could_not_be_read_is_shown_as_text(ledger: Ledger, serve: Serve) -> None:
    problems = [Problem("=cmd|' /C calc'!A0", "<script>alert(1)</script>"), Problem("noticias/a.pdf", "no text in it: it is a picture")]
    ledger.add(problems)
    reader = serve(ledger)
    page = reader.get("/sources").text
    assert "noticias/a.pdf" in page
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>" not in page
    assert rows(reader.get("/sources?format=csv&list=failures").text)[1][0][:2] in ("'=", "no")
    assert "\n=cmd" not in reader.get("/sources?format=csv&list=failures").text


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("/srv/jornais/maio/a.pdf", "a.pdf"),
        ("/a.pdf", "a.pdf"),
        ("/srv/jornais/maio.zip!1/a.html", "maio.zip!1/a.html"),
        ("C:\\jornais\\a.pdf", "a.pdf"),
        ("jornais/a.pdf", "jornais/a.pdf"),
        ("https://gazeta.example/a/b", "https://gazeta.example/a/b"),
    ],
)
def test_a_file_is_named_without_its_folder(name: str, shown: str) -> None:
    assert bare({"name": name, "message": f"{name}: cut short"}) == {"name": shown, "message": f"{shown}: cut short"}


def test_where_files_lie_is_for_this_computer_and_for_whoever_may_write(ledger: Ledger, tmp_path: Path) -> None:
    ledger.add([Problem("/srv/jornais/a.pdf", "it is a picture")])
    for path in ("/sources", "/sources?format=csv&list=failures", "/api/v1/failures"):
        with visit(ledger) as here:
            assert "/srv/jornais/a.pdf" in here.get(path).text
        with visit(ledger, FAR, host="0.0.0.0", users=users(tmp_path / "users.json")) as there:
            assert "/srv/jornais/a.pdf" in there.get(path, headers={"Authorization": f"Bearer {TOKEN}"}).text
            sign_in(there, "bia")
            page = there.get(path).text
            assert "a.pdf" in page
            assert "jornais" not in page


def test_followed_feeds(ledger: Ledger, serve: Serve) -> None:
    ledger.follow(["https://gazeta.example/rss"])
    assert "https://gazeta.example/rss" in serve(ledger).get("/sources").text


def test_a_text_without_a_title_is_known_by_its_first_words(ledger: Ledger, serve: Serve) -> None:
    ledger.record(article("a", "2017-09-04", "O Clarim", Fact(EventType.ACCUSE, "RUS", "USA", "2017-09-03")))
    assert '<a href="/document/a" dir="auto">A Rússia acusou Os Estados Unidos em 2017-09-03.' in serve(ledger).get("/sources").text
