"""All ties at once: who has to do with whom, who is central, who came closer and who drew apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, TypeVar

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from lacos.ties import Network, moves, network
from lacos.web.api.answering import answer, listed, part
from lacos.web.api.models import tied as models
from lacos.web.api.models.listed import Listed
from lacos.web.api.parameters import PART, SPAN, taking
from lacos.web.api.problems import Route
from lacos.web.asking import asked
from lacos.web.dependencies import kept, opened

router = APIRouter(tags=["ties"], route_class=Route)
TIME = r"^\d{4}(-\d\d){0,2}(,\d{4}(-\d\d){0,2})?$"
Time = Annotated[str, Query(pattern=TIME, description="A day, month or year, or the first and the last with a comma between.")]
Made = TypeVar("Made")


@router.get("/network", response_model=models.Network, openapi_extra=taking(*SPAN))
def whole(request: Request) -> Response:
    """The network of all ties of a time that several origins tell of: who is allied with whom, who is central."""
    return answer(request, models.Network.model_validate(found(request)))


@router.get("/ties", response_model=Listed[models.Edge], openapi_extra=taking(*SPAN, *PART))
def ties(request: Request) -> Response:
    """The ties of any two that several origins tell of, those of most happenings first."""
    edges = sorted(found(request).edges, key=lambda edge: (-edge.happenings, edge.one, edge.other))
    return listed(request, part(models.shown(models.Edge, edges)))


@router.get("/moves", response_model=list[models.Move])
def moved(request: Request, early: Time, late: Time) -> Response:
    """Who came closer and who drew apart between two times, those who came closer most first."""
    times = span(early), span(late)
    some = keeping(request, ("moves", *times), lambda: moves(opened(request), *times))
    return answer(request, models.shown(models.Move, some))


def found(request: Request) -> Network:
    """The network of the time that is asked for."""
    time = asked(request)
    return keeping(request, ("network", time.since, time.until), lambda: network(opened(request), time.since, time.until))


def keeping(request: Request, key: tuple[object, ...], make: Callable[[], Made]) -> Made:
    """What is kept for the API until the ledger changes."""
    return kept(request)(("api", *key), make)


def span(words: str) -> tuple[str, str]:
    """The first and the last of a time."""
    first, _, last = words.partition(",")
    return first, last or first
