"""Events and mentions in the columns of GDELT 2.0 (Event Database Codebook V2.0, 2015), tab-separated and without header as GDELT's are.

An event of GDELT's is one tie of a happening: one actor, one recipient. Only what took place is exported, since GDELT has no word for what
did not. docs/exports.md says how each column is filled and which stay empty: there is no tone, no religion, no ethnicity.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import BinaryIO

from lacos.events.ontology import cameo_root, ontology
from lacos.exports.actors import DATA, SECTORS, Group, Kind, countries, groups, kind, name
from lacos.exports.files import save
from lacos.exports.options import Options
from lacos.exports.texts import one_line
from lacos.ledger.streaming import Happening, Row, Stream, Telling
from lacos.ledger.sums import is_counted
from lacos.records import EventType, Mention, Place, content_id
from lacos.tables import rows

Tie = tuple[str, str, bool]
Fields = dict[str, object]
ACTOR = (
    *("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code"),
    *("Type1Code", "Type2Code", "Type3Code"),
)
GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
EVENTS = (
    *("GlobalEventID", "Day", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{n}{field}" for n in (1, 2) for field in ACTOR),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"{of}Geo_{field}" for of in ("Actor1", "Actor2", "Action") for field in GEO),
    *("DATEADDED", "SOURCEURL"),
)
MENTIONS = (
    *("GlobalEventID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier", "SentenceID"),
    *("Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence"),
    *("MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras"),
)
QUADS = {"verbal cooperation": 1, "material cooperation": 2, "verbal conflict": 3, "material conflict": 4}
WEB, CITATION = 1, 2
COUNTRY, US_STATE, US_CITY, WORLD_CITY, WORLD_STATE = range(1, 6)
"""GDELT's kinds of places."""


def write(stream: Stream, files: Sequence[BinaryIO], _: Options) -> Sequence[int]:
    """Into one file a line for each tie of what took place, into another a line for each event mention that tells of it."""
    counts = [0, 0]
    for one, tie in told(stream):
        counts[0] += save(files[0], [line(EVENTS, event(one, tie))])
        counts[1] += save(files[1], (line(MENTIONS, mention(one, tie, telling)) for telling in one.tellings))
    return counts


def line(columns: Sequence[str], item: Fields) -> str:
    """A line of these columns, empty where nothing is known."""
    cells = (item.get(column) for column in columns)
    return "\t".join("" if value is None else one_line(str(value)) for value in cells) + "\n"


def told(stream: Stream) -> Iterator[tuple[Happening, Tie]]:
    """What took place, with each tie asked for that has somebody in it."""
    for one in stream.happenings():
        if is_counted(one.row):
            yield from ((one, tie) for tie in stream.ties(one.row) if tie[0] or tie[1])


def event(one: Happening, tie: Tie) -> Fields:
    """The columns of an event."""
    row, (actor, recipient, joint) = one.row, tie
    root = cameo_root(EventType(row["type"]), row["mode"])
    first = one.tellings[0].document
    return {
        "GlobalEventID": number(row, tie),
        **days(date.fromisoformat(row["day"])),
        **party(1, actor, part(one, "actor", actor)),
        **party(2, recipient, part(one, "actor" if joint else "recipient", recipient)),
        "IsRootEvent": leads(one),
        "EventCode": root + "0",
        "EventBaseCode": root + "0",
        "EventRootCode": root,
        "QuadClass": QUADS[ontology()[EventType(row["type"])].quad],
        "GoldsteinScale": goldstein()[root],
        "NumMentions": len(one.tellings),
        "NumSources": len({telling.outlet or telling.document.id for telling in one.tellings}),
        "NumArticles": row["articles"],
        **place(one),
        "DATEADDED": midnight(row["first_reported"]),
        "SOURCEURL": first.url or first.id,
    }


