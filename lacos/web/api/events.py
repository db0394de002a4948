"""Events: who did what to whom, as each document tells it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path
from starlette.requests import Request
from starlette.responses import Response

from lacos.ledger import lookup
from lacos.web.api.answering import answer, listed, unchanged
from lacos.web.api.models.claimed import Told
from lacos.web.api.models.listed import Coded, Listed
from lacos.web.api.parameters import FILTER, PART, taking
from lacos.web.api.problems import Route
from lacos.web.asking import asked
from lacos.web.dependencies import opened
from lacos.web.errors import MissingError

router = APIRouter(prefix="/events", tags=["events"], dependencies=[Depends(unchanged)], route_class=Route)


@router.get("", response_model=Listed[Coded], openapi_extra=taking(*FILTER, *PART))
def events(request: Request) -> Response:
    """The events asked for, the earliest first."""
    wanted, ledger = asked(request), opened(request)
    return listed(request, lambda limit, offset: ledger.events(wanted, limit, offset))


@router.get("/{id}", response_model=Told)
def event(request: Request, id: Annotated[str, Path(examples=["e1f0c2d94ab37761d"])]) -> Response:
    """One event in full, with the claim and the happening that it is of, and all documents that have it."""
    with opened(request).database.reading() as connection:
        found = lookup.find_event(connection, id)
    if not found:
        raise MissingError("missing_event", id=id)
    one = found[0]
    return answer(
        request,
        {
            "event": one.event.to_json(),
            "own_voice": one.own_voice,
            "documents": [copy.document.id for copy in found],
            "published": one.document.published.isoformat() if one.document.published else None,
            "outlet": one.outlet,
            "claim": one.claim,
            "standing": one.standing,
            "happening": one.happening["id"] if one.happening else None,
            "coder": one.coder,
        },
    )
