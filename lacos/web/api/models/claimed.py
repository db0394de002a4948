"""A happening with what is told and claimed of it."""

from __future__ import annotations

from pydantic import Field

from lacos.records import Stance, Standing, Status
from lacos.web.api.models.listed import Happened, Row


class Telling(Row):
    """A sentence that tells a happening."""

    event: str = Field(description="The id of the event that it tells.", examples=["e1f0c2d94ab37761d"])
    own_voice: bool = Field(description="The text tells it itself.", examples=[True])
    status: Status = Field(examples=["occurred"])
    trigger: str = Field(examples=["lançou"])
    words: str = Field(examples=["A Coreia do Norte lançou nesta terça-feira (28) um míssil balístico."])
    document: str = Field(examples=["missil-1"])
    published: str | None = Field(examples=["2017-11-28"])
    source: str | None = Field(examples=["Folha do Pacífico"])
    wires: str = Field(examples=[""])


class Position(Row):
    """A position taken on a happening: by whom, in which words. ``actor`` is null where the text names nobody."""

    stance: Stance = Field(examples=["deny"])
    actor: str | None = Field(examples=["PRK"])
    person: str | None = Field(examples=[None])
    words: str = Field(examples=["A Coreia do Norte negou ter lançado um míssil na terça-feira (28)."])
    document: str = Field(examples=["missil-3"])
    published: str | None = Field(examples=["2017-11-30"])
    source: str | None = Field(examples=["Jornal de Luanda"])
    start: int = Field(description="Where the words begin in the text.", examples=[0])
    end: int = Field(examples=[66])


class Claimed(Happened):
    """A happening with the sentences that tell it and the positions taken on it, in the order of their reports."""

    sentences: list[Telling]
    positions: list[Position]


class Reported(Row):
    """A document that tells of a happening. Reports with one origin are not independent: one wire, one outlet, copies of one text."""

    document: str = Field(examples=["missil-1"])
    published: str | None = Field(examples=["2017-11-28"])
    outlet: str | None = Field(examples=["Folha do Pacífico"])
    wires: str = Field(examples=[""])
    title: str | None = Field(examples=[None])
    url: str | None = Field(examples=[None])
    origin: str = Field(description="The id of the first document that it depends on, or its own.", examples=["missil-1"])


class Described(Claimed):
    """A happening with all that tell of it."""

    reports: list[Reported]


class Told(Row):
    """An event mention in full, as its text has it, with what stands beside it in the ledger."""

    event: dict[str, object] = Field(description="The event, as in a Reading.")
    own_voice: bool = Field(description="The text tells it itself.", examples=[True])
    documents: list[str] = Field(description="The documents that have it: several where texts are copies.", examples=[["bomba-1"]])
    published: str | None = Field(examples=["2017-09-03"])
    outlet: str | None = Field(examples=["Folha do Pacífico"])
    claim: str | None = Field(description="The id of the claim of its text.", examples=["c931b613f2fa2b33c"])
    standing: Standing | None = Field(description="How that claim stands.", examples=["told"])
    happening: str | None = Field(examples=["h349402d88804318e"])
    coder: str = Field(description="The version that read it.", examples=["0.1.0"])