def mention(one: Happening, tie: Tie, telling: Telling) -> Fields:
    """The columns of a mention."""
    document, (actor, recipient, joint) = telling.document, tie
    return {
        "GlobalEventID": number(one.row, tie),
        "EventTimeDate": midnight(one.row["first_reported"]),
        "MentionTimeDate": midnight(document.published.isoformat() if document.published else None),
        "MentionType": WEB if document.url else CITATION,
        "MentionSourceName": telling.outlet,
        "MentionIdentifier": document.url or document.id,
        "Actor1CharOffset": offset(telling.event.actor, actor),
        "Actor2CharOffset": offset(telling.event.actor if joint else telling.event.recipient, recipient),
        "ActionCharOffset": telling.event.trigger.start,
        "MentionDocLen": len(document.text),
    }


def number(row: Row, tie: Tie) -> int:
    """A number made from what identifies a tie of a happening."""
    return int(content_id(row["id"], *tie)[:13], 16)  # 52 bits, which R's numbers hold


def days(day: date) -> Fields:
    """The columns of a day; the fraction counts months of 30 days, as GDELT's does."""
    fraction = day.year + min(0.9999, (30 * (day.month - 1) + day.day) / 365)
    return {"Day": f"{day:%Y%m%d}", "MonthYear": f"{day:%Y%m}", "Year": day.year, "FractionDate": f"{fraction:.4f}"}


def midnight(day: str | None) -> str | None:
    """A day as GDELT's time: we do not know the hour."""
    return f"{day.replace('-', '')}000000" if day and len(day) == 10 else None


def party(side: int, state: str, code: str) -> Fields:
    """The columns of an actor: a state, maybe a part of it, or an organisation, by CAMEO's codes where it has them."""
    if not state:
        return {}
    known, group = countries().get(state), groups().get(state, Group()).cameo
    country = (known.cameo or state) if known else ""
    role = "IGO" if group and kind(state) is Kind.ORGANISATION else state if state in SECTORS else code.partition("/")[2]
    raw = country + role if country else role + group if group else state
    fields = {"Code": raw, "Name": name(state, "en").upper(), "CountryCode": country, "KnownGroupCode": group, "Type1Code": role}
    return {f"Actor{side}{field}": value for field, value in fields.items()}


def part(one: Happening, side: str, state: str) -> str:
    """The code that most mentions on a side of a happening have for a state: "PRK/MED"."""
    said: Counter[str] = Counter()
    for telling in one.tellings:
        found: tuple[Mention, ...] = telling.event.actor if side == "actor" else telling.event.recipient
        said.update(mention.code for mention in found if mention.actor.state == state)
    return max(said, key=said.__getitem__, default=state)


def leads(one: Happening) -> int | None:
    """1 where a text tells of a happening in its first paragraph, None where no text has several."""
    ends = [(telling.event.trigger.start, first_paragraph(telling.document.text)) for telling in one.tellings]
    found = [start < end for start, end in ends if end is not None]
    return int(any(found)) if found else None


def first_paragraph(text: str) -> int | None:
    """Where the first paragraph of a text ends, None where there is no other."""
    end = text.find("\n", len(text) - len(text.lstrip()))
    return end if end >= 0 and text[end:].strip() else None


def offset(side: Sequence[Mention], state: str) -> int:
    """Where a text names an actor; -1 where it does not."""
    return next((one.span.start for one in side if one.span and one.actor.state == state), -1)


def place(one: Happening) -> Fields:
    """The columns of the place that most mentions give. GDELT's countries of places are FIPS 10-4, which we do not have."""
    places = Counter(telling.event.place.name for telling in one.tellings if telling.event.place)
    if not places:
        return {}
    commonest = max(places, key=places.__getitem__)
    found = next(telling.event.place for telling in one.tellings if telling.event.place and telling.event.place.name == commonest)
    return {
        "ActionGeo_Type": place_type(found),
        "ActionGeo_FullName": found.name,
        "ActionGeo_Lat": found.latitude,
        "ActionGeo_Long": found.longitude,
    }


def place_type(found: Place) -> int | None:
    """GDELT's kind of a place, None where it has none."""
    american = found.code == "USA"
    if found.kind in ("city", "capital"):
        return US_CITY if american else WORLD_CITY
    return {"country": COUNTRY, "region": US_STATE if american else WORLD_STATE}.get(found.kind)


@cache
def goldstein(path: Path = DATA / "goldstein.tsv") -> dict[str, float]:
    """The Goldstein scale by CAMEO root."""
    return {row["root"]: float(row["goldstein"]) for _, row in rows(path)}
