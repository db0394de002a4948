"""Briefs: as pages whose every sentence leads to its evidence, and as files."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, TypeVar

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from lacos.briefs import Brief, BriefFormat, Length, brief, render
from lacos.briefs.rendering.notes import notes
from lacos.ledger import Filter
from lacos.web import asking
from lacos.web.contents.parts import part
from lacos.web.contents.prose import marks
from lacos.web.contents.sides import Sides, sides
from lacos.web.dependencies import kept, language, opened
from lacos.web.errors import MissingError
from lacos.web.rendering import render as page

router = APIRouter()
MEDIA = {
    BriefFormat.MARKDOWN: "text/markdown; charset=utf-8",
    BriefFormat.HTML: "text/html; charset=utf-8",
    BriefFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    BriefFormat.PDF: "application/pdf",
}
Choice = TypeVar("Choice", bound=StrEnum)


@router.get("/tie/{one}/brief")
@router.get("/tie/{one}/{other}/brief")
def briefed(request: Request, one: str, other: str = "") -> Response:
    """A brief, of the ``length`` and in the ``format`` that the address says, else a page."""
    between, wanted = sides(request, one, other), asking.asked(request)
    if len(between.one) > 1 or len(between.other) > 1:
        raise MissingError("brief_of_two")
    between.tie(opened(request), wanted)  # raises where there can be none
    length = asking.chosen("length", asking.value(request.query_params, "length") or Length.PAGE, Length)
    if asking.value(request.query_params, "format"):
        return file(request, between, wanted, length, asking.chosen("format", request.query_params["format"], BriefFormat))
    key = between, wanted.since, wanted.until, length
    text = part(request, "parts/brief.html", key, lambda: shown(request, written(request, between, wanted, length)))
    return page(request, "brief.html", sides=between, asked=wanted, length=length, text=text, lengths=tuple(Length), formats=tuple(MEDIA))


def written(request: Request, between: Sides, wanted: Filter, length: Length) -> Brief:
    one, other = (side[0] if side else "" for side in (between.one, between.other))
    return brief(opened(request), one, other, length, language(request), wanted.since, wanted.until)


def shown(request: Request, found: Brief) -> dict[str, Any]:
    """What a page shows of a brief."""
    return {"brief": found, "notes": list(zip(found.notes, notes(found), strict=True)), "marks": marks(opened(request), found)}


def file(request: Request, between: Sides, wanted: Filter, length: Length, format: BriefFormat) -> Response:
    """A brief as a file."""
    tongue = language(request)
    key = "brief", between, wanted.since, wanted.until, length, format, tongue
    content = kept(request)(key, lambda: render(written(request, between, wanted, length), format))
    name = f"lacos-{between.name}-{length}-{tongue}.{format}"
    return Response(content, 200, {"Content-Disposition": f'attachment; filename="{name}"'}, MEDIA[format])
