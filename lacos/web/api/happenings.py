"""Happenings, and what is claimed of them: one happening is one, however many documents tell of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path
from starlette.requests import Request
from starlette.responses import Response

from lacos.ledger import lookup
from lacos.web.api.answering import answer, listed, unchanged
from lacos.web.api.models.claimed import Claimed, Described
from lacos.web.api.models.listed import Happened, Listed
from lacos.web.api.parameters import FILTER, PART, taking
from lacos.web.api.problems import Route
from lacos.web.asking import asked
from lacos.web.dependencies import opened
from lacos.web.errors import MissingError

router = APIRouter(tags=["happenings"], dependencies=[Depends(unchanged)], route_class=Route)
Id = Annotated[str, Path(examples=["h349402d88804318e"])]


@router.get("/happenings", response_model=Listed[Happened], openapi_extra=taking(*FILTER, *PART))
def happenings(request: Request) -> Response:
    """The happenings asked for, the latest first."""
    wanted, ledger = asked(request), opened(request)
    return listed(request, lambda limit, offset: ledger.happenings(wanted, limit, offset))


@router.get("/happenings/{id}", response_model=Described)
def happening(request: Request, id: Id) -> Response:
    """One happening with the sentences that tell it, the positions taken on it, and all its reports with their origins."""
    with opened(request).database.reading() as connection:
        found, reports = lookup.find_happening(connection, id), lookup.find_reports(connection, id)
    if found is None:
        raise MissingError("missing_happening", id=id)
    return answer(request, {**found.to_json(), "reports": list(reports)})


@router.get("/claims", response_model=Listed[Claimed], openapi_extra=taking(*FILTER, *PART))
def claims(request: Request) -> Response:
    """The happenings asked for with who asserts, denies or condemns them, the contested first, then the latest."""
    wanted, ledger = asked(request), opened(request)
    return listed(request, lambda limit, offset: (one.to_json() for one in ledger.claims(wanted, limit, offset)))


@router.get("/claims/{id}", response_model=Claimed)
def claim(request: Request, id: Id) -> Response:
    """What is claimed of one happening, by its id."""
    with opened(request).database.reading() as connection:
        found = lookup.find_happening(connection, id)
    if found is None:
        raise MissingError("missing_happening", id=id)
    return answer(request, found.to_json())
