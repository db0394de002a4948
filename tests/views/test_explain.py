"""What --explain draws: whole, within the width, in the user's language, safe with any text."""

import io

import pytest
import spacy
from rich.console import Console
from spacy.tokens import Doc

import lacos
from lacos.actors import Mentions
from lacos.events import Scene, judge, trace
from lacos.reader import Reading
from lacos.records import Document
from lacos.views import explain, messages
from lacos.views.tree import tree

pytestmark = pytest.mark.slow

LONG = (
    "O presidente da França, que visitou Pequim na semana passada, afirmou ao jornal Le Monde que o seu governo poderá enviar soldados "
    "à Ucrânia caso a Rússia rompa as linhas de defesa, mas Berlim rejeitou a proposta e disse que a Otan não participará da guerra."
)


def drawn(reading: Reading, language: str = "en", width: int = 100, sentence: int | None = None) -> str:
    console = Console(file=io.StringIO(), width=width)
    explain(reading, console, messages(language), sentence)
    assert isinstance(console.file, io.StringIO)
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines())


@pytest.fixture(scope="module")
def article(example: str) -> Reading:
    return lacos.read(example, published="2025-10-14", explain=True)


def test_a_sentence_shows_each_step() -> None:
    reading = lacos.read("A França condenou o ataque da Rússia à Ucrânia.", published="2024-01-16", language="pt", explain=True)
    shown = drawn(reading)
    for words in (
        "Sentence 1 of 1",
        "condenou    ROOT   condenar  VERB",
        "├ França    nsubj  frança    PROPN  det A (o)",
        "  «França»   FRA  name 0.95  name (states-west.tsv:",
        "  condenou  event",
        "✗  SANCTION/convict   missing: prisão, morte",
        "✓  ACCUSE/disapprove  condenar",
        "the frame gives: actor FRA (subj); recipient RUS (obj)",
        "→ ACCUSE/disapprove  FRA → RUS  (occurred)",
        "the network gives: event 0.",
        "→ ASSAULT  RUS → UKR  (occurred)",
        "FRA  condemns  «condenou»  «o ataque da Rússia à Ucrânia»  condenar (cues.tsv:",
    ):
        assert words in shown


def test_it_speaks_the_users_language(article: Reading) -> None:
    portuguese, english = drawn(article, "pt"), drawn(article, "en")
    for words in (
        "Frase 1 de ",
        "Árvore",
        "Menções",
        "Predicados",
        "Declarações",
        "acontecimento",
        "resultado",
        "falta: ",
        "nenhuma linha serve",
    ):
        assert words in portuguese
        assert words not in english
    assert len(portuguese.splitlines()) == pytest.approx(len(english.splitlines()), rel=0.05)


@pytest.mark.parametrize("width", [80, 100, 160])
def test_it_keeps_within_the_width(article: Reading, width: int) -> None:
    assert max(map(len, drawn(article, width=width).splitlines())) <= width


def test_a_frame_takes_one_line_whatever_it_asks_for(article: Reading) -> None:
    rows = [line for line in drawn(article).splitlines() if line.lstrip().startswith(("✗", "✓"))]
    assert any("…" in row for row in rows)
    assert all(".tsv:" in row for row in rows)


def test_all_words_of_a_long_sentence_stand_in_its_tree() -> None:
    reading = lacos.read(LONG, published="2024-01-16", language="pt", explain=True)
    shown = drawn(reading).partition("\nTree")[2].partition("\nMentions")[0]
    for word in LONG.replace(",", "").replace(".", "").split():
        assert word in shown


def test_one_sentence_alone(article: Reading) -> None:
    whole = drawn(article)
    parts = [drawn(article, sentence=number) for number in range(1, len(article.trace) + 1)]
    assert "\n".join(parts) == whole
    assert parts[1].count("Sentence ") == 1
    assert drawn(article, sentence=len(parts) + 1) == ""


def test_hostile_text_stays_text() -> None:
    reading = lacos.read("A [bold]Rússia[/bold] condenou o \x1b[31mIrã [link=x]hoje.", language="pt", explain=True)
    shown = drawn(reading)
    assert "[bold]Rússia[/bold]" in shown
    assert "\x1b" not in shown


def test_a_very_deep_tree_is_drawn() -> None:
    count = 3_000
    words = ["de"] * count
    doc = Doc(spacy.blank("pt").vocab, words, deps=["root", *["nmod"] * (count - 1)], heads=[0, *range(count - 1)], pos=["NOUN"] * count)
    (found,) = trace(judge(Scene(doc, Document(doc.text), Mentions())))
    assert tree(found).row_count == count
