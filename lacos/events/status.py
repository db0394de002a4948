"""Whether an event took place, as the words around its trigger present it.

Rules read negation, modality, mood, tense and the verbs above. Where they do not settle it, the network chooses among the five, with what
the rules say as one of the things that it knows.
"""

from __future__ import annotations

from spacy.tokens import Token

from lacos.events.matching import Match, tense
from lacos.language.lexicon import lexicon
from lacos.language.syntax import children, features, has, lemma, relation
from lacos.records import Status

PLAIN = frozenset({Status.NEGATED, Status.FUTURE})
"""Statuses that the rules give only for what the grammar says outright, and that the annotated texts hold too few of to learn from."""


def presented(match: Match) -> Status:
    """The status by the rules alone: the frame's own, else what the words around the trigger say."""
    if match.frame.status is not None:
        return match.frame.status
    token = match.token
    words = lexicon(token.doc.lang_).status
    if is_negated(token, words["negators"]):
        return Status.NEGATED
    over = governors(token)
    if any(lemma(word) in words["negated"] for word in over[:1]) and token.pos_ in ("VERB", "AUX"):
        return Status.NEGATED
    if is_hypothetical(token, over, words):
        return Status.HYPOTHETICAL
    if token.pos_ in ("VERB", "AUX"):
        if tense(token) == "future":
            return Status.FUTURE
        if is_progressive(token, words["ongoing_auxiliaries"]):
            return Status.ONGOING
    elif any(lemma(child) in words["future_words"] for child in children(token, "amod", "acl")):
        return Status.FUTURE
    return Status.OCCURRED


def is_negated(token: Token, negators: frozenset[str]) -> bool:
    """ "não atacou", "nenhum ataque", "sem atacar"."""
    return any(
        child.lower_ in negators or lemma(child) in negators for child in children(token, "advmod", "det", "mark", "case", "cc", "aux")
    )


def governors(token: Token) -> list[Token]:
    """The predicates right above ``token`` whose meaning reaches it: "quer" and "pode" over "atacar", "risco" over "ataque"."""
    found: list[Token] = []
    step = token
    while relation(step) == "conj" and step.head != step:
        step = step.head
    labels = ("xcomp", "ccomp", "csubj") if token.pos_ in ("VERB", "AUX") else ("obj", "nmod", "obl", "xcomp")
    while relation(step) in (*labels, "acl") and step.head != step and len(found) < 2:
        found.append(step.head)
        step = step.head
    return found


def is_hypothetical(token: Token, over: list[Token], words: dict[str, frozenset[str]]) -> bool:
    """Possible, wanted, conditional or feared, but not told as a fact."""
    modals = {lemma(child) for child in children(token, "aux", "amod")}
    if modals & words["hypothetical"] or any(lemma(word) in words["hypothetical"] for word in over[:1]):
        return True
    if token.pos_ not in ("VERB", "AUX"):
        return False
    verbs = [token, *children(token, "aux", "cop")]
    if any(has(word, "Mood", "Cnd") for word in verbs):
        return True
    marks = {child.lower_ for child in children(token, "mark")}
    if marks & words["conditional_marks"] and relation(token) in ("advcl", "acl"):
        return True
    return any(has(word, "Mood", "Sub") for word in verbs)


def is_hedged(token: Token) -> bool:
    """Whether the text does not vouch for what ``token`` tells: "suposto ataque", "teria atacado" without a condition."""
    words = lexicon(token.doc.lang_).status
    if any(lemma(child) in words["hedges"] for child in children(token, "amod", "advmod", "acl")):
        return True
    perfect = any(lemma(child) in words["rumour_auxiliaries"] and has(child, "Mood", "Cnd") for child in children(token, "aux"))
    return perfect and has(token, "VerbForm", "Part") and not has_condition(token)


def is_unreal(token: Token) -> bool:
    """Whether ``token`` tells what would be or would have been under a condition: "se pudesse, teria atacado"."""
    return any(has(word, "Mood", "Cnd") for word in (token, *children(token, "aux"))) and has_condition(token)


def has_condition(token: Token) -> bool:
    """Whether a clause with "se" or the like hangs on ``token``."""
    marks = lexicon(token.doc.lang_).statements["conditions"]
    return any(child.lower_ in marks for clause in children(token, "advcl") for child in children(clause, "mark"))


def is_progressive(token: Token, auxiliaries: frozenset[str]) -> bool:
    """ "está atacando", "continua a enviar"."""
    helped = any(lemma(child) in auxiliaries for child in children(token, "aux"))
    return helped and bool({"Ger", "Inf"} & set(features(token, "VerbForm")))
