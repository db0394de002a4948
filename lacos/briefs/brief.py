"""A brief as a record: sections of sentences, each made of parts that say which record they tell, and with the words that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Length(StrEnum):
    """How long a brief is."""

    PARAGRAPH = "paragraph"
    PAGE = "page"
    DOSSIER = "dossier"


class Kind(StrEnum):
    """What a part of a sentence says, and so what its ``key`` is.

    ``words``: nothing of its own, "". ``name``: an actor, its code. ``person``: a person's name. ``deed``: what a happening is, its id.
    ``office``: what a person did then, "code name". ``figure``: a number, the figure's name. ``date``: an ISO date. ``quote``: words of the
    sentence's citation with this rank. ``outlet``: who published, its name.
    """

    WORDS = "words"
    NAME = "name"
    PERSON = "person"
    DEED = "deed"
    OFFICE = "office"
    FIGURE = "figure"
    DATE = "date"
    QUOTE = "quote"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of a document that a sentence rests on; offsets are characters of its text, start inclusive, end exclusive."""

    document: str
    published: str | None
    outlet: str | None
    title: str | None
    url: str | None
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Part:
    """Some text of a sentence, and the record that it says."""

    text: str
    kind: Kind = Kind.WORDS
    key: str = ""


@dataclass(frozen=True)
class Sentence:
    """What is said, with the happenings that it tells, by id, and the words that it rests on.

    Only a sentence that says that there is nothing rests on no words.
    """

    parts: tuple[Part, ...]
    citations: tuple[Citation, ...] = ()
    happenings: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)


@dataclass(frozen=True)
class Section:
    """Paragraphs of sentences under a title, "" in a brief of one paragraph."""

    title: str
    paragraphs: tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True, repr=False)
class Brief:
    """Cited prose about a tie, or about an actor's ties with all (``other`` is "")."""

    title: str
    language: str
    length: Length
    one: str
    other: str
    since: str | None
    until: str | None
    sections: tuple[Section, ...]

    def __repr__(self) -> str:
        return f"<Brief {self.title!r}: {self.length}, {self.language}, {sum(1 for _ in self.sentences())} sentences>"

    def sentences(self) -> Iterator[Sentence]:
        """All sentences, in their order."""
        return (sentence for section in self.sections for paragraph in section.paragraphs for sentence in paragraph)

    @cached_property
    def notes(self) -> dict[Citation, int]:
        """The number of each citation's note, from 1 in the order of the text; what cites the same words shares one."""
        found: dict[Citation, int] = {}
        for sentence in self.sentences():
            for citation in sentence.citations:
                found.setdefault(citation, len(found) + 1)
        return found

    def _repr_html_(self) -> str:
        from lacos.briefs.rendering.html import fragment

        return fragment(self)
