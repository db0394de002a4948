"""Who says what of a happening, as charts show it: actors by their state, and texts in their own voice."""

from __future__ import annotations

from typing import NamedTuple

from lacos.ledger import Told
from lacos.records import Stance, Status

TEXT, UNNAMED = "*", ""
"""Who speaks where no actor does: the text itself, and somebody whom it does not name."""
STANCES = (Stance.ASSERT, Stance.DENY, Stance.CONDEMN, Stance.SUPPORT, Stance.ACCUSE, Stance.QUESTION)
"""Those that are shown; others are no position on whether or how something happened."""


class Voice(NamedTuple):
    """A position taken on a happening, in which words. ``who`` is a state, or TEXT or UNNAMED."""

    who: str
    stance: Stance
    words: str


def voices(one: Told) -> list[Voice]:
    """The positions taken on a happening that are shown."""
    texts = [Voice(TEXT, own(sentence["status"]), sentence["words"]) for sentence in one.sentences if sentence["own_voice"]]
    taken = (position for position in one.positions if position.stance in STANCES)
    return [*texts, *(Voice((position.actor or UNNAMED).partition("/")[0], position.stance, position.words) for position in taken)]


def own(status: str) -> Stance:
    """What a text says of a happening that it tells itself."""
    return Stance.DENY if status == Status.NEGATED else Stance.ASSERT
