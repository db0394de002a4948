"""What a denial denies: an accusation or assertion told before it, found by the words of its content, by type, actors and nearness."""

from __future__ import annotations

from lacos.claims.likeness import REAL
from lacos.claims.telling import Telling
from lacos.language.lexicon import lexicon
from lacos.records import Event, EventType, Stance, Statement

REACH = 6
"""Events told before, the last first, among which a denial looks for its accusation."""

WORDS = frozenset({EventType.ACCUSE, EventType.REJECT})
"""Types of what is done by saying it: a denial is of what was said."""


def denied(denial: Statement, telling: Telling) -> tuple[Event | None, str]:
    """The event that a statement denies without telling it, and why it is taken for that one; None where nothing fits.

    "Essas críticas", "a acusação", "qualquer violação": the last that somebody else asserted, or that the text hedges, and in which the
    denier takes part.
    """
    if denial.stance is not Stance.DENY or denial.speaker is None:
        return None, ""
    known = lexicon(denial.content.document.language or "pt").claims["accusations"]
    points = next((word for word in denial.content.text.lower().split() if word.strip(",.;:") in known), None)
    if points is None:
        return None, ""
    real = [event for event in telling.before(denial)[-2 * REACH :] if event.type not in WORDS and event.status in REAL]
    for event in reversed(real[-REACH:]):
        if denial.speaker.actor.state in sides(event) and is_somebodys_word(event, denial, telling):
            return event, f"«{points}»: what was said of {denial.speaker.actor.state} last before"
    return None, ""


def sides(event: Event) -> set[str]:
    return {mention.actor.state for mention in (*event.actor, *event.recipient)}


def is_somebodys_word(event: Event, denial: Statement, telling: Telling) -> bool:
    """Whether a mention is alleged, or asserted by somebody else than who denies."""
    assert denial.speaker is not None
    if event.alleged and not event.attributed_to:
        return True
    speakers = {mention.code for mention in event.attributed_to}
    speakers |= {one.speaker.code for one in telling.around(event) if one.speaker and one.stance is not Stance.DENY}
    return bool(speakers - {denial.speaker.code})
