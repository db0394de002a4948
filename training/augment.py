"""What news does to sentences and treebanks do not show: other quotes and dashes, no or a spaced final stop, headline case."""

from __future__ import annotations

import random

from training.corpus import Sentence

QUOTES = (("“", "”"), ('"', '"'), ("'", "'"), ("«", "»"), ("‘", "’"))
DASHES = ("-", "–", "—")


def augment(sentence: Sentence, rng: random.Random) -> Sentence:
    """Change ``sentence`` in place in one or more of these ways, the tree kept, and return it."""
    opening, closing = rng.choice(QUOTES)
    dash = rng.choice(DASHES)
    depth = 0
    for token in sentence.tokens:
        if token.form in {'"', "«", "»", "“", "”"}:
            token.form, depth = (closing, 0) if depth else (opening, 1)
            token.lemma = token.form
        elif token.form in {"--", "—", "–"}:
            token.form = token.lemma = dash
    tokens = sentence.tokens
    final = tokens[-1]
    draw = rng.random()
    if final.form == "." and len(tokens) > 4:
        if draw < 0.3 and all(t.head != len(tokens) - 1 for t in tokens[:-1]):
            tokens.pop()
        elif draw < 0.5:
            tokens[-2].space = True
    if rng.random() < 0.06:
        for token in tokens:
            token.form = token.form.upper()
    return sentence
