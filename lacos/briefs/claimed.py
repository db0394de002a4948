"""What is claimed and who denies it: each side's words, credited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lacos.actors.naming import Number
from lacos.briefs.brief import Citation, Kind, Part, Sentence
from lacos.briefs.clauses import Aspect, according, clause, number_of, quotation, sentence_case, told, when, who
from lacos.briefs.deeds import Deed
from lacos.briefs.evidence import Named, Taken
from lacos.briefs.happened import telling
from lacos.briefs.quoting import EDGE, quoted
from lacos.briefs.speech import Parts, Speech, words
from lacos.records import Stance, Standing

SURE = 0.5
"""How sure the speaker must be."""
VOICES = 4
"""Positions told of one happening."""
NEGATED = re.compile(r"\b(?:não|nunca|jamais|nenhuma?|sem)\b", re.IGNORECASE)
RANK = {Standing.CONTESTED: 0, Standing.DENIED: 1}


def claimed(speech: Speech, deed: Deed) -> Iterator[Sentence]:
    """What is claimed of a happening, then the words of each who takes a position; of one who speaks alone, both in one sentence."""
    said = voices(deed)
    if deed.standing is Standing.ATTRIBUTED and len(said) == 1:
        parts = speech.say("claimed.alone", claim=_claim(speech, deed), quote=_credited(speech, deed, said[0].citation))
        yield Sentence(sentence_case(parts), (said[0].citation, deed.telling.citation), (deed.id,))
        return
    yield telling(_claim(speech, deed), deed)
    for taken in said:
        yield Sentence(_position(speech, deed, taken), (taken.citation,), (deed.id,))


def is_claimed(deed: Deed) -> bool:
    """Whether it is somebody's word, or disputed, and there are words of a position to quote."""
    return deed.standing is not Standing.TOLD and not deed.act.historical and bool(voices(deed))


def order(deed: Deed) -> tuple[int, int, float]:
    """The contested first, then the denied, then what most speak of, then the weightiest."""
    return RANK.get(deed.standing, len(RANK)), -len(voices(deed)), -deed.weight


def voices(deed: Deed) -> list[Taken]:
    """Positions with words to quote: denials first, no words twice.

    Of who denies it nothing but the denial; of who is said by others to have done it nothing, unless it is that.
    """
    found: list[Taken] = []
    clear = [one for one in deed.taken if is_clear(one)]
    deniers = {one.state for one in deed.deniers}
    others = {one.by.state for one in clear if one.by} - {*deed.actors, *deniers}
    for one in sorted(clear, key=lambda one: one.stance is not Stance.DENY):
        denies, state = one.stance is Stance.DENY, one.by.state if one.by else ""
        parrots = not denies and bool(others) and state in deed.actors
        if denies == (state in deniers) and not parrots and not any(_repeats(one, other) for other in found):
            found.append(one)
    return found[:VOICES]


def is_clear(taken: Taken) -> bool:
    """Whether it is clear who speaks, and there are words to quote, not what follows some."""
    if taken.by is None or not taken.by.is_somebody or taken.by.confidence < SURE:
        return False
    return taken.citation.words[:1] not in EDGE and bool(quoted(taken.citation.words))


def _repeats(one: Taken, other: Taken) -> bool:
    """Whether the words are those of another position, or the speaker may be the same: a state, or a person of it."""
    here, there = one.citation, other.citation
    overlap = here.document == there.document and here.start < there.end and there.start < here.end
    if overlap or one.by is None or other.by is None:
        return overlap
    return one.by.state == other.by.state and (one.by.person == other.by.person or None in (one.by.person, other.by.person))


def _claim(speech: Speech, deed: Deed) -> Parts:
    if deed.standing is Standing.CONTESTED:
        return speech.say("claimed.contested", clause=(*clause(speech, deed, Aspect.ALLEGED), *when(speech, deed)))
    if deed.standing is Standing.DENIED:
        return _denial(speech, deed, deed.deniers)
    return (*told(speech, deed, first=not deed.act.when), *according(speech, deed))


def _denial(speech: Speech, deed: Deed, deniers: tuple[Named, ...]) -> Parts:
    """That somebody denies it: "a Rússia nega ter atacado a Ucrânia" of itself, "nega que a Ucrânia tenha atacado" of another."""
    if {one.state for one in deniers} == set(deed.actors):
        return (*clause(speech, deed, Aspect.DISOWNED), *when(speech, deed))
    by = speech.listed([who(speech, one) for one in deniers])
    number = number_of(speech, deniers[0]) if len(deniers) == 1 else Number.PLURAL
    denies = words(speech.agreeing("denies", number))
    return speech.say("claimed.denied", by=by, denies=denies, clause=(*clause(speech, deed, Aspect.DOUBTED), *when(speech, deed)))


def _position(speech: Speech, deed: Deed, taken: Taken) -> Parts:
    """ "A Coreia do Norte negou “ter lançado um míssil” (O Clarim, 3 de setembro de 2017)."."""
    assert taken.by is not None
    denies = taken.stance is Stance.DENY and not NEGATED.search(taken.citation.words)  # nobody denied "that it did not"
    said, key = ("denied", "claimed.denial") if denies else ("said", "claimed.said")
    verb = words(speech.agreeing(said, number_of(speech, taken.by)))
    return sentence_case(speech.say(key, by=who(speech, taken.by), said=verb, quote=_credited(speech, deed, taken.citation)))


def _credited(speech: Speech, deed: Deed, citation: Citation) -> Parts:
    """Words with who published them when."""
    outlet = citation.outlet or citation.document
    parts = {"quote": Part(quotation(deed, citation), Kind.QUOTE, "0"), "outlet": Part(outlet, Kind.OUTLET, outlet)}
    if citation.published is None:
        return speech.say("quote.credited.undated", **{name: (part,) for name, part in parts.items()})
    parts["date"] = speech.date(citation.published)
    return speech.say("quote.credited", **{name: (part,) for name, part in parts.items()})
