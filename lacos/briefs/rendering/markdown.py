"""A brief in Markdown, its citations as footnotes."""

from __future__ import annotations

import re

from lacos.briefs.brief import Brief, Sentence
from lacos.briefs.rendering.notes import Note, marks, notes, printable

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")
"""What Markdown, or the HTML inside it, would take for more than text."""


def markdown(brief: Brief) -> str:
    """The brief, whose texts cannot turn into markup."""
    lines = [f"# {escaped(brief.title)}"]
    for section in brief.sections:
        lines += [f"## {escaped(section.title)}"] if section.title else []
        lines += [" ".join(_sentence(brief, one) for one in paragraph) for paragraph in section.paragraphs]
    lines += ["\n".join(map(_note, notes(brief)))]
    return "\n\n".join(filter(None, lines)) + "\n"


def escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", printable(text))


def _sentence(brief: Brief, sentence: Sentence) -> str:
    return escaped(sentence.text) + "".join(f"[^{number}]" for number in marks(brief, sentence))


def _note(note: Note) -> str:
    line = f"{note.credit}: “{note.words}” ({note.place}) {note.url}".rstrip()
    return f"[^{note.number}]: {escaped(line)}"
