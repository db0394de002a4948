"""Which frame, if any, the words around a token express."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from lacos.actors import Mentions
from lacos.events.frames import Condition, Frame, frames
from lacos.language.syntax import (
    children,
    complements,
    conjuncts,
    features,
    governor_subject,
    has,
    has_reflexive,
    is_passive,
    lemma,
    relation,
    surface_subject,
)

NOT_ITS_OWN = frozenset({"nsubj", "csubj", "advcl", "ccomp", "conj", "parataxis", "acl", "aux"})
"""Dependents that are no part of a predicate of several words: "sair do poder" is not in "os poderes saem"."""
POS = {"VERB": "VERB", "AUX": "VERB", "NOUN": "NOUN", "PROPN": "NOUN", "ADJ": "ADJ"}


@dataclass(frozen=True, slots=True)
class Match:
    """A frame found at a token; ``words`` are the tokens that the predicate took up besides its head."""

    frame: Frame
    token: Token
    words: tuple[Token, ...] = ()


def match(token: Token, mentions: Mentions) -> Match | None:
    """The most specific frame that holds at ``token``."""
    for frame, words in tries(token, mentions):
        if isinstance(words, tuple):
            return Match(frame, token, words)
    return None


def tries(token: Token, mentions: Mentions) -> Iterator[tuple[Frame, Words | Missing]]:
    """The frames to try at ``token``, in order, each with what :func:`fit` says of it."""
    to_try = frames_at(token)
    if to_try and not is_fixed(token):
        around = Around(token, mentions)
        for frame in to_try:
            yield frame, fit(frame, around)


def frames_at(token: Token) -> tuple[Frame, ...]:
    """The frames to try at ``token``, in order: those of its lemma, else those of the adjective that a participle is."""
    pos = POS.get(token.pos_)
    if pos is None:
        return ()
    found = frames().get((lemma(token), pos), ())
    if not found and has(token, "VerbForm", "Part"):
        return frames().get((token.lower_, "ADJ"), ())
    return found


def is_fixed(token: Token) -> bool:
    """Whether a word is part of a preposition: "de acordo com" is no agreement."""
    return relation(token) in ("fixed", "case")


Words = tuple[Token, ...]
Missing = str | Condition
"""Why a frame does not hold: a word of its predicate that is not there ("se" for the reflexive), or a condition that is not met."""


class Around:
    """What stands around a token, looked up once though many frames ask."""

    def __init__(self, token: Token, mentions: Mentions) -> None:
        self.token, self.mentions = token, mentions
        self._places: dict[str, frozenset[str]] = {}

    @cached_property
    def below(self) -> list[tuple[str, str, Token]]:
        """Lemma, form and token of the words under ``token`` that may be part of its predicate."""
        near = [child for child in self.token.children if relation(child) not in NOT_ITS_OWN]
        return [(lemma(word), word.lower_, word) for child in near for word in (child, *child.children) if word.pos_ != "AUX"]

    def words(self, place: str) -> frozenset[str]:
        """The words at a place, see :func:`words_at`."""
        if place not in self._places:
            self._places[place] = frozenset(words_at(self.token, place, self.mentions))
        return self._places[place]


def fit(frame: Frame, around: Around) -> Words | Missing:
    """The words that the predicate of ``frame`` takes up besides its head, where the frame holds; else the first thing that is missing."""
    if frame.reflexive and not has_reflexive(around.token):
        return "se"
    words = predicate_words(around, frame.others) if frame.others else ()
    if isinstance(words, tuple):
        for condition in frame.conditions:
            if not holds(condition, around):
                return condition
    return words


def predicate_words(around: Around, others: tuple[str, ...]) -> Words | str:
    """The dependents of a token that are the other words of the predicate, or the first of these words that is missing."""
    found: list[Token] = []
    for other in others:
        hit = next((word for base, form, word in around.below if other in (base, form)), None)
        if hit is None:
            return other
        found.append(hit)
    return tuple(word for word in found if word.pos_ != "ADP")


def arguments(token: Token, place: str) -> list[Token]:
    """The heads of the phrases at one place around ``token``: its deep subject or object, or a complement by its preposition."""
    passive = is_passive(token) if token.pos_ in ("VERB", "AUX") else False
    if place == "subj":
        if passive:
            return [child for marker, child in complements(token) if marker == "por"]
        found = surface_subject(token)
        return [found] if found is not None else []
    if place == "obj":
        if passive:
            found = surface_subject(token)
            return [found] if found is not None else []
        return children(token, "obj")
    if place == "iobj":
        return children(token, "iobj")
    if place == "agent":
        return [child for marker, child in complements(token) if marker == "por"]
    if place == "comp":
        return [word for clause in children(token, "ccomp", "xcomp", "csubj") for word in children(clause, "nsubj")]
    if place == "gov":
        found = governor_subject(token)
        return [found] if found is not None else []
    near = [child for marker, child in complements(token) if marker == place] or further(token, place)
    return near or (agents(token) if place == "por" else [])


def agents(noun: Token) -> list[Token]:
    """Who did it by the participle of what was done: "as sanções impostas pela ONU"."""
    clauses = (child for child in children(noun, "acl") if has(child, "VerbForm", "Part"))
    return [word for clause in clauses for marker, word in complements(clause) if marker == "por"]


def further(noun: Token, place: str) -> list[Token]:
    """A complement that the tree hangs on the noun's own "de" complement: "à Síria" in "o ataque dos EUA à Síria"."""
    if noun.pos_ not in ("NOUN", "PROPN") or place == "de":
        return []
    inner = [child for marker, child in complements(noun) if marker == "de" and child.i > noun.i]
    return [word for child in inner for marker, word in complements(child) if marker == place and word.pos_ in ("NOUN", "PROPN")]


