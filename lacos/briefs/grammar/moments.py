"""Dates as they are said: which of day, month and year."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from lacos.briefs.grammar.surface import GrammarError

ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Moment:
    """What is said of a date; None is not said."""

    year: int | None
    month: int | None = None
    day: int | None = None


def moment(when: str) -> Moment:
    """An ISO date cut to its precision. Raises GrammarError for what is none."""
    match = ISO.fullmatch(when)
    try:
        year, month, day = (int(part) if part else None for part in match.groups()) if match else (0, None, None)
        date(year or 0, month or 1, day or 1)
    except ValueError:
        raise GrammarError(f"{when!r} is no date: give YYYY, YYYY-MM or YYYY-MM-DD") from None
    return Moment(year, month, day)


def ends(first: str, last: str) -> tuple[Moment, Moment]:
    """Both ends of a time; the first without the year and month that are said with the last. Raises GrammarError where it ends too soon."""
    start, end = moment(first), moment(last)
    if first > last and not first.startswith(last):
        raise GrammarError(f"a time from {first} to {last} ends before it begins")
    if start.year == end.year and start.month and end.month:
        same_month = start.month == end.month and start.day and end.day
        start = replace(start, year=None, month=None if same_month else start.month)
    return start, end
