"""Whether the server lives, whether it can answer, and its figures, for those who keep it."""

from __future__ import annotations

from fastapi import APIRouter
from sqlalchemy import text
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from lacos.ledger import LedgerError
from lacos.web.dependencies import opened, reader_of
from lacos.web.door import address, is_forwarded
from lacos.web.errors import RoleError
from lacos.web.observing.metrics import figures
from lacos.web.settings import is_loopback

router = APIRouter(include_in_schema=False)
FRESH = {"Cache-Control": "no-store"}


@router.get("/healthz")
async def alive() -> Response:
    """That the process answers."""
    return PlainTextResponse("ok\n", headers=FRESH)


@router.get("/readyz")
def ready(request: Request) -> Response:
    """That the ledger can be read."""
    try:
        with opened(request).database.reading() as connection:
            connection.execute(text("SELECT 1 FROM documents LIMIT 1"))
    except LedgerError:
        return PlainTextResponse("the ledger cannot be read\n", 503, FRESH)
    return PlainTextResponse("ready\n", headers=FRESH)


@router.get("/metrics")
def metrics(request: Request) -> Response:
    """Figures for Prometheus, to this computer and to whoever has a token. Raises RoleError for others."""
    if reader_of(request) is None and (is_forwarded(request.scope) or not is_loopback(address(request.scope))):
        raise RoleError("read", 401)
    body, media = figures()
    return Response(body, headers={**FRESH, "Content-Type": media})
