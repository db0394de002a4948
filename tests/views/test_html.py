"""The page of a reading: safe with any text, whole without a network, every record within reach of a click."""

import json
import re
from html.parser import HTMLParser

import pytest

import lacos
from lacos.reader import Reading
from lacos.views import messages, page

pytestmark = pytest.mark.slow

HOSTILE = (
    "A Rússia condenou o ataque da Ucrânia.\n"
    '</script><script>alert(1)</script> <b onclick="alert(2)">x</b> & "aspas" {{ words }}\n'
    'O presidente da China disse: "O </script><img src=x onerror=alert(3)> Japão atacou Taiwan."'
)


class Parsed(HTMLParser):
    """The elements of a page as (tag, attributes), the text inside <article>, and the contents of scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[tuple[str, str]] = []
        self.article = ""
        self.title = ""
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in ("meta", "link", "img", "br"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] in ("script", "style"):
            self.raw.append((self._open[-1], data))
        elif "article" in self._open:
            self.article += data
        elif self._open and self._open[-1] == "title":
            self.title += data


@pytest.fixture(scope="module")
def hostile() -> Reading:
    return lacos.read(
        HOSTILE,
        published="2024-01-16",
        language="pt",
        title="</title><script>alert(4)</script>",
        url="https://exemplo.pt/<i>",
        source="<u>",
    )


@pytest.fixture(scope="module", params=["pt", "en"])
def html(request: pytest.FixtureRequest, hostile: Reading) -> str:
    return page(hostile, messages(request.param))


def test_hostile_text_stays_text(html: str) -> None:
    parsed = Parsed(html)
    tags = [tag for tag, _ in parsed.elements]
    assert tags.count("script") == 2
    assert not {"img", "i", "u", "iframe"} & set(tags)
    assert [attributes for _, attributes in parsed.elements if any(name.startswith("on") for name in attributes)] == []
    assert parsed.title == "</title><script>alert(4)</script> · Laços"
    for line in HOSTILE.split("\n"):
        assert line in parsed.article


def test_the_records_cannot_end_their_script(html: str, hostile: Reading) -> None:
    records, code = [data for tag, data in Parsed(html).raw if tag == "script"]
    assert "<" not in records
    assert "JSON.parse" in code
    shown = json.loads(records)
    assert set(shown) == {item.id for item in (*hostile.events, *hostile.statements, *hostile.claims)}
    assert any("</script><img src=x onerror=alert(3)>" in value for rows in shown.values() for _, value in rows)


def test_every_record_can_be_clicked(html: str, hostile: Reading) -> None:
    keyed = [(tag, (attributes["data-keys"] or "").split()) for tag, attributes in Parsed(html).elements if "data-keys" in attributes]
    listed = {key for tag, keys in keyed if tag == "button" for key in keys}
    marked = {key for tag, keys in keyed if tag == "span" for key in keys}
    claims = {item.id for item in hostile.claims}
    ids = {item.id for item in (*hostile.events, *hostile.statements)}
    assert len(hostile.events) >= 3
    assert len(hostile.statements) == 2
    assert listed == ids | claims
    assert marked == ids


def test_nothing_is_loaded_from_anywhere(html: str) -> None:
    parsed = Parsed(html)
    loading = {"src", "srcset", "href", "action", "formaction", "poster", "data", "background", "cite", "manifest"}
    assert [(tag, attributes) for tag, attributes in parsed.elements if loading & set(attributes)] == []
    assert not {"link", "iframe", "object", "embed", "base"} & {tag for tag, _ in parsed.elements}
    css = "".join(data for tag, data in parsed.raw if tag == "style")
    assert not re.search(r"url\(|@import|//", css)
    code = [data for tag, data in parsed.raw if tag == "script"][1]
    assert not re.search(r"https?://|fetch|XMLHttpRequest|import\b|WebSocket|sendBeacon", code)


def test_the_page_speaks_the_users_language(hostile: Reading) -> None:
    portuguese, english = (page(hostile, messages(language)) for language in ("pt", "en"))
    assert '<html lang="pt">' in portuguese
    assert "Acontecimentos (" in portuguese
    assert "ACUSAR" in portuguese
    assert '<html lang="en">' in english
    assert "Events (" in english
    assert "ACCUSE" in english
    assert '<article lang="pt">' in english


def test_the_text_is_whole_and_in_order(example: str) -> None:
    reading = lacos.read(example, published="2025-10-14")
    shown = Parsed(page(reading, messages("pt"))).article
    assert shown.split() == example.split()


def test_claims_and_stances_of_persons_are_shown() -> None:
    reading = lacos.read(
        "A França acusou o Chade de atacar o Sudão. O Chade negou ter atacado o Sudão. Lula criticou Bolsonaro.", language="pt"
    )
    html = page(reading, messages("pt"))
    assert '<b class="contested">CONTESTADO</b>' in html
    assert "Luiz Inácio Lula da Silva <b>opõe-se a</b> Jair Bolsonaro" in html


def test_a_reading_with_nothing_says_so() -> None:
    html = page(lacos.read("Choveu muito na terça-feira em toda a cidade.", language="pt"), messages("pt"))
    assert "Nenhum acontecimento entre atores políticos." in html
    assert "Nenhuma declaração." in html
