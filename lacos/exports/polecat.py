"""Events under the column names of POLECAT (Halterman et al. 2023, doi:10.7910/DVN/AJGVIT), then what POLECAT has no column for.

docs/exports.md says how each is filled. What we do not know stays missing, which POLECAT writes "None".
"""

from __future__ import annotations

from collections.abc import Iterable

from lacos.events.ontology import ontology, score
from lacos.exports.actors import SECTORS, Group, Kind, countries, groups, kind, name
from lacos.exports.columns import Column, Layout, codes, of_happening, of_place, words
from lacos.ledger.streaming import Telling
from lacos.records import Mention, content_id

CALLED = {"MED": "JRN", "NGO": "SOC"}
"""PLOVER's sectors (manual, table 5.2) where they are not called as our parts of states."""


def listed(values: Iterable[str]) -> str:
    """Values as POLECAT lists them, each once."""
    return "; ".join(dict.fromkeys(value for value in values if value))


def called(mention: Mention) -> str:
    """The name of a person or actor, in English where it is an actor's."""
    return mention.person or name(mention.code, "en")


def country(mention: Mention) -> str:
    """The ISO 3166-1 code of a state, or PLOVER's of an actor that is in none."""
    state = mention.actor.state
    if kind(state) is Kind.STATE:
        return state
    return groups().get(state, Group()).plover or ("IGO" if kind(state) is Kind.ORGANISATION else "")


def cow(mention: Mention) -> str:
    """The code of the Correlates of War of an actor's state, "" where it has none."""
    known = countries().get(mention.actor.state)
    return known.cow if known else ""


def sector(mention: Mention) -> str:
    """PLOVER's sector: that of a part of a state; a state's own is its government, which our codes do not part from its army."""
    part = mention.actor.sector or (mention.code if mention.code in SECTORS else None)
    if part:
        return CALLED.get(part, part)
    return "GOV" if kind(mention.code) is Kind.STATE else ""


def event_day(one: Telling) -> str | None:
    """The day of an event, else the day that its happening counts for."""
    if one.event.date and len(one.event.date.value) == 10:
        return one.event.date.value
    return one.happening["day"] if one.happening and not one.event.date else None


def side(title: str, field: str) -> tuple[Column, ...]:
    """The columns of actors or of recipients."""

    def of(one: Telling) -> tuple[Mention, ...]:
        return one.event.actor if field == "actor" else one.event.recipient

    return (
        Column(f"{title} Name", str, lambda one: listed(map(called, of(one)))),
        Column(f"{title} Country", str, lambda one: listed(map(country, of(one)))),
        Column(f"{title} COW", str, lambda one: listed(map(cow, of(one)))),
        Column(f"Primary {title} Sector", str, lambda one: sector(of(one)[0]) if of(one) else None),
        Column(f"{title} Sectors", str, lambda one: listed(map(sector, of(one)))),
        Column(f"{title} Title", str, absent),
        Column(f"{title} Name Raw", str, lambda one: words(of(one))),
        Column(f"Wikipedia {title} ID", str, absent),
    )


def absent(_: Telling) -> None:
    """What Laços does not know."""


def city(one: Telling) -> str | None:
    """The name of the city where an event took place, None for places of other kinds."""
    return one.event.place.name if one.event.place and one.event.place.kind in ("city", "capital") else None


POLECAT = Layout(
    (
        Column("Event ID", str, lambda one: f"{content_id(one.document.id)}_{one.event.id}"),
        Column("Event Date", str, event_day),
        Column("Event Type", str, lambda one: one.event.type.value),
        Column("Event Mode", str, lambda one: one.event.mode),
        Column("Intensity", float, lambda one: score(one.event.type, one.event.mode)),
        Column("Quad Code", str, lambda one: ontology()[one.event.type].quad.upper()),
        Column("Contexts", str, lambda one: "; ".join(one.event.contexts)),
        *side("Actor", "actor"),
        *side("Recipient", "recipient"),
        Column("Placename", str, of_place("name")),
        Column("City", str, city),
        Column("District", str, absent),
        Column("Province", str, absent),
        Column("Country", str, of_place("code")),
        Column("Latitude", float, of_place("latitude")),
        Column("Longitude", float, of_place("longitude")),
        Column("GeoNames ID", str, absent),
        Column("Raw Placename", str, lambda one: one.event.place.span.text if one.event.place else None),
        Column("Feature Type", str, absent),
        Column("Source", str, lambda one: one.outlet),
        Column("Publication Date", str, lambda one: one.document.published.isoformat() if one.document.published else None),
        Column("Story People", str, absent),
        Column("Story Organizations", str, absent),
        Column("Story Locations", str, absent),
        Column("Language", str, lambda one: one.document.language),
        Column("Version", str, lambda one: one.coder),
        Column("Event Status", str, lambda one: one.event.status.value),
        Column("Historical", bool, lambda one: one.event.historical),
        Column("Alleged", bool, lambda one: one.event.alleged),
        Column("Attributed To", str, lambda one: codes(one.event.attributed_to)),
        Column("Standing", str, of_happening("standing")),
        Column("Happening ID", str, of_happening("id")),
        Column("Story ID", str, lambda one: one.document.id),
        Column("URL", str, lambda one: one.document.url),
        Column("Headline", str, lambda one: one.document.title),
        Column("Event Text", str, lambda one: one.event.trigger.text),
        Column("Sentence", str, lambda one: one.event.sentence.text),
        Column("Sentence Start", int, lambda one: one.event.sentence.start),
        Column("Sentence End", int, lambda one: one.event.sentence.end),
    ),
    missing="None",
)
"""POLECAT's 40 columns in their order, then ours."""
