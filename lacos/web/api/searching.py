"""What a ledger holds as a whole: how much there is, what failed, and documents by their words."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from lacos.web.api.answering import answer, listed, part, unchanged
from lacos.web.api.models.listed import Failed, Hit, Listed
from lacos.web.api.models.whole import Amounts
from lacos.web.api.parameters import PART, taking
from lacos.web.api.problems import Route
from lacos.web.contents import failures as unread
from lacos.web.dependencies import opened

router = APIRouter(tags=["ledger"], dependencies=[Depends(unchanged)], route_class=Route)
LONGEST = 300
"""Characters of a query, so that it holds no more words than the index takes."""


@router.get("/status", response_model=Amounts)
def status(request: Request) -> Response:
    """How much there is: documents, events, happenings by standing, failures, versions of the coder."""
    return answer(request, opened(request).status())


@router.get("/search", response_model=Listed[Hit], openapi_extra=taking(*PART))
def search(
    request: Request,
    q: Annotated[
        str, Query(max_length=LONGEST, description="Words, whatever their endings; phrases in quotes.", examples=["bomba nuclear"])
    ],
) -> Response:
    """The documents with all words of a query, the best first."""
    ledger = opened(request)
    return listed(request, lambda limit, offset: [*ledger.search(q, limit + offset)][offset:])


@router.get("/failures", response_model=Listed[Failed], openapi_extra=taking(*PART))
def failures(request: Request) -> Response:
    """What could not be read, the latest first; to who may not write, without the folders of the server's own files."""
    return listed(request, part(unread.failures(request)))
