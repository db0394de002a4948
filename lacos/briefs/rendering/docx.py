"""A brief for word processors."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lacos.briefs.brief import Brief, Sentence
from lacos.briefs.errors import BriefError
from lacos.briefs.rendering.notes import Note, marks, notes, printable
from lacos.briefs.speech import Speech

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The date of all parts of the file, so that the same brief gives the same bytes."""


def docx(brief: Brief) -> bytes:
    """The brief with its notes at the end. Raises BriefError without python-docx."""
    try:
        from docx import Document
    except ImportError as error:
        raise BriefError("a brief in DOCX needs python-docx: pip install 'lacos[briefs]'") from error
    document = Document()
    document.core_properties.title = printable(brief.title)
    document.core_properties.author = "Laços"
    document.core_properties.language = "pt-BR" if brief.language == "pt" else "en"
    document.add_heading(printable(brief.title), 0)
    for section in brief.sections:
        if section.title:
            document.add_heading(section.title, 1)
        for paragraph in section.paragraphs:
            _write(document.add_paragraph(), brief, paragraph)
    if brief.notes:
        document.add_heading(Speech(brief.language).texts("notes"), 1)
        for note in notes(brief):
            document.add_paragraph(_line(note))
    return _undated(document)


def _write(line: Any, brief: Brief, sentences: tuple[Sentence, ...]) -> None:
    for n, sentence in enumerate(sentences):
        line.add_run((" " if n else "") + printable(sentence.text))
        for number in marks(brief, sentence):
            line.add_run(f"[{number}]").font.superscript = True


def _line(note: Note) -> str:
    return f"[{note.number}] {note.credit}: “{note.words}” ({note.place}){' ' + note.url if note.url else ''}"


def _undated(document: Any) -> bytes:
    """The file without the time at which it was written."""
    written, undated = BytesIO(), BytesIO()
    document.save(written)
    with ZipFile(written) as old, ZipFile(undated, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name, LONG_AGO), old.read(name), ZIP_DEFLATED)
    return undated.getvalue()
