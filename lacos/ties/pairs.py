"""All ties of a ledger at once: what passes between any two actors."""

from __future__ import annotations

from collections.abc import Iterable

from lacos.ledger import Filter, Ledger
from lacos.ties.acts import acts_of, covered, reports_of
from lacos.ties.findings import Act, Report
from lacos.ties.sample import Sample

SECTORS = frozenset({"OPP", "REB", "MED", "BUS", "NGO", "CVL", "CRM", "LEG", "JUD", "MIL"})
"""Codes of groups of no state in particular, which are no party to a tie."""
LEAST = 6
"""Origins that must tell of two for their tie to be among all ties: half of what a tie needs to have a trend."""
Pair = tuple[str, str]


def pair_of(act: Act) -> Pair:
    """The two of an act in the order of the alphabet."""
    return (act.actor, act.recipient) if act.actor < act.recipient else (act.recipient, act.actor)


def counted(ledger: Ledger, since: str | None, until: str | None) -> tuple[tuple[Act, ...], tuple[Report, ...]]:
    """The acts that count between any two in a period, and their reports; both ends are ISO dates of any precision, and count.

    Without ``since`` those from when the ledger covers its time on.
    """
    asked = Filter(since=since, until=until)
    acts = covered((act for act in acts_of(ledger, asked) if not {act.actor, act.recipient} & SECTORS), since)
    return acts, reports_of(ledger, asked)


def sampled(acts: Iterable[Act], reports: Iterable[Report]) -> Sample:
    """Acts as a sample in which a happening is one item for each two that it passes between."""
    return Sample(acts, reports, lambda act: (act.happening, pair_of(act)))
