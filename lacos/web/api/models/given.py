"""What is sent to the API."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from lacos.ledger.corrections import LONGEST, SIDES, Change
from lacos.reader import LONGEST_TEXT
from lacos.records import Document, EventType, Status

SHORT = 100_000
"""Characters of the longest text that is read while its sender waits for nothing else."""
MOST, PAGES = 50, 10
"""Texts, and addresses, that are added at once."""


EVENT = "^e[0-9a-f]{16}$"
DAY = r"^\d{4}-\d\d-\d\d"
WORDS = r"^[^\x00]*$"


class Given(BaseModel):
    """Something sent, with the fields that there are and no others."""

    model_config = ConfigDict(extra="forbid")


class Text(Given):
    """A text with what is known of it. Without ``id`` it gets one made from its text, without ``language`` that is detected."""

    text: str = Field(max_length=LONGEST_TEXT, examples=["A Coreia do Norte negou ter lançado um míssil na terça-feira (28)."])
    id: str | None = Field(None, max_length=2000, examples=["missil-3"])
    published: str | None = Field(None, pattern=DAY, description="Offices and dates are read by it.", examples=["2017-11-30"])
    title: str | None = Field(None, max_length=1000, examples=["Pyongyang nega lançamento"])
    url: str | None = Field(None, max_length=2000, examples=["https://luanda.example/mundo/missil"])
    source: str | None = Field(None, max_length=200, description="The outlet.", examples=["Jornal de Luanda"])
    language: str | None = Field(None, max_length=20, examples=["pt"])
    author: str | None = Field(None, max_length=500, examples=["Maria Quissanga"])

    def document(self) -> Document:
        """The document that it is. Raises RecordError for one that cannot be."""
        return Document.from_json(self.model_dump())


class Short(Text):
    """A text to read."""

    text: str = Field(max_length=SHORT, examples=["A Coreia do Norte negou ter lançado um míssil na terça-feira (28)."])


class Texts(Given):
    """Texts to add, and addresses of texts to fetch and add."""

    documents: list[Text] = Field([], max_length=MOST)
    urls: list[str] = Field([], max_length=PAGES, examples=[[]])


class Judgement(Given):
    """That two event mentions, by their ids, tell of the same happening or do not."""

    one: str = Field(pattern=EVENT, examples=["e1f0c2d94ab37761d"])
    other: str = Field(pattern=EVENT, examples=["e7a29b80f31c5d446"])
    same: bool = Field(examples=[True])
    note: str = Field("", max_length=LONGEST, pattern=WORDS, examples=["o mesmo lançamento"])


class Correction(Given):
    """That an event is none (``wrong``), or what it says instead: what is left out stays, "" and [] take away what was coded."""

    event: str = Field(pattern=EVENT, examples=["e1f0c2d94ab37761d"])
    wrong: bool = Field(False, examples=[False])
    type: EventType | None = Field(None, examples=["MOBILIZE"])
    mode: str | None = Field(None, max_length=100, examples=[None])
    status: Status | None = Field(None, examples=["occurred"])
    historical: bool | None = Field(None, examples=[None])
    date: str | None = Field(None, max_length=10, examples=["2017-09-03"])
    actor: list[str] | None = Field(None, max_length=20, examples=[["PRK"]])
    recipient: list[str] | None = Field(None, max_length=20, examples=[None])
    note: str = Field("", max_length=LONGEST, pattern=WORDS, examples=["o teste é da Coreia do Norte"])

    def change(self) -> Change:
        """What it changes."""
        values: dict[str, Any] = self.model_dump(exclude={"event", "note"})
        values |= {side: tuple(values[side]) for side in SIDES if values[side] is not None}
        return Change(**values)
