"""Which phrases may say where an event took place: those of its trigger, of its parties, of the verb above it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from lacos.events.frames import frames
from lacos.events.matching import Match
from lacos.events.ontology import ontology
from lacos.language.lexicon import lexicon
from lacos.language.syntax import children, lemma, preposition, relation
from lacos.records import EventType

PHYSICAL = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.PROTEST, EventType.MOBILIZE})
"""Types whose parties are where they happen: "matou soldados em Cabul", "exercício da Otan na Hungria"."""
HIGHEST = 3
"""Steps up from the trigger to the verb that says where it took place."""
DEPENDENTS = ("obl", "nmod", "advmod", "advcl", "acl", "amod", "appos")


def locatives(match: Match) -> Iterator[list[Token]]:
    """The heads of locative phrases that may tell where ``match`` took place, nearest to the trigger first."""
    words, trigger = lexicon(match.token.doc.lang_).places, match.token
    of_words = match.frame.type is not None and is_verbal(match.frame.type)
    for token in (trigger, *match.words):
        parts = [part for word in (token, *children(token, "nmod")) for part in children(word, "acl") if lemma(part) in words["happening"]]
        yield [phrase for part in (token, *parts) for phrase in phrases(part) if not (of_words and told_of_another(part, phrase))]
    if match.frame.type in PHYSICAL:
        sides = [*children(trigger, "obj", "nsubj"), *(child for child in children(trigger, "obl", "nmod") if child.i > trigger.i)]
        yield [phrase for side in sides for part in (side, *children(side, "nmod")) for phrase in phrases(part)]
    if may_be_verbal(trigger.head):
        yield [phrase for phrase in phrases(trigger.head) if told_of_another(trigger.head, phrase) == trigger]
    yield from (phrases(token) for token in carriers(trigger))


def told_of_another(verb: Token, phrase: Token) -> Token | None:
    """The event that stands between a verb of words and a place, and that took place there: "condenaram o ataque em Homs"."""
    if verb.pos_ != "VERB" or phrase.i < verb.i:
        return None
    objects = [*children(verb, "obj"), *marked(verb, lexicon(verb.doc.lang_).places["targets"])]
    between = [word for word in objects if verb.i < word.i < phrase.i and word.pos_ == "NOUN" and is_event(word)]
    return between[-1] if between else None


def may_be_verbal(verb: Token) -> bool:
    """Whether a verb may express an event of words."""
    return any(is_verbal(frame.type) for frame in frames().get((lemma(verb), "VERB"), ()) if frame.type is not None)


def is_verbal(event_type: EventType) -> bool:
    return ontology()[event_type].quad.startswith("verbal")


def carriers(token: Token) -> Iterator[Token]:
    """The verb above a noun or infinitive that tells where it takes place: the one of which it is the subject, "realizar", "participar"."""
    words = lexicon(token.doc.lang_)
    step = token
    for _ in range(HIGHEST):
        head, label = step.head, relation(step)
        empty = lemma(head) in words.places["happening"] or lemma(head) in words.light_verbs
        if head == step or label not in ("nsubj", "obj", "obl", "nmod", "xcomp"):
            return
        if is_event(head) and not empty:
            return
        if head.pos_ in ("VERB", "AUX"):
            if label in ("nsubj", "xcomp") or empty:
                yield head
            return
        if step.pos_ in ("VERB", "AUX"):
            return
        step = head


def is_event(token: Token) -> bool:
    """Whether some frame may hold at ``token``, so that what depends on it tells of another event."""
    pos = {"VERB": "VERB", "AUX": "VERB", "NOUN": "NOUN"}.get(token.pos_, "")
    return (lemma(token), pos) in frames()


def phrases(token: Token) -> list[Token]:
    """The heads of the locative phrases that depend on ``token``: "em Homs", "perto de Homs", "a 40 km de Homs"."""
    words = lexicon(token.doc.lang_).places
    found: list[Token] = []
    for child in children(token, *DEPENDENTS):
        marker = preposition(child)
        cases = {word.lower_ for case in children(child, "case") for word in case.subtree}
        if marker in words["prepositions"] or cases & words["near"]:
            found.append(child)
        elif child.lower_ in words["near"]:
            found.extend(children(child, "obl", "nmod"))
        elif marker == "a" and child.text.islower() and lemma(child) in words["located"]:
            found.append(child)
    return found


def marked(token: Token, prepositions: frozenset[str]) -> list[Token]:
    return [child for child in children(token, "obl", "nmod", "iobj") if preposition(child) in prepositions]
