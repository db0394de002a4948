"""Rules for weeks, months, years and longer periods."""

from __future__ import annotations

from lacos.language.times import moments
from lacos.language.times.moments import FUTURE, PAST, UNKNOWN
from lacos.language.times.values import DURATION, PUBLISHED, Context, Parts, Value, figure, from_published, span_of, turn_of, year_of

WEDNESDAY, SATURDAY = 3, 6
LAST_CENTURY = 40


def month(parts: Parts, context: Context) -> Value | None:
    """ "maio de 2016", "em maio", "maio do ano passado", "maio passado"."""
    number = int(parts["month"])
    year, source = year_of(parts, context)
    if year is not None:
        return Value(moments.month(year, number), source=source)
    if source or context.day is None:
        return Value(f"XXXX-{number:02}")
    published = context.day
    last = published.year if number <= published.month else published.year - 1
    coming = published.year if number >= published.month else published.year + 1
    turn = turn_of(parts) or 0
    if turn > 0:
        return from_published(moments.month(coming, number))
    return from_published(moments.month(last, number), moments.month(coming, number))


def months(parts: Parts, context: Context) -> Value | None:
    """ "março a maio de 2016", "entre novembro e dezembro"."""
    return span_of(month(parts, context), month(dict(parts) | {"month": parts["until_month"]}, context))


def year(parts: Parts, _context: Context) -> Value | None:
    """ "em 2022"."""
    return Value(str(figure(parts["year"])))


def years(parts: Parts, _context: Context) -> Value | None:
    """ "1909-1955", "entre 2003 e 2011"."""
    first, last = figure(parts["year"]), figure(parts["until"])
    return Value(f"{first}/{last}") if first < last else None


def decade(parts: Parts, _context: Context) -> Value | None:
    """ "anos 90", "década de 1980", "anos sessenta"."""
    if "decade" in parts:
        return Value(f"19{parts['decade']}")
    first = _decade(str(parts["two"]))
    return Value(f"{first}/{_decade(str(parts['until']))}" if "until" in parts else first)


def _decade(figures: str) -> str:
    digits = figures.removeprefix("'")
    return digits[:3] if len(digits) == 4 else f"19{digits[0]}"


def century(parts: Parts, _context: Context) -> Value | None:
    """ "século XX", "século 19"."""
    first, last = int(parts["century"]) - 1, int(parts.get("until", 1)) - 1
    if not (0 <= first < LAST_CENTURY and 0 <= last < LAST_CENTURY):
        return None
    return Value(f"{first:02}/{last:02}" if "until" in parts else f"{first:02}")


def part_of_year(parts: Parts, context: Context) -> Value | None:
    """ "primeiro semestre de 2016": a half-year or quarter."""
    number, letter = int(parts["ordinal"]), str(parts["part_of_year"])
    year, source = year_of(parts, context)
    if year is None:
        year, source = (context.day.year if context.day else None), PUBLISHED
    number = number if number > 0 else {"H": 2, "Q": 4}[letter]
    return Value(f"{year or 'XXXX'}-{letter}{number}", source=source)


def season(parts: Parts, context: Context) -> Value | None:
    """ "verão de 2014", "no verão passado"."""
    year, source = year_of(parts, context)
    if year is None and context.day is not None:
        year, source = context.day.year + (turn_of(parts) or 0), PUBLISHED
    return Value(f"{year or 'XXXX'}-{parts['season']}", source=source)


def period(parts: Parts, context: Context) -> Value | None:
    """ "na semana passada", "este ano", "no ano que vem", "nos últimos cinco anos"."""
    turn = turn_of(parts) or 0
    if "plural_period" in parts:
        if "number" in parts:
            return Value(moments.duration(int(parts["number"]), str(parts["plural_period"])), DURATION)
        return Value(PAST if turn < 0 else FUTURE, source=PUBLISHED)
    unit = str(parts["period"])
    if unit == "day" and turn:
        return None
    if context.day is None:
        return Value(UNKNOWN.get(unit, "XXXX"))
    return from_published(moments.period(context.day, turn, unit))


def weekend(parts: Parts, context: Context) -> Value | None:
    """ "no fim de semana": the last one, the one that is on, or the next; "neste" soon after one means that one."""
    if context.day is None:
        return Value(UNKNOWN["weekend"])
    turn, weekday_number = turn_of(parts), context.day.isoweekday()
    this = moments.period(context.day, 0, "weekend")
    last = this if weekday_number > SATURDAY - 1 else moments.period(context.day, -1, "weekend")
    if turn is None:
        return from_published(last, this or "")
    if turn == 0:
        return from_published(last if weekday_number < WEDNESDAY else this, this or "")
    return from_published(last if turn < 0 else moments.period(context.day, 1, "weekend") if weekday_number >= SATURDAY else this)


def part_of_period(parts: Parts, context: Context) -> Value | None:
    """ "do mês" after "no início"."""
    return period(parts, context)
