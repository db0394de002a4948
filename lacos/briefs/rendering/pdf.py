"""A brief to print. Its letters are in the file: Bitstream Vera, which comes with reportlab and has those of Portuguese."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from lacos.briefs.brief import Brief, Sentence
from lacos.briefs.errors import BriefError
from lacos.briefs.rendering.notes import Note, marks, notes, printable
from lacos.briefs.speech import Speech

FONTS = {"Vera": "Vera.ttf", "Vera-Bold": "VeraBd.ttf"}


def pdf(brief: Brief) -> bytes:
    """The brief with its notes at the end. Raises BriefError without reportlab."""
    try:
        from reportlab.lib.pagesizes import A4
        from reportlab.platypus import Paragraph, SimpleDocTemplate
    except ImportError as error:
        raise BriefError("a brief in PDF needs reportlab: pip install 'lacos[briefs]'") from error
    known, styles = _letters(), _styles()
    pieces = [("title", _text(brief.title, known))]
    for section in brief.sections:
        pieces += [("heading", _text(section.title, known))] if section.title else []
        pieces += [("body", " ".join(_sentence(brief, one, known) for one in paragraph)) for paragraph in section.paragraphs]
    if brief.notes:
        pieces += [("heading", _text(Speech(brief.language).texts("notes"), known))]
        pieces += [("note", _note(note, known)) for note in notes(brief)]
    file = BytesIO()
    page = SimpleDocTemplate(file, pagesize=A4, title=printable(brief.title), author="Laços", lang=brief.language, invariant=1)
    page.build([Paragraph(markup, styles[style]) for style, markup in pieces])
    return file.getvalue()


def _letters() -> frozenset[int]:
    """The characters that the fonts have."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for name, file in FONTS.items():
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, file))
    return frozenset(pdfmetrics.getFont("Vera").face.charToGlyph)


def _styles() -> dict[str, Any]:
    from reportlab.lib.styles import ParagraphStyle

    body = ParagraphStyle("body", fontName="Vera", fontSize=9.5, leading=14, spaceAfter=7)
    return {
        "title": ParagraphStyle("title", body, fontName="Vera-Bold", fontSize=16, leading=20, spaceAfter=12),
        "heading": ParagraphStyle("heading", body, fontName="Vera-Bold", fontSize=11, leading=15, spaceBefore=8, keepWithNext=1),
        "body": body,
        "note": ParagraphStyle("note", body, fontSize=7, leading=9.5, spaceAfter=3),
    }


def _text(value: str, known: frozenset[int]) -> str:
    """Text as the fonts can show it, a letter without its accent where they lack it, which cannot turn into markup."""
    shown = "".join(one if ord(one) in known else _bare(one, known) for one in printable(value))
    return escape(shown)


def _bare(letter: str, known: frozenset[int]) -> str:
    return "".join(one for one in unicodedata.normalize("NFKD", letter) if ord(one) in known) or "?"


def _sentence(brief: Brief, sentence: Sentence, known: frozenset[int]) -> str:
    return _text(sentence.text, known) + "".join(f"<super>[{number}]</super>" for number in marks(brief, sentence))


def _note(note: Note, known: frozenset[int]) -> str:
    line = f"[{note.number}] {note.credit}: “{note.words}” ({note.place})"
    return _text(f"{line} {note.url}".rstrip(), known)
