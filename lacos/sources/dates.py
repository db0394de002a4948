"""Written dates: ISO, day first as in Brazil and Portugal, RFC 2822 and words. The day is taken as written, in its own time zone."""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime
from functools import cache
from importlib import resources

WEEKDAY = r"(?:[^\W\d]+(?:-feira)?,?\s+)?"
NUMBERED = (
    re.compile(r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?=T\d|\D|$)"),
    re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?=T\d|\s|$)"),
    re.compile(r"(?P<day>\d{1,2})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<year>\d{4})(?!\d)"),
)
WORDED = (
    re.compile(rf"{WEEKDAY}(?P<day>\d{{1,2}})[ºª°]?[\s-]+(?:de\s+)?(?P<month>[^\W\d_]+)\.?,?[\s-]+(?:del?\s+)?(?P<year>\d{{4}})(?!\d)"),
    re.compile(rf"{WEEKDAY}(?P<month>[^\W\d_]+)\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,\s+(?P<year>\d{{4}})(?!\d)"),
)


def parse(value: object) -> date | None:
    """The day that a cell, a field or an attribute begins with; None for an empty one. Raises ValueError for what is no full date."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if value is None or value != value or not str(value).strip():
        return None
    if isinstance(value, str):
        for match in filter(None, (pattern.match(value.strip()) for pattern in NUMBERED + WORDED)):
            if day := _day(match):
                return day
    raise ValueError(f"{str(value)[:60]!r} is no date like 2006-01-31, 31/01/2006 or 31 Jan 2006")


def mentioned(text: str) -> date | None:
    """The first full date within ``text``, day first if in figures, or None."""
    matches = [match for pattern in NUMBERED + WORDED for match in pattern.finditer(text)]
    return next(filter(None, map(_day, sorted(matches, key=re.Match.start))), None)


def _day(match: re.Match[str]) -> date | None:
    month = match["month"].casefold()
    try:
        return date(int(match["year"]), int(month) if month.isdigit() else _months().get(month, 0), int(match["day"]))
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    table = tomllib.loads((resources.files("lacos.sources") / "data" / "months.toml").read_text("utf8"))
    return {name: number for number, names in enumerate(table["months"], 1) for name in names}
