"""Documents by their words, whatever their endings, accents and case."""

import random
import time
from collections.abc import Iterator

import pytest
from soundness import faults

from lacos.ledger import Ledger
from lacos.ledger.search import densest, snippet
from lacos.records import Document

TEXTS = {
    "tropas": "As tropas russas recuaram da fronteira ucraniana depois das negociações de Genebra.",
    "tropa": "Uma tropa russa foi vista perto da cidade. A negociação segue em Genebra.",
    "arma": "O país testou uma arma nuclear. Nenhuma usina foi atingida.",
    "usina": "A usina nuclear guarda a arma do museu.",
    "acao": "A ação do secretário-geral foi elogiada em São Tomé e Príncipe.",
    "dagua": "A falta d’água e a guarda-costeira: R$ 1.000,50 às 14h30 de 12/05/2020 – “fim”.",
}


def keep(ledger: Ledger, text: str, id: str, title: str | None = None) -> None:
    """Into the ledger without being read: what is searched is every text."""
    ledger._writer.set_aside(Document(text, id=id, title=title, language="pt"))


@pytest.fixture(scope="module")
def texts(place: str) -> Iterator[Ledger]:
    """A ledger of our texts, which nobody changes."""
    with Ledger(place) as ledger:
        for id, text in TEXTS.items():
            keep(ledger, text, id)
        yield ledger


def found(ledger: Ledger, query: str) -> list[str]:
    return sorted(row["document"] for row in ledger.search(query))


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("tropa russa", ["tropa", "tropas"]),
        ("Tropas Russas", ["tropa", "tropas"]),
        ("negociação", ["tropa", "tropas"]),
        ("negociacoes genebra", ["tropa", "tropas"]),
        ("recuou", ["tropas"]),
        ("acao", ["acao"]),
        ("AÇÕES", ["acao"]),
        ("são tomé", ["acao"]),
        ("SAO TOME", ["acao"]),
        ("secretario-geral", ["acao"]),
        ("arma nuclear", ["arma", "usina"]),
        ('"arma nuclear"', ["arma"]),
        ('"armas nucleares"', ["arma"]),
        ('"nuclear arma"', []),
        ('"arma nuclear" usina', ["arma"]),
        ('usina "arma nuclear" museu', []),
        ("d'água", ["dagua"]),
        ("guarda-costeira", ["dagua"]),
        ("1.000,50", ["dagua"]),
        ("14h30", ["dagua"]),
        ("avião", []),
    ],
)
def test_what_is_found(texts: Ledger, query: str, ids: list[str]) -> None:
    assert found(texts, query) == ids


@pytest.mark.parametrize(
    "query",
    [
        *("", " ", '"', '""', '"""', "'", "\\", "*", "(", ")", "())(", "^", ":", "-", "!", "|", "&", "<->", "…", "’", "`", "\u0301"),
        *("AND", "OR", "NOT", "NEAR", "NEAR(a b)", "a AND b", "a:b", "lemmas:tropa", "tropa*", '"tropa" *', "^tropa", "-tropa", "tropa:*"),
        *("'; DROP TABLE documents; --", "%", "_", "_ tropa", "tropa & !russa", "{tropa}", "a" * 10_000, "tropa " * 500, "%s", ":query"),
        *("²", "º", "№", "١٢٣", "日本", "🙂", "🙂 tropa", "\u00ad", "\u200b", "x\u0301y"),
    ],
)
def test_hostile_queries_neither_fail_nor_leak(texts: Ledger, query: str) -> None:
    """Nothing in a query is an operator: what is found has all its words."""
    every = sorted(TEXTS)
    ids = found(texts, query)
    assert ids != every
    assert set(ids) <= {"tropa", "tropas", "dagua", "acao"}
    assert texts.status()["aside"] == {"pt": len(TEXTS)}


def test_a_nul_in_a_query_finds_nothing_or_its_words(texts: Ledger) -> None:
    assert set(found(texts, "tropa\x00russa")) <= {"tropa", "tropas"}


def test_random_queries_do_not_fail(texts: Ledger) -> None:
    chance = random.Random(1)
    signs = "ab tropa\"'()*:^-&|!<>\\_%ªº½²éç\u0301🙂,;."
    for _ in range(300):
        found(texts, "".join(chance.choice(signs) for _ in range(chance.randrange(1, 12))))


@pytest.mark.parametrize(
    "word",
    ["contestado", "contestadas", "adiados", "evocado", "data-ex", "secretário", "pôr", "Guiné", "ONU", "2023", "d’Ivoire"],
)
def test_a_word_finds_itself(ledger: Ledger, word: str) -> None:
    keep(ledger, f"O texto fala de {word} e de mais nada.", "a")
    assert found(ledger, word) == ["a"]
    assert found(ledger, f'"de {word} e"') == ["a"]


def test_letters_with_their_accents_apart_are_the_same(ledger: Ledger) -> None:
    """Text out of PDF files and file names of macOS has them so."""
    keep(ledger, "O secreta\u0301rio falou da Guine\u0301.", "a")
    assert found(ledger, "secretário Guiné") == ["a"]


def test_words_of_titles_are_found(ledger: Ledger) -> None:
    keep(ledger, "O texto não diz nada.", "a", title="Cúpula dos Brics em Kazan")
    assert found(ledger, "cupula brics") == ["a"]
    assert found(ledger, "Kazan texto") == ["a"]


def test_words_of_a_replaced_text_are_not_found_any_more(ledger: Ledger) -> None:
    for id, text in (*TEXTS.items(), ("tropas", "O embaixador partiu ontem.")):
        keep(ledger, text, id)
    assert found(ledger, "tropas russas") == ["tropa"]
    assert found(ledger, "embaixador") == ["tropas"]
    assert faults(ledger) == []


def test_the_best_come_first_and_the_limit_holds(ledger: Ledger) -> None:
    for n in range(30):
        keep(ledger, "O míssil caiu no mar. " * (n % 3 + 1) + "A cúpula terminou sem acordo e todos partiram. " * 5, str(n))
    best = ledger.search("míssil", limit=5)
    assert len(best) == 5
    scores = [row["score"] for row in ledger.search("míssil", limit=30)]
    assert scores == sorted(scores, reverse=True)
    assert {int(row["document"]) % 3 for row in best} == {2}


def test_the_words_shown_are_where_the_query_is(ledger: Ledger) -> None:
    keep(ledger, "Nada de novo no porto. " * 50 + "O míssil caiu no mar. " + "Nada de novo no porto. " * 50, "a")
    (row,) = ledger.search("mísseis caídos")
    assert "O míssil caiu no mar." in row["words"]
    assert row["words"].startswith("… ")
    assert row["words"].endswith(" …")
    assert len(row["words"]) < 200


def test_the_words_shown_are_where_most_of_them_stand_together() -> None:
    assert densest([(0, "a"), (5, "a"), (40, "a"), (46, "b"), (90, "b")], 10) == 40
    assert densest([], 10) == 0


def test_a_text_of_one_word_again_and_again_takes_no_longer_than_its_length() -> None:
    start = time.process_time()
    assert snippet("míssil " * 40_000, "míssil", 160).startswith("míssil míssil")
    assert time.process_time() - start < 3
