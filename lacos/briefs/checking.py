"""The check of a brief: every sentence against the ledger, so that nothing is said that no record holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import select

from lacos.actors.naming import Gender, names_in, naming
from lacos.briefs.brief import Brief, Citation, Kind, Part, Sentence
from lacos.briefs.clauses import Aspect, aspect_of, clause
from lacos.briefs.deeds import Deed, deeds
from lacos.briefs.errors import BriefError
from lacos.briefs.figures import Figures
from lacos.briefs.persons import held_at, month, office
from lacos.briefs.quoting import GAP, MOST, plain
from lacos.briefs.speech import Speech
from lacos.ledger import Ledger
from lacos.ledger.schema import documents
from lacos.records import Standing
from lacos.ties import Tie

NAMELIKE = re.compile(r"(?<=\s)[^\W\d_a-zà-öø-ÿ][\w-]*")
"""A capitalised word after another."""
SMALL = re.compile(r"[^\W\d_]*( [^\W\d_]+)* ?")
"""What may stand before an actor's name: articles and prepositions."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What a sentence says that the ledger does not bear out, and why not."""

    sentence: str
    reason: str


def faults(brief: Brief, ledger: Ledger) -> list[Fault]:
    """All that is wrong with a brief; nothing where each sentence is borne out.

    Each citation must stand in its document as it is quoted; each name be that of a side, a speaker or an office holder of what the
    sentence tells; each verb what its happening's type, mode and status make of it; each number and date the ledger's.
    """
    check = Check(brief, ledger)
    return [Fault(sentence.text, reason) for sentence in brief.sentences() for reason in check.sentence(sentence)]


