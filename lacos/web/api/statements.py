"""Statements: who says what, in which words."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from lacos.ledger import lookup
from lacos.records import Stance
from lacos.web.api.answering import answer, listed, unchanged
from lacos.web.api.models.listed import Listed, Stated
from lacos.web.api.parameters import PART, SOURCES, SPAN, taking, text
from lacos.web.api.problems import Route
from lacos.web.asking import asked
from lacos.web.dependencies import opened
from lacos.web.errors import MissingError

router = APIRouter(prefix="/statements", tags=["statements"], dependencies=[Depends(unchanged)], route_class=Route)
SPEAKER = text("actor", "Who speaks: a code (RUS, PRK/MED) or a name.", "PRK")


@router.get("", response_model=Listed[Stated], openapi_extra=taking(SPEAKER, *SPAN, *SOURCES, *PART))
def statements(
    request: Request,
    stance: Annotated[list[Stance], Query(default_factory=list, description="The speaker's attitude. May be given several times.")],
) -> Response:
    """Statements, the latest first; ``since`` and ``until`` are of their publication."""
    wanted, stances = asked(request), tuple(one.value for one in stance)
    with opened(request).database.reading() as connection:
        return listed(request, lambda limit, offset: lookup.find_statements(connection, wanted, stances, limit, offset))


@router.get("/{id}", response_model=Stated)
def statement(request: Request, id: Annotated[str, Path(examples=["s2d71f982a8e0dbff"])]) -> Response:
    """One statement; of a text with copies, that of the latest."""
    with opened(request).database.reading() as connection:
        found = lookup.find_statement(connection, id)
    if found is None:
        raise MissingError("missing_statement", id=id)
    return answer(request, found)
