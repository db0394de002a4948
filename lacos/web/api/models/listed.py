"""What lists hold: one model a kind of row. Several codes of one side are joined by "+"; offsets are characters of a document's text."""

from __future__ import annotations

from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from lacos.records import EventType, Stance, Standing, Status

T = TypeVar("T")


class Row(BaseModel):
    """A row, with the fields that it has and no others; findings become rows by their fields and properties."""

    model_config = ConfigDict(extra="forbid", from_attributes=True)


class Listed(Row, Generic[T]):
    """A part of a list. ``next`` and ``previous`` are the addresses of the parts around it, null where there are none."""

    items: list[T]
    limit: int = Field(description="How many items a part has at most.", examples=[100])
    offset: int = Field(description="How many items lie before this part.", examples=[0])
    next: str | None = Field(examples=["/api/v1/events?type=ASSAULT&limit=100&offset=100"])
    previous: str | None = Field(examples=[None])


class Happened(Row):
    """A happening: the event mentions, in one or many documents, that tell of the same thing."""

    id: str = Field(examples=["h349402d88804318e"])
    type: EventType = Field(description="A PLOVER type.", examples=["MOBILIZE"])
    mode: str | None = Field(description="A PLOVER mode.", examples=["weapons"])
    status: Status = Field(examples=["occurred"])
    historical: bool = Field(description="Told as history, not as news.", examples=[False])
    actor: str = Field(description="Codes of who acts, joined by +; empty where nobody is named.", examples=["PRK"])
    recipient: str = Field(description="Codes of who is acted upon, joined by +.", examples=[""])
    date: str | None = Field(description="ISO date, cut to its precision.", examples=["2017-09-03"])
    day: str | None = Field(description="The day it is put on: its own, or that of the first report of news.", examples=["2017-09-03"])
    standing: Standing = Field(description="Contested where some assert it and some deny it.", examples=["contested"])
    first_reported: str | None = Field(examples=["2017-09-03"])
    last_reported: str | None = Field(examples=["2017-09-12"])
    articles: int = Field(description="Documents that tell of it.", examples=[14])
    origins: int = Field(description="How many of these are independent of each other.", examples=[6])


class Coded(Row):
    """An event as one document tells it, with the words that carry it."""

    document: str = Field(examples=["bomba-1"])
    published: str | None = Field(examples=["2017-09-03"])
    source: str | None = Field(examples=["Folha do Pacífico"])
    id: str = Field(examples=["e1f0c2d94ab37761d"])
    type: EventType = Field(examples=["MOBILIZE"])
    mode: str | None = Field(examples=[None])
    actor: str = Field(examples=["PRK"])
    recipient: str = Field(examples=[""])
    status: Status = Field(examples=["occurred"])
    historical: bool = Field(examples=[False])
    alleged: bool = Field(description="Hedged by the text itself, or somebody's word who is not named.", examples=[False])
    date: str | None = Field(examples=["2017-09-03"])
    place: str | None = Field(examples=[None])
    country: str | None = Field(description="The state that the place is in.", examples=[None])
    attributed_to: str = Field(description="Codes of who asserts it, where the text does not.", examples=[""])
    happening: str | None = Field(description="The id of the happening that it tells of.", examples=["h349402d88804318e"])
    trigger: str = Field(examples=["testou"])
    sentence: str = Field(examples=["A Coreia do Norte testou neste domingo (3) uma bomba de hidrogênio."])
    because: str = Field(description="Why the coder decided so.", examples=["testar bomba (pt.toml, MOBILIZE): subject PRK"])


