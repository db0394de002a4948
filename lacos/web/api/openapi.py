"""The API as OpenAPI 3.1 describes it, made from its routes and models, with an example of each answer."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from fastapi.openapi.utils import get_openapi
from pydantic.json_schema import models_json_schema
from starlette.routing import BaseRoute

from lacos import __version__, schema
from lacos.web.api.problems import MEDIA, Problem

Schema = dict[str, Any]
SCHEMAS = "#/components/schemas/"
READING: Schema = {"$ref": f"{SCHEMAS}Reading"}
READ = Path(__file__).parent / "reading.json"
"""What reading the example of a text gives."""
ABOUT = (
    "What a ledger of Laços holds, for programs. Lists come in parts (limit, offset, next); filters are those of the pages; answers have "
    "tags (ETag), so that what has not changed is not sent again; errors are problems (RFC 9457)."
)
TAGS = {
    "ledger": "The ledger as a whole: how much there is, what failed, documents by their words.",
    "documents": "What came in and what each document says; reading a text, and adding texts.",
    "events": "Who did what to whom, as each document tells it.",
    "happenings": "One happening is one, however many documents tell of it; who asserts and who denies it.",
    "statements": "Who says what, in which words.",
    "actors": "Who they are and who held their offices.",
    "ties": "What passes between two over time, with how sure that is.",
    "briefs": "Cited prose.",
    "judgements": "What persons judge and correct.",
    "exports": "Files for other tools.",
}
UNCHANGED = {"description": "What you have still holds (If-None-Match)."}


def described(routes: Sequence[BaseRoute]) -> Schema:
    """The description of routes."""
    found = get_openapi(
        title="Laços",
        version=__version__,
        description=ABOUT,
        routes=routes,
        tags=[{"name": name, "description": about} for name, about in TAGS.items()],
    )
    known: Schema = found["components"]["schemas"]
    known |= ours()
    known["Told"]["properties"]["event"] = {"$ref": f"{SCHEMAS}event"}
    for name in ("HTTPValidationError", "ValidationError"):
        known.pop(name, None)
    found["components"] |= {
        "responses": {"Problem": {"description": "What went wrong", "content": {MEDIA: {"schema": {"$ref": f"{SCHEMAS}Problem"}}}}},
        "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
    }
    found["security"] = [{}, {"token": []}]
    for method, operation in operations(found):
        complete(method, operation, known)
    return found


def ours() -> Schema:
    """The schemas that routes do not name: of a Reading, as docs/reading.schema.json has it, and of problems."""
    reading = schema.schema()
    parts = reading.pop("$defs")
    reading.pop("$schema")
    reading["examples"] = [json.loads(READ.read_text("utf8"))]
    parts["event"]["examples"] = reading["examples"][0]["events"][-1:]
    problems: Schema = models_json_schema([(Problem, "serialization")], ref_template=f"{SCHEMAS}{{model}}")[1]["$defs"]
    return {**relocated({**parts, "Reading": reading}), **problems}


def relocated(some: Any) -> Any:
    """Schemas with what they refer to where OpenAPI has it."""
    if isinstance(some, dict):
        return {name: f"{SCHEMAS}{one.removeprefix('#/$defs/')}" if name == "$ref" else relocated(one) for name, one in some.items()}
    return [relocated(one) for one in some] if isinstance(some, list) else some


def operations(found: Schema) -> Iterator[tuple[str, Schema]]:
    """All that can be done, each with its method."""
    return ((method, operation) for path in found["paths"].values() for method, operation in path.items())


def complete(method: str, operation: Schema, known: Mapping[str, Schema]) -> None:
    """Give an operation what all have: problems, and an example of what it answers and takes."""
    answers = operation["responses"]
    answers.pop("422", None)
    answers["default"] = {"$ref": "#/components/responses/Problem"}
    if method == "get":
        answers["304"] = UNCHANGED
    for body in (*answers.values(), operation.get("requestBody", {})):
        media = body.get("content", {}).get("application/json")
        if media and "example" not in media:
            media["example"] = example(media["schema"], known)


def example(some: Schema, known: Mapping[str, Schema]) -> Any:
    """A value of a schema, made of the examples of its fields."""
    if some.get("examples"):
        return some["examples"][0]
    if "$ref" in some:
        return example(known[some["$ref"].removeprefix(SCHEMAS)], known)
    if "enum" in some:
        return some["enum"][0]
    if some.get("anyOf"):
        return example(some["anyOf"][0], known)
    if some.get("type") == "array":
        return [example(some["items"], known)]
    if some.get("type") == "object":
        return {name: example(one, known) for name, one in some.get("properties", {}).items()}
    return some.get("default", PLAIN.get(str(some.get("type"))))


PLAIN = {"string": "", "integer": 0, "number": 0.5, "boolean": False}
"""Values of fields without an example."""
