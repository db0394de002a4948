"""Arithmetic of the calendar with TIMEX3 values: "2017-09-12", "2017-09", "2017", "2017-W37", "2017-H1", "199" (decade), "19" (century)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "semester": "XXXX-HX",
}
"""Values of periods whose place in the calendar is not known; a year and all else is "XXXX"."""
DAYS = {"day": 1, "week": 7, "fortnight": 14}
MONTHS = {"month": 1, "bimester": 2, "quarter": 3, "semester": 6}
YEARS = {"year": 1, "biennium": 2, "decade": 10, "century": 100, "millennium": 1000}
CLOCK = {"second": "S", "minute": "M", "hour": "H"}
PAST, FUTURE = "PAST_REF", "FUTURE_REF"


def shift(day: date, count: int, unit: str) -> str | None:
    """The time ``count`` units from ``day``, as exact as the unit: days and weeks give a day, months a month, years a year.

    None outside the years 1 to 9999.
    """
    if unit in CLOCK:
        return day.isoformat()
    if unit in DAYS:
        ordinal = day.toordinal() + count * DAYS[unit]
        return date.fromordinal(ordinal).isoformat() if 0 < ordinal <= date.max.toordinal() else None
    if unit in MONTHS:
        value = month(day.year, day.month + count * MONTHS[unit])
        return value if first_day(value) else None
    year = day.year + count * YEARS[unit]
    return f"{year:04}" if 0 < year <= date.max.year else None


def period(day: date, count: int, unit: str) -> str | None:
    """The calendar's own week, month, quarter ... that lies ``count`` after the one of ``day``."""
    if unit in ("week", "weekend"):
        year, week, _ = (day + timedelta(days=7 * count)).isocalendar()
        return f"{year}-W{week:02}" + ("-WE" if unit == "weekend" else "")
    if unit in ("quarter", "semester"):
        size = MONTHS[unit]
        rank = day.year * 12 // size + (day.month - 1) // size + count
        return f"{rank * size // 12}-{'Q' if unit == 'quarter' else 'H'}{rank % (12 // size) + 1}"
    if unit == "decade":
        return f"{day.year // 10 + count:03}"
    if unit == "century":
        return f"{day.year // 100 + count:02}"
    return shift(day, count, unit)


def month(year: int, number: int) -> str:
    """The month ``number`` of ``year``; numbers under 1 and over 12 count into other years."""
    year, rank = divmod(year * 12 + number - 1, 12)
    return f"{year:04}-{rank + 1:02}"


def add(value: str, count: int, unit: str) -> str | None:
    """The time ``count`` units from a value, or None where the value is less exact than the unit."""
    day = first_day(value)
    exact = len(value) >= 10 if unit in DAYS or unit in CLOCK else len(value) >= 7 if unit in MONTHS else len(value) >= 4
    return shift(day, count, unit) if day and exact and "W" not in value else None


def cut(value: str, unit: str) -> str | None:
    """The period of ``value``: its day, week, month, year; None where the value is less exact."""
    day = first_day(value)
    size = {"day": 10, "week": 10, "weekend": 10, "month": 7}.get(unit, 4)
    if day is None or len(value) < size:
        return value if "W" in value and unit == "week" else None
    return period(day, 0, unit)


def first_day(value: str) -> date | None:
    """The first day of an ISO value cut to its precision, None for all others."""
    try:
        return date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        return None


def day_of(year: int, number: int, day: int) -> date | None:
    """A day that the calendar has, or None."""
    return date(year, number, day) if 0 < number < 13 and year > 0 and 0 < day <= monthrange(year, number)[1] else None


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the computus of Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    golden, leap = year % 19, century // 4
    epact = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    number, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, number, day + 1)


def duration(count: int | str, unit: str) -> str:
    """An ISO 8601 duration; a vague count is "X"."""
    if unit in CLOCK:
        return f"PT{count if isinstance(count, int) else 'X'}{CLOCK[unit]}"
    letter, size = next(
        (letter, table[unit])
        for letter, table in (("D", {"day": 1}), ("W", {"week": 1, "fortnight": 2}), ("M", MONTHS), ("Y", YEARS))
        if unit in table
    )
    return f"P{count * size if isinstance(count, int) else 'X'}{letter}"


def iso(value: str) -> str | None:
    """A value as an ISO date cut to its precision, the form of records, or None.

    A week gives the month that holds its Thursday, a weekend that of its Saturday, other parts of a year the year. Durations, ranges,
    decades, centuries and what has no place in the calendar give None.
    """
    if "/" in value or "X" in value or not value[:4].isdigit() or not value[:1].isdigit() or len(value) < 4:
        return None
    if value[4:6] == "-W" and value[6:8].isdigit():
        return date.fromisocalendar(int(value[:4]), int(value[6:8]), 6 if value.endswith("-WE") else 4).isoformat()[:7]
    head = value.partition("T")[0]
    return head if head.replace("-", "").isdigit() else head[:4]
