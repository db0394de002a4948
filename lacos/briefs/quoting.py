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
LITTLE = (
    r"(?:a|à|aos?|após|às|com|como|conforme|contra|cuj[ao]s?|[dn]?[aeo]s?|desde|durante|em|entre|mais|mas|n?est[ae]s?|n?ess[ae]s?|nem|"
    r"não|onde|ou|para|pel[ao]s?|por|porque|quando|que|se|segundo|sem|seus?|sob|sobre|suas?|uma?|uns|al|and|by|con|del|el|en|for|in|l[ao]s?|"
    r"of|on|the|to|un|y)"
)
LOOSE = re.compile(rf"(?: [\"“‘']?{LITTLE})+$")
"""Little words at which nothing ends."""
AFTER_LITTLE = re.compile(rf"(?:(?:^| ){LITTLE}|\() $")
"""What stands before a word with which nothing begins."""
LINK = re.compile(r"(?:d[aeo]s?|e|ou) |\)")
"""With what nothing begins, as it goes on with what stands before."""
NAME_BEFORE, NAME_AFTER = re.compile(r"[A-ZÀ-Ý][\w-]*(?: d[aeo]s?)? $"), re.compile(r"(?:d[aeo]s? )?[A-ZÀ-Ý]")
"""What stands before and after a place inside a name: "Coreia do" and "Norte"."""
LOOSE_SPACE = re.compile(r"(?<=\() | (?=[,.;:!?)])")
EDGE = " ,;:–—-.•+*|\n\t"


def quoted(words: str, around: tuple[int, int] | None = None) -> str:
    """What is quoted of some words: all where they are few, else the clauses about those between two offsets, or else the first ones.

    Quotation marks inside become single ones; "" where too little is left to quote.
    """
    tokens = [match.span() for match in re.finditer(r"\S+", words)]
    if not tokens:
        return ""
    first, last = (0, len(tokens)) if len(tokens) <= MOST else _cut(words, tokens, around or tokens[0])
    text = LOOSE_SPACE.sub("", " ".join(words[start:end] for start, end in tokens[first:last])).strip(EDGE)
    text = text if first else text.removeprefix("que ")
    text = LOOSE.sub("", text).strip(EDGE) if last < len(tokens) else text
    if len(text.split()) < LEAST:
        return ""
    return f"{GAP + ' ' if first else ''}{_single(text)}{' ' + GAP if last < len(tokens) else ''}"


def _cut(words: str, tokens: list[tuple[int, int]], around: tuple[int, int]) -> tuple[int, int]:
    """The first and last word of the clause about some offsets, from the beginning of the sentence if that fits, as it says who acts."""
    middle = next((n for n, (_, end) in enumerate(tokens) if end > around[0]), len(tokens) - 1)
    ends = [n + 1 for n, (start, end) in enumerate(tokens) if CLAUSE.search(words[start:end]) and not LINK.match(words[end + 1 :])]
    edges = sorted({0, len(tokens), *ends})
    right = next(n for n, edge in enumerate(edges) if edge > middle)
    first, last = edges[right - 1], edges[right]
    if last - first > MOST:
        first = first if middle - first < MOST * 2 // 3 else min(middle - MOST // 3, last - MOST)
        while first > edges[right - 1] and not _begins(words, tokens[first][0]):
            first -= 1
        last = min(last, first + MOST)
        while last > middle + 1 and last < edges[right] and _is_in_name(words, tokens[last][0]):
            last -= 1
        return first, last
    if last <= MOST:
        first = 0
    left = edges.index(first)
    while last - first < ENOUGH:
        if left > 0 and last - edges[left - 1] <= MOST:
            left -= 1
        elif right + 1 < len(edges) and edges[right + 1] - first <= MOST:
            right += 1
        else:
            break
        first, last = edges[left], edges[right]
    return first, last


def _begins(words: str, start: int) -> bool:
    """Whether a quotation may begin at an offset."""
    return not (AFTER_LITTLE.search(words[:start]) or LINK.match(words[start:]) or _is_in_name(words, start))


def _is_in_name(words: str, start: int) -> bool:
    """Whether an offset stands inside a name."""
    return bool(NAME_BEFORE.search(words[:start]) and NAME_AFTER.match(words[start:]))


def _single(text: str) -> str:
    """Quotation marks as they stand inside others; marks and brackets without their fellow go."""
    if text.count("(") != text.count(")"):
        text = " ".join(re.sub("[()]", "", text).split())
    if len(MARKS.findall(text)) % 2:
        return " ".join(MARKS.sub("", text).split())
    opening = iter(range(len(text)))
    return MARKS.sub(lambda _: "‘" if next(opening) % 2 == 0 else "’", text)


def plain(text: str) -> str:
    """Words without quotation marks and brackets and with single spaces, as quotations are compared with what they quote."""
    return LOOSE_SPACE.sub("", " ".join(re.sub(r"[\"“”„«»‘’'()]", "", text).split()))