def holds(condition: Condition, around: Around) -> bool:
    """Whether a frame's condition is met."""
    return _met(condition, around) != condition.negated


def _met(condition: Condition, around: Around) -> bool:
    token, key, values = around.token, condition.key, condition.values
    if key == "plural":
        return has(token, "Number", "Plur")
    if key == "singular":
        return not has(token, "Number", "Plur")
    if key == "definite":
        return any(has(child, "Definite", "Def") for child in children(token, "det"))
    if key == "tense":
        return any(tense(token) == value for value in values)
    if key == "has":
        return all(_has(token, value) for value in values)
    if key == "head":
        return lemma(token.head) in values and token.head != token
    if key in ("amod", "amod!"):
        return any(lemma(child) in values or child.lower_ in values for child in children(token, "amod", "acl", "nmod"))
    return not values.isdisjoint(around.words(key))


def words_at(token: Token, key: str, mentions: Mentions) -> Iterator[str]:
    """The words at a place, "ACTOR" for one that is an actor; all below ``token`` for "child"."""
    if key == "child":
        words = [word for word in token.subtree if word != token]
    else:
        words = [word for found in arguments(token, key) for word in conjuncts(found)]
        if any(mentions.of(word) for word in words):
            yield "ACTOR"
    for word in words:
        yield lemma(word)
        yield word.lower_


def _has(token: Token, what: str) -> bool:
    if what == "comp":
        return bool(children(token, "ccomp", "xcomp"))
    return bool(arguments(token, what))


def tense(token: Token) -> str:
    """past, present or future, as the verb and its auxiliaries say; "present" for what has no tense."""
    words = [token, *children(token, "aux", "cop")]
    tenses = {value for word in words for value in features(word, "Tense")}
    if "Fut" in tenses or any(lemma(word) == "ir" and word != token for word in words):
        return "future"
    return "past" if tenses & {"Past", "Imp", "Pqp"} or has(token, "VerbForm", "Part") else "present"
