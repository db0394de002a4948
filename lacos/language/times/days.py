"""Rules for days."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from lacos.language.times import moments
from lacos.language.times.moments import UNKNOWN
from lacos.language.times.values import PUBLISHED, SET, TOLD, Context, Parts, Value, figure, from_published, span_of, turn_of, year_of

SOON = 60
"""Days ahead within which a day without a year may still be to come; further off it is the last one."""
TURN_OF_CENTURY = 50
"""Years of two figures under this are of the 21st century."""


def day(parts: Parts, context: Context) -> Value | None:
    """ "12 de setembro de 2017", "12/9", "dia 12", "12 do mês passado"."""
    if "date" in parts or "isodate" in parts:
        figures = [int(figure) for figure in re.findall(r"\d+", str(parts.get("date") or parts["isodate"]))]
        return _full(figures if "isodate" in parts else figures[::-1])
    if "daymonth" in parts:
        number, month = (int(figure) for figure in re.findall(r"\d+", str(parts["daymonth"])))
        return _day_of_month(number, month, context)
    number = figure(parts["day"])
    if "month" in parts:
        year, source = year_of(parts, context)
        if year is None:
            return (
                _day_of_month(number, int(parts["month"]), context) if not source else Value(f"XXXX-{int(parts['month']):02}-{number:02}")
            )
        found = moments.day_of(year, int(parts["month"]), number)
        return Value(found.isoformat(), source=source) if found else None
    if "month_turn" in parts or "told_month" in parts:
        base, source = (context.told, TOLD) if "told_month" in parts else (context.day.isoformat() if context.day else "", PUBLISHED)
        month_value = moments.add(base, int(parts.get("month_turn", parts.get("told_month", 0))), "month")
        if month_value is None:
            return Value(f"XXXX-XX-{number:02}", source=source)
        found = moments.day_of(int(month_value[:4]), int(month_value[5:]), number)
        return Value(found.isoformat(), source=source) if found else None
    return _numbered(number, context)


def _full(figures: list[int]) -> Value | None:
    year, month, number = figures
    if year < 100:
        year += 2000 if year < TURN_OF_CENTURY else 1900
    found = moments.day_of(year, month, number)
    return Value(found.isoformat()) if found else None


def _day_of_month(number: int, month: int, context: Context) -> Value | None:
    """A day without its year: the last one, unless it comes within SOON days."""
    if not moments.day_of(2000, month, number):
        return None
    if context.day is None:
        return Value(f"XXXX-{month:02}-{number:02}")
    return _nearest((moments.day_of(context.day.year + turn, month, number) for turn in (-1, 0, 1)), context.day)


def _nearest(days: Iterable[date | None], published: date) -> Value | None:
    known = sorted(moment for moment in days if moment is not None)
    before = [moment for moment in known if (moment - published).days <= SOON]
    after = [moment for moment in known if moment >= published]
    past = [moment for moment in known if moment <= published]
    if not before:
        return None
    return from_published(before[-1].isoformat(), after[0].isoformat() if after else "", past[-1].isoformat() if past else "")


def _numbered(number: int, context: Context) -> Value:
    """ "dia 12": the last day of that number, or the next."""
    if context.day is None:
        return Value(f"XXXX-XX-{number:02}")
    near = [context.day + timedelta(days=turn) for turn in range(-62, 63)]
    same = [moment for moment in near if moment.day == number]
    return Value(
        max(moment for moment in same if moment <= context.day).isoformat(),
        ahead=min(moment for moment in same if moment >= context.day).isoformat(),
        source=PUBLISHED,
    )


def last_day(parts: Parts, context: Context) -> Value | None:
    """ "no último dia 4", "no próximo dia 12 de maio"."""
    if "month" in parts:
        return day(parts, context)
    found = _numbered(figure(parts["day"]), context)
    return Value(found.ahead, source=PUBLISHED) if (turn_of(parts) or 0) > 0 and found.ahead else found


def days(parts: Parts, context: Context) -> Value | None:
    """ "12 e 13 de maio", "28 de agosto a 3 de setembro", "dias 12 e 13"."""
    if figure(parts["until"]) <= figure(parts["day"]) and "until_month" not in parts:
        return None
    last = dict(parts) | {"day": parts["until"], "month": parts.get("until_month", parts.get("month", 0))}
    if "month" not in parts:
        last.pop("month")
    return span_of(day(parts, context), day(last, context))


def relative_day(parts: Parts, context: Context) -> Value | None:
    """ "ontem", "amanhã"."""
    if context.day is None:
        return Value(UNKNOWN["day"])
    return from_published(moments.shift(context.day, int(parts["relative"]), "day"))


def weekday(parts: Parts, context: Context) -> Value | None:
    """ "nesta terça-feira (12)", "na última sexta", "no domingo": by the figure beside it when there is one."""
    number = int(parts.get("weekday", parts.get("short_weekday", 0)))
    if context.day is None:
        return Value(f"XXXX-WXX-{number}")
    published = context.day
    near = sorted((published + timedelta(days=turn) for turn in range(-15, 16)), key=lambda moment: abs((moment - published).days))
    if "figure" in parts or "figuremonth" in parts:
        beside = figure(parts.get("figure", parts.get("figuremonth", 0)))
        return next((from_published(moment.isoformat()) for moment in near if moment.day == beside), None)
    return _which([moment for moment in near if moment.isoweekday() == number], turn_of(parts), published)


def _which(same: list[date], turn: int | None, published: date) -> Value | None:
    """Of days a week apart: the last, the next, the nearest or, without a word that says so, the last up to publication."""
    following = min(moment for moment in same if moment >= published).isoformat()
    if turn is None:
        return from_published(max(moment for moment in same if moment <= published).isoformat(), following)
    if turn < 0:
        return from_published(max(moment for moment in same if moment < published).isoformat())
    if turn > 0:
        return from_published(min(moment for moment in same if moment > published).isoformat())
    return from_published(min(same, key=lambda moment: abs((moment - published).days)).isoformat(), following)


def weekdays(parts: Parts, context: Context) -> Value | None:
    """ "terça e quarta-feira"; "de segunda a sexta-feira" is every week."""
    first, last = weekday(parts, context), weekday({"weekday": parts["until"]}, context)
    if first is not None and last is not None and first.value > last.value:
        return Value(f"XXXX-WXX-{parts.get('weekday', parts.get('short_weekday'))}/XXXX-WXX-{parts['until']}", SET)
    return span_of(first, last)


def feast(parts: Parts, context: Context) -> Value | None:
    """ "o Natal de 2016", "na Páscoa": a fixed day, or one counted from Easter."""
    name = str(parts["feast"])
    year, source = year_of(parts, context)
    if year is not None:
        return Value(_feast(name, year).isoformat(), source=source)
    if context.day is None:
        return Value("XXXX-" + name) if name[0].isdigit() else Value(UNKNOWN["day"])
    return _nearest((_feast(name, context.day.year + turn) for turn in (-1, 0, 1)), context.day)


def _feast(name: str, year: int) -> date:
    if name.startswith("easter"):
        return moments.easter(year) + timedelta(days=int(name.removeprefix("easter") or 0))
    month, number = map(int, name.split("-"))
    return date(year, month, number)


def named(parts: Parts, _context: Context) -> Value | None:
    """ "os atentados de 11 de setembro"."""
    return Value(str(parts["named"]))
