"""When an undated text was written, by the offices of those whom it names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lacos.actors.tables import HEADS, Person

LEADERSHIP = 3
"""What the leader of a state says of the time, in other offices."""


def likely_day(people: Iterable[Person]) -> date | None:
    """The last day on which most of ``people`` held office, heads of state and government first; None where nobody ever left one."""
    known = list(people)
    days = {day for person in known for tenure in person.tenures for day in (tenure.start, tenure.end) if day not in (date.min, date.max)}

    def in_office(day: date) -> int:
        return sum(max((LEADERSHIP if t.office in HEADS else 1 for t in person.tenures if t.covers(day)), default=0) for person in known)

    return max(days, key=lambda day: (in_office(day), day), default=None)
