"""Sentence ends that spelling makes certain, set before the parser, which finds the others.

News runs headline, standfirst and body together with doubled full stops, breaks lines inside quotations, and is full of abbreviations
and initials. The tokeniser keeps "sr.", "jan." and "J." whole, so a full stop that stands alone ends its sentence
where a new one can begin.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from lacos.language.lexicon import lexicon

CLOSING = frozenset("\"'”’»)]")
OPENING = frozenset("\"'“‘«([-–—")


def ends(token: Token) -> bool:
    """Whether the token is made of nothing but sentence-final marks."""
    text = token.text
    return bool(text) and all(mark in ".!?…" for mark in text)


def begins(token: Token) -> bool:
    """Whether a sentence can begin with the token: a capital, a figure, an opening quote or dash."""
    first = token.text[0]
    return first.isupper() or first.isdigit() or first in OPENING


@Language.factory("lacos_sentences")
class NewsSentences:
    """Sets ``is_sent_start`` where it is certain: after final marks with their closing quotes, and after line ends."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self.abbreviations = lexicon(nlp.lang).abbreviations

    def abbreviates(self, token: Token) -> bool:
        """Whether a full stop only shortens the word before it: "gen. Costa"."""
        return token.text == "." and token.i > 0 and not token.nbor(-1).whitespace_ and token.nbor(-1).lower_ in self.abbreviations

    def __call__(self, doc: Doc) -> Doc:
        final = quoted = broken = False
        for token in doc:
            if token.is_space:
                broken = broken or "\n" in token.text
                continue
            closes = token.text in CLOSING and not token.nbor(-1).whitespace_ if token.i else False
            if (broken and token.i) or (
                final and not closes and not ends(token) and token.i and begins(token) and not (quoted and token.text[0] in "-–—")
            ):
                doc[token.i].is_sent_start = True
            if self.abbreviates(token):
                final = quoted = False
                if token.i + 1 < len(doc):
                    doc[token.i + 1].is_sent_start = False
            elif ends(token):
                final, quoted = token.text != "…" or final, False
            elif closes and final:
                quoted = True
            else:
                final = quoted = False
            broken = False
        return doc
