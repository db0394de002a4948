"""A brief as a file: Markdown, HTML, DOCX, PDF. The same brief gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from lacos.briefs.brief import Brief
from lacos.briefs.rendering.docx import docx
from lacos.briefs.rendering.html import html
from lacos.briefs.rendering.markdown import markdown
from lacos.briefs.rendering.pdf import pdf


class BriefFormat(StrEnum):
    """What a brief can be written as."""

    MARKDOWN = "md"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"


RENDERERS: dict[BriefFormat, Callable[[Brief], bytes]] = {
    BriefFormat.MARKDOWN: lambda brief: markdown(brief).encode(),
    BriefFormat.HTML: lambda brief: html(brief).encode(),
    BriefFormat.DOCX: docx,
    BriefFormat.PDF: pdf,
}


def render(brief: Brief, format: BriefFormat) -> bytes:
    """A brief in a format. Raises BriefError where a library that it needs is not installed."""
    return RENDERERS[format](brief)
