"""Briefs: what the ledger says of a tie or an actor, in cited prose."""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from lacos.actors import code_of
from lacos.briefs import Brief, BriefFormat, Length, brief, render
from lacos.web.api.answering import answer, tagged
from lacos.web.api.models import briefed as models
from lacos.web.api.parameters import SPAN, taking
from lacos.web.api.problems import Route
from lacos.web.api.ties import OTHERS
from lacos.web.api.turns import WRITING
from lacos.web.asking import asked
from lacos.web.dependencies import kept, opened

router = APIRouter(prefix="/briefs", tags=["briefs"], route_class=Route)


class Language(StrEnum):
    """What names, labels and prose are written in."""

    PT = "pt"
    EN = "en"


class Form(StrEnum):
    """JSON, or a file."""

    JSON = "json"
    MARKDOWN = "md"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"


MEDIA = {
    BriefFormat.MARKDOWN: "text/markdown; charset=utf-8",
    BriefFormat.HTML: "text/html; charset=utf-8",
    BriefFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    BriefFormat.PDF: "application/pdf",
}
BINARY: dict[str, Any] = {"schema": {"type": "string", "format": "binary"}}


@router.get(
    "/{one}/{other}",
    response_model=models.Brief,
    openapi_extra=taking(*SPAN),
    responses={200: {"content": {media.partition(";")[0]: BINARY for media in MEDIA.values()}}},
)
def written(
    request: Request,
    one: Annotated[str, Path(description="A code or a name.", examples=["PRK"])],
    other: Annotated[str, Path(description="The other of a tie, or `others` for all that the one has to do with.", examples=["USA"])],
    length: Annotated[Length, Query(description="How long it is.")] = Length.PARAGRAPH,
    language: Annotated[Language, Query(description="What it is written in.")] = Language.PT,
    format: Annotated[Form, Query(description="JSON, or a file.")] = Form.JSON,
) -> Response:
    """A brief: its sentences, each with the words that it rests on."""
    time = asked(request)
    sides = code_of(one), "" if other == OTHERS else code_of(other)

    def write() -> Brief:
        with WRITING.turn():
            return brief(opened(request), *sides, length, language.value, time.since, time.until)

    found = kept(request)(("brief of the API", *sides, length, language, time.since, time.until), write)
    if format is Form.JSON:
        return answer(request, {**asdict(found), "notes": len(found.notes)})
    form = BriefFormat(format)
    name = "-".join(filter(None, ("lacos", *sides))).replace("/", "-")
    return tagged(request, render(found, form), MEDIA[form], headers={"Content-Disposition": f'attachment; filename="{name}.{form}"'})
