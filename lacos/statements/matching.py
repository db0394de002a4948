"""Which cues, if any, the words at a token express, and whether they attribute there at all."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from lacos.language.lexicon import lexicon
from lacos.language.syntax import children, has, has_reflexive, lemma, relation
from lacos.statements.cues import Cue, cues


def cues_at(token: Token) -> Iterator[Cue]:
    """The cues whose words stand at ``token``."""
    known = cues()
    pos = {"VERB": "VERB", "AUX": "VERB", "NOUN": "NOUN"}.get(token.pos_)
    if pos:
        yield from (cue for cue in known.get((lemma(token), pos), ()) if has_words(cue, token))
    yield from (cue for cue in known.get((token.lower_, "PREP"), ()) if prepositional(cue, token))


def is_own_voice(verb: Token) -> bool:
    """Whether a cue verb is itself spoken: in the first person ("penso que") or an imperative to the reader ("veja", "leia")."""
    finite = [word for word in (verb, *children(verb, "aux")) if has(word, "VerbForm", "Fin")]
    if any(has(word, "Person", "1") for word in finite):
        return True
    return any(has(word, "Mood", "Imp") for word in finite)


def is_supposed(verb: Token) -> bool:
    """Whether a cue verb stands under a condition: "se entender que houve crime"."""
    return any(child.lower_ in lexicon(verb.doc.lang_).statements["conditions"] for child in children(verb, "mark", "advmod"))


def is_bare_participle(verb: Token) -> bool:
    """Whether a verb is a participle without auxiliary."""
    return has(verb, "VerbForm", "Part") and not children(verb, "aux")


def has_words(cue: Cue, token: Token) -> bool:
    """Whether the other words of a cue stand below its head."""
    if cue.words[0].endswith("-se") and not has_reflexive(token):
        return False
    below = {word for child in token.children for word in (child.lemma_.lower(), child.lower_)} if len(cue.words) > 1 else set()
    return all(word in below for word in cue.words[1:])


def prepositional(cue: Cue, token: Token) -> bool:
    """Whether the words of a prepositional cue follow one another from ``token``; contractions count as their preposition."""
    if token.i + len(cue.words) > len(token.doc) or relation(token) not in ("case", "mark", "fixed", "advmod", "obl", "cc"):
        return False
    words = (token.doc[token.i + rank] for rank in range(len(cue.words)))
    return all(word.lower_ == known or word.lemma_.lower().split(" ")[0] == known for word, known in zip(words, cue.words, strict=True))
