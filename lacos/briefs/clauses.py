"""A happening in words: who did what to whom, in the voice and tense of its status, when, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from lacos.actors.naming import Number
from lacos.actors.tables import is_state
from lacos.briefs.brief import Citation, Kind, Part
from lacos.briefs.deeds import Deed
from lacos.briefs.evidence import Named
from lacos.briefs.grammar import Tense
from lacos.briefs.predicates import Pattern, predicate
from lacos.briefs.quoting import quoted
from lacos.briefs.speech import Parts, Speech, words
from lacos.events.ontology import SPEECH_ACTS
from lacos.records import EventType, Stance, Standing, Status

REFLEXIVE = "se "


class Aspect(StrEnum):
    """How a clause holds what it says; keys "aspect.*" of the messages."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"
    ALLEGED = "alleged"
    DOUBTED = "doubted"
    DISOWNED = "disowned"


def aspect_of(deed: Deed) -> Aspect:
    """What a happening's status and standing make of it.

    Said to be so is what is contested, what is attributed to nobody known, and violence in the news that a single origin tells of.
    """
    contested = deed.standing is Standing.CONTESTED
    unsourced = deed.standing is Standing.ATTRIBUTED and not speakers(deed)
    news = deed.standing is Standing.TOLD and not deed.act.historical
    grave = deed.act.type is EventType.ASSAULT and deed.act.origins == 1 and news
    if (contested or unsourced or grave) and deed.act.status in (Status.OCCURRED, Status.ONGOING):
        return Aspect.ALLEGED
    return Aspect(deed.act.status.value)


def clause(speech: Speech, deed: Deed, aspect: Aspect | None = None) -> Parts:
    """Who did what to whom: "a Coreia do Norte ameaçou os Estados Unidos"."""
    subject = deed.actors or deed.recipients
    best = deed.telling
    chosen = predicate(deed.act.type, deed.act.mode, best.lemma if best.type is deed.act.type else "", best.beside)
    phrase = shape(chosen.patterns[speech.language], deed.actors, deed.recipients)
    agreed = predication(speech, phrase, subject, aspect or aspect_of(deed))
    return (*speech.names(subject), *words(" "), *speech.slotted(agreed, deed.recipients, Kind.DEED, deed.id))


def shape(pattern: Pattern, actors: Sequence[str], recipients: Sequence[str]) -> str:
    """The form of a predicate for these sides."""
    if not actors:
        return pattern.befalls
    if recipients:
        return pattern.toward
    return pattern.together if len(actors) > 1 else pattern.alone


def predication(speech: Speech, phrase: str, subject: Sequence[str], aspect: Aspect) -> str:
    """A predicate whose verb agrees with its subject: "ser ~acusar" of Russia that occurred is "foi acusada"."""
    head = 1 + phrase.startswith(REFLEXIVE)
    verb, rest = " ".join(phrase.split(" ")[:head]), phrase.split(" ")[head:]
    gender, number = speech.agreement(subject)
    grammar = speech.grammar
    forms = {
        "past": grammar.conjugate(verb, Tense.PAST, number),
        "base": grammar.conjugate(verb, Tense.INFINITIVE, number),
        "imperfect": grammar.conjugate(verb, Tense.IMPERFECT, number),
        "participle": grammar.conjugate(verb, Tense.PLUPERFECT, number).partition(" ")[2],  # after "havia", "had"
    }
    key = "aspect.negated.be" if (aspect, verb) == (Aspect.NEGATED, "be") else f"aspect.{aspect}"
    agreed = (grammar.participle(word[1:], gender, number) if word.startswith("~") else word for word in rest)
    return " ".join((speech.agreeing(key, number).format(**forms), *agreed))


def when(speech: Speech, deed: Deed) -> Parts:
    """When it happened, or else when it was reported, after a clause; nothing where neither is known."""
    if deed.act.when:
        return speech.say("when.dated", date=(speech.on(deed.act.when),))
    reported = deed.telling.citation.published
    return speech.say("when.reported", date=(speech.date(reported),)) if reported else ()


