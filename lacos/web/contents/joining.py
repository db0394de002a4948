"""Why the reports of a happening are taken to tell of the same: what :mod:`lacos.ledger.likeness` weighed for and against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from lacos.claims.likeness import learnt
from lacos.ledger import joining, judgements
from lacos.ledger.likeness import ENOUGH, POINTS, alike
from lacos.ledger.rows import Rows
from lacos.ledger.schema import judgements as table
from lacos.ledger.traits import Place, Trait
from lacos.web.contents.reports import Report

BASE = "of one type"
LEAST = 0.2
"""Points that are worth being told."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Why a report stands beside the others: its points with them on average, what gives and takes them, the weightiest first.

    ``others`` are those with which it can be compared, ``apart`` those from which something keeps it (they are with it through others).
    """

    report: Report
    points: float
    reasons: tuple[tuple[str, float], ...]
    others: int
    apart: int


def joined(connection: Connection, reports: Sequence[Report]) -> tuple[Joined, ...]:
    """Why each of several reports tells of the same as the others; nothing of one alone. The base that each begins from is no reason."""
    known = traits(connection, [report.place for report in reports])
    return tuple(compared(report, known) for report in reports) if len(reports) > 1 else ()


def compared(report: Report, known: dict[Place, Trait]) -> Joined:
    one, sums, others, apart = known[report.place], defaultdict[str, float](float), 0, 0
    for place, other in known.items():
        reasons = alike(one, other) if place != report.place else None
        if reasons is None:
            apart += place != report.place
            continue
        others += 1
        for reason, amount in reasons:
            sums[reason] += learnt(POINTS)[reason] * amount
    means = {reason: value / others for reason, value in sums.items()}
    told = sorted(((reason, value) for reason, value in means.items() if abs(value) >= LEAST), key=lambda one: (-abs(one[1]), one[0]))
    return Joined(report, sum(means.values()) + base() if others else 0.0, tuple(told), others, apart)


def base() -> float:
    """The points that two claims of one type begin with: below zero, for most that are of one type tell of different things."""
    return learnt(POINTS)[BASE] - ENOUGH


def traits(connection: Connection, places: Iterable[Place]) -> dict[Place, Trait]:
    """What claims are compared by."""
    wanted = set(places)
    rows = map(dict, connection.execute(joining.KNOWN, {"documents": {document for document, _ in wanted}}).mappings())
    found = {place: joining.known(row) for row in rows if (place := (row["document"], row["rank"])) in wanted}
    return {place: found[place] for place in sorted(wanted)}


def judged(connection: Connection, reports: Iterable[Report]) -> Rows:
    """What persons have judged of the events of reports, in force."""
    ids = {telling.event for report in reports for telling in report.tellings}
    query = table.select().where(judgements.in_force(), judgements.touching(ids)).order_by(table.c.n)
    rows = connection.execute(query)
    return Rows(tuple(rows.keys()), [tuple(row) for row in rows])