class Stated(Row):
    """What a speaker says, in which words."""

    document: str = Field(examples=["missil-3"])
    published: str | None = Field(examples=["2017-11-30"])
    source: str | None = Field(examples=["Jornal de Luanda"])
    id: str = Field(examples=["s2d71f982a8e0dbff"])
    speaker: str | None = Field(description="The speaker's code.", examples=["PRK"])
    person: str | None = Field(examples=[None])
    stance: Stance = Field(examples=["deny"])
    cue: str | None = Field(examples=["negou"])
    content: str = Field(examples=["ter lançado um míssil"])
    start: int = Field(description="Where the content begins in the text.", examples=[25])
    end: int = Field(examples=[46])
    sentence: str = Field(examples=["A Coreia do Norte negou ter lançado um míssil."])
    about: str = Field(description="Codes of whom it is about, joined by +.", examples=["PRK"])
    because: str = Field(examples=["negar (cues.tsv, line 548) with clause; speaker PRK 0.98; deny 0.93"])


class Kept(Row):
    """A document as lists show it."""

    id: str = Field(examples=["bomba-1"])
    published: str | None = Field(examples=["2017-09-03"])
    outlet: str | None = Field(description="Its source, or the host of its url.", examples=["Folha do Pacífico"])
    title: str | None = Field(examples=["Pyongyang testa bomba"])
    author: str | None = Field(examples=[None])
    url: str | None = Field(examples=["https://pacifico.example/mundo/bomba"])
    language: str | None = Field(examples=["pt"])
    wires: str = Field(description="The agencies that it is credited to, joined by +.", examples=["reuters"])
    coder: str | None = Field(description="The version that read it; null for a language that is not read.", examples=["0.1.0"])
    added: str = Field(examples=["2026-11-26T07:00:00Z"])


class Hit(Row):
    """A document that a search found, the better the higher its score."""

    document: str = Field(examples=["bomba-1"])
    published: str | None = Field(examples=["2017-09-03"])
    source: str | None = Field(examples=["Folha do Pacífico"])
    title: str | None = Field(examples=["Pyongyang testa bomba"])
    words: str = Field(description="The words around what was found.", examples=["… testou neste domingo (3) uma bomba …"])
    score: float = Field(examples=[7.3105])


class Failed(Row):
    """An input that could not be read."""

    name: str = Field(examples=["noticias/vazia.txt"])
    message: str = Field(examples=["document 'vazia' has no words"])
    attempts: int = Field(examples=[2])
    first: str = Field(examples=["2026-11-25T10:00:00Z"])
    last: str = Field(examples=["2026-11-26T07:00:00Z"])
    options: str = Field(description="JSON of what it was read with, where not the defaults.", examples=["{}"])


class Judged(Row):
    """A person's judgement that two event mentions tell of the same happening or do not."""

    n: int = Field(description="Its number, by which it is undone.", examples=[1])
    one: str = Field(examples=["e1f0c2d94ab37761d"])
    other: str = Field(examples=["e7a29b80f31c5d446"])
    same: bool = Field(examples=[True])
    by: str = Field(examples=["ana"])
    at: str = Field(examples=["2026-11-26T07:00:00Z"])
    note: str = Field(examples=["o mesmo lançamento"])
    undone_at: str | None = Field(examples=[None])


class Corrected(Row):
    """A person's correction of an event: it is none (``wrong``), or says something else; null leaves what was coded, "" takes it away."""

    n: int = Field(description="Its number, by which it is undone.", examples=[2])
    event: str = Field(examples=["e1f0c2d94ab37761d"])
    document: str = Field(description="The one in which it was seen; it holds for all copies of its text.", examples=["bomba-1"])
    text: str = Field(description="The id of that text.", examples=["9b1f5c0d7e2a4431"])
    trigger_start: int = Field(examples=[20])
    trigger_end: int = Field(examples=[26])
    wrong: bool = Field(examples=[False])
    type: EventType | None = Field(examples=["MOBILIZE"])
    mode: str | None = Field(examples=[None])
    status: Status | None = Field(examples=[None])
    historical: bool | None = Field(examples=[None])
    date: str | None = Field(examples=[None])
    actor: str | None = Field(description="Codes joined by +.", examples=["PRK"])
    recipient: str | None = Field(examples=[None])
    by: str = Field(examples=["ana"])
    at: str = Field(examples=["2026-11-26T07:00:00Z"])
    note: str = Field(examples=["o teste é da Coreia do Norte"])
    undone_at: str | None = Field(examples=[None])