def told(speech: Speech, deed: Deed, first: bool = False) -> Parts:
    """A clause and its time, which comes ``first`` or last."""
    said = clause(speech, deed)
    if not first:
        return (*said, *when(speech, deed))
    if deed.act.when:
        return (*speech.say("when.dated.first", date=(capital(speech.on(deed.act.when)),)), *said)
    reported = deed.telling.citation.published
    return (*speech.say("when.reported.first", date=(speech.date(reported),)), *said) if reported else said


def according(speech: Speech, deed: Deed) -> Parts:
    """Whose word it is, where it is only somebody's."""
    if deed.standing is not Standing.ATTRIBUTED:
        return ()
    by = speakers(deed)
    if not by:
        return ()
    if {one.state for one in by} == set(deed.actors):  # who threatens does so by saying it
        return () if deed.act.type in SPEECH_ACTS else words(speech.agreeing("according.own", speech.agreement(deed.actors)[1]))
    return speech.say("according", by=speech.listed([who(speech, one) for one in by]))


def who(speech: Speech, named: Named, preposition: str = "") -> Parts:
    """Who speaks: a person, with the state in parentheses, or the actor."""
    if named.person is None:
        return (speech.name(named.code, preposition),)
    person = (*words(f"{preposition} ".lstrip()), Part(named.person, Kind.PERSON, named.person))
    return (*person, *words(" ("), speech.bare(named.state), *words(")")) if is_state(named.state) else person


def speakers(deed: Deed) -> tuple[Named, ...]:
    """Those who say that it is so, two at most: others than who is said to have done it, if any do; no state beside a person of it."""
    said = deed.by(*(stance for stance in Stance if stance not in (Stance.DENY, Stance.QUESTION)))
    others = tuple(one for one in said if one.state not in deed.actors) or said
    persons = {one.state for one in others if one.person}
    return tuple(one for one in others if one.person or one.code not in persons)[:2]


def excerpt(speech: Speech, deed: Deed, crediting: bool = False) -> Parts:
    """The words about the trigger that tell it best, its first citation; where ``crediting``, with who published them when."""
    text = quotation(deed, deed.telling.citation)
    if not text:
        return ()
    quote = credited(speech, text, deed.telling.citation) if crediting else speech.say("quote", quote=(Part(text, Kind.QUOTE, "0"),))
    return (*words(": "), *quote)


def credited(speech: Speech, text: str, citation: Citation) -> Parts:
    """Words of a sentence's first citation, with who published them when."""
    outlet = citation.outlet or citation.document
    parts = {"quote": (Part(text, Kind.QUOTE, "0"),), "outlet": (Part(outlet, Kind.OUTLET, outlet),)}
    if citation.published is None:
        return speech.say("quote.credited.undated", **parts)
    return speech.say("quote.credited", date=(speech.date(citation.published),), **parts)


def quotation(deed: Deed, citation: Citation) -> str:
    """What to quote of words about a happening: those about its trigger where it stands among them."""
    places = [one.trigger for one in deed.tellings if one.citation.document == citation.document]
    here = [place for place in places if citation.start <= place[0] and place[1] <= citation.end]
    return quoted(citation.words, (here[0][0] - citation.start, here[0][1] - citation.start) if here else None)


def number_of(speech: Speech, named: Named) -> Number:
    """What a verb agrees with whose subject somebody who speaks is."""
    return Number.SINGULAR if named.person else speech.agreement([named.code])[1]


def capital(part: Part) -> Part:
    """A part at the beginning of a sentence."""
    return Part(part.text[:1].upper() + part.text[1:], part.kind, part.key)


def sentence_case(parts: Parts) -> Parts:
    return (capital(parts[0]), *parts[1:]) if parts else parts
