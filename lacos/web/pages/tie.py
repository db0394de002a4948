"""A tie: what passes between two, or between one and all others."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from sqlalchemy import Connection, func, select
from starlette.requests import Request
from starlette.responses import Response

from lacos.briefs import BriefFormat, Length, brief
from lacos.ledger import Filter, queries
from lacos.ledger.dyads import numbers
from lacos.records import Stance
from lacos.ties import Tie
from lacos.ties.charts import captioned
from lacos.web.asking import asked, page
from lacos.web.contents import tables
from lacos.web.contents.parts import part
from lacos.web.contents.prose import marks
from lacos.web.contents.sides import Sides, proper, sides
from lacos.web.dependencies import language, opened
from lacos.web.downloading import as_csv, wants_csv
from lacos.web.rendering import here as address
from lacos.web.rendering import render

router = APIRouter()
CLAIMS = 5
"""What is contested of a tie, the part that stands above its chart."""
SHOWN = ("timeline", "profile", "calendar", "claims", "outlets")
"""The tables that are on the page; others are files alone."""


@router.get("/tie/{one}")
@router.get("/tie/{one}/{other}")
def tie(request: Request, one: str, other: str = "") -> Response:
    """The page of a tie; dates are those of all of it, other filters those of the list of its happenings."""
    between, wanted = sides(request, one, other), asked(request)
    if elsewhere := proper(request, between.address):
        return elsewhere
    found = between.tie(opened(request), wanted)
    if wants_csv(request):
        with opened(request).database.reading() as connection:
            return as_csv(f"lacos-{between.name}", queries.HAPPENING, listed(connection, wanted, between))
    state = part(request, "parts/tie_state.html", (between, wanted.since, wanted.until), lambda: figures(request, between, found))
    listing = part(request, "parts/tie_list.html", address(request), lambda: listing_of(request, between))
    return render(request, "tie.html", sides=between, asked=wanted, state=state, listing=listing)


def listing_of(request: Request, between: Sides) -> dict[str, Any]:
    """The list of a tie's happenings."""
    wanted, here = asked(request), page(request)
    with opened(request).database.reading() as connection:
        rows, total = listed(connection, wanted, between, here.limit, here.offset), number(connection, wanted, between)
    some = [dict(zip(queries.HAPPENING, row, strict=True)) for row in rows]
    return {"rows": some, "total": total, "page": here, "here": address(request), "asked": wanted, "sides": between}


def listed(connection: Connection, wanted: Filter, between: Sides, limit: int | None = None, offset: int = 0) -> list[tuple[Any, ...]]:
    """The happenings of a tie that are asked for, the latest first."""
    query = queries.numbered(numbers(wanted, between.between))
    rows = connection.execute(queries.cut(query, limit, offset)).mappings()
    return [tuple(row[name] for name in queries.HAPPENING) for row in rows]


def number(connection: Connection, wanted: Filter, between: Sides) -> int:
    """How many happenings of a tie are asked for."""
    some = numbers(wanted, between.between).distinct().subquery()
    return int(connection.execute(select(func.count()).select_from(some)).scalar_one())


def figures(request: Request, between: Sides, found: Tie) -> dict[str, Any]:
    """What a tie's page says of it besides the list of its happenings."""
    tongue, ledger = language(request), opened(request)
    one, other = (side[0] if side else "" for side in (between.one, between.other))
    told = None
    if len(between.one) == 1 and len(between.other) < 2:
        told = brief(ledger, one, other, Length.PARAGRAPH, tongue, found.since, found.until)
    return {
        "sides": between,
        "tie": found,
        "told": told,
        "marks": marks(ledger, told) if told else {},
        "tables": {name: tables.TABLES[name](found) for name in SHOWN},
        "named": tables.named,
        "asymmetry": found.asymmetry(),
        "trend": found.trend(),
        "breaks": found.breaks(),
        "claims": found.claims(tables.OPEN, CLAIMS),
        "captioned": captioned,
        "stances": (Stance.ASSERT, Stance.DENY, Stance.CONDEMN),
        "lengths": tuple(Length),
        "formats": tuple(BriefFormat),
    }
