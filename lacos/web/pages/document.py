"""A document: its text with what it says marked, and beside it why."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from lacos.events import context_labels
from lacos.ledger import Filter
from lacos.web.asking import FARTHEST, whole
from lacos.web.contents.documents import shown
from lacos.web.contents.marked import paragraphs
from lacos.web.dependencies import opened
from lacos.web.downloading import as_csv, wants_csv
from lacos.web.errors import MissingError
from lacos.web.rendering import render

router = APIRouter()


@router.get("/document/{id:path}")
def document(request: Request, id: str) -> Response:
    """The page of a document; as a file, its events. ``done`` is the number of a correction just made."""
    ledger = opened(request)
    if wants_csv(request):
        rows = ledger.events(Filter(document=id))
        return as_csv("lacos-document", rows.columns, rows.values)
    done = whole(request.query_params, "done", 0, 1, FARTHEST)
    with ledger.database.reading() as connection:
        found = shown(connection, id)
    if found is None:
        raise MissingError("missing_document", id=id)
    link = (found.row["url"] or "").startswith(("http://", "https://"))
    return render(
        request, "document.html", found=found, paragraphs=paragraphs(found.reading), contexts=context_labels(), link=link, done=done
    )
