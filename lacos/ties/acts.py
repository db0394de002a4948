"""Acts and reports as a ledger has them, and the part of time in which a tie is covered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from lacos.ledger import Filter, Ledger
from lacos.ledger.dyads import Sides
from lacos.records import EventType, Standing, Status
from lacos.ties.findings import Act, Report

SILENCE = timedelta(days=183)
"""A gap in which nothing is told; what lies before it is no part of the time that a tie is covered, if it is little."""
LITTLE = 0.1


def acts_of(ledger: Ledger, asked: Filter, sides: Sides | None = None) -> tuple[Act, ...]:
    """The acts between sides, or any two, in the order of time, those without a day last."""
    return tuple(
        Act(
            happening=row["happening"],
            actor=row["actor"],
            recipient=row["recipient"],
            joint=row["joint"],
            type=EventType(row["type"]),
            mode=row["mode"],
            status=Status(row["status"]),
            historical=row["historical"],
            standing=Standing(row["standing"]),
            when=row["date"],
            day=date.fromisoformat(row["day"]) if row["day"] else None,
            first_reported=row["first_reported"],
            last_reported=row["last_reported"],
            articles=row["articles"],
            origins=row["origins"],
            counted=row["counted"],
        )
        for row in ledger.dyads(asked, sides)
    )


def reports_of(ledger: Ledger, asked: Filter, sides: Sides | None = None) -> tuple[Report, ...]:
    """The reports of such acts, those of a happening together, in the order of publication."""
    rows = ledger.reports(asked, sides)
    return tuple(Report(row["happening"], row["document"], row["published"], row["outlet"], row["origin"]) for row in rows)


def covered(acts: Iterable[Act], since: str | None) -> tuple[Act, ...]:
    """The acts that count, without ``since`` only those of the time that is covered.

    It begins after the last half year of silence that has little before it, and ends with the last report, for undated texts, too.
    """
    counting = [act for act in acts if act.counted]
    latest = max((act.last_reported for act in counting if act.last_reported), default=None)
    past = (act for act in counting if is_past(str(day_of(act)), act.last_reported or latest))
    found = sorted(past, key=lambda act: (day_of(act), act.happening))
    begin = 0
    for n in range(1, 0 if since else int(len(found) * LITTLE) + 1):
        if day_of(found[n]) - day_of(found[n - 1]) > SILENCE:
            begin = n
    return tuple(found[begin:])


def is_past(day: str | None, last_reported: str | None) -> bool:
    """Whether what took place on a day was told then or later, or nobody knows when; a later day is a slip in the reading of its date."""
    return not day or not last_reported or day <= last_reported


def day_of(act: Act) -> date:
    """The day of an act that counts, which has one."""
    assert act.day is not None
    return act.day
