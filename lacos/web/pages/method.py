"""The method: how texts become what the pages show, in which terms, how sure that is, and how to cite it."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from lacos.events import context_labels, ontology
from lacos.web.dependencies import kept, opened
from lacos.web.downloading import as_csv, wants_csv
from lacos.web.rendering import render

router = APIRouter()
TYPE = ("type", "quad", "score", "cameo", "definition")


@router.get("/method")
def method(request: Request) -> Response:
    """The page of the method; as a file, its table of event types."""
    types = list(ontology().values())
    if wants_csv(request):
        return as_csv("plover-types", TYPE, ((one.type.value, one.quad, one.score, one.cameo, one.definition) for one in types))
    coders = kept(request)("coders", lambda: opened(request).status()["coders"])
    return render(request, "method.html", types=types, contexts=context_labels(), coders=coders)
