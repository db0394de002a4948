from __future__ import annotations

import re
from html.parser import HTMLParser
from io import BytesIO

import docx
import pypdf
import pytest

from lacos.briefs import Brief, BriefFormat, Length, brief, render
from lacos.briefs.rendering.markdown import markdown
from lacos.briefs.rendering.notes import marks, notes
from lacos.ledger import Ledger


class Tags(HTMLParser):
    """The tags of a page, its text, its links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.add(tag)
        self.links += [values["href"] or ""] if "href" in values else []
        self.ids |= {values["id"] or ""} if "id" in values else set()

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture
def hostile(ledger: Ledger) -> Brief:
    return brief(ledger, "CHL", "BOL", Length.DOSSIER)


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("format", BriefFormat)
def test_the_same_brief_gives_the_same_bytes(written: Brief, format: BriefFormat) -> None:
    assert render(written, format) == render(written, format)


def test_notes_are_numbered_in_the_order_of_the_text_and_shared_by_what_cites_the_same(written: Brief) -> None:
    numbers = [number for sentence in written.sentences() for number in marks(written, sentence)]
    assert list(dict.fromkeys(numbers)) == list(range(1, len(notes(written)) + 1))
    assert len(numbers) > len(notes(written))


def test_markdown_has_each_sentence_with_footnotes_that_say_who_published_which_words_when_and_where(ledger: Ledger) -> None:
    page = markdown(brief(ledger, "USA", "RUS"))
    assert page.startswith("# Estados Unidos e Rússia\n\n## Em resumo\n\n")
    assert set(re.findall(r"\[\^(\d+)\](?!:)", page)) == set(re.findall(r"^\[\^(\d+)\]:", page, re.MULTILINE))
    assert (
        "[^1]: Folha do Pacífico, 26 de março de 2018, “Trump expulsa diplomatas”: "
        "“O presidente dos Estados Unidos, Donald Trump, expulsou na segunda-feira (26) sessenta diplomatas da Rússia” "
        "(documento expulsao-1, caracteres 0 a 108) https://pacifico.example/expulsao"
    ) in page


def test_markdown_takes_nothing_of_an_article_for_markup(hostile: Brief) -> None:
    page = markdown(hostile)
    assert "<script" not in page.replace("\\<", "")
    assert r"\*absurda\* \[x\](javascript:alert(2)) \_hoje\_" in page


def test_html_stands_alone_links_each_mark_to_its_note_and_lets_no_article_in(hostile: Brief, written: Brief) -> None:
    page = Tags(render(hostile, BriefFormat.HTML).decode())
    assert page.tags <= {"html", "head", "meta", "title", "style", "body", "article", "h1", "h2", "p", "sup", "a", "ol", "li", "span"}
    assert "<script>alert(1)</script> & chamou" in page.text
    assert all(link.startswith("#note-") for link in page.links)
    page = Tags(render(written, BriefFormat.HTML).decode())
    assert {link[1:] for link in page.links if link.startswith("#")} == page.ids
    assert "https://pacifico.example/expulsao" in page.links
    for sentence in written.sentences():
        assert flat(sentence.text) in flat(re.sub(r"\[\d+\]", "", page.text))


def test_a_notebook_shows_the_same_without_the_page(written: Brief) -> None:
    shown = written._repr_html_()
    assert shown in render(written, BriefFormat.HTML).decode()
    assert Tags(shown).tags.isdisjoint({"html", "style", "script"})


def test_docx_has_the_sentences_their_marks_raised_and_the_notes(written: Brief) -> None:
    document = docx.Document(BytesIO(render(written, BriefFormat.DOCX)))
    text = flat(" ".join(re.sub(r"\[\d+\]", "", one.text) for one in document.paragraphs))
    raised = [run.text for line in document.paragraphs for run in line.runs if run.font.superscript]
    assert all(sentence.text in text for sentence in written.sentences())
    assert len(raised) == sum(len(sentence.citations) for sentence in written.sentences())
    assert all(flat(note.words) in text for note in notes(written))


def test_pdf_has_the_sentences_in_letters_of_its_own(ledger: Ledger) -> None:
    file = pypdf.PdfReader(BytesIO(render(brief(ledger, "PRK", "USA"), BriefFormat.PDF)))
    text = flat(" ".join(page.extract_text() for page in file.pages))
    assert "As relações melhoraram a partir de janeiro de 2018: o peso médio subiu de −3,5 para 2,5." in text
    fonts = [font.get_object() for page in file.pages for font in page["/Resources"]["/Font"].values()]
    assert {"Vera" in str(font["/BaseFont"]) for font in fonts if font["/Subtype"] == "/TrueType"} == {True}
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts if font["/Subtype"] == "/TrueType")


def test_pdf_takes_nothing_of_an_article_for_markup(hostile: Brief) -> None:
    text = flat(" ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(render(hostile, BriefFormat.PDF))).pages))
    assert "<script>alert(1)</script> & chamou" in text
