"""What is claimed and who denies it: each side's words, credited."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lacos.actors.naming import Number
from lacos.briefs.brief import Citation, Sentence
from lacos.briefs.clauses import Aspect, according, clause, credited, number_of, quotation, sentence_case, when, who
from lacos.briefs.deeds import Deed
from lacos.briefs.evidence import Named, Taken
from lacos.briefs.happened import telling
from lacos.briefs.quoting import EDGE, quoted
from lacos.briefs.speech import Parts, Speech, words
from lacos.records import Stance, Standing

VOICES = 4
"""Positions told of one happening."""
NEGATED = re.compile(r"\b(?:não|nunca|jamais|nenhuma?|sem)\b", re.IGNORECASE)
RANK = {Standing.CONTESTED: 0, Standing.DENIED: 1}


def claimed(speech: Speech, deed: Deed) -> Iterator[Sentence]:
    """What is claimed of a happening, then the words of each who takes a position; of one who speaks alone, both in one sentence.

    When an undated one was reported is told with these words.
    """
    said = voices(deed)
    claim = _claim(speech, deed, said)
    if len(said) == 1 and (deed.standing is Standing.ATTRIBUTED or said[0].stance is Stance.DENY):
        cited = said[0].whole
        parts = speech.say("claimed.alone", claim=claim, quote=_credited(speech, deed, cited))
        yield Sentence(sentence_case(parts), (cited, deed.telling.citation), (deed.id,))
        return
    yield telling(claim, deed)
    for taken in said:
        yield _position(speech, deed, taken)


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
    if taken.by is None or not taken.by.is_somebody or not taken.is_sure:
        return False
    return taken.citation.words[:1] not in EDGE and bool(quoted(taken.citation.words))


def words_of(taken: Taken) -> Citation:
    """What to quote of a position: what is denied, or else words that say something alone."""
    return taken.citation if _denies(taken) else taken.whole


def _denies(taken: Taken) -> bool:
    """Whether the words are what somebody denied; nobody denied "that it did not"."""
    return taken.stance is Stance.DENY and not taken.is_quoted and not NEGATED.search(taken.citation.words)


def _repeats(one: Taken, other: Taken) -> bool:
    """Whether the words are those of another position, or the speaker may be the same: a state, or a person of it."""
    here, there = words_of(one), words_of(other)
    overlap = here.document == there.document and here.start < there.end and there.start < here.end
    if overlap or one.by is None or other.by is None:
        return overlap
    return one.by.state == other.by.state and (one.by.person == other.by.person or None in (one.by.person, other.by.person))


def _claim(speech: Speech, deed: Deed, said: Sequence[Taken]) -> Parts:
    if deed.standing is Standing.CONTESTED and len({one.stance is Stance.DENY for one in said}) == 2:
        return speech.say("claimed.contested", clause=(*clause(speech, deed, Aspect.ALLEGED), *_dated(speech, deed)))
    if deed.standing in (Standing.CONTESTED, Standing.DENIED):
        return _denial(speech, deed, deed.deniers)
    return (*clause(speech, deed), *_dated(speech, deed), *according(speech, deed))


def _dated(speech: Speech, deed: Deed) -> Parts:
    return when(speech, deed) if deed.act.when else ()


def _denial(speech: Speech, deed: Deed, deniers: tuple[Named, ...]) -> Parts:
    """That somebody denies it: "a Rússia nega ter atacado a Ucrânia" of itself, "nega que a Ucrânia tenha atacado" of another."""
    if {one.state for one in deniers} == set(deed.actors):
        return (*clause(speech, deed, Aspect.DISOWNED), *_dated(speech, deed))
    by = speech.listed([who(speech, one) for one in deniers])
    number = number_of(speech, deniers[0]) if len(deniers) == 1 else Number.PLURAL
    denies = words(speech.agreeing("denies", number))
    return speech.say("claimed.denied", by=by, denies=denies, clause=(*clause(speech, deed, Aspect.DOUBTED), *_dated(speech, deed)))


def _position(speech: Speech, deed: Deed, taken: Taken) -> Sentence:
    """ "A Coreia do Norte negou “ter lançado um míssil” (O Clarim, 3 de setembro de 2017)."."""
    assert taken.by is not None
    cited = words_of(taken)
    filled = {"by": who(speech, taken.by), "quote": _credited(speech, deed, cited, taken.is_clause)}
    if _denies(taken):
        key = "claimed.denial.that" if taken.is_clause and "with clause" in taken.because else "claimed.denial"
        filled["denied"] = words(speech.agreeing("denied", number_of(speech, taken.by)))
    elif taken.is_clause:
        key = "claimed.said"
    else:
        key, filled["of_by"] = "claimed.reported", who(speech, taken.by, speech.texts("of"))
    return Sentence(sentence_case(speech.say(key, **filled)), (cited,), (deed.id,))


def _credited(speech: Speech, deed: Deed, citation: Citation, whole: bool = False) -> Parts:
    """Words with who published them when; those that say something alone, ``whole``, from their beginning."""
    return credited(speech, quoted(citation.words) if whole else quotation(deed, citation), citation)
