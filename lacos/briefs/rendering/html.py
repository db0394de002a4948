"""A brief as a page of its own: nothing is loaded, nothing runs, and what articles say cannot become markup."""

from __future__ import annotations

from html import escape

from lacos.briefs.brief import Brief, Sentence
from lacos.briefs.rendering.notes import Note, marks, notes, printable
from lacos.briefs.speech import Speech

STYLE = (
    "body{font:17px/1.6 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}"
    "h1,h2{font-family:system-ui,sans-serif;line-height:1.25}h2{font-size:1.1rem;margin-top:2rem}"
    "sup a{text-decoration:none;padding:0 .1em}ol{font-size:.85rem;line-height:1.45}ol .place{color:#666}"
    "@media(prefers-color-scheme:dark){body{color:#ddd;background:#181818}a{color:#8ab4f8}ol .place{color:#999}}"
)
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def html(brief: Brief) -> str:
    """The brief as a whole document."""
    return (
        f'<!doctype html>\n<html lang="{"pt-BR" if brief.language == "pt" else "en"}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">\n<title>{text(brief.title)}</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n{fragment(brief)}\n</body>\n</html>\n"
    )


def fragment(brief: Brief) -> str:
    """The brief as a piece of a page, as notebooks show it."""
    lines = [f"<article><h1>{text(brief.title)}</h1>"]
    for section in brief.sections:
        lines += [f"<h2>{text(section.title)}</h2>"] if section.title else []
        lines += [f"<p>{' '.join(_sentence(brief, one) for one in paragraph)}</p>" for paragraph in section.paragraphs]
    if brief.notes:
        lines += [f"<h2>{text(Speech(brief.language).texts('notes'))}</h2>", "<ol>", *map(_note, notes(brief)), "</ol>"]
    return "\n".join([*lines, "</article>"])


def text(value: str) -> str:
    return escape(printable(value))


def _sentence(brief: Brief, sentence: Sentence) -> str:
    links = "".join(f'<sup><a href="#note-{number}">[{number}]</a></sup>' for number in marks(brief, sentence))
    return text(sentence.text) + links


def _note(note: Note) -> str:
    link = f' <a href="{escape(note.url)}" rel="noreferrer">{escape(note.url)}</a>' if note.url else ""
    place = f'<span class="place">({escape(note.place)})</span>'
    return f'<li id="note-{note.number}">{escape(note.credit)}: “{escape(note.words)}” {place}{link}</li>'
