"""An actor: who it is, who held its offices, with whom it has to do, what it said."""

from __future__ import annotations

from datetime import date
from typing import Any

from fastapi import APIRouter
from sqlalchemy import func, select
from starlette.requests import Request
from starlette.responses import Response

from lacos.actors.naming import naming
from lacos.actors.tables import is_state
from lacos.actors.territories import territories
from lacos.ledger import Filter
from lacos.ledger.filters import state
from lacos.ledger.schema import documents
from lacos.records import Stance
from lacos.ties import Tie, network
from lacos.ties.charts import captioned
from lacos.ties.periods import first_day, last_day
from lacos.web import addresses, asking
from lacos.web.contents import statements, tables
from lacos.web.contents.offices import RANKS, chief, during, offices
from lacos.web.contents.parts import part
from lacos.web.contents.sides import Sides, known, proper
from lacos.web.dependencies import language, opened
from lacos.web.downloading import as_csv, wants_csv
from lacos.web.rendering import here as address
from lacos.web.rendering import render

router = APIRouter()
LESSER = 40
"""Offices shown of those that are not the first; all are in a file."""
OFFICE = ("person", "office", "code", "start", "end")
COLUMNS = ("id", "speaker", "person", "stance", "about", "words", "document", "outlet", "published")


@router.get("/actor/{code}/offices.csv")
def tenures(request: Request, code: str) -> Response:
    """All offices of an actor, as the tables of actors have them."""
    one = known(opened(request), code)
    rows = ([getattr(held, name) for name in OFFICE] for held in offices(one))
    return as_csv(f"lacos-{one}-offices", OFFICE, rows)


@router.get("/actor/{code}")
@router.get("/actor/{code}/{sector}")
def actor(request: Request, code: str, sector: str = "") -> Response:
    """The page of an actor, a state's part by a path of two. Dates and outlet narrow what it said, dates its ties and offices, too."""
    one = known(opened(request), f"{code}/{sector}" if sector else code)
    if elsewhere := proper(request, addresses.actor(one)):
        return elsewhere
    wanted, here, words = asking.asked(request), asking.page(request), asking.value(request.query_params, "stance")
    stance = asking.chosen("stance", words, Stance) if words else None
    if wants_csv(request):
        return as_csv(f"lacos-{one.replace('/', '-')}-statements", COLUMNS, said(request, one, wanted, stance))
    portrait = part(request, "parts/actor.html", (one, wanted.since, wanted.until), lambda: shown(request, one, wanted))
    key = address(request), wanted, stance, here

    def listing() -> dict[str, Any]:
        with opened(request).database.reading() as connection:
            some, total = statements.said(connection, one, wanted, stance, here), statements.count(connection, one, wanted, stance)
        shared = {"code": one, "here": address(request), "asked": wanted, "stance": stance}
        return {"statements": some, "total": total, "page": here, **shared}

    said_by = part(request, "parts/statements.html", key, listing)
    return render(request, "actor.html", code=one, name=naming(one, language(request)), portrait=portrait, listing=said_by)


def shown(request: Request, code: str, wanted: Filter) -> dict[str, Any]:
    """Who an actor is and with whom it has to do."""
    ledger, first = opened(request), state(code)
    tie = Sides((first,), ()).tie(ledger, wanted)
    span, held = time(request, wanted, tie), offices(code)
    then = during(held, *span)
    return {
        "code": code,
        "state": first,
        "is_state": is_state(first),
        "territory": territories().get(first),
        "tie": tie,
        "partners": tables.partners(tie),
        "around": tables.edges(network(ledger, wanted.since, wanted.until)),
        "named": tables.named,
        "captioned": captioned,
        "span": span,
        "chief": [one for one in then if chief(one)],
        "lesser": [one for one in then if not chief(one)],
        "heads": [one for one in held if one.is_head and one not in then],
        "known": RANKS,
        "most": LESSER,
        "asked": wanted,
    }


def time(request: Request, wanted: Filter, tie: Tie) -> tuple[date, date]:
    """The days from when until when an address asks, else those that are told of the actor, else those of the documents."""
    with opened(request).database.reading() as connection:
        first, last = connection.execute(select(func.min(documents.c.published), func.max(documents.c.published))).one()
    since = first_day(wanted.since) if wanted.since else tie.first or (first_day(first) if first else date.min)
    until = last_day(wanted.until) if wanted.until else tie.last or (last_day(last) if last else date.max)
    return since, until


def said(request: Request, code: str, wanted: Filter, stance: Stance | None) -> list[tuple[Any, ...]]:
    """All that an actor said, as rows."""
    with opened(request).database.reading() as connection:
        some = statements.said(connection, code, wanted, stance, None)
    return [
        (one.id, one.speaker, one.person, one.stance, "+".join(one.about), one.quote.marked, one.document, one.outlet, one.published)
        for one in some
    ]
