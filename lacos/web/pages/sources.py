"""The sources: what came in, from which outlets and when, in which languages, and what could not be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from lacos.ledger import Ledger, Rows, overview
from lacos.web.asking import page, value
from lacos.web.contents.failures import failures
from lacos.web.contents.front import origins
from lacos.web.dependencies import kept, opened
from lacos.web.downloading import as_csv, wants_csv
from lacos.web.errors import WrongValueError
from lacos.web.rendering import render

router = APIRouter()
ALL = 10_000_000


@router.get("/sources")
def sources(request: Request) -> Response:
    """The page of sources. ``source`` shows the documents of one outlet; ``list`` says which list a file is of."""
    ledger, part = opened(request), page(request)
    source = value(request.query_params, "source") or None
    if wants_csv(request):
        name = value(request.query_params, "list") or "documents"
        rows = lists(request, source)
        if name not in rows:
            raise WrongValueError("list", "wrong_choice", given=name, some=", ".join(rows))
        found = rows[name]()
        return as_csv(f"lacos-{name}", found.columns, found.values)
    with ledger.database.reading() as connection:
        arrived = overview.arrivals(connection, part.limit, part.offset, source)
    shown = kept(request)("sources", lambda: origins(ledger))
    number = amount(shown.outlets, source)
    listed: dict[str, Any] = {"origins": shown, "failures": failures(request), "arrived": arrived, "most": most(shown.months)}
    return render(request, "sources.html", **listed, source=source, page=part, total=number)


def lists(request: Request, source: str | None) -> Mapping[str, Callable[[], Rows]]:
    """The lists of the page, each as it is made."""
    ledger = opened(request)
    return {
        "documents": lambda: read(ledger, overview.arrivals, ALL, 0, source),
        "outlets": lambda: read(ledger, overview.outlets),
        "months": lambda: read(ledger, overview.months),
        "failures": lambda: failures(request),
        "feeds": ledger.feeds,
    }


def read(ledger: Ledger, find: Callable[..., Rows], *given: Any) -> Rows:
    with ledger.database.reading() as connection:
        return find(connection, *given)


def amount(outlets: Rows, source: str | None) -> int:
    """How many documents an outlet has, or all together."""
    return sum(row["documents"] for row in outlets if source in (None, row["source"]))


def most(months: Rows) -> int:
    """The documents of the fullest month."""
    return max((row["documents"] for row in months), default=0)
