"""What addresses may ask, as OpenAPI says it: the filters and parts of lists that :mod:`lacos.web.asking` reads."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from lacos.records import EventType, Standing, Status
from lacos.web.asking import FARTHEST, LIMIT, LONGEST, MOST

Parameter = dict[str, Any]
DATE = r"^(\d{4}(-\d\d(-\d\d)?)?)?$"


def parameter(name: str, description: str, schema: dict[str, Any], example: Any = None) -> Parameter:
    """A parameter of a query, which may always be left out."""
    shown = {} if example is None else {"example": example}
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema, **shown}


def text(name: str, description: str, example: Any = None) -> Parameter:
    return parameter(name, description, {"type": "string", "maxLength": LONGEST}, example)


def several(name: str, description: str, values: type[StrEnum]) -> Parameter:
    return parameter(name, f"{description} May be given several times.", {"type": "array", "items": {"enum": list(values)}})


SPAN = [
    parameter("since", "From this day, month or year on.", {"type": "string", "pattern": DATE}, "2017-09"),
    parameter("until", "Up to this day, month or year.", {"type": "string", "pattern": DATE}, "2018"),
]
SOURCES = [text("source", "Only from this outlet."), text("document", "Only of the document with this id.")]
FILTER = [
    text("actor", "Who acts: a code (RUS, PRK/MED) or a name.", "PRK"),
    text("recipient", "Who is acted upon."),
    text("among", "Who is on either side."),
    text("tie", "Two who act upon each other or together, with a comma between them.", "PRK,USA"),
    several("type", "A PLOVER type.", EventType),
    several("status", "Whether it took place.", Status),
    several("standing", "How it stands.", Standing),
    parameter("contested", "1: only what some assert and some deny.", {"enum": ["0", "1"]}),
    *SPAN,
    *SOURCES,
]
PART = [
    parameter("limit", "How many items at most.", {"type": "integer", "minimum": 1, "maximum": MOST, "default": LIMIT}),
    parameter("offset", "How many items to pass over first.", {"type": "integer", "minimum": 0, "maximum": FARTHEST, "default": 0}),
]


def taking(*some: Parameter) -> dict[str, Any]:
    """What a route says besides what its function says: the parameters that it reads from the request itself."""
    return {"parameters": list(some)}
