"""Briefs as JSON."""

from __future__ import annotations

from pydantic import Field

from lacos.briefs import Kind, Length
from lacos.web.api.models.listed import Row


class Citation(Row):
    """Words of a document that a sentence rests on; offsets are characters of its text, end exclusive."""

    document: str = Field(examples=["missil-3"])
    published: str | None = Field(examples=["2017-11-30"])
    outlet: str | None = Field(examples=["Jornal de Luanda"])
    title: str | None = Field(examples=[None])
    url: str | None = Field(examples=[None])
    start: int = Field(examples=[0])
    end: int = Field(examples=[66])
    words: str = Field(examples=["A Coreia do Norte negou ter lançado um míssil na terça-feira (28)."])


class Part(Row):
    """Some text of a sentence, and the record that it says: an actor's code, a happening's id ..."""

    text: str = Field(examples=["a Coreia do Norte"])
    kind: Kind = Field(examples=["name"])
    key: str = Field(examples=["PRK"])


class Sentence(Row):
    """What is said; its text is that of its parts, one after the other."""

    parts: list[Part]
    citations: list[Citation]
    happenings: list[str] = Field(examples=[["h349402d88804318e"]])


class Section(Row):
    """Paragraphs of sentences under a title, empty in a brief of one paragraph."""

    title: str = Field(examples=["O que aconteceu"])
    paragraphs: list[list[Sentence]]


class Brief(Row):
    """Cited prose about a tie, or about an actor's ties with all (``other`` is empty)."""

    title: str = Field(examples=["Coreia do Norte e Estados Unidos"])
    language: str = Field(examples=["pt"])
    length: Length = Field(examples=["paragraph"])
    one: str = Field(examples=["PRK"])
    other: str = Field(examples=["USA"])
    since: str | None = Field(examples=[None])
    until: str | None = Field(examples=[None])
    sections: list[Section]
    notes: int = Field(description="How many different words it cites.", examples=[12])
