"""Days, months and years as ISO writes them, and the periods between two days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from lacos.ties.errors import TieError
from lacos.ties.findings import Every, Period

DATE = re.compile(r"\d{4}(-\d\d){0,2}")


def first_day(text: str) -> date:
    """The first day of an ISO date of any precision. Raises TieError for what is none."""
    try:
        if DATE.fullmatch(text):
            return date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        pass  # such as the 30th of February
    raise TieError(f"{text!r} is no date: give a day, a month or a year (2017-09-03, 2017-09, 2017)")


def last_day(text: str) -> date:
    """The last day of an ISO date of any precision. Raises TieError for what is none."""
    every = {4: Every.YEAR, 7: Every.MONTH}.get(len(text), Every.DAY)
    return following(first_day(text), every) - timedelta(days=1)


def beginning(day: date, every: Every) -> date:
    """The first day of the period that a day is in."""
    if every is Every.WEEK:
        return day - timedelta(days=day.weekday())
    return day if every is Every.DAY else day.replace(day=1) if every is Every.MONTH else day.replace(month=1, day=1)


def following(first: date, every: Every) -> date:
    """The first day after the period that begins on a day."""
    if every is Every.MONTH:
        return (first + timedelta(days=31)).replace(day=1)
    return first.replace(year=first.year + 1) if every is Every.YEAR else first + timedelta(days=7 if every is Every.WEEK else 1)


def periods(first: date, last: date, every: Every) -> Iterator[Period]:
    """The periods from that of the first day to that of the last, whole ones."""
    start = beginning(first, every)
    while start <= last:
        end = following(start, every)
        yield Period(start, end - timedelta(days=1), every)
        start = end


def check(since: str | None, until: str | None) -> None:
    """Raise TieError where one is no date, or ``since`` is after ``until``."""
    first, last = first_day(since) if since else None, last_day(until) if until else None
    if first and last and first > last:
        raise TieError(f"since {since} is after until {until}: give the earlier date first")
