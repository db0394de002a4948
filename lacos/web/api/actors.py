"""Actors: who they are, what texts call them, who held their offices."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import Response

from lacos.actors import code_of
from lacos.actors.naming import naming
from lacos.actors.tables import all_entities
from lacos.actors.territories import territories
from lacos.ledger import lookup
from lacos.records import Actor
from lacos.web.api.answering import answer, listed, part
from lacos.web.api.models import whole as models
from lacos.web.api.models.listed import Listed
from lacos.web.api.parameters import PART, taking
from lacos.web.api.problems import PREFIX, Route
from lacos.web.contents.offices import offices
from lacos.web.dependencies import kept, opened

router = APIRouter(prefix="/actors", tags=["actors"], route_class=Route)


@router.get("", response_model=Listed[models.Seen], openapi_extra=taking(*PART))
def actors(request: Request) -> Response:
    """The states and organisations that the ledger tells of, those of most happenings first."""

    def find() -> list[dict[str, Any]]:
        with opened(request).database.reading() as connection:
            return [{**row, **named(row["code"])} for row in lookup.find_actors(connection)]

    return listed(request, part(kept(request)("actors of the API", find)))


@router.get("/{code:path}", response_model=models.Actor)
def actor(request: Request, code: Annotated[str, Path(description="A code (RUS, PRK/MED) or a name.", examples=["PRK"])]) -> Response:
    """One actor, by its code or by what texts call it."""
    who = Actor(code_of(code))
    known = territories().get(who.state)
    return answer(
        request,
        models.Actor(
            code=who.code,
            state=who.state,
            sector=who.sector,
            **named(who.code),
            wikidata=known.qid if known and not who.sector else None,
            forms=list(dict.fromkeys(entity.form for entity in all_entities() if entity.code == who.code)),
            offices=[models.Office.model_validate(one) for one in offices(who.code)],
            statements=f"{PREFIX}/statements?actor={quote(who.code, safe='')}",
            ties=f"{PREFIX}/ties/{who.state}/others",
        ),
    )


def named(code: str) -> dict[str, str]:
    """An actor's name in either language."""
    return {f"name_{language}": naming(code, language).text for language in ("pt", "en")}
