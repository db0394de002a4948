"""Who says what of a happening, as charts show it: actors by their state, and texts in their own voice."""

from __future__ import annotations

from typing import NamedTuple

from lacos.ledger import Told
from lacos.records import Stance, Status

TEXT, UNNAMED = "*", ""
"""Who speaks where no actor does: the text itself, and somebody whom it does not name."""
SIGNS = {
    Stance.ASSERT: ("circle", "#0072B2"),
    Stance.DENY: ("M-1,-1L1,1M-1,1L1,-1", "#D55E00"),
    Stance.CONDEMN: ("triangle-down", "#222222"),
    Stance.SUPPORT: ("triangle-up", "#009E73"),
    Stance.ACCUSE: ("diamond", "#CC79A7"),
    Stance.QUESTION: ("M-1,0L1,0", "#6B6B6B"),
}
"""A shape and a colour for each stance, in the order in which they stand; others are no position on whether or how something happened."""


class Voice(NamedTuple):
    """A position taken on a happening, in which words. ``who`` is a state, or TEXT or UNNAMED."""

    who: str
    stance: Stance
    words: str


def voices(one: Told) -> list[Voice]:
    """The positions taken on a happening that have a sign."""
    texts = [Voice(TEXT, own(sentence["status"]), sentence["words"]) for sentence in one.sentences if sentence["own_voice"]]
    taken = (position for position in one.positions if position.stance in SIGNS)
    return [*texts, *(Voice((position.actor or UNNAMED).partition("/")[0], position.stance, position.words) for position in taken)]


def own(status: str) -> Stance:
    """What a text says of a happening that it tells itself."""
    return Stance.DENY if status == Status.NEGATED else Stance.ASSERT
