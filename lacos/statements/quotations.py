"""Stretches of direct speech: what stands between quotation marks of any kind, across sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

PAIRS = {"“": "”", "«": "»", "‘": "’", '"': '"', "'": "'", "”": "”"}
CLOSING = "”»"
"""Marks that close: one that nothing opened ends speech that begins with its sentence."""
REACH = 1500
"""Characters within which a quotation must close: one that does not ends with its sentence."""
END = re.compile(r"(?<=[.!?…])\s|\n|$")
UNPAIRED = '“«"'
"""Marks that open: one that nothing closes begins speech that ends with its sentence, where it stands at the beginning of one."""
SPEECH = 4
"""Fewer words than this are a title, an irony or a term, not speech, unless a cue asks for them."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words between a pair of marks, the marks left out, in characters of the text."""

    start: int
    end: int
    words: int


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of ``text`` in order, the outermost where they nest."""
    found: list[Quotation] = []
    at = 0
    while at < len(text):
        mark = text[at]
        if mark in PAIRS and opens(text, at):
            end = closing(text, at, PAIRS[mark])
            if end is not None:
                found += between(text, at + 1, end)
                at = end + 1
                continue
            if mark in UNPAIRED and begins(text, at):
                found += (one for one in between(text, at + 1, sentence_end(text, at + 1)) if one.words >= SPEECH)
        elif mark in CLOSING and at and not text[at - 1].isspace():
            start = max(sentence_start(text, at), found[-1].end if found else 0)
            found += (one for one in between(text, start, at) if one.words >= SPEECH and text[start : start + 1].isupper())
        at += 1
    return tuple(found)


def between(text: str, start: int, end: int) -> Iterator[Quotation]:
    """What is quoted between two places, if there is anything, without blanks at its edges."""
    inside = text[start:end]
    if inside.strip() and len(inside) <= REACH:
        first = start + len(inside) - len(inside.lstrip())
        yield Quotation(first, end - (len(inside) - len(inside.rstrip())), len(inside.split()))


def begins(text: str, at: int) -> bool:
    """Whether a mark stands where a sentence begins."""
    last = at - 1
    while last >= 0 and text[last].isspace():
        if text[last] == "\n":
            return True
        last -= 1
    return last < 0 or text[last] in ".!?…:"


def sentence_end(text: str, at: int) -> int:
    """Where the sentence ends that goes on at a place, its stop left out."""
    end = END.search(text, at, at + REACH + 1)
    place = end.start() if end is not None else at + REACH + 1
    while place > at and text[place - 1] in " .\n":
        place -= 1
    return place


def sentence_start(text: str, at: int) -> int:
    """Where the sentence begins that a place is in."""
    return max((end.end() for end in END.finditer(text, max(0, at - REACH), at) if end.end() < at), default=0)


def opens(text: str, at: int) -> bool:
    """Whether the mark at ``at`` can open a quotation: nothing but space or an opening mark before it, a word after it."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not before.isalnum() and not after.isspace()


def closing(text: str, at: int, mark: str) -> int | None:
    """Where the quotation opened at ``at`` closes: at its closing mark, no letter after an apostrophe."""
    end = at
    while (end := text.find(mark, end + 1, at + REACH)) >= 0:
        after = text[end + 1] if end + 1 < len(text) else " "
        if not (mark in "'’" and after.isalnum()):
            return end
    return None
