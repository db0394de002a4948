"""Words of a text as a brief quotes them: fewer than 25, cut at clauses, what is left out marked."""

from __future__ import annotations

import re

MOST = 24
"""Words of a quotation."""
LEAST = 3
"""Words below which a quotation says nothing."""
GAP = "[...]"
ENOUGH = 10
"""Words of a clause to which no neighbour need be added."""
MARKS = re.compile(r"[\"“”„«»]|''")
CLAUSE = re.compile(r"[,;:.!?–—][\"”»'’]?$")
LOOSE = re.compile(r"(?: (?:\w{1,3}|com|como|contra|entre|mais|pela|pelo|pelas|pelos|para|sobre))+$")
"""Little words at which nothing ends."""
EDGE = " ,;:–—-.\n\t"


def quoted(words: str, around: tuple[int, int] | None = None) -> str:
    """What is quoted of some words: all where they are few, else the clauses about those between two offsets, or else the first ones.

    Quotation marks inside become single ones; "" where too little is left to quote.
    """
    tokens = [match.span() for match in re.finditer(r"\S+", words)]
    if not tokens:
        return ""
    first, last = (0, len(tokens)) if len(tokens) <= MOST else _cut(words, tokens, around or tokens[0])
    text = " ".join(words[start:end] for start, end in tokens[first:last]).strip(EDGE)
    text = LOOSE.sub("", text).strip(EDGE) if last < len(tokens) and not CLAUSE.search(words[: tokens[last - 1][1]]) else text
    if len(text.split()) < LEAST:
        return ""
    return f"{GAP + ' ' if first else ''}{_single(text)}{' ' + GAP if last < len(tokens) else ''}"


def _cut(words: str, tokens: list[tuple[int, int]], around: tuple[int, int]) -> tuple[int, int]:
    """The first and last word of the clause about some offsets, with those beside it as long as they fit."""
    middle = next((n for n, (_, end) in enumerate(tokens) if end > around[0]), len(tokens) - 1)
    ends = [n + 1 for n, (start, end) in enumerate(tokens) if CLAUSE.search(words[start:end])]
    edges = sorted({0, len(tokens), *ends})
    right = next(n for n, edge in enumerate(edges) if edge > middle)
    first, last = edges[right - 1], edges[right]
    if last - first > MOST:
        first = max(first, min(middle - MOST // 3, last - MOST))
        while first > edges[right - 1] and tokens[first][1] - tokens[first][0] <= len("dos"):  # not in the middle of a name
            first -= 1
        return first, min(last, first + MOST)
    left = right - 1
    while last - first < ENOUGH:
        if left > 0 and last - edges[left - 1] <= MOST:
            left -= 1
        elif right + 1 < len(edges) and edges[right + 1] - first <= MOST:
            right += 1
        else:
            break
        first, last = edges[left], edges[right]
    return first, last


def _single(text: str) -> str:
    """Quotation marks as they stand inside others; marks without their fellow go."""
    if len(MARKS.findall(text)) % 2:
        return " ".join(MARKS.sub("", text).split())
    opening = iter(range(len(text)))
    return MARKS.sub(lambda _: "‘" if next(opening) % 2 == 0 else "’", text)


def plain(text: str) -> str:
    """Words without quotation marks and with single spaces, as quotations are compared with what they quote."""
    return " ".join(re.sub(r"[\"“”„«»‘’']", "", text).split())
