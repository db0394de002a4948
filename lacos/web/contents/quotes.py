"""Words of articles as pages quote them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lacos.briefs.rendering.notes import UNPRINTABLE

BLANK = re.compile(r"\s+")
AROUND = 300
"""Characters quoted on each side of the words that matter."""
MARKED = 600
"""Characters quoted of these words themselves."""
CUT = "[…]"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words with those that matter among them (``marked``), in a line each, without what no page can show; of long ones a part."""

    before: str
    marked: str
    after: str = ""

    @property
    def text(self) -> str:
        return self.before + self.marked + self.after


def quote(words: str, start: int, end: int) -> Quote:
    """The quotation of words of which those from ``start`` to ``end`` matter."""
    before, marked, after = (shown(part) for part in (words[:start], words[start:end], words[end:]))
    return Quote(tail(before), head(marked, MARKED), head(after, AROUND))


def shown(text: str) -> str:
    return BLANK.sub(" ", UNPRINTABLE.sub("", text))


def head(text: str, most: int) -> str:
    """The beginning of a text, cut between words."""
    return text if len(text) <= most else f"{text[:most].rpartition(' ')[0] or text[:most]} {CUT}"


def tail(text: str) -> str:
    """The end of a text, cut between words."""
    return text.lstrip() if len(text) <= AROUND else f"{CUT} {text[-AROUND:].partition(' ')[2] or text[-AROUND:]}"
