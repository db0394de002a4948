"""Small questions about the words around a name or a role: is it a dateline, a party's tag, an adjective, definite?"""

from __future__ import annotations

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from lacos.language.syntax import children, has_article, preposition, relation
from lacos.records import Document, Span

TAG = 8
"""Letters of a party's short name at most."""


def is_party_tag(span: SpacySpan) -> bool:
    """Whether a name is the party beside a politician's: "Ana Reis (PT-SP)"."""
    doc = span.doc
    if span.start < 2 or doc[span.start - 1].text != "(" or span.end >= len(doc):
        return False
    bearer, after = doc[span.start - 2], doc[span.end]
    return after.text[0] in "-–/)" and len(span.text) <= TAG and bearer.text[:1].isupper()


def is_dateline(span: SpacySpan) -> bool:
    """Whether a place only says where an article was written: "WASHINGTON - O presidente ..."."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return span.text.isupper() and bool(span[0].is_sent_start) and after is not None and after.text in ("-", "–", "—")


def beside(name: Token, role: Token) -> bool:
    """Whether a name and a role belong to one phrase, either being the head."""
    child, head = (name, role) if name.head == role else (role, name)
    return child.head == head and relation(child) in ("appos", "flat", "nmod", "compound") and not preposition(child)


def is_adjective(token: Token) -> bool:
    """Whether a demonym qualifies a noun: "governo russo", not "os russos"."""
    if relation(token) in ("amod", "acl"):
        return True
    if relation(token) == "conj":
        return is_adjective(token.head)
    return token.pos_ == "ADJ" and not children(token, "det") and relation(token) not in ("nsubj", "obj", "obl")


def is_definite(token: Token) -> bool:
    """Whether a noun has a definite or demonstrative article, or stands bare as headlines do."""
    return has_article(token) or not children(token, "det")


def span_of(document: Document, first: Token, last: Token) -> Span:
    """The words from ``first`` to ``last``."""
    return document.span(first.idx, last.idx + len(last.text))


def is_some(token: Token) -> bool:
    """Whether a noun means some of its kind, not all: "um espanhol", "muitos espanhóis", "milhares de espanhóis"."""
    if has_article(token):
        return False
    return bool(children(token, "det", "nummod")) or relation(token) == "nmod"
