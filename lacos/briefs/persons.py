"""Who is who: what the persons of a tie held at the time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from lacos.actors.tables import Person, all_persons
from lacos.briefs.brief import Citation, Kind, Part, Sentence
from lacos.briefs.deeds import Deed
from lacos.briefs.errors import PredicateError
from lacos.briefs.predicates import DATA
from lacos.briefs.speech import Parts, Speech
from lacos.messages import LANGUAGES
from lacos.tables import rows


@dataclass(frozen=True, slots=True)
class Holder:
    """A person whose name stands in the words cited, with the office held when they were published, of a state or organisation."""

    person: str
    office: str
    code: str
    citation: Citation


def persons(speech: Speech, some: Sequence[Deed], sides: Collection[str]) -> Iterator[Sentence]:
    """A sentence a person, those of the weightiest happenings first: of the ``sides`` of a tie, and who speaks of it."""
    for holder in holders(some, sides):
        assert holder.citation.published is not None
        date = speech.on(month(holder.citation.published))
        parts = {"person": (Part(holder.person, Kind.PERSON, holder.person),), "office": office(speech, holder.office, holder.code)}
        yield Sentence(speech.say("persons.office", date=(date,), **parts), (holder.citation,))


def holders(some: Sequence[Deed], sides: Collection[str]) -> list[Holder]:
    """The persons named in full in words that tell a happening of theirs, or that they speak of, once each."""
    found: dict[str, Holder] = {}
    for deed in some:
        acting = (named for one in deed.tellings for named in (*one.actor, *one.recipient) if named.state in sides)
        people = dict.fromkeys(named.person for named in (*acting, *(one.by for one in deed.taken if one.by)) if named.person)
        for citation in (*(one.citation for one in deed.tellings), *(one.citation for one in deed.taken)):
            for person in people:
                if person in citation.words and (held := held_at(person, citation.published)):
                    found.setdefault(person, Holder(person, *held, citation))
    return list(found.values())


def held_at(person: str, published: str | None) -> tuple[str, str] | None:
    """The office that a person held on the day of a publication, and of whom; None where there is none that briefs tell of."""
    known = _people().get(person)
    if known is None or not published or len(published) < len("2017-09-03"):
        return None
    code, held, _ = known.standing(date.fromisoformat(published))
    return (held, code.partition("/")[0]) if held in offices() else None


def month(day: str) -> str:
    """The month in which a day lies, which is enough to say of an office."""
    return day[: len("2017-09")]


def office(speech: Speech, held: str, code: str) -> Parts:
    """What somebody in an office did: "chefiava a diplomacia da Rússia"."""
    return speech.slotted(offices()[held][speech.language], (code,), Kind.OFFICE, f"{code} {held}")


@cache
def offices(path: Path = DATA / "offices.tsv") -> dict[str, dict[str, str]]:
    """What is said of who holds an office, by language. Raises PredicateError for a row without words in one."""
    found: dict[str, dict[str, str]] = {}
    for where, row in rows(path, PredicateError):
        if not all(row[language] for language in LANGUAGES):
            raise PredicateError(f"{where}: {row['office']!r} has no words in {' or '.join(LANGUAGES)}")
        found[row["office"]] = {language: row[language] for language in LANGUAGES}
    return found


@cache
def _people() -> dict[str, Person]:
    return {person.name: person for person in all_persons()}
