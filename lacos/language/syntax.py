"""Reading a Universal Dependencies tree: who the deep subject of a verb is, what its complements are, whichever way the sentence is built.

Contractions are one token in our pipelines ("da" has lemma "de o"), so a preposition is the first word of its lemma.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from lacos.language.lexicon import lexicon
from lacos.language.trees import tree

CLAUSAL = frozenset({"ccomp", "xcomp", "csubj", "advcl", "acl", "acl:relcl", "conj", "parataxis", "root", "ROOT"})
CLAUSES = frozenset({"root", "ccomp", "advcl", "acl", "parataxis", "conj", "csubj"})
"""What a clause hangs on the one above by."""
PASSIVE = frozenset({"nsubj:pass", "aux:pass", "expl:pass"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})


def relation(token: Token) -> str:
    """The dependency label without its language-specific part: "obl" for "obl:arg"."""
    return tree(token.doc).relations[token.i]


def children(token: Token, *relations: str) -> list[Token]:
    """The dependents of ``token`` with one of these universal relations, in text order."""
    doc, place = token.doc, token.i
    known = tree(doc)
    return [doc[i] for i in known.children[place] if known.relations[i] in relations]


def conjuncts(token: Token) -> list[Token]:
    """``token`` and what is coordinated with it as its dependents: the heads of "A, B e C", of "tanto A quanto B"."""
    found = [token]
    for child in children(token, "conj"):
        found.extend(conjuncts(child))
    pair = correlative(token)
    return [*pair, *(word for word in found if word not in pair)] if token in pair else found


def correlative(token: Token) -> list[Token]:
    """A and B of "tanto A quanto B" in the sentence of ``token``: treebanks join them in several ways."""
    if not has_correlatives(token.doc):
        return []
    edge = token.left_edge.i
    if not any(word.lower_ in ("tanto", "quanto", "como") for word in token.doc[max(0, edge - 1) : edge + 2]):
        return []
    words = list(token.sent)
    first = next((rank for rank, word in enumerate(words) if word.lower_ == "tanto"), None)
    if first is None:
        return []
    second = next((rank for rank, word in enumerate(words) if rank > first and word.lower_ in ("quanto", "como")), None)
    if second is None:
        return []
    heads = [next((word for word in words[rank:] if word.pos_ in ("NOUN", "PROPN", "PRON")), None) for rank in (first, second)]
    return [head for head in heads if head is not None]


def has_correlatives(doc: Doc) -> bool:
    """Whether "tanto" stands anywhere in a document; asked at every coordination, so the answer is kept in ``doc.user_data``."""
    known: bool | None = doc.user_data.get("lacos correlatives")
    if known is None:
        known = doc.user_data["lacos correlatives"] = any(word.lower_ == "tanto" for word in doc)
    return known


def preposition(token: Token) -> str:
    """The preposition that marks ``token`` ("de", "contra"), or "" when there is none; "em relação a" and the like give their last part."""
    for child in children(token, "case")[:1]:
        words = [child, *children(child, "fixed")][-1].lemma_.lower().split()
        return words[0] if words else ""
    return ""


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive: "foi atacado", "suspenderam-se os testes", a participle after its noun
    ("teste feito por") or after a verb of state ("continuam presos").
    """
    known = tree(verb.doc)
    if any(known.labels[i] in PASSIVE for i in known.children[verb.i]):
        return True
    if verb.pos_ != "VERB" or not has(verb, "VerbForm", "Part"):
        return False
    return relation(verb) in ("acl", "amod") or (relation(verb) == "xcomp" and lemma(verb.head) in lexicon(verb.doc.lang_).copular)


def own_subject(verb: Token) -> Token | None:
    """The subject written with the verb, relative pronouns resolved to what they stand for."""
    subjects = children(verb, "nsubj", "csubj")
    if len(subjects) > 1 and has_dash_after(subjects[0]):  # a dateline: "SEUL - A Coreia do Norte testou ..."
        subjects = subjects[1:]
    for child in subjects:
        if (child.pos_ == "PRON" and has(child, "PronType", "Rel")) or child.lower_ in ("que", "quem"):
            return antecedent(verb) or child
        return child
    return None


def has_dash_after(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().text in ("-", "–", "—")


def antecedent(verb: Token) -> Token | None:
    """The noun that a relative or participial clause headed by ``verb`` modifies."""
    step = verb
    while step.dep_ == "conj" and step.head.pos_ in ("VERB", "AUX"):
        step = step.head
    return step.head if relation(step) == "acl" and step.head.pos_ in NOMINAL else None


def surface_subject(verb: Token, depth: int = 0) -> Token | None:
    """The subject of ``verb``, found through coordination, control, raising and relative clauses when it has none of its own."""
    own = own_subject(verb)
    if own is not None or depth > 6:
        return own
    head, label = verb.head, relation(verb)
    if head == verb:
        return None
    if label == "conj" and head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
        return surface_subject(head, depth + 1)
    if label == "xcomp" and lemma(head) in lexicon(head.doc.lang_).object_control:
        controlled = children(head, "obj", "iobj") or [child for child in children(head, "obl") if preposition(child) == "a"]
        if controlled:
            return controlled[0]
    if label in ("xcomp", "ccomp", "advcl") and head.pos_ in ("VERB", "AUX", "ADJ") and not is_finite(verb):
        return surface_subject(head, depth + 1)
    if label == "acl":
        if is_passive(verb) or is_finite(verb) or has(verb, "VerbForm", "Ger"):
            return antecedent(verb)
        return governor_subject(verb.head)
    return None


def governor_subject(noun: Token) -> Token | None:
    """The subject of the verb that ``noun`` depends on, through other nouns: Rússia for "ordem" in "a Rússia deu a ordem de atacar"."""
    step = noun
    while relation(step) in ("nmod", "conj", "appos", "amod") and step.head != step:
        step = step.head
    return surface_subject(step.head) if step.head != step and step.head.pos_ in ("VERB", "AUX") else None


def is_finite(verb: Token) -> bool:
    """Whether the verb, or an auxiliary of it, is finite."""
    return any(has(word, "VerbForm", "Fin") for word in (verb, *children(verb, "aux", "cop")))


def complements(token: Token) -> Iterator[tuple[str, Token]]:
    """The prepositional complements of a verb or noun: (preposition, head of the phrase), nearest first."""
    for child in children(token, "obl", "nmod", "iobj", "advmod", "xcomp", "advcl", "acl", "obj"):
        if marker := preposition(child):
            yield marker, child


def has_reflexive(verb: Token) -> bool:
    """Whether "se" goes with the verb, apart or joined by a hyphen."""
    return verb.lower_.endswith(("-se", "-me", "-nos")) or any(
        child.lower_ in ("se", "-se") and child.pos_ in ("PRON", "SCONJ", "PART") for child in verb.children
    )


def lemma(token: Token) -> str:
    """The lemma in lower case, without the pronoun of a clitic form ("reunir se" -> "reunir")."""
    return tree(token.doc).lemmas[token.i]


def has(token: Token, feature: str, value: str) -> bool:
    """Whether a morphological feature of the word has a value: ``has(token, "Number", "Plur")``."""
    return value in features(token, feature)


def has_article(token: Token) -> bool:
    """Whether a noun has a definite or demonstrative article, also one in a contraction: "do grupo"."""
    return any(has(word, "Definite", "Def") or has(word, "PronType", "Dem") for word in children(token, "det", "case"))


def features(token: Token, feature: str) -> list[str]:
    """The values of a morphological feature; several where the word may be either, none where it has no such feature."""
    return tree(token.doc).features[token.i].get(feature, [])


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
