"""From heads of phrases to stretches of text: the words of a content, without marks at its edges."""

from __future__ import annotations

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from lacos.language.syntax import is_finite, relation
from lacos.records import Span

Place = tuple[int, int]
"""Where words stand, in characters of the text."""
EDGES = " \n\t\"'“”«»‘’,;:-–—."


def last_adjacent(verb: Token, word: Token) -> Token:
    """The last of the verb's complements that follow right upon an object, which may be its own: "o ataque da Rússia | à Ucrânia"."""
    edge, last = word.right_edge.i, word
    for child in verb.children:
        if relation(child) in ("obl", "xcomp", "advcl") and child.left_edge.i == edge + 1 and not is_finite(child):
            edge, last = child.right_edge.i, child
    return last


def phrase(word: Token) -> tuple[int, int]:
    """The words below ``word`` in characters, without a leading "que" and without marks at the edges."""
    words = [item for item in word.subtree if not item.is_space] or [word]
    while len(words) > 1 and (words[0].is_punct or (words[0].lower_ in ("que", "se", "de") and relation(words[0]) == "mark")):
        words = words[1:]
    return trimmed(words[0], words[-1])


def trimmed(first: Token, last: Token) -> Place:
    """From ``first`` to ``last`` in characters, marks at the edges left out."""
    doc, low, high = first.doc, first.i, last.i
    while low < high and is_edge(doc[low]):
        low += 1
    while high > low and is_edge(doc[high]):
        high -= 1
    return doc[low].idx, doc[high].idx + len(doc[high].text)


def is_edge(token: Token) -> bool:
    """Whether a token is made of nothing but blanks, quotation marks, stops and dashes."""
    return all(mark in EDGES for mark in token.text)


def clause_of(word: Token) -> list[Token]:
    """The words of the clause that ``word`` depends on."""
    step = word.head if word.pos_ in ("VERB", "AUX") else word
    while (
        step.head != step
        and not (is_finite(step) and relation(step) not in ("acl", "advcl"))
        and relation(step) not in ("ccomp", "parataxis")
    ):
        step = step.head
    return list(step.subtree)


def words_of(span: Span, doc: Doc) -> SpacySpan:
    """The words that a span touches."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    assert words is not None, "a span of the document's own text"
    return words
