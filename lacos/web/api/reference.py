"""The reference of the API: its description for programs, and as a page of ours that needs no other's scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from lacos.web.api.answering import answer
from lacos.web.api.openapi import SCHEMAS, TAGS, Schema, described
from lacos.web.api.problems import KINDS, PREFIX, Route
from lacos.web.dependencies import may
from lacos.web.rendering import render

BODY = "application/json"
DEEPEST = 2
"""How far fields within fields are listed."""


@dataclass(frozen=True)
class Field:
    """A parameter, or a field of a body: ``kind`` is what values it takes, ``needed`` whether it must be given."""

    name: str
    kind: str
    description: str
    needed: bool = False


@dataclass(frozen=True)
class Operation:
    """Something that can be done: with what parameters and body, and what is answered."""

    id: str
    method: str
    path: str
    tag: str
    about: str
    parameters: tuple[Field, ...]
    body: tuple[Field, ...]
    fields: tuple[Field, ...]
    sent: str
    answered: str


def router_of(api: APIRouter) -> APIRouter:
    """The routes of the reference of an API."""
    router = APIRouter(prefix=PREFIX, dependencies=[may("read")], route_class=Route)
    description = cache(lambda: described(api.routes))

    @router.get("/openapi.json")
    def openapi(request: Request) -> Response:
        return answer(request, description())

    @router.get("/docs")
    def docs(request: Request) -> Response:
        some = [*operations(description())]
        groups = [(tag, about, [one for one in some if one.tag == tag]) for tag, about in TAGS.items()]
        return render(request, "reference.html", groups=groups, kinds=KINDS, prefix=PREFIX)

    return router


def operations(found: Schema) -> Iterator[Operation]:
    """What a description describes."""
    known = found["components"]["schemas"]
    for path, methods in found["paths"].items():
        for method, one in methods.items():
            sent, answered = (content(body) for body in (one.get("requestBody", {}), success(one)))
            yield Operation(
                id=one["operationId"],
                method=method.upper(),
                path=asked(path, one),
                tag=one["tags"][0],
                about=one.get("description", ""),
                parameters=tuple(parameter(some, known) for some in one.get("parameters", ())),
                body=tuple(fields(sent.get("schema", {}), known)),
                fields=tuple(fields(answered.get("schema", {}), known)),
                sent=written(sent),
                answered=written(answered),
            )


def success(operation: Schema) -> Schema:
    """What is answered where all goes well."""
    found: Schema = next((operation["responses"][status] for status in ("200", "201") if status in operation["responses"]), {})
    return found


def content(body: Schema) -> Schema:
    found: Schema = body.get("content", {}).get(BODY, {})
    return found


def written(media: Schema) -> str:
    """The example of a body as text."""
    return json.dumps(media["example"], ensure_ascii=False, indent=2) if "example" in media else ""


def asked(path: str, operation: Schema) -> str:
    """A path with the example of each of its parameters in its place."""
    for one in operation.get("parameters", ()):
        if one["in"] == "path":
            path = path.replace(f"{{{one['name']}}}", quote(str(one["schema"].get("examples", [f"{{{one['name']}}}"])[0]), safe="{}"))
    return path


def parameter(one: Schema, known: Schema) -> Field:
    return Field(one["name"], kind(one["schema"], known), one.get("description", ""), one["required"] and one["in"] == "query")


def fields(schema: Schema, known: Schema, above: str = "") -> Iterator[Field]:
    """The fields of an object, and of those in it and in its lists: "items[].id"."""
    if schema.get("type") == "array":
        yield from fields(schema["items"], known, f"{above}[]")
        return
    whole = known[schema["$ref"].removeprefix(SCHEMAS)] if "$ref" in schema else schema
    for name, one in whole.get("properties", {}).items():
        path = f"{above}.{name}" if above else name
        yield Field(path, kind(one, known), one.get("description", ""), name in whole.get("required", ()))
        if path.count(".") < DEEPEST:
            yield from fields(one, known, path)


def kind(schema: Schema, known: Schema) -> str:
    """What values a schema takes, in a word or two: "string", "ASSAULT | AID", "list of Act", "integer or null"."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(SCHEMAS)
        return kind(known[name], known) if "enum" in known[name] else str(name)
    if "anyOf" in schema:
        return " or ".join(kind(one, known) for one in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"]))
    if schema.get("type") == "array":
        return f"list of {kind(schema['items'], known)}"
    return str(schema.get("format") or schema.get("type") or "any")
