"""What persons judge and correct: never overwritten, only undone. Who did it is who is signed in."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path
from starlette.requests import Request
from starlette.responses import Response

from lacos.ledger import Ledger, LedgerError, lookup
from lacos.web.api.answering import answer, listed, part, unchanged
from lacos.web.api.models import given
from lacos.web.api.models.done import Numbered
from lacos.web.api.models.listed import Corrected, Judged, Listed
from lacos.web.api.parameters import PART, taking
from lacos.web.api.problems import Route, is_of_database
from lacos.web.dependencies import may, opened, reader_of
from lacos.web.errors import MissingError, RoleError, WrongValueError

router = APIRouter(tags=["judgements"], route_class=Route)
HIGHEST = 2**31 - 1


@router.get("/judgements", response_model=Listed[Judged], dependencies=[Depends(unchanged)], openapi_extra=taking(*PART))
def judgements(request: Request) -> Response:
    """What persons judged, the latest first, what was undone included."""
    return listed(request, part(opened(request).judgements()))


@router.get("/corrections", response_model=Listed[Corrected], dependencies=[Depends(unchanged)], openapi_extra=taking(*PART))
def corrections(request: Request) -> Response:
    """What persons corrected, the latest first, what was undone included."""
    return listed(request, part(opened(request).corrections()))


@router.post("/judgements", response_model=Numbered, status_code=201, dependencies=[may("judge")])
def judge(request: Request, judged: given.Judgement) -> Response:
    """Judge that two event mentions tell of the same happening, or do not; it wins over what Laços makes of them."""
    ledger = opened(request)
    for event in (judged.one, judged.other):
        check(ledger, event)
    number = ledger.judge(judged.one, judged.other, judged.same, who(request), judged.note)
    return answer(request, {"n": number}, 201)


@router.post("/corrections", response_model=Numbered, status_code=201, dependencies=[may("judge")])
def correct(request: Request, corrected: given.Correction) -> Response:
    """Correct an event: it is none, or says something else. What was coded is kept, and comes back when this is undone."""
    ledger = opened(request)
    check(ledger, corrected.event)
    number = ledger.correct(corrected.event, corrected.change(), who(request), corrected.note)
    return answer(request, {"n": number}, 201)


@router.delete("/judgements/{number}", status_code=204, dependencies=[may("judge")])
def undo(
    request: Request, number: Annotated[int, Path(ge=1, le=HIGHEST, description="Of a judgement or a correction.", examples=[1])]
) -> Response:
    """Undo a judgement or a correction."""
    try:
        opened(request).undo(number)
    except LedgerError as error:
        if is_of_database(error):
            raise
        raise MissingError("missing_judgement", number=number) from error
    return Response(None, 204)


def check(ledger: Ledger, event: str) -> None:
    """Raise WrongValueError for an event that is not there."""
    with ledger.database.reading() as connection:
        if not lookup.find_event(connection, event):
            raise WrongValueError("event", "missing_event", id=event)


def who(request: Request) -> str:
    """The name under which something is judged."""
    user = reader_of(request)
    if user is None:
        raise RoleError("judge", 401)
    return user.name
