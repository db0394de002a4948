"""The happenings that stand for a tie, and the words that tell them."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Sequence

from lacos.records import Standing
from lacos.ties.findings import Act
from lacos.ties.tie import Tie

ACTS = 6
"""Happenings that a timeline names."""
QUOTED = 106
"""Characters quoted of the sentence that tells a happening."""
CUT = "[…]"


def foremost(acts: Sequence[Act]) -> list[Act]:
    """The acts that :func:`rank` puts first, each once: of those that would read alike, the first."""
    ranked = sorted(acts, key=rank)
    alike: dict[object, Act] = {}
    for act in ranked:
        alike.setdefault((act.day, act.type, frozenset((act.actor, act.recipient))), act)
    return list(alike.values())[:ACTS]


def rank(act: Act) -> tuple[int, int, bool, bool, float, str, str]:
    """What sorts acts: how widely they are told, whether as facts, whether on a day of their own, how grave they are."""
    is_told, is_dated = act.standing is Standing.TOLD, act.when == str(act.day)
    return -act.origins, -act.articles, not is_told, not is_dated, -abs(act.score), str(act.day), act.happening


def evidence(tie: Tie, happenings: Collection[str]) -> dict[str, str]:
    """The words around the trigger of the first sentence that tells each of some happenings."""
    told = (one for one in tie.claims() if one.happening["id"] in happenings and one.sentences)
    return {one.happening["id"]: around(one.sentences[0]["words"], one.sentences[0]["trigger"]) for one in told}


def around(sentence: str, trigger: str) -> str:
    """A piece of a sentence with its trigger in it, as long as a line of a chart takes, cut between words."""
    words, spot = " ".join(sentence.split()), " ".join(trigger.split())
    place = max(words.find(spot), 0)
    start = max(0, min(place - (QUOTED - len(spot)) // 2, len(words) - QUOTED))
    start = words.rfind(" ", 0, start) + 1 if start else 0
    piece = textwrap.shorten(words[start:], QUOTED, placeholder=f" {CUT}")
    return f"{CUT} {piece}" if start else piece
