"""The API: what the pages show, as JSON for programs (docs/api.md)."""

from __future__ import annotations

from fastapi import APIRouter, FastAPI

from lacos.web.api import (
    actors,
    briefs,
    documents,
    events,
    exporting,
    happenings,
    judgements,
    networks,
    reference,
    searching,
    statements,
    ties,
)
from lacos.web.api.problems import PREFIX, answer
from lacos.web.dependencies import may
from lacos.web.settings import Settings

PARTS = (searching, documents, events, happenings, statements, actors, networks, ties, briefs, judgements, exporting)


def plug(app: FastAPI, _: Settings) -> None:
    """Add the API and its reference to an application, whose errors under its address become problems."""
    router = APIRouter(prefix=PREFIX, dependencies=[may("read")], generate_unique_id_function=lambda route: route.name)
    for part in PARTS:
        router.include_router(part.router)
    app.include_router(router, include_in_schema=False)
    app.include_router(reference.router_of(router), include_in_schema=False)
    app.state.answers["/api/"] = answer
