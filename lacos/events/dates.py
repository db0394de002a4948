"""When an event took place: the time expression of its clause, resolved against the publication date. Nothing is dated by guess.

Understood so far: days and months with or without a year, years, weekdays with the day in parentheses ("nesta terça-feira (12)"), weekdays
alone, and today, yesterday and the like. Words come from language/<code>/lexicon.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from spacy.tokens import Token

from lacos.events.history import clause
from lacos.language.lexicon import Calendar, lexicon
from lacos.records import EventDate

SOON = 60
"""Days ahead within which a day without a year may still be to come; further off it is the last one."""
YEAR = r"(?:1[89]|20)\d\d"


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression at ``start`` of the text, with its ISO value cut to its precision."""

    start: int
    value: str
    words: str


def dated(token: Token, published: date | None) -> EventDate | None:
    """The date of what ``token`` expresses: the nearest time expression in its clause, or None."""
    words = clause(token)
    run = token.doc[min(word.i for word in words) : max(word.i for word in words) + 1]
    first, inside = run.start_char, {word.idx for word in words}
    found = [item for item in expressions(run.text, published, token.doc.lang_) if first + item.start in inside]
    if not found:
        return None
    nearest = min(found, key=lambda item: abs(first + item.start - token.idx))
    return EventDate(nearest.value, f"«{nearest.words}»")


def expressions(text: str, published: date | None, language: str = "pt") -> Iterator[Expression]:
    """The time expressions of ``text`` in order. Those that need a publication date are passed over without one."""
    calendar = lexicon(language).calendar
    taken = 0
    for match in _pattern(language).finditer(text):
        if match.start() < taken:
            continue
        value = _value(match, calendar, published)
        if value is not None:
            taken = match.end()
            yield Expression(match.start(), value, match.group())


@cache
def _pattern(language: str) -> re.Pattern[str]:
    calendar = lexicon(language).calendar
    months, weekdays = ("|".join(map(re.escape, names)) for names in (calendar.months, calendar.weekdays))
    relative = "|".join(map(re.escape, sorted(calendar.days, key=len, reverse=True)))
    return re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:º|o)?(?: de |/)(?P<month>{months}|\d{{1,2}})(?:(?: de |/)(?P<year>{YEAR}))?\b"
        rf"|\b(?P<month_only>{months})(?: de (?P<month_year>{YEAR}))?\b"
        rf"|(?P<next>\b(?:{'|'.join(calendar.next)}) )?(?P<sure>\b(?:{'|'.join(calendar.this)}) )?"
        rf"\b(?P<weekday>{weekdays})(?P<feira>-feira)?\b"
        rf"(?:,? ?\(?(?P<weekday_day>\d{{1,2}})(?:\)|[,.]|(?= de )))?"
        rf"|\b(?P<relative>{relative})\b"
        rf"|(?<![\d.,$/-])(?<!\$ )\b(?P<only_year>{YEAR})\b(?![\d.,]*\d|%)",
        re.IGNORECASE,
    )


def _value(match: re.Match[str], calendar: Calendar, published: date | None) -> str | None:
    part = match.groupdict()
    try:
        if part["day"]:
            return _day(int(part["day"]), _month(part["month"], calendar), part["year"], published)
        if part["month_only"]:
            return _whole_month(_month(part["month_only"], calendar), part["month_year"], published)
        if part["weekday"]:
            return _weekday(part, calendar, published)
        if part["relative"]:
            shift = calendar.days[part["relative"].lower()]
            return (published + timedelta(days=shift)).isoformat() if published else None
    except ValueError:
        return None
    return part["only_year"]


def _month(word: str, calendar: Calendar) -> int:
    return int(word) if word.isdigit() else calendar.months.index(word.lower()) % 12 + 1


def _day(day: int, month: int, year: str | None, published: date | None) -> str | None:
    if year:
        return date(int(year), month, day).isoformat()
    if published is None:
        return None
    near = [date(published.year + shift, month, day) for shift in (-1, 0, 1)]
    return max(moment for moment in near if (moment - published).days <= SOON).isoformat()


def _whole_month(month: int, year: str | None, published: date | None) -> str | None:
    if year:
        return f"{year}-{month:02}"
    if published is None:
        return None
    return f"{published.year if month <= published.month else published.year - 1}-{month:02}"


def _weekday(part: dict[str, str | None], calendar: Calendar, published: date | None) -> str | None:
    """The day that a weekday means: by the figure beside it when there is one, else the last such day, or the next one.

    "segunda" to "sexta" alone may be ordinals: they count with "-feira", a figure, or "nesta", "última", "próxima" before them.
    """
    if published is None or part["weekday"] is None:
        return None
    if calendar.weekdays.index(part["weekday"].lower()) < 5 and not (part["feira"] or part["weekday_day"] or part["next"] or part["sure"]):
        return None
    weekday = calendar.weekdays.index(part["weekday"].lower()) % 7
    near = [published + timedelta(days=shift) for shift in range(-15, 16)]
    if part["weekday_day"]:
        near = [moment for moment in near if moment.day == int(part["weekday_day"])]
        return min(near, key=lambda moment: abs((moment - published).days)).isoformat() if near else None
    same = [moment for moment in near if moment.weekday() == weekday]
    if part["next"]:
        return min(moment for moment in same if moment > published).isoformat()
    return max(moment for moment in same if moment <= published).isoformat()
