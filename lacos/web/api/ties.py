"""Ties: what passes between two, or between one and all others, with how sure that is."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from lacos.actors import code_of
from lacos.ledger import Ledger
from lacos.records import Standing
from lacos.ties import Every, Measure, Tie
from lacos.web.api.answering import answer, listed, unchanged
from lacos.web.api.models import tied as models
from lacos.web.api.models.claimed import Claimed
from lacos.web.api.models.listed import Listed
from lacos.web.api.parameters import PART, SPAN, taking
from lacos.web.api.problems import Route
from lacos.web.asking import asked
from lacos.web.dependencies import opened

router = APIRouter(prefix="/ties", tags=["ties"], route_class=Route)
PATH, CURRENT = "/{one}/{other}", [Depends(unchanged)]
MOST = 4
"""Ties that are kept as they were read: one with all others may be large."""
OTHERS = "others"
"""Stands in an address for all others."""
Side = Annotated[str, Path(description="A code or a name; several joined by +.", examples=["PRK"])]
Other = Annotated[str, Path(description="The same of the other side, or `others` for all others.", examples=["USA"])]
But = Annotated[list[str], Query(default_factory=list, description="Codes that are left out of all others. May be given several times.")]


@lru_cache(maxsize=MOST)
def read(ledger: Ledger, _: str, *between: Any) -> Tie:
    """A tie of a version of a ledger, with what was read of it before."""
    return Tie(ledger, *between)


def tie(request: Request, one: Side, other: Other, but: But) -> Tie:
    """The tie that an address names."""
    time, left_out = asked(request), tuple(code_of(code) for code in but)
    between = sided(one), () if other == OTHERS else sided(other), time.since, time.until, left_out
    return read(opened(request), request.state.version, *between)


def sided(words: str) -> tuple[str, ...]:
    """The codes of a side of an address."""
    return tuple(code_of(part) for part in words.split("+") if part)


Found = Annotated[Tie, Depends(tie)]


@router.get(PATH, dependencies=CURRENT, response_model=models.Tie, openapi_extra=taking(*SPAN))
def figures(request: Request, tie: Found) -> Response:
    """A tie as figures: how much passes, of what kind, its trend, whose reports these are."""
    values = {name: getattr(tie, name) for name in models.Tie.model_fields}
    found = {name: value() if callable(value) else value for name, value in values.items()}
    return answer(request, models.Tie.model_validate(found, from_attributes=True))


@router.get(f"{PATH}/series", dependencies=CURRENT, response_model=models.Series, openapi_extra=taking(*SPAN))
def series(
    request: Request,
    tie: Found,
    measure: Annotated[Measure, Query(description="Net cooperation, or what is counted.")] = Measure.NET,
    every: Annotated[Every, Query(description="How long its periods are.")] = Every.MONTH,
    group: Annotated[str, Query(description="A quad class or a type; empty for all.", examples=["verbal conflict"])] = "",
) -> Response:
    """A measure over time."""
    return answer(request, models.Series.model_validate(tie.series(measure, every, group)))


@router.get(f"{PATH}/breaks", dependencies=CURRENT, response_model=list[models.Break], openapi_extra=taking(*SPAN))
def breaks(request: Request, tie: Found, measure: Measure = Measure.NET, every: Every = Every.MONTH) -> Response:
    """Where a measure changes its level or its trend, in the order of time."""
    return answer(request, models.shown(models.Break, tie.breaks(measure, every)))


@router.get(f"{PATH}/trend", dependencies=CURRENT, response_model=models.Trend | None, openapi_extra=taking(*SPAN))
def trend(request: Request, tie: Found) -> Response:
    """How the late half of its happenings compares with the early half; null where either is thin."""
    return answer(request, next(iter(models.shown(models.Trend, filter(None, [tie.trend()]))), None))


@router.get(f"{PATH}/asymmetry", dependencies=CURRENT, response_model=models.Asymmetry, openapi_extra=taking(*SPAN))
def asymmetry(request: Request, tie: Found, every: Every = Every.MONTH) -> Response:
    """Who acts upon whom, and how far one answers the other."""
    return answer(request, models.Asymmetry.model_validate(tie.asymmetry(every)))


@router.get(f"{PATH}/acts", dependencies=CURRENT, response_model=Listed[models.Act], openapi_extra=taking(*SPAN, *PART))
def acts(request: Request, tie: Found) -> Response:
    """All that passes, in the order of time; a happening of several pairs is several acts."""
    return listed(request, lambda limit, offset: models.shown(models.Act, tie.acts[offset : offset + limit]))


@router.get(f"{PATH}/reports", dependencies=CURRENT, response_model=Listed[models.Report], openapi_extra=taking(*SPAN, *PART))
def reports(request: Request, tie: Found) -> Response:
    """The documents that tell of it, those of a happening together."""
    return listed(request, lambda limit, offset: models.shown(models.Report, tie.reports[offset : offset + limit]))


@router.get(f"{PATH}/claims", dependencies=CURRENT, response_model=Listed[Claimed], openapi_extra=taking(*SPAN, *PART))
def tie_claims(
    request: Request,
    tie: Found,
    standing: Annotated[list[Standing], Query(default_factory=list, description="How it stands. May be given several times.")],
) -> Response:
    """What is claimed of it, the contested first, then the latest."""
    return listed(request, lambda limit, offset: (one.to_json() for one in tie.claims(standing, limit + offset)[offset:]))
