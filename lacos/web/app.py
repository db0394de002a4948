"""The application: a ledger, opened once a process, with its pages, its API and what guards them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread

from fastapi import FastAPI

from lacos import __version__
from lacos.ledger import Ledger
from lacos.web import api, assets, pages, refusing, security
from lacos.web.changes import Kept
from lacos.web.keeping import GRACE, Pages
from lacos.web.pages import search
from lacos.web.sending import Heads, Packing
from lacos.web.settings import Settings


def create_app(settings: Settings) -> FastAPI:
    """The application that serves the ledger of the settings. Raises LedgerError for one that is not there."""
    ledger = Ledger(settings.ledger, create=False)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        Thread(target=search.warm, daemon=True).start()
        yield
        ledger.close()

    app = FastAPI(title="Laços", version=__version__, docs_url=None, redoc_url=None, openapi_url=None, lifespan=life)
    app.state.settings, app.state.ledger, app.state.kept = settings, ledger, Kept(ledger)
    app.state.grace = GRACE
    app.add_middleware(Pages, kept=app.state.kept)
    app.add_middleware(Packing, kept=app.state.kept)
    app.add_middleware(Heads)
    refusing.plug(app)
    assets.plug(app)
    for router in pages.routers():
        app.include_router(router, include_in_schema=False)
    api.plug(app, settings)
    security.plug(app, settings)
    return app
