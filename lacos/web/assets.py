"""What pages load besides themselves: files of static/, at addresses that change with what is in them, so that browsers may keep them."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from fastapi import FastAPI
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOLDER = Path(__file__).parent / "static"
YEAR = 365 * 24 * 3600


def plug(app: FastAPI) -> None:
    """Serve the files."""
    app.mount("/static", Assets(directory=FOLDER), "static")


@cache
def asset(name: str) -> str:
    """The address of a file: "/static/lacos.css?v=1c291ca3"."""
    return f"/static/{name}?v={hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()[:8]}"


class Assets(StaticFiles):
    """Files that browsers keep for a year where the address says which version is meant."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        lasting = scope["query_string"].startswith(b"v=")
        response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable" if lasting else "no-cache"
        return response
