"""Whether the text tells an event as background from an earlier period: more than about a month before it was published."""

from __future__ import annotations

import re
from datetime import date

from spacy.tokens import Token

from lacos.language.syntax import relation

YEAR = re.compile(r"(?:19|20)\d\d")
EARLIER = frozenset({"década", "século", "outrora", "antigamente", "anos"})
CLAUSES = frozenset({"root", "ccomp", "advcl", "acl", "parataxis", "conj", "csubj"})


def is_historical(token: Token, published: date | None) -> bool:
    """A year before the publication's in the clause of ``token``, a decade or a century, or "há X anos"."""
    for word in [*clause(token), *clause_of_time(token)]:
        if YEAR.fullmatch(word.text) and published is not None and int(word.text) < published.year:
            return True
        if word.lower_ in EARLIER and any(child.lower_ in ("há", "de", "dos", "da", "últimos", "nos") for child in word.children):
            return any(child.lower_ in ("há", "nos") or YEAR.search(child.text) for child in word.subtree)
    return False


def clause_of_time(token: Token) -> list[Token]:
    """The clause above one that says when: "remonta a 1948, quando foi fundada"."""
    top = head_of_clause(token)
    timed = relation(top) in ("advcl", "acl") and any(word.lower_ in ("quando", "onde", "que") for word in top.children)
    return clause(top.head) if timed and top.head != top else []


def clause(token: Token) -> list[Token]:
    """The words of the clause that ``token`` belongs to, without those of clauses beneath it."""
    top = head_of_clause(token)
    words: list[Token] = []
    stack = [top]
    while stack:
        word = stack.pop()
        words.append(word)
        stack.extend(child for child in word.children if relation(child) not in ("ccomp", "advcl", "acl", "parataxis"))
    return words


def head_of_clause(token: Token) -> Token:
    """The predicate of the clause that ``token`` belongs to."""
    top = token
    while relation(top).lower() not in CLAUSES and top.head != top:
        top = top.head
    return top
