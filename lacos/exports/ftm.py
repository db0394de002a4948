"""Entities of FollowTheMoney, a line of JSON each, as OpenAleph and the ``ftm`` command load them.

A happening is an Event, and for each tie of what took place an UnknownLink; a position on it is a Note; documents are Articles, which prove
the others; states are PublicBodies, organisations and groups Organizations, parts of states LegalEntities. Ids are made from content.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from lacos.actors.territories import territories
from lacos.exports.actors import Kind, countries, kind, name
from lacos.exports.files import save
from lacos.exports.options import Options
from lacos.exports.texts import one_line
from lacos.exports.titles import happening as title
from lacos.exports.titles import messages
from lacos.exports.titles import position as stance
from lacos.ledger.streaming import Happening, Stream, Telling
from lacos.ledger.sums import is_counted
from lacos.records import Document, Position, content_id

Entity = dict[str, Any]
SCHEMATA = {Kind.STATE: "PublicBody", Kind.PART: "LegalEntity", Kind.ORGANISATION: "Organization", Kind.GROUP: "Organization"}
LANGUAGES = {"pt": "por", "en": "eng", "es": "spa"}
"""FollowTheMoney writes languages as ISO 639-3."""


def write(stream: Stream, file: BinaryIO, options: Options) -> int:
    """A line an entity, each once, those that others point at before them."""
    known: set[str] = set()
    found = (entity for one in stream.happenings() for entity in entities(one, stream, options.language, known))
    return save(file, (json.dumps(entity, ensure_ascii=False) + "\n" for entity in found))


def entities(one: Happening, stream: Stream, language: str, known: set[str]) -> Iterator[Entity]:
    """What a happening comes to; actors and documents that are not yet ``known``, to which they are added."""
    ties = [tie for tie in stream.ties(one.row) if all(tie[:2]) and tie[0] != tie[1]] if is_counted(one.row) else []
    codes = [code for side in ("actor", "recipient") for code in one.row[side].split("+") if code]
    speakers = [position.actor.code for position in one.positions if position.actor]
    yield from (actor(code) for code in dict.fromkeys([*codes, *speakers]) if is_new(actor_id(code), known))
    yield from (article(telling) for telling in one.tellings if is_new(article_id(telling.document), known))
    yield event(one, codes, language)
    yield from (link(one, *tie, language) for tie in ties)
    yield from {found["id"]: found for found in (note(one, position, language) for position in one.positions)}.values()


def is_new(id: str, known: set[str]) -> bool:
    """Whether an id is not yet known; it is from now on."""
    if id in known:
        return False
    known.add(id)
    return True


def entity(id: str, schema: str, **properties: Iterable[str | None] | str | None) -> Entity:
    """An entity with the properties that it has, each value once."""
    found: dict[str, list[str]] = {}
    for property, values in properties.items():
        given = [values] if isinstance(values, str) else values or ()
        if kept := list(dict.fromkeys(value for value in given if value and not value.isspace())):
            found[property] = kept
    return {"id": id, "schema": schema, "properties": found}


def actor(code: str) -> Entity:
    """The entity of an actor, by its names in both languages; its code is a weak alias."""
    state = code.partition("/")[0]
    known, territory = countries().get(state), territories().get(code)
    return entity(
        actor_id(code),
        SCHEMATA[kind(code)],
        name=[name(code, "pt"), name(code, "en")],
        weakAlias=code,
        country=known.ftm if known else None,
        wikidataId=territory.qid if territory else None,
    )


def article(telling: Telling) -> Entity:
    """The entity of a document, with its text."""
    document = telling.document
    return entity(
        article_id(document),
        "Article",
        title=one_line(document.title or ""),
        fileName=one_line(document.id),
        author=one_line(document.author or ""),
        publishedAt=document.published.isoformat() if document.published else None,
        publisher=one_line(telling.outlet or ""),
        sourceUrl=address(document),
        language=LANGUAGES.get(document.language or ""),
        bodyText=document.text,
    )


def event(one: Happening, codes: Iterable[str], language: str) -> Entity:
    """The entity of a happening: dated only where a text dates it, with the sentences that tell it."""
    places = [telling.event.place for telling in one.tellings if telling.event.place]
    return entity(
        event_id(one),
        "Event",
        name=title(one.row, language),
        date=one.row["date"],
        summary=one_line(one.tellings[0].event.sentence.text),
        description=[one_line(telling.event.sentence.text) for telling in one.tellings],
        keywords=[one.row["type"], one.row["mode"], one.row["status"], one.row["standing"], *contexts(one)],
        involved=map(actor_id, codes),
        location=[place.name for place in places],
        country=[countries()[place.code].ftm for place in places if place.code in countries()],
        **proof(one),
    )


def link(one: Happening, subject: str, object: str, joint: bool, language: str) -> Entity:
    """The entity of a tie: what one did to another, or both together."""
    words = messages(language)
    role = words.term("type", one.row["type"])
    return entity(
        f"lacos-{content_id(one.row['id'], subject, object, joint)}",
        "UnknownLink",
        subject=actor_id(subject),
        object=actor_id(object),
        role=f"{role} ({words('together')})" if joint else role,
        status=words.term("standing", one.row["standing"]),
        date=one.row["date"],
        summary=one_line(one.tellings[0].event.sentence.text),
        **proof(one),
    )


def note(one: Happening, position: Position, language: str) -> Entity:
    """The entity of a position: who asserts or denies, in which words."""
    document = position.words.document
    return entity(
        f"lacos-{content_id(one.row['id'], document.id, position.words.start, position.stance, position.actor and position.actor.code)}",
        "Note",
        name=stance(position, language),
        description=one_line(position.words.text),
        entity=[event_id(one), actor_id(position.actor.code) if position.actor else None],
        keywords=position.stance.value,
        proof=article_id(document),
        sourceUrl=address(document),
    )


def proof(one: Happening) -> dict[str, Iterable[str | None]]:
    """The properties that say where a happening is told."""
    documents = [telling.document for telling in one.tellings]
    return {
        "recordId": [one.row["id"]],
        "proof": map(article_id, documents),
        "sourceUrl": map(address, documents),
        "publisher": [one_line(telling.outlet or "") for telling in one.tellings],
    }


def contexts(one: Happening) -> list[str]:
    """The PLOVER contexts of all mentions of a happening, as often as they are there."""
    return [context for telling in one.tellings for context in telling.event.contexts]


def actor_id(code: str) -> str:
    """The id of an entity, the same in every export, from the code."""
    return f"lacos-actor-{code.replace('/', '-')}"


def article_id(document: Document) -> str:
    """The id of an article, from that of the document, which may hold any characters."""
    return f"lacos-article-{content_id(document.id)}"


def event_id(one: Happening) -> str:
    """The id of a happening, that of the ledger."""
    return f"lacos-{one.row['id']}"


def address(document: Document) -> str | None:
    """The address of a document, if it is one of the web."""
    try:
        parts = urlsplit(document.url or "")
    except ValueError:
        return None
    return document.url if parts.scheme in ("http", "https") and parts.hostname else None
