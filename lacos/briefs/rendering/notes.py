"""The notes of a brief: where the words of each sentence stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lacos.briefs.brief import Brief, Citation, Sentence
from lacos.briefs.quoting import quoted
from lacos.briefs.speech import Speech

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML cannot hold, and so neither HTML nor DOCX."""


@dataclass(frozen=True, slots=True)
class Note:
    """A citation as readers see it: who published when under which title, the words, where they stand, the address or ""."""

    number: int
    credit: str
    words: str
    place: str
    url: str


def notes(brief: Brief) -> list[Note]:
    """The notes of a brief, by number."""
    speech = Speech(brief.language)
    return [_note(speech, number, citation) for citation, number in brief.notes.items()]


def marks(brief: Brief, sentence: Sentence) -> list[int]:
    """The numbers of a sentence's notes, each once."""
    return list(dict.fromkeys(brief.notes[citation] for citation in sentence.citations))


def printable(text: str) -> str:
    """Text without characters that no page can show, in one line."""
    return " ".join(UNPRINTABLE.sub("", text).split())


def _note(speech: Speech, number: int, citation: Citation) -> Note:
    when = speech.date(citation.published).text if citation.published else speech.texts("undated")
    credit = [citation.outlet or citation.document, when, *([f"“{citation.title}”"] if citation.title else [])]
    place = speech.texts("place", document=citation.document, start=citation.start, end=citation.end)
    url = citation.url if citation.url and citation.url.startswith(("http://", "https://")) else ""
    return Note(number, *map(printable, (", ".join(credit), quoted(citation.words) or citation.words, place, url)))
