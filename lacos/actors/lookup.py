"""An actor by a code or by any of its names."""

from __future__ import annotations

from lacos.actors.gazetteer import gazetteer
from lacos.actors.tables import CODE, NOBODY, all_entities
from lacos.actors.territories import territories
from lacos.records import LacosError


def is_gone(code: str) -> bool:
    """Whether a state is no more."""
    known = territories().get(code)
    return known is not None and known.until is not None


class ActorError(LacosError):
    """Words that name no actor, or several."""


def code_of(words: str) -> str:
    """The code that words stand for: a code itself ("RUS", "PRK/MED"), or a name ("Rússia", "Kremlin", "ONU").

    Raises ActorError for what is neither.
    """
    known = {entity.code for entity in all_entities()}
    if CODE.fullmatch(words) and words.partition("/")[0] in known:
        return words
    for form in (words, words.title()):
        hits = [hit for hit in gazetteer().find(form) if (hit.start, hit.end) == (0, len(form))]
        codes = {entity.code for hit in hits for entity in hit.entities} - {NOBODY}
        if codes:
            break
    codes = {code for code in codes if not is_gone(code)} or codes
    if len(codes) == 1:
        return codes.pop()
    if codes:
        raise ActorError(f"{words!r} may be {', '.join(sorted(codes))}: give one of these codes")
    raise ActorError(f"{words!r} is no actor that Laços knows: give its code (RUS, BRA, UNO, PRK/MED) or its name in Portuguese")