@dataclass(frozen=True)
class Check:
    """A brief beside the ledger that it is read against."""

    brief: Brief
    ledger: Ledger

    @cached_property
    def tie(self) -> Tie:
        other = (self.brief.other,) if self.brief.other else ()
        return Tie(self.ledger, self.brief.one, other, self.brief.since, self.brief.until)

    @cached_property
    def figures(self) -> Figures:
        return Figures(self.tie)

    @cached_property
    def speech(self) -> Speech:
        return Speech(self.brief.language)

    @cached_property
    def deeds(self) -> dict[str, Deed]:
        told = {id for sentence in self.brief.sentences() for id in sentence.happenings}
        return {deed.id: deed for deed in deeds(self.ledger, (act for act in self.tie.acts if act.happening in told))}

    @cached_property
    def texts(self) -> dict[str, tuple[object, ...]]:
        """The documents cited, with their text and what a citation says of them."""
        cited = sorted({one.document for sentence in self.brief.sentences() for one in sentence.citations})
        columns = (documents.c.id, documents.c.text, documents.c.published, documents.c.outlet, documents.c.title, documents.c.url)
        with self.ledger.database.reading() as connection:
            return {id: tuple(rest) for id, *rest in connection.execute(select(*columns).where(documents.c.id.in_(cited)))}

    @cached_property
    def names(self) -> re.Pattern[str]:
        """The names of all states and organisations."""
        known = sorted((name.text for name in names_in(self.brief.language).values() if name.text[:1].isupper()), key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, known))})\b")

    def sentence(self, sentence: Sentence) -> Iterator[str]:
        """What is wrong with a sentence."""
        if not sentence.citations and self.tie.counted:
            yield "it cites nothing"
        if not sentence.text.endswith((".", "?")):
            yield "it does not end"
        for citation in sentence.citations:
            if not self._cites(citation):
                yield f"document {citation.document!r} does not have {citation.words!r} at {citation.start}, or another date"
        if unknown := [id for id in sentence.happenings if id not in self.deeds]:
            yield f"the tie has no happening {', '.join(unknown)}"
            return
        yield from self._deed(sentence)
        for part in sentence.parts:
            if not CHECKS[part.kind](self, sentence, part):
                yield f"no record of the sentence bears out the {part.kind} {part.text!r}"

    def _cites(self, citation: Citation) -> bool:
        text, *told = self.texts.get(citation.document, ("",))
        words = str(text)[citation.start : citation.end]
        return words == citation.words and told == [citation.published, citation.outlet, citation.title, citation.url]

    def _deed(self, sentence: Sentence) -> Iterator[str]:
        """Whether the predicate is one that the happening has."""
        said = [(part.key, part.text) for part in sentence.parts if part.kind is Kind.DEED]
        for id in {key for key, _ in said}:
            deed = self.deeds.get(id)
            possible = [self._predicate(deed, aspect) for aspect in aspects(deed)] if deed and id in sentence.happenings else []
            if [text for key, text in said if key == id] not in possible:
                yield f"happening {id} is not of this type, mode or status"

    def _predicate(self, deed: Deed, aspect: Aspect) -> list[str]:
        return [part.text for part in clause(self.speech, deed, aspect) if part.kind is Kind.DEED]

    def words(self, _: Sentence, part: Part) -> bool:
        """Whether words that say no record name nobody and hold no figure."""
        return not (re.search(r"\d", part.text) or NAMELIKE.search(part.text) or self.names.search(part.text))

    def name(self, sentence: Sentence, part: Part) -> bool:
        one = naming(part.key, self.brief.language)
        before = part.text[: -len(one.text)]
        called = part.text.casefold().endswith(one.text.casefold()) and bool(SMALL.fullmatch(before))
        return part.key in self._named(sentence) and (called or part.text in one.adjectives)

    def _named(self, sentence: Sentence) -> set[str]:
        """The codes that a sentence may name."""
        if sentence.happenings:
            some = [self.deeds[id] for id in sentence.happenings]
            sides = {one.state for deed in some for told in deed.tellings for one in (*told.actor, *told.recipient)}
            return sides | {code for deed in some for taken in deed.taken if taken.by for code in (taken.by.code, taken.by.state)}
        holders = {part.key.partition(" ")[0] for part in sentence.parts if part.kind is Kind.OFFICE}
        return holders or {*self.tie.one, *self.tie.other}

    def person(self, sentence: Sentence, part: Part) -> bool:
        """Whether a document that the sentence cites, or one that tells the happening, names the person in full."""
        texts = [str(self.texts.get(one.document, ("",))[0]) for one in sentence.citations]
        spoken = (taken.by for id in sentence.happenings for taken in self.deeds[id].taken)
        return part.text == part.key and (any(part.key in text for text in texts) or any(by and by.person == part.key for by in spoken))

    def office(self, sentence: Sentence, part: Part) -> bool:
        person = next((one.key for one in sentence.parts if one.kind is Kind.PERSON), "")
        held = next((held for one in sentence.citations if (held := held_at(person, one.published))), None)
        if held is None or part.key != f"{held[1]} {held[0]}":
            return False
        return part in office(self.speech, *held)

    def figure(self, _: Sentence, part: Part) -> bool:
        try:
            value = self.figures(part.key)
        except BriefError:
            return False
        grammar = self.speech.grammar
        counts = {grammar.number(value, gender) for gender in Gender} if isinstance(value, int) else {grammar.decimal(value)}
        return part.text in counts | ({grammar.decimal(value, 0)} if isinstance(value, int) else set())

    def date(self, sentence: Sentence, part: Part) -> bool:
        first, _, last = part.key.partition("/")
        grammar = self.speech.grammar
        said = {grammar.span(first, last)} if last else {grammar.date(first), grammar.on(first)}
        return part.key in self._dates(sentence) and part.text.casefold() in {text.casefold() for text in said}

    def _dates(self, sentence: Sentence) -> set[str | None]:
        """The dates that a sentence may give."""
        found = {one.published for one in sentence.citations} | {self.deeds[id].act.when for id in sentence.happenings}
        if sentence.happenings:
            return found
        days = self.figures.days
        spans = {f"{days[0]}/{days[-1]}"} if days else {self.brief.since, self.brief.until}
        months = {month(date) for date in found if date}  # of who held an office
        return found | months | spans | {change.first.label for change in self.figures.breaks}

    def quote(self, sentence: Sentence, part: Part) -> bool:
        """Whether a quotation is short enough and stands, piece by piece, in the words cited."""
        pieces = [plain(piece) for piece in part.text.split(GAP)]
        cited = plain(sentence.citations[int(part.key)].words) if int(part.key) < len(sentence.citations) else ""
        return len(" ".join(pieces).split()) <= MOST and all(piece in cited for piece in pieces)

    def outlet(self, sentence: Sentence, part: Part) -> bool:
        counted = {one.key for one in sentence.parts if one.kind is Kind.FIGURE}
        cited = {one.outlet or one.document for one in sentence.citations}
        return part.text == part.key and (f"outlet.{part.key}" in counted or part.key in cited)


CHECKS = {kind: getattr(Check, kind.value) for kind in Kind if kind is not Kind.DEED} | {Kind.DEED: lambda *_: True}
"""How the parts of each kind are checked; deeds are, sentence by sentence, as wholes."""


def aspects(deed: Deed) -> set[Aspect]:
    """How a happening may be said, by its standing."""
    denied = {Aspect.DOUBTED, Aspect.DISOWNED}
    also = {Standing.CONTESTED: {Aspect.ALLEGED, Aspect.OCCURRED} | denied, Standing.DENIED: denied}
    return {aspect_of(deed)} | also.get(deed.standing, set())
