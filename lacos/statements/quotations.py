"""Stretches of direct speech: what stands between quotation marks of any kind, across sentences."""

from __future__ import annotations

from dataclasses import dataclass

PAIRS = {"“": "”", "«": "»", "‘": "’", '"': '"', "'": "'", "”": "”"}
REACH = 1500
"""Characters within which a quotation must close: one that does not is a stray mark."""
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
                inside = text[at + 1 : end]
                if inside.strip():
                    start = at + 1 + len(inside) - len(inside.lstrip())
                    found.append(Quotation(start, end - (len(inside) - len(inside.rstrip())), len(inside.split())))
                at = end + 1
                continue
        at += 1
    return tuple(found)


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
