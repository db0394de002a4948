"""Lemmas of known words from a lexicon, where the trained lemmatiser, which generalises from endings, invents one.

The lexicon is simplemma's. It is asked only about verbs whose trained lemma is no verb it knows: "interveio" -> intervir.
"""

from __future__ import annotations

from functools import lru_cache

import simplemma
from spacy.language import Language
from spacy.tokens import Doc

INFINITIVE = ("ar", "er", "ir", "or", "ôr")


@lru_cache(maxsize=100_000)
def verb_lemma(form: str, lemma: str, language: str) -> str:
    """The lexicon's infinitive for a verb form whose trained ``lemma`` the lexicon does not know, else ``lemma``."""
    if " " in lemma or "-" in form or (lemma.endswith(INFINITIVE) and simplemma.is_known(lemma, lang=language)):
        return lemma
    known = simplemma.lemmatize(form, lang=language)
    return known if known.endswith(INFINITIVE) and known != form else lemma


@Language.factory("lacos_lemmas")
class LexiconLemmas:
    """Mends the lemmas of verbs in place."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name, self.language = name, nlp.lang

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            if token.pos_ in ("VERB", "AUX"):
                token.lemma_ = verb_lemma(token.lower_, token.lemma_, self.language)
        return doc
