"""A Reading comes out of the ledger as it went in."""

import pytest

import lacos
from lacos.ledger import Ledger, LedgerError
from lacos.reader import Reading
from lacos.records import Document

pytestmark = pytest.mark.slow

TEXTS = {
    "citações": "“Não vamos ceder”, disse o presidente da França, Emmanuel Macron. Segundo o Kremlin, a Rússia não atacou a Ucrânia.",
    "lugares": "A Rússia bombardeou Kiev e Odessa na segunda-feira (4). O Egito recebeu o chanceler da Jordânia no Cairo.",
    "pessoas": "Lula criticou Bolsonaro. Dilma elogiou Haddad. Marcelo Rebelo de Sousa recebeu Filipe Nyusi.",
    "desmentidos": "A França acusou o Chade de atacar o Sudão. O Chade negou ter atacado o Sudão e desmentiu a França.",
    "implícito": "O presidente do Peru visitou Quito. Prometeu enviar ajuda ao Equador e acusou o Brasil de espionagem.",
    "emoji": "🇧🇷🇵🇹 O Brasil 👏 elogiou Portugal 😀. Lisboa agradeceu 🙏 a Brasília: “Obrigado ❤️”, disse o ministro. 👨‍👩‍👧",
    "brancos": "A Rússia\u00a0condenou\u200b o ataque\tda Ucrânia.\r\n\r\n\u2028A China \u202eelogiou\u202c a Rússia.\ufeff",
    "aspas": "A Rússia condenou o 'ataque' da Ucrânia; DROP TABLE events; -- \"%s\" {0} \\ :n $1 ?",
    "decomposto": "O secreta\u0301rio-geral da ONU condenou a Ru\u0301ssia. A A\u0301frica do Sul criticou Israel.",
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_reading_comes_back_as_it_was(ledger: Ledger, name: str) -> None:
    reading = lacos.read(TEXTS[name], published="2023-09-05", id=name, title="Título", url="https://gazeta.example/1", source="A Gazeta")
    assert not ledger.record(reading)
    restored = ledger.reading(name)
    assert restored == reading
    assert restored.to_json() == reading.to_json()


def test_the_texts_have_what_they_are_for() -> None:
    read = {name: lacos.read(text, published="2023-09-05") for name, text in TEXTS.items()}
    assert any(statement.cue is None or statement.cue.text == "disse" for statement in read["citações"].statements)
    assert any(event.place and event.place.latitude for event in read["lugares"].events)
    assert {stance.relation for stance in read["pessoas"].stances} == {"supports", "opposes"}
    assert any(position.stance == "deny" for claim in read["desmentidos"].claims for position in claim.positions)
    assert any(mention.span is None for event in read["implícito"].events for mention in event.actor)
    assert read["emoji"].events


def test_the_example_comes_back_as_it_was(ledger: Ledger, example: str) -> None:
    reading = lacos.read(example, published="2025-10-14")
    ledger.record(reading)
    assert ledger.reading(reading.document.id).to_json() == reading.to_json()


def test_what_is_not_known_comes_back_unknown(ledger: Ledger) -> None:
    reading = lacos.read("A Rússia condenou o ataque da Ucrânia.")
    ledger.record(reading)
    restored = ledger.reading(reading.document.id)
    assert restored == reading
    assert (restored.document.published, restored.document.title, restored.document.url) == (None, None, None)


def test_a_very_long_title_comes_back(ledger: Ledger) -> None:
    title = "Rússia condena ataque da Ucrânia " * 3_000
    reading = lacos.read("A Rússia condenou o ataque da Ucrânia.", id="longo", title=title)
    ledger.record(reading)
    assert ledger.reading("longo").document.title == title


def test_the_same_text_is_recorded_under_each_id(ledger: Ledger) -> None:
    some = [lacos.read("A Rússia condenou o ataque da Ucrânia.", id=id, published="2023-09-05") for id in ("a", "b")]
    for reading in some:
        ledger.record(reading)
    assert [ledger.reading(reading.document.id) for reading in some] == some


@pytest.mark.parametrize("words", ["A Rússia\x00 condenou o ataque da Ucrânia. A China elogiou Moscou.", "\x00A Rússia condenou a China."])
def test_a_nul_in_a_text_stops_nothing(ledger: Ledger, words: str) -> None:
    """PostgreSQL keeps no NUL: the document may come without it, or be named among the failures, but the others are added."""
    after = Document("A Índia elogiou o Brasil.", id="depois")
    outcome = ledger.add([Document(words, id="nulo"), after])
    assert outcome.total == 2
    assert ledger.reading("depois").events
    if outcome.added == 2:
        (row, *_) = [row for row in ledger.events() if row["document"] == "nulo"]
        assert (row["trigger"], row["sentence"].strip("\N{REPLACEMENT CHARACTER} ")[:5]) == ("condenou", "A Rús")
    else:
        assert [row["name"] for row in ledger.failures()] == ["nulo"]


def test_words_after_emoji_are_those_of_the_text(ledger: Ledger) -> None:
    ledger.record(lacos.read(TEXTS["emoji"], id="emoji"))
    assert [row["trigger"] for row in ledger.events()][:2] == ["elogiou", "agradeceu"]


def test_an_unknown_document_is_an_error(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="has no document 'nada'"):
        ledger.reading("nada")


def test_recording_again_replaces(ledger: Ledger) -> None:
    first, second = (lacos.read(text, id="a") for text in ("A Rússia condenou a Ucrânia.", "A China elogiou a Rússia."))
    assert [ledger.record(first), ledger.record(second), ledger.record(second)] == [False, True, True]
    assert isinstance(ledger.reading("a"), Reading)
    assert ledger.reading("a") == second
