"""The first page: what is in the ledger, what is new, the busiest ties, the most contested claims."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from lacos.ledger import Ledger
from lacos.ledger.overview import PAIR, busiest
from lacos.ties.pairs import SECTORS
from lacos.web.contents.front import front
from lacos.web.dependencies import kept, opened
from lacos.web.downloading import as_csv, wants_csv
from lacos.web.rendering import render

router = APIRouter()


@router.get("/")
def home(request: Request) -> Response:
    """The first page; as a file, all ties of the ledger."""
    ledger = opened(request)
    if wants_csv(request):
        with ledger.database.reading() as connection:
            return as_csv("lacos-ties", PAIR, busiest(connection, but=sorted(SECTORS)).values)
    return render(request, "home.html", front=kept(request)("home", lambda: front(ledger)), ledger=called(ledger))


def called(ledger: Ledger) -> str:
    """What a ledger is called: its file, or its database, without where that is."""
    return Path(ledger.database.url.database or "").stem
