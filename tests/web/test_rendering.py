"""Pages as readers get them: language, theme, what is marked, what is escaped."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import html
from news import Fact, article
from starlette.datastructures import QueryParams
from starlette.testclient import TestClient

from lacos.ledger import Ledger
from lacos.records import EventType
from lacos.web.assets import FOLDER, asset
from lacos.web.rendering import VOCABULARY, clipped, codes
from lacos.web.words import words

Serve = Callable[..., TestClient]
PAGES = ("/", "/search", "/search?q=coreia", "/sources", "/method")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["pt", "en"])
def test_pages_are_in_the_language_of_the_address(client: TestClient, path: str, language: str) -> None:
    answer = client.get(path, params={**dict(p.split("=") for p in path.partition("?")[2].split("&") if p), "lang": language})
    assert answer.status_code == 200
    assert answer.headers["content-language"] == language
    assert f'<html lang="{"pt-BR" if language == "pt" else "en"}"' in answer.text
    assert answer.text.count("<h1>") == 1
    assert 'href="#content"' in answer.text
    assert '<main id="content"' in answer.text


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("en-GB,en;q=0.9,pt;q=0.5", "en"),
        ("pt-PT", "pt"),
        ("fr, en;q=0.2, pt;q=0.1", "en"),
        ("fr", "pt"),
        ("", "pt"),
        ("en;q=x", "pt"),
        ("en;q=0", "pt"),
    ],
)
def test_the_browser_says_which_language_its_reader_likes(client: TestClient, header: str, language: str) -> None:
    assert client.get("/method", headers={"Accept-Language": header}).headers["content-language"] == language


def test_a_place_may_speak_english(library: Ledger, serve: Serve) -> None:
    assert serve(library, "en").get("/method", headers={"Accept-Language": "fr"}).headers["content-language"] == "en"


def test_a_reader_chooses_a_language_and_a_theme(library: Ledger, serve: Serve) -> None:
    reader = serve(library)
    assert reader.get("/choose?lang=en&back=/method").headers["location"] == "/method"
    assert reader.get("/choose?theme=dark&back=/method%3Fa%3Db").headers["location"] == "/method?a=b"
    page = reader.get("/method").text
    assert '<html lang="en" data-theme="dark">' in page
    assert 'href="/choose?lang=pt&amp;back=%2Fmethod%3Fa%3Db"' in reader.get("/method?a=b&lang=en").text
    reader.get("/choose?theme=&back=/")
    assert "data-theme" not in reader.get("/method").text


@pytest.mark.parametrize("path", ["/search?q=atacou", "/tie/PRK/USA?limit=2&type=THREATEN", "/actor/RUS"])
def test_forms_and_parts_of_lists_keep_the_language_of_the_address(client: TestClient, path: str) -> None:
    bare, page = (client.get(path, params={**QueryParams(path.partition("?")[2]), **asked}).text for asked in ({}, {"lang": "en"}))
    assert 'name="lang"' not in bare
    assert page.count('<input type="hidden" name="lang" value="en">') == page.count("<form")
    links = re.findall(r'href="([^"]+)">(?:next →|Clear filters)', page)
    assert [link for link in links if "lang=en" not in link] == []
    assert len(links) == {"/search?q=atacou": 0, "/actor/RUS": 1}.get(path, 2)


def test_what_cannot_be_chosen_is_refused(client: TestClient) -> None:
    answer = client.get("/choose?theme=pink")
    assert answer.status_code == 422
    assert "light, dark" in answer.text


def test_a_reader_is_sent_nowhere_else(client: TestClient) -> None:
    assert client.get("/choose?back=https://evil.example").headers["location"] == "/"


def test_pages_ask_nothing_of_other_places_and_have_no_script_or_style_within(client: TestClient) -> None:
    for path in PAGES:
        page = client.get(path).text
        assert re.findall(r'(?:src|href|action)="(?!/|#)', page) == []
        assert re.findall(r"<script|<style|\sstyle=|\son\w+=", page) == []


def test_what_readers_type_is_escaped(client: TestClient) -> None:
    page = client.get("/search", params={"q": '"><script>alert(1)</script>'}).text
    assert "<script" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("path", [*PAGES, "/tie/PRK/USA", "/tie/PRK", "/actor/PRK", "/tie/PRK/USA/brief", "/correcting", "/api/v1/docs"])
def test_no_two_places_of_a_page_have_one_name(client: TestClient, path: str) -> None:
    """Those who hear a page go from place to place by their names."""
    page = html.fromstring(client.get(path).text)
    names = [
        place.get("aria-label") for place in page.xpath("//*[@aria-label][self::nav or @role='region' or @role='group' or @role='search']")
    ]
    names += [page.get_element_by_id(place.get("aria-labelledby")).text_content() for place in page.xpath("//section[@aria-labelledby]")]
    assert [name for name, number in Counter(names).items() if number > 1] == []


def test_what_is_only_denied_and_what_did_not_take_place_have_different_words() -> None:
    for language in ("pt", "en"):
        labels = [words(language).term(group, value).lower() for group in ("standing", "status") for value in VOCABULARY[group]]
        assert len(labels) == len(set(labels))


def test_titles_are_cut_however_long_they_are(ledger: Ledger, serve: Serve) -> None:
    long = article("a", "2017-09-04", "O Clarim", Fact(EventType.ACCUSE, "RUS", "USA", "2017-09-03"))
    ledger.record(replace(long, document=replace(long.document, title="fim " * 250_000)))
    reader = serve(ledger)
    (told,) = ledger.happenings()
    for path in ("/", "/sources", "/search?q=acusou", "/document/a", f"/happening/{told['id']}", "/actor/RUS", "/tie/RUS/USA/brief"):
        page = reader.get(path)
        assert (page.status_code, len(page.text) < 100_000) == (200, True), path


def test_assets_are_kept_by_their_content(client: TestClient) -> None:
    answer = client.get(asset("lacos.css"))
    assert answer.status_code == 200
    assert "immutable" in answer.headers["cache-control"]
    assert client.get("/static/lacos.css").headers["cache-control"] == "no-cache"
    assert client.get("/static/..%2fapp.py").status_code == 404
    assert (FOLDER / "lacos.css").is_file()


def test_words_are_cut_between_words() -> None:
    assert clipped("Pyongyang  lançou\num míssil", 20) == "Pyongyang lançou um …"
    assert clipped("o" * 30, 20) == "o" * 20 + " …"
    assert codes("RUS+CHN") == ["RUS", "CHN"]
    assert codes("") == []
