"""Whether an event took place, as the words around its trigger present it.

Rules read negation, modality, mood, tense and the verbs above (:func:`presented`). Where they do not settle it, learned weights
(data/status.tsv) choose among the five, with what the rules say as one feature among many (``python -m training.pt.status``).
"""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path

from spacy.tokens import Token

from lacos.events.matching import Match, tense
from lacos.language.lexicon import lexicon
from lacos.language.syntax import children, features, has, is_passive, lemma, preposition, relation
from lacos.records import Status
from lacos.tables import rows

DATA = Path(__file__).parent / "data"
HIGHEST = 3
"""Words above the trigger that are looked at."""
BIAS = "bias"
PLAIN = frozenset({Status.NEGATED, Status.FUTURE})
"""Statuses that the rules give only for what the grammar says outright, and that the annotated texts hold too few of to learn from."""


def status(match: Match) -> Status:
    """The status of what a match expresses. What a negation beside it, its own future or conditional says needs no weighing."""
    if (rule := presented(match)) in PLAIN or has(match.token, "Mood", "Cnd"):
        return rule
    found = [weights()[BIAS], *(weights()[name] for name in evidence(match) if name in weights())]
    return max(Status, key=lambda one: math.fsum(weight[one] for weight in found))


@cache
def weights(path: Path = DATA / "status.tsv") -> dict[str, dict[Status, float]]:
    """What each feature says for each status."""
    return {row["feature"]: {one: float(row[one.value] or 0) for one in Status} for _, row in rows(path)}


def evidence(match: Match) -> set[str]:
    """The features of a match that speak for or against a status."""
    token, event_type = match.token, str(match.frame.type)
    pos = "VERB" if token.pos_ in ("VERB", "AUX") else "NOUN"
    rule = presented(match)
    found = {
        *(f"rule {rule}", f"{pos} rule {rule}", f"{event_type} rule {rule}", f"{lemma(token)} rule {rule}"),
        *(event_type, lemma(token), match.frame.predicate, f"{pos} {relation(token)}", f"{event_type} {relation(token)}"),
        *(f"after {preposition(token)}", f"after {preposition(token)} {relation(token)}"),
    }
    found |= of_verb(token, event_type) if pos == "VERB" else of_noun(token, event_type)
    for child in token.children:
        if relation(child) in ("amod", "advmod", "mark", "acl"):
            found |= {f"{relation(child)} {lemma(child)}", f"{pos} {relation(child)} {child.lower_}"}
        elif relation(child) in ("obl", "nmod", "obj"):
            found.add(f"{pos} has {relation(child)} {preposition(child)}")
    found |= above(token)
    found |= {f"sentence begins {word.lower_}" for word in token.sent[:2]}
    found.add(f"title {token.sent.start == 0}")
    return found


def of_verb(token: Token, event_type: str) -> set[str]:
    """Tense, mood, form, voice and auxiliaries."""
    words = [token, *children(token, "aux", "cop")]
    values = [f"{name} {value}" for word in words for name in ("Tense", "Mood", "VerbForm") for value in features(word, name)]
    found = {f"tense {tense(token)}", f"{event_type} tense {tense(token)}", f"passive {is_passive(token)}", " ".join(sorted(values))}
    found |= {*values, *(f"{event_type} {value}" for value in values)}
    for helper in children(token, "aux"):
        found |= {f"aux {lemma(helper)}", f"aux {lemma(helper)} {features(helper, 'Tense')} {features(helper, 'Mood')}"}
    return found


def of_noun(token: Token, event_type: str) -> set[str]:
    """Number and determiners: "a visita", "novas sanções"."""
    number = "plural" if has(token, "Number", "Plur") else "singular"
    before = children(token, "det", "case", "nummod")
    article = next(
        (
            name
            for name, (feature, value) in {
                "definite": ("Definite", "Def"),
                "indefinite": ("Definite", "Ind"),
                "demonstrative": ("PronType", "Dem"),
            }.items()
            if any(has(word, feature, value) for word in before)
        ),
        "bare",
    )
    kinds = (number, article, f"{article} {number}")
    return {*kinds, f"{lemma(token)} {number}", *(f"{event_type} {kind}" for kind in kinds), *(f"det {word.lower_}" for word in before)}


def above(token: Token) -> set[str]:
    """The words above a trigger, their tense, mood and helpers, the nearest first."""
    found: set[str] = set()
    step = token
    for rank in range(HIGHEST):
        head = step.head
        if head == step:
            break
        found |= {f"above {rank} {lemma(head)} {relation(step)}", f"above {rank} {lemma(head)}"}
        if head.pos_ in ("VERB", "AUX"):
            found.add(f"above {rank} {tense(head)} {relation(step)}")
            found |= {f"above {rank} {mood}" for mood in features(head, "Mood")}
            found |= {f"above {rank} {relation(child)} {lemma(child)}" for child in children(head, "aux", "advmod", "mark")}
        step = head
    return found


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


def is_progressive(token: Token, auxiliaries: frozenset[str]) -> bool:
    """ "está atacando", "continua a enviar"."""
    helped = any(lemma(child) in auxiliaries for child in children(token, "aux"))
    return helped and bool({"Ger", "Inf"} & set(features(token, "VerbForm")))
