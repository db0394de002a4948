"""Documents: what came in, what each says; reading a text, and adding texts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path
from sqlalchemy import select
from starlette.requests import Request
from starlette.responses import Response

from lacos import sources
from lacos.ledger import Ledger
from lacos.ledger.schema import documents as table
from lacos.reader import reader
from lacos.records import Document
from lacos.sources import Problem
from lacos.web.api.answering import answer, listed, unchanged
from lacos.web.api.models.done import Added
from lacos.web.api.models.given import MOST, Short, Texts
from lacos.web.api.models.listed import Kept, Listed
from lacos.web.api.openapi import READING as SCHEMA
from lacos.web.api.parameters import PART, taking
from lacos.web.api.problems import Route
from lacos.web.api.turns import READING
from lacos.web.dependencies import kept, may, opened
from lacos.web.errors import MissingError, WrongValueError
from lacos.web.security.guard import fetcher

router = APIRouter(tags=["documents"], route_class=Route)
WHOLE: dict[int | str, dict[str, Any]] = {200: {"description": "A Reading", "content": {"application/json": {"schema": SCHEMA}}}}


@router.get("/documents", response_model=Listed[Kept], dependencies=[Depends(unchanged)], openapi_extra=taking(*PART))
def documents(request: Request) -> Response:
    """The documents, the latest first."""
    return listed(request, opened(request).documents)


@router.get("/documents/{id:path}", responses=WHOLE, response_model=None, dependencies=[Depends(unchanged)])
def document(request: Request, id: Annotated[str, Path(examples=["bomba-1"])]) -> Response:
    """One document with its text and all that it says: a Reading, whose form `docs/reading.schema.json` defines, as corrected."""
    ledger = opened(request)
    if not has(ledger, id):
        raise MissingError("missing_document", id=id)
    return answer(request, ledger.reading(id).to_json())


def has(ledger: Ledger, id: str) -> bool:
    """Whether a ledger has a document."""
    with ledger.database.reading() as connection:
        return connection.execute(select(table.c.n).where(table.c.id == id)).first() is not None


@router.post("/documents", response_model=Added, dependencies=[may("write")])
def add(request: Request, given: Texts) -> Response:
    """Add texts, and what is at some addresses (of a feed the texts that are in it). What is there already changes nothing.

    What cannot be read is among the problems.
    """
    wrong = next((url for url in given.urls if not url.startswith(("http://", "https://"))), None)
    if wrong is not None:
        raise WrongValueError("urls", "wrong_url", given=wrong)
    texts = [*(one.document() for one in given.documents), *fetched(request, given.urls)]
    with READING.turn():
        done = opened(request).add(texts)
    kept(request).forget()
    counts = {name: getattr(done, name) for name in ("added", "replaced", "unchanged", "aside", "failed")}
    problems = [{"name": one.name, "message": one.message, "fatal": one.fatal} for one in done.problems]
    return answer(request, {**counts, "problems": problems})


def fetched(request: Request, urls: list[str]) -> Iterator[Document | Problem]:
    """What is at addresses, as far as this server goes to them, and no more than may be sent at once."""
    if urls:
        with fetcher(request.app.state.settings) as getting:
            yield from islice(sources.documents(urls, fetcher=getting, follow=False, limit=MOST), MOST)


@router.post("/read", responses=WHOLE, response_model=None)
def read(request: Request, given: Short) -> Response:
    """Read a text and keep nothing of it: who did what to whom, who says so, who denies it."""
    with READING.turn():
        found = reader().read(given.document())
    return answer(request, found.to_json())
