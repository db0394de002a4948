"""Search: actors, happenings and texts by words."""

from csv import reader as rows_of

import pytest
from starlette.testclient import TestClient

from lacos.web.contents.namesakes import named
from lacos.web.pages.search import marked


def test_words_find_texts_and_mark_them(client: TestClient) -> None:
    page = client.get("/search", params={"q": "atacou japão", "lang": "pt"}).text
    assert "2 textos com estas palavras" in page
    assert "<mark>atacou</mark>" in page
    assert "/document/ataque-1" in page


def test_words_find_the_happenings_that_sentences_tell(client: TestClient) -> None:
    page = client.get("/search", params={"q": "atacou", "lang": "pt"}).text
    told = page.partition('id="told"')[2].partition('id="texts"')[0]
    assert "Rússia → Japão: ataque" in told
    assert "EUA" not in told


def test_two_actors_find_their_tie(client: TestClient) -> None:
    page = client.get("/search", params={"q": "Coreia do Norte, estados unidos", "lang": "en"}).text
    assert 'href="/tie/PRK/USA"' in page
    assert 'href="/actor/PRK"' in page
    assert "North Korea → US" in page


def test_filters_narrow_what_is_found(client: TestClient) -> None:
    def found(**asked: str) -> str:
        return client.get("/search", params={"q": "Coreia do Norte", **asked}).text

    assert "/document/2017-07-0" in found(until="2017-07")
    assert "/document/2017-08-0" not in found(until="2017-07")
    assert "ameaça" not in found(type="AGREE").partition('id="told"')[2].partition('id="texts"')[0]


def test_nothing_is_found(client: TestClient) -> None:
    assert "Nada se encontrou" in client.get("/search", params={"q": "xilofone", "lang": "pt"}).text


def test_no_words_show_the_form_alone(client: TestClient) -> None:
    page = client.get("/search?q=&lang=pt").text
    assert "<h1>Busca</h1>" in page
    assert 'id="texts"' not in page


@pytest.mark.parametrize("q", ['"', '""', "AND", "a OR b*", "NEAR(a b)", "(", "lemmas:x", "\u202e", "x" * 1000, "'; drop table documents"])
def test_any_words_can_be_asked(client: TestClient, q: str) -> None:
    assert client.get("/search", params={"q": q}).status_code == 200


def test_null_characters_are_refused(client: TestClient) -> None:
    assert client.get("/search?q=a%00b").status_code == 422


def test_lists_as_files(client: TestClient) -> None:
    texts, told = (client.get("/search", params={"q": "atacou", "format": "csv", "list": name}).text for name in ("texts", "told"))
    assert [row[0] for row in rows_of(texts.removeprefix("\ufeff").splitlines())] == ["document", "ataque-1", "ataque-2"]
    assert [row[1] for row in rows_of(told.removeprefix("\ufeff").splitlines())] == ["type", "ASSAULT"]
    assert client.get("/search", params={"q": "a", "format": "csv", "list": "all"}).status_code == 422
    assert client.get("/search", params={"q": "a", "format": "xml"}).status_code == 422


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("coreia do norte", ["PRK"]),
        ("North Korea missile", ["PRK"]),
        ("russia ucrania", ["RUS", "UKR"]),
        ("Kim Jong-un", ["PRK"]),
        ("ONU", ["UNO"]),
        ("PRK", ["PRK"]),
        ("guerra", []),
        ("", []),
    ],
)
def test_actors_are_known_by_their_names(query: str, codes: list[str]) -> None:
    assert [one.code for one in named(query).actors] == codes


def test_an_actor_is_known_by_who_holds_an_office() -> None:
    found = named("Kim Jong-un")
    assert found.actors[0].person == "Kim Jong-un"
    assert found.rest == ()


def test_a_word_of_several_names_shows_them() -> None:
    assert {"KOR"} <= {*named("coreia").like, *(one.code for one in named("coreia").actors)}


def test_small_words_are_not_marked_beside_others() -> None:
    assert [piece for piece, is_asked in marked("testes da Coreia do Norte", "Coreia do Norte") if is_asked] == ["Coreia", "Norte"]
    assert [piece for piece, is_asked in marked("fim da paz", "da") if is_asked] == ["da"]
