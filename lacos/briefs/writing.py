"""The writer: from a tie in a ledger to its brief."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from lacos.briefs.brief import Brief, Length, Section, Sentence
from lacos.briefs.choosing import choose
from lacos.briefs.claimed import claimed, is_claimed, order
from lacos.briefs.clauses import sentence_case
from lacos.briefs.deeds import Deed, deeds
from lacos.briefs.errors import BriefError
from lacos.briefs.figures import Figures
from lacos.briefs.happened import happened, is_open, still_open
from lacos.briefs.lead import citations, lead
from lacos.briefs.persons import persons
from lacos.briefs.sources import sources
from lacos.briefs.speech import Speech
from lacos.ledger import Ledger
from lacos.messages import LANGUAGES
from lacos.records import Standing
from lacos.ties import Tie


@dataclass(frozen=True, slots=True)
class Size:
    """How many happenings a brief tells of, claims it weighs, and so on; how many sentences a paragraph of happenings has."""

    happened: int
    claimed: int
    background: int
    persons: int
    open: int
    together: int


SIZES = {
    Length.PARAGRAPH: Size(happened=3, claimed=1, background=0, persons=0, open=0, together=3),
    Length.PAGE: Size(happened=8, claimed=4, background=3, persons=5, open=4, together=2),
    Length.DOSSIER: Size(happened=40, claimed=15, background=10, persons=15, open=12, together=1),
}


def brief(
    ledger: Ledger,
    one: str,
    other: str = "",
    length: Length = Length.PAGE,
    language: str = "pt",
    since: str | None = None,
    until: str | None = None,
) -> Brief:
    """What a ledger says of a tie, or without ``other`` of an actor's ties with all: codes, ISO dates of any precision.

    Raises BriefError for a language in which no briefs are written, TieError for sides and dates that make no tie.
    """
    if language not in LANGUAGES:
        raise BriefError(f"no briefs are written in {language!r}: choose one of {', '.join(LANGUAGES)}")
    tie, speech = Tie(ledger, one, (other,) if other else (), since, until), Speech(language)
    written = tuple(section for section in _sections(speech, ledger, tie, length) if section.paragraphs)
    if length is Length.PARAGRAPH:
        whole = tuple(sentence for section in written for paragraph in section.paragraphs for sentence in paragraph)
        written = (Section("", (whole,)),)
    names = speech.listed([speech.titled(code) for code in (one, other) if code])
    return Brief("".join(part.text for part in sentence_case(names)), language, length, one, other, since, until, written)


@dataclass(frozen=True)
class Plan:
    """Which happenings a brief tells in which section, no happening in two."""

    happened: list[Deed]
    claimed: list[Deed]
    background: list[Deed]
    open: list[Deed]


def plan(found: Sequence[Deed], of: Figures, length: Length) -> Plan:
    """The plan of a brief about some happenings, the weightiest first; a dossier tells what happened in the order of time."""
    size, told = SIZES[length], list[Deed]()

    def chosen(some: Iterable[Deed], number: int, whether: Callable[[Deed], bool]) -> list[Deed]:
        taken = choose((deed for deed in some if deed.is_worth_telling), number, whether, told)
        told.extend(taken)
        return taken

    main = chosen(found, size.happened, lambda deed: deed.id in of.counted and deed.standing is not Standing.CONTESTED)
    if length is Length.DOSSIER:
        main.sort(key=lambda deed: (str(deed.act.day), -deed.weight, deed.id))
    return Plan(
        main,
        chosen(sorted(found, key=order), size.claimed, is_claimed),
        chosen(found, size.background, lambda deed: deed.act.historical or (deed.act.counted and deed.id not in of.counted)),
        chosen(found, size.open, is_open),
    )


def _sections(speech: Speech, ledger: Ledger, tie: Tie, length: Length) -> Iterator[Section]:
    size, of, found = SIZES[length], Figures(tie), deeds(ledger, tie.acts)
    told, quoting = plan(found, of, length), length is not Length.PARAGRAPH
    people = list(persons(speech, [*told.happened, *told.claimed], (*tie.one, *tie.other)))[: size.persons]

    yield section(speech, "lead", [tuple(lead(speech, ledger, of, found, length))])
    yield section(speech, "happened", grouped(happened(speech, told.happened, quoting), size.together))
    yield section(speech, "claimed", [tuple(claimed(speech, deed)) for deed in told.claimed])
    yield section(speech, "background", grouped(happened(speech, told.background, quoting), size.together))
    yield section(speech, "persons", [tuple(people)])
    yield section(speech, "open", grouped(still_open(speech, told.open), 1))
    if length is Length.DOSSIER:
        yield section(speech, "sources", [tuple(sources(speech, of, citations(of, found)))])


def section(speech: Speech, name: str, paragraphs: Sequence[tuple[Sentence, ...]]) -> Section:
    return Section(speech.texts(f"section.{name}"), tuple(filter(None, paragraphs)))


def grouped(sentences: Iterable[Sentence], together: int) -> list[tuple[Sentence, ...]]:
    """Sentences in paragraphs of so many."""
    some = list(sentences)
    return [tuple(some[n : n + together]) for n in range(0, len(some), together)]
