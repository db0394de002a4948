"""Who fills the sides of an event: the places that its frame names, looked up in the tree and in the resolved mentions."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from lacos.actors import Mentions
from lacos.events.frames import Slot
from lacos.events.matching import Match, arguments
from lacos.language.lexicon import lexicon
from lacos.language.syntax import (
    children,
    complements,
    conjuncts,
    governor_subject,
    is_passive,
    lemma,
    preposition,
    relation,
    surface_subject,
)
from lacos.records import Mention

PLACES = frozenset({"a", "em", "para", "até"})
"""Prepositions after which a country or capital named as a place is still the side of a visit or attack: "visita a Moscou"."""


DURING = frozenset({"em", "durante"})
"""Prepositions of what somebody is about meanwhile: "Pence disse durante uma visita"."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The mentions of one side and the place that gave them."""

    mentions: tuple[Mention, ...] = ()
    place: str = ""


def fill(match: Match, mentions: Mentions) -> tuple[Filled, Filled]:
    """The actor and recipient sides of a matched frame; the recipient never repeats the actor."""
    anchors = (match.token, *match.words)
    actor = first(match.frame.actor, anchors, mentions)
    recipient = first(match.frame.recipient, anchors, mentions, without={mention.code for mention in actor.mentions})
    return actor, recipient


def first(slots: tuple[Slot, ...], anchors: tuple[Token, ...], mentions: Mentions, without: set[str] | None = None) -> Filled:
    """The first of ``slots`` that resolves to actors other than ``without``; the places of one slot are united."""
    for slot in slots:
        found: list[Mention] = []
        for place in slot:
            for anchor in anchors:
                found.extend(mention for mention in at_place(anchor, place, mentions) if mention.code not in (without or ()))
        if found:
            return Filled(unique(found), "+".join(slot))
    return Filled()


def at_place(token: Token, place: str, mentions: Mentions) -> list[Mention]:
    """The actors at one place around ``token``."""
    if place == "amod":
        return [mention for child in children(token, "amod", "nmod", "compound", "appos") for mention in mentions.adjective(child)]
    if place == "poss":
        return possessor(token, mentions)
    if place == "gov":
        return lent_subject(token, mentions)
    if place == "objde":
        return [mention for found in arguments(token, "obj") for mention in behind(found, mentions)]
    if place == "subj" and (elided := mentions.elided(token)) and not is_passive(token):
        return list(elided)
    heads = arguments(token, place)
    found = [mention for head in heads for mention in mentions.group(head)]
    if not found and place in PLACES:
        found = [mention for head in heads for word in conjuncts(head) for mention in mentions.place(word)]
    if not found and place in ("subj", "obj", "iobj", "de", "contra", "a", "por"):
        found = [mention for head in heads for mention in behind(head, mentions)]
    return found


def behind(token: Token, mentions: Mentions, depth: int = 2) -> list[Mention]:
    """The actor that a phrase belongs to: USA for "a decisão de Trump", PRK for "programa nuclear norte-coreano"."""
    found: list[Mention] = []
    for word in conjuncts(token):
        found.extend(mention for child in children(word, "amod", "compound") for mention in mentions.adjective(child))
        for marker, child in complements(word):
            if marker in ("de", "por") and relation(child) == "nmod":
                found.extend(mentions.group(child) or (behind(child, mentions, depth - 1) if depth > 1 else ()))
        found.extend(possessor(word, mentions))
    return found


def possessor(token: Token, mentions: Mentions) -> list[Mention]:
    """Whose it is by a possessive ("seu ataque"): the subject of the clause, when that is an actor; who is quoted for "nosso"."""
    if own := [mention for child in children(token, "det") for mention in mentions.of(child)]:
        return own
    if not any(child.lower_ in lexicon(token.doc.lang_).reference["possessives"] for child in token.children):
        return []
    subject = governor_subject(token)
    return list(mentions.group(subject)) if subject is not None and token not in subject.subtree else []


def lent_subject(noun: Token, mentions: Mentions) -> list[Mention]:
    """The subject of a light verb or of an action noun that governs ``noun``: USA in "os EUA realizaram um teste"."""
    step = noun
    while relation(step) in ("conj", "nmod") and preposition(step) in ("", "de") and step.head != step:
        step = step.head
    verb = step.head
    if relation(step) == "nsubj" and is_passive(verb):
        return [mention for marker, word in complements(verb) if marker == "por" for mention in mentions.group(word)]
    during = relation(step) == "obl" and preposition(step) in DURING
    if not during and (relation(step) != "obj" or lemma(verb) not in lexicon(noun.doc.lang_).light_verbs):
        return []
    subject = surface_subject(verb) if during and verb.pos_ in ("VERB", "AUX") else governor_subject(step)
    if subject is None:
        return []
    return list(mentions.group(subject)) or behind(subject, mentions)


def unique(found: list[Mention]) -> tuple[Mention, ...]:
    """Each actor once, in the order found."""
    seen: dict[str, Mention] = {}
    for mention in found:
        seen.setdefault(mention.code, mention)
    return tuple(seen.values())
