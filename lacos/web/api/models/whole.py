"""What is told of a ledger as a whole, and of its actors."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from lacos.web.api.models.listed import Row


class Amounts(Row):
    """How much a ledger holds."""

    documents: int = Field(description="Those that were read.", examples=[2480])
    aside: dict[str, int] = Field(description="Texts in languages that are not read, by language.", examples=[{"en": 3}])
    copies: int = Field(description="Texts that copy an earlier one.", examples=[16])
    first: str | None = Field(alias="from", description="The earliest day of publication.", examples=["2009-06-01"])
    until: str | None = Field(examples=["2018-07-23"])
    events: int = Field(examples=[83911])
    statements: int = Field(examples=[51014])
    happenings: int = Field(examples=[59052])
    standings: dict[str, int] = Field(examples=[{"told": 38234, "attributed": 19505, "denied": 868, "contested": 445}])
    tie_days: int = Field(description="Days on which something passes between two, added up over all ties.", examples=[15429])
    judgements: int = Field(examples=[2])
    corrections: int = Field(examples=[1])
    failures: int = Field(examples=[0])
    coders: dict[str, int] = Field(description="Documents by the version that read them.", examples=[{"0.1.0": 2480}])


class Seen(Row):
    """An actor as lists show it: a state or organisation with the happenings that it is on a side of."""

    code: str = Field(examples=["PRK"])
    name_pt: str = Field(examples=["Coreia do Norte"])
    name_en: str = Field(examples=["North Korea"])
    happenings: int = Field(examples=[1586])
    first: str | None = Field(description="The day of the first.", examples=["2009-06-01"])
    last: str | None = Field(examples=["2018-03-18"])


class Office(Row):
    """An office and who held it; dates are null where they are not known or it is held still."""

    person: str = Field(examples=["Kim Jong-un"])
    office: str = Field(examples=["supreme leader"])
    code: str = Field(description="Whom the holder acts for meanwhile.", examples=["PRK"])
    start: date | None = Field(examples=["2011-12-17"])
    end: date | None = Field(examples=[None])


class Actor(Row):
    """An actor: what it is called and written as, and who held its offices."""

    code: str = Field(examples=["PRK"])
    state: str = Field(description="The code without its sector.", examples=["PRK"])
    sector: str | None = Field(examples=[None])
    name_pt: str = Field(examples=["Coreia do Norte"])
    name_en: str = Field(examples=["North Korea"])
    wikidata: str | None = Field(examples=["Q423"])
    forms: list[str] = Field(description="How texts write it.", examples=[["Coreia do Norte", "Pyongyang", "norte-coreano"]])
    offices: list[Office]
    statements: str = Field(description="Where its statements are.", examples=["/api/v1/statements?actor=PRK"])
    ties: str = Field(description="Where what passes between it and all others is.", examples=["/api/v1/ties/PRK/others"])
