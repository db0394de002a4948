"""The dependency tree of a sentence for the terminal: each word under its head, with its relation, lemma and part of speech."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rich.table import Table
from rich.text import Text

from lacos.events.trace import Outcome, Trace, Word
from lacos.views.cells import cell, grid

LITTLE = frozenset({"det", "case", "mark", "cc", "aux", "cop", "expl", "fixed", "flat", "nummod", "clf"})
"""Relations of the words that are told beside their head, where nothing of more weight hangs on them."""
UNTOLD = frozenset({"PUNCT", "SPACE"})
"""Parts of speech that are left out."""


def tree(trace: Trace) -> Table:
    """A row a word, the little ones beside their head; words that are mentions or triggers of events are coloured."""
    words = trace.words
    below = dependents(words)
    little = set(small(words, below))
    styles = {one.word: "cyan" for one in trace.named}
    styles |= {one.word: "bold" for one in trace.predicates if one.outcome is Outcome.EVENT}

    def row(place: int, branch: str) -> tuple[Text, ...]:
        word = words[place]
        beside = ", ".join(beside_head(words[one]) for one in within(place, below, little))
        told = Text.assemble(cell(branch, "dim"), cell(word.text, styles.get(place, "")))
        return told, cell(word.relation), cell(word.lemma), cell(word.pos), cell(beside, "dim")

    return grid(row(*one) for one in branches(below, little))


def dependents(words: tuple[Word, ...]) -> dict[int | None, list[int]]:
    """The words that hang on each word, in word order; on None the roots."""
    found: dict[int | None, list[int]] = defaultdict(list)
    for place, word in enumerate(words):
        if word.pos not in UNTOLD:
            found[word.head].append(place)
    return found


def small(words: tuple[Word, ...], below: dict[int | None, list[int]]) -> Iterator[int]:
    """The little words: those of such a relation on which only others hang, or nothing."""
    for place, word in enumerate(words):
        if word.head is not None and is_little(word) and all(is_little(words[one]) for one in descendants(place, below)):
            yield place


def is_little(word: Word) -> bool:
    return word.relation.partition(":")[0] in LITTLE


def descendants(place: int, below: dict[int | None, list[int]]) -> list[int]:
    """All that hangs on a word, however far down."""
    found = list(below.get(place, ()))
    for one in found:
        found.extend(below.get(one, ()))
    return found


def within(place: int, below: dict[int | None, list[int]], little: set[int]) -> list[int]:
    """The little words told beside a word, in word order."""
    return sorted(lower for one in below.get(place, ()) if one in little for lower in (one, *descendants(one, below)))


def beside_head(word: Word) -> str:
    """A little word: "case da (de o)"."""
    return f"{word.relation} {word.text}" + (f" ({word.lemma})" if word.lemma != word.text.lower() else "")


def branches(below: dict[int | None, list[int]], little: set[int]) -> Iterator[tuple[int, str]]:
    """The words of more weight from the root down, each with the lines that lead to it."""
    stack = [(place, "", "") for place in reversed(below.get(None, ()))]
    while stack:
        place, branch, stem = stack.pop()
        yield place, branch
        inner = [one for one in below.get(place, ()) if one not in little]
        for one in reversed(inner):
            last = one == inner[-1]
            stack.append((one, stem + ("└ " if last else "├ "), stem + ("  " if last else "│ ")))
