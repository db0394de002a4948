"""The JSON Schema (draft 2020-12) of a Reading's JSON, made from the vocabulary: ``python -m lacos.schema > docs/reading.schema.json``."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any

from lacos.events.ontology import context_labels
from lacos.events.places import KINDS
from lacos.records import Attitude, EventType, MentionKind, Stance, Standing, Status

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
OFFSET: Schema = {"type": "integer", "minimum": 0}
CODE: Schema = {
    "type": "string",
    "pattern": "^[A-Z][A-Z0-9]+(/[A-Z]{3})?$",
    "description": "an actor: a state or organisation, with a sector",
}
ID: Schema = {"type": "string", "pattern": "^[esc][0-9a-f]{16}$", "description": "made from content: the same text gives the same id"}


def one_of(values: type[StrEnum]) -> Schema:
    return {"enum": [value.value for value in values]}


def maybe(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def several(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


def record(description: str, **fields: Schema) -> Schema:
    """An object with exactly these fields."""
    return {"type": "object", "description": description, "properties": fields, "required": list(fields), "additionalProperties": False}


def ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def schema() -> Schema:
    """The schema of ``Reading.to_json()``, a line of ``lacos read --format jsonl``."""
    day = {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}
    definitions = {
        "span": record("words of the document, in characters of its text, end exclusive", start=OFFSET, end=OFFSET, text=TEXT),
        "mention": record(
            "words that stand for an actor; without a span where the text leaves the actor implicit",
            code=CODE,
            name=TEXT,
            span=maybe(ref("span")),
            text=TEXT,
            kind=one_of(MentionKind),
            confidence={"type": "number", "minimum": 0, "maximum": 1},
            because=TEXT,
            person=maybe(TEXT),
        ),
        "place": record(
            "where an event took place; code is null for the high seas and for regions of several states",
            name=TEXT,
            span=ref("span"),
            code=maybe(CODE),
            kind={"enum": list(KINDS)},
            latitude=maybe({"type": "number", "minimum": -90, "maximum": 90}),
            longitude=maybe({"type": "number", "minimum": -180, "maximum": 180}),
            because=TEXT,
        ),
        "event": record(
            "one thing that actors do to recipients; start and end are those of the trigger",
            id=ID,
            type=one_of(EventType),
            mode=maybe(TEXT),
            start=OFFSET,
            end=OFFSET,
            trigger=TEXT,
            sentence=ref("span"),
            actor=several(ref("mention")),
            recipient=several(ref("mention")),
            status=one_of(Status),
            historical={"type": "boolean"},
            date=maybe(day),
            date_because=maybe(TEXT),
            place=maybe(ref("place")),
            contexts=several({"enum": list(context_labels())}),
            cameo_root=maybe({"type": "string", "pattern": "^[0-9]{2}$"}),
            attributed_to=several(ref("mention")),
            alleged={"type": "boolean", "description": "hedged by the text itself, or somebody's word who is not named"},
            because=TEXT,
        ),
        "statement": record(
            "what a speaker says; start and end are those of the content",
            id=ID,
            speaker=maybe(ref("mention")),
            cue=maybe(ref("span")),
            start=OFFSET,
            end=OFFSET,
            content=TEXT,
            sentence=ref("span"),
            stance=one_of(Stance),
            about=several(CODE),
            because=TEXT,
        ),
        "position": record(
            "what an actor says of a claim; actor is null where the text names nobody, statement is the id of its own",
            actor=maybe(ref("mention")),
            stance=one_of(Stance),
            words=ref("span"),
            statement=maybe(ID),
            because=TEXT,
        ),
        "claim": record(
            "a happening as the text tells it in one or more events, given by id; own_voice are those that the text tells itself",
            id=ID,
            standing=one_of(Standing),
            events=several(ID),
            own_voice=several(ID),
            positions=several(ref("position")),
            because=TEXT,
        ),
        "person": record("a person by name, at one place", name=TEXT, span=ref("span")),
        "stance": record(
            "that one person supports or opposes another; evidence is the id of the event or statement that it rests on",
            holder=ref("person"),
            target=ref("person"),
            relation=one_of(Attitude),
            chance={"type": "number", "minimum": 0, "maximum": 1},
            sentence=ref("span"),
            evidence=maybe(ID),
            because=TEXT,
        ),
    }
    reading = record(
        "one document with what it says",
        id=TEXT,
        text=TEXT,
        published=maybe(day),
        title=maybe(TEXT),
        url=maybe(TEXT),
        source=maybe(TEXT),
        author=maybe(TEXT),
        language=maybe(TEXT),
        mentions=several(ref("mention")),
        events=several(ref("event")),
        statements=several(ref("statement")),
        claims=several(ref("claim")),
        stances=several(ref("stance")),
    )
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Reading", **reading, "$defs": definitions}


if __name__ == "__main__":
    print(json.dumps(schema(), indent=2, ensure_ascii=False))
