"""The check finds what is changed in a brief: a name, a number, a date, a verb, a word, a citation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lacos.briefs import Brief, Kind, Length, Part, Section, Sentence, brief
from lacos.briefs.checking import Check, faults
from lacos.ledger import Ledger

OTHERS = {
    Kind.NAME: Part("a China", Kind.NAME, "CHN"),
    Kind.PERSON: Part("Angela Merkel", Kind.PERSON, "Angela Merkel"),
    Kind.FIGURE: Part("999", Kind.FIGURE, "happenings"),
    Kind.DATE: Part("3 de maio de 2011", Kind.DATE, "2011-05-03"),
    Kind.QUOTE: Part("nunca ninguém disse isto", Kind.QUOTE, "0"),
    Kind.OUTLET: Part("O Outro", Kind.OUTLET, "O Outro"),
}


@pytest.fixture(scope="module")
def check(written: Brief, ledger: Ledger) -> Check:
    return Check(written, ledger)


def wrong(check: Check, sentence: Sentence, old: Part, new: Part) -> list[str]:
    """What the check finds in a sentence of which one part is another."""
    parts = tuple(new if part is old else part for part in sentence.parts)
    return list(check.sentence(replace(sentence, parts=parts)))


def every(written: Brief, kind: Kind) -> list[tuple[Sentence, Part]]:
    return [(sentence, part) for sentence in written.sentences() for part in sentence.parts if part.kind is kind]


def test_what_we_write_is_borne_out(written: Brief, ledger: Ledger) -> None:
    assert faults(written, ledger) == []


@pytest.mark.parametrize("language", ["pt", "en"])
@pytest.mark.parametrize("length", Length)
@pytest.mark.parametrize(("one", "other"), [("PRK", "USA"), ("PRK", ""), ("CHL", "BOL"), ("FIN", "BOL")])
def test_so_are_all_lengths_of_all_ties(ledger: Ledger, one: str, other: str, length: Length, language: str) -> None:
    assert faults(brief(ledger, one, other, length, language), ledger) == []


def test_what_is_wrong_is_told_with_its_sentence(written: Brief, ledger: Ledger) -> None:
    sentence, part = every(written, Kind.NAME)[0]
    changed = replace(sentence, parts=tuple(OTHERS[Kind.NAME] if one is part else one for one in sentence.parts))
    (fault,) = faults(replace(written, sections=(Section("", ((changed,),)),)), ledger)
    assert "a China" in fault.sentence
    assert fault.reason == "no record of the sentence bears out the name 'a China'"


@pytest.mark.parametrize("kind", OTHERS)
def test_another_name_number_date_quotation_or_outlet_is_found_wherever_it_stands(check: Check, kind: Kind) -> None:
    places = every(check.brief, kind)
    assert places
    for sentence, part in places:
        assert wrong(check, sentence, part, OTHERS[kind]), sentence.text


@pytest.mark.parametrize("kind", [Kind.NAME, Kind.FIGURE, Kind.DATE, Kind.DEED, Kind.OFFICE, Kind.PERSON])
def test_another_text_under_the_same_key_is_found(check: Check, kind: Kind) -> None:
    places = every(check.brief, kind)
    assert places
    for sentence, part in places:
        assert wrong(check, sentence, part, replace(part, text="atacou a China")), sentence.text


def test_a_number_one_off_is_found(ledger: Ledger) -> None:
    check = Check(brief(ledger, "PRK", "USA", Length.DOSSIER), ledger)
    found = 0
    for sentence, part in every(check.brief, Kind.FIGURE):
        digits = [one for one in part.text if one.isdigit()]
        if digits:
            other = part.text.replace(digits[-1], str((int(digits[-1]) + 1) % 10))
            assert wrong(check, sentence, part, replace(part, text=other)), sentence.text
            found += 1
    assert found > 10


@pytest.mark.parametrize("added", [" e a China", " 12", " Merkel", " from Brazil", " a Rússia"])
def test_names_and_numbers_among_the_words_are_found(check: Check, added: str) -> None:
    for sentence, part in every(check.brief, Kind.WORDS):
        assert wrong(check, sentence, part, replace(part, text=added + part.text)), sentence.text


def test_a_sentence_without_its_citations_is_found(check: Check) -> None:
    for sentence in check.brief.sentences():
        assert "it cites nothing" in list(check.sentence(replace(sentence, citations=())))


@pytest.mark.parametrize(
    "change", [{"start": 1}, {"words": "outras palavras"}, {"document": "outro"}, {"outlet": "O Outro"}, {"published": "2001-01-01"}]
)
def test_a_citation_that_does_not_resolve_is_found(check: Check, change: dict[str, object]) -> None:
    for sentence in check.brief.sentences():
        cited = (replace(sentence.citations[0], **change), *sentence.citations[1:])  # type: ignore[arg-type]
        assert list(check.sentence(replace(sentence, citations=cited))), sentence.text


def test_another_happening_than_the_one_told_is_found(check: Check) -> None:
    ids = {sentence.happenings for sentence in check.brief.sentences() if sentence.happenings}
    telling = [sentence for sentence in check.brief.sentences() if any(part.kind is Kind.DEED for part in sentence.parts)]
    assert telling
    for sentence in telling:
        for other in ids - {sentence.happenings} | {("h0",)}:
            assert list(check.sentence(replace(sentence, happenings=other))), sentence.text


def test_a_longer_quotation_than_allowed_is_found(check: Check) -> None:
    sentence, part = every(check.brief, Kind.QUOTE)[0]
    assert wrong(check, sentence, part, replace(part, text=" ".join([part.text, "[...]", part.text])))
