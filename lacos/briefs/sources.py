"""Where the news of a tie comes from."""

from __future__ import annotations

from collections.abc import Iterator

from lacos.briefs.brief import Citation, Kind, Part, Sentence
from lacos.briefs.figures import Figures
from lacos.briefs.speech import Speech

MOST = 5
"""Outlets named."""


def sources(speech: Speech, of: Figures, evidence: tuple[Citation, ...]) -> Iterator[Sentence]:
    """The outlets with most of the reports that count, and how many each has."""
    named = list(of.outlets.items())[:MOST]
    if named and evidence:
        outlets = [
            speech.say("sources.outlet", outlet=(Part(name, Kind.OUTLET, name),), n=(speech.numeral(f"outlet.{name}", count),))
            for name, count in named
        ]
        key = "sources.outlets.most" if len(of.outlets) > MOST else "sources.outlets"
        yield Sentence(speech.say(key, outlets=speech.listed(outlets)), evidence)
