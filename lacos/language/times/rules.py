"""The value of each kind of form: a function a rule of times.toml. None means that the words are no time after all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from lacos.language.times import moments
from lacos.language.times.grammar import Meaning
from lacos.language.times.moments import FUTURE, PAST, UNKNOWN

SOON = 60
"""Days ahead within which a day without a year may still be to come; further off it is the last one."""
TURN_OF_CENTURY = 50
"""Years of two figures under this are of the 21st century."""

WEDNESDAY, SATURDAY = 3, 6
DATE, TIME, DURATION, SET = "DATE", "TIME", "DURATION", "SET"
Parts = Mapping[str, Meaning]


@dataclass(frozen=True, slots=True)
class Context:
    """What values are counted from: the day of publication, and the last time that the text told ("" before the first)."""

    day: date | None
    told: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """A TIMEX3 value and type, with the fields of :class:`TimeExpression`; ``source`` says what it was counted from."""

    value: str
    type: str = DATE
    ahead: str = ""
    behind: str = ""
    source: str = ""
    is_ago: bool = False


Rule = Callable[[Parts, Context], Value | None]
RULES: dict[str, Rule] = {}
PUBLISHED, TOLD = "published", "told"


def rule(function: Rule) -> Rule:
    """Register a function under its name as a rule of the forms."""
    RULES[function.__name__] = function
    return function


def _int(meaning: Meaning) -> int:
    """A number from a shape: "12", "1º", "(12)", "primeiro" is 1."""
    digits = re.search(r"\d+", str(meaning))
    return int(digits[0]) if digits else 1


def _turn(parts: Parts) -> int | None:
    """Which one is meant, counted from the publication's; None where the words do not say."""
    found = next((parts[name] for name in ("turn", "plural_turn", "turn_after") if name in parts), None)
    return None if found is None else int(found)


def _from_published(value: str | None, ahead: str = "", behind: str = "") -> Value | None:
    return Value(value, ahead=ahead, behind=behind, source=PUBLISHED) if value else None


def _range(first: Value | None, last: Value | None) -> Value | None:
    if first is None or last is None:
        return None
    return Value(f"{first.value}/{last.value}", first.type, source=first.source)


@rule
def no_time(parts: Parts, context: Context) -> Value | None:  # noqa: ARG001
    """Words that look like a time and are a name: taken, and passed over."""
    return Value("", "")


# ---- Days


@rule
def day(parts: Parts, context: Context) -> Value | None:
    """ "12 de setembro de 2017", "12/9", "dia 12", "12 do mês passado"."""
    if "date" in parts or "isodate" in parts:
        figures = [int(figure) for figure in re.findall(r"\d+", str(parts.get("date") or parts["isodate"]))]
        return _full(figures if "isodate" in parts else figures[::-1])
    if "daymonth" in parts:
        number, month = (int(figure) for figure in re.findall(r"\d+", str(parts["daymonth"])))
        return _day_of_month(number, month, context)
    number = _int(parts["day"])
    if "month" in parts:
        year, source = _year(parts, context)
        if year is None:
            return (
                _day_of_month(number, int(parts["month"]), context) if not source else Value(f"XXXX-{int(parts['month']):02}-{number:02}")
            )
        found = moments.day_of(year, int(parts["month"]), number)
        return Value(found.isoformat(), source=source) if found else None
    if "month_turn" in parts or "told_month" in parts:
        base, source = (context.told, TOLD) if "told_month" in parts else (context.day.isoformat() if context.day else "", PUBLISHED)
        month_value = moments.add(base, int(parts.get("month_turn", parts.get("told_month", 0))), "month")
        return Value(f"{month_value or 'XXXX-XX'}-{number:02}", source=source)
    return _numbered(number, context)


def _full(figures: list[int]) -> Value | None:
    year, month, number = figures
    if year < 100:
        year += 2000 if year < TURN_OF_CENTURY else 1900
    found = moments.day_of(year, month, number)
    return Value(found.isoformat()) if found else None


def _year(parts: Parts, context: Context) -> tuple[int | None, str]:
    """The year that the words name, and what it was counted from; the source alone where that is not known."""
    if "year" in parts:
        return _int(parts["year"]), ""
    if "year_turn" in parts:
        return (context.day.year + int(parts["year_turn"]) if context.day else None), PUBLISHED
    if "told_year" in parts:
        return (int(context.told[:4]) + int(parts["told_year"]) if context.told[:4].isdigit() else None), TOLD
    return None, ""


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
    return _from_published(before[-1].isoformat(), after[0].isoformat() if after else "", past[-1].isoformat() if past else "")


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


@rule
def last_day(parts: Parts, context: Context) -> Value | None:
    """ "no último dia 4", "no próximo dia 12 de maio"."""
    if "month" in parts:
        return day(parts, context)
    found = _numbered(_int(parts["day"]), context)
    return Value(found.ahead, source=PUBLISHED) if (_turn(parts) or 0) > 0 and found.ahead else found


@rule
def days(parts: Parts, context: Context) -> Value | None:
    """ "12 e 13 de maio", "28 de agosto a 3 de setembro", "dias 12 e 13"."""
    if _int(parts["until"]) <= _int(parts["day"]) and "until_month" not in parts:
        return None
    last = dict(parts) | {"day": parts["until"], "month": parts.get("until_month", parts.get("month", 0))}
    if "month" not in parts:
        last.pop("month")
    return _range(day(parts, context), day(last, context))


@rule
def relative_day(parts: Parts, context: Context) -> Value | None:
    """ "ontem", "amanhã"."""
    if context.day is None:
        return Value(UNKNOWN["day"])
    return _from_published(moments.shift(context.day, int(parts["relative"]), "day"))


@rule
def weekday(parts: Parts, context: Context) -> Value | None:
    """ "nesta terça-feira (12)", "na última sexta", "no domingo": by the figure beside it when there is one."""
    number = int(parts.get("weekday", parts.get("short_weekday", 0)))
    if context.day is None:
        return Value(f"XXXX-WXX-{number}")
    published = context.day
    near = sorted((published + timedelta(days=turn) for turn in range(-15, 16)), key=lambda moment: abs((moment - published).days))
    if "figure" in parts or "figuremonth" in parts:
        figure = _int(parts.get("figure", parts.get("figuremonth", 0)))
        return next((_from_published(moment.isoformat()) for moment in near if moment.day == figure), None)
    return _which([moment for moment in near if moment.isoweekday() == number], _turn(parts), published)


def _which(same: list[date], turn: int | None, published: date) -> Value | None:
    """Of days a week apart: the last, the next, the nearest or, without a word that says so, the last up to publication."""
    following = min(moment for moment in same if moment >= published).isoformat()
    if turn is None:
        return _from_published(max(moment for moment in same if moment <= published).isoformat(), following)
    if turn < 0:
        return _from_published(max(moment for moment in same if moment < published).isoformat())
    if turn > 0:
        return _from_published(min(moment for moment in same if moment > published).isoformat())
    return _from_published(min(same, key=lambda moment: abs((moment - published).days)).isoformat(), following)


@rule
def weekdays(parts: Parts, context: Context) -> Value | None:
    """ "terça e quarta-feira"."""
    return _range(weekday(parts, context), weekday({"weekday": parts["until"]}, context))


@rule
def feast(parts: Parts, context: Context) -> Value | None:
    """ "o Natal de 2016", "na Páscoa": a fixed day, or one counted from Easter."""
    name = str(parts["feast"])
    year, source = _year(parts, context)
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


@rule
def named(parts: Parts, context: Context) -> Value | None:  # noqa: ARG001 - a day in history needs no context
    """ "os atentados de 11 de setembro"."""
    return Value(str(parts["named"]))


# ---- Months and longer


@rule
def month(parts: Parts, context: Context) -> Value | None:
    """ "maio de 2016", "em maio", "maio do ano passado", "maio passado"."""
    number = int(parts["month"])
    year, source = _year(parts, context)
    if year is not None:
        return Value(moments.month(year, number), source=source)
    if source or context.day is None:
        return Value(f"XXXX-{number:02}")
    published = context.day
    last = published.year if number <= published.month else published.year - 1
    coming = published.year if number >= published.month else published.year + 1
    turn = _turn(parts) or 0
    if turn > 0:
        return _from_published(moments.month(coming, number))
    return _from_published(moments.month(last, number), moments.month(coming, number))


@rule
def months(parts: Parts, context: Context) -> Value | None:
    """ "março a maio de 2016", "entre novembro e dezembro"."""
    return _range(month(parts, context), month(dict(parts) | {"month": parts["until_month"]}, context))


@rule
def year(parts: Parts, context: Context) -> Value | None:  # noqa: ARG001
    """ "em 2022"."""
    return Value(str(_int(parts["year"])))


@rule
def years(parts: Parts, context: Context) -> Value | None:  # noqa: ARG001
    """ "1909-1955", "entre 2003 e 2011"."""
    first, last = _int(parts["year"]), _int(parts["until"])
    return Value(f"{first}/{last}") if first < last else None


@rule
def decade(parts: Parts, context: Context) -> Value | None:  # noqa: ARG001
    """ "anos 90", "década de 1980", "anos sessenta"."""
    if "decade" in parts:
        return Value(f"19{parts['decade']}")
    first = _decade(str(parts["two"]))
    return Value(f"{first}/{_decade(str(parts['until']))}" if "until" in parts else first)


def _decade(figures: str) -> str:
    digits = figures.removeprefix("'")
    return digits[:3] if len(digits) == 4 else f"19{digits[0]}"


@rule
def century(parts: Parts, context: Context) -> Value | None:  # noqa: ARG001
    """ "século XX", "século 19"."""
    first, last = int(parts["century"]) - 1, int(parts.get("until", 0)) - 1
    return Value(f"{first:02}/{last:02}" if "until" in parts else f"{first:02}")


@rule
def part_of_year(parts: Parts, context: Context) -> Value | None:
    """ "primeiro semestre de 2016": a half-year or quarter."""
    number, letter = int(parts["ordinal"]), str(parts["part_of_year"])
    year, source = _year(parts, context)
    if year is None:
        year, source = (context.day.year if context.day else None), PUBLISHED
    number = number if number > 0 else {"H": 2, "Q": 4}[letter]
    return Value(f"{year or 'XXXX'}-{letter}{number}", source=source)


@rule
def season(parts: Parts, context: Context) -> Value | None:
    """ "verão de 2014", "no verão passado"."""
    year, source = _year(parts, context)
    if year is None and context.day is not None:
        year, source = context.day.year + (_turn(parts) or 0), PUBLISHED
    return Value(f"{year or 'XXXX'}-{parts['season']}", source=source)


@rule
def period(parts: Parts, context: Context) -> Value | None:
    """ "na semana passada", "este ano", "no ano que vem", "nos últimos cinco anos"."""
    turn = _turn(parts) or 0
    if "plural_period" in parts:
        if "number" in parts:
            return Value(moments.duration(int(parts["number"]), str(parts["plural_period"])), DURATION)
        return Value(PAST if turn < 0 else FUTURE, source=PUBLISHED)
    unit = str(parts["period"])
    if unit == "day" and turn:
        return None
    if context.day is None:
        return Value(UNKNOWN.get(unit, "XXXX"))
    return _from_published(moments.period(context.day, turn, unit))


@rule
def weekend(parts: Parts, context: Context) -> Value | None:
    """ "no fim de semana": the last one, the one that is on, or the next; "neste" soon after one means that one."""
    if context.day is None:
        return Value(UNKNOWN["weekend"])
    turn, weekday_number = _turn(parts), context.day.isoweekday()
    this = moments.period(context.day, 0, "weekend")
    last = this if weekday_number > SATURDAY - 1 else moments.period(context.day, -1, "weekend")
    if turn is None:
        return _from_published(last, this or "")
    if turn == 0:
        return _from_published(last if weekday_number < WEDNESDAY else this, this or "")
    return _from_published(last if turn < 0 else moments.period(context.day, 1, "weekend") if weekday_number >= SATURDAY else this)


@rule
def part_of_period(parts: Parts, context: Context) -> Value | None:
    """ "do mês" after "no início"."""
    return period(parts, context)


# ---- Counted from another time


@rule
def ago(parts: Parts, context: Context) -> Value | None:
    """ "há três dias", "dois anos atrás"; a vague count only says that it is past."""
    if "number" not in parts or context.day is None:
        return Value(PAST, source=PUBLISHED)
    return Value(moments.shift(context.day, -int(parts["number"]), str(parts["unit"])) or PAST, source=PUBLISHED, is_ago=True)


@rule
def counted(parts: Parts, context: Context) -> Value | None:
    """ "três dias depois", "um ano antes": from the last time told; vague where a noun or clause follows."""
    sign = -1 if "before" in parts else 1
    if "number" not in parts or "of" in parts:
        return Value(PAST if sign < 0 else FUTURE, source=TOLD)
    return Value(moments.add(context.told, sign * int(parts["number"]), str(parts["unit"])) or (PAST if sign < 0 else FUTURE), source=TOLD)


@rule
def told_day(parts: Parts, context: Context) -> Value | None:
    """ "na véspera", "no dia seguinte": from the last day told, else from that of publication."""
    if "of" in parts:
        return Value(UNKNOWN["day"], source=TOLD)
    told = context.told[:10]
    base = told if len(told) == 10 and told[-1].isdigit() else context.day.isoformat() if context.day else ""
    return Value(moments.add(base, int(parts["told_day"]), "day") or UNKNOWN["day"], source=TOLD)


@rule
def told(parts: Parts, context: Context) -> Value | None:
    """ "na ocasião", "naquele ano", "o mês seguinte": the last time told, or one counted from it."""
    if "period" not in parts:
        return Value(context.told, source=TOLD) if context.told else None
    unit, turn = str(parts["period"]), int(parts.get("told_turn", 0))
    unknown = Value(UNKNOWN.get(unit, "XXXX"), source=TOLD)
    base = moments.cut(context.told, unit)
    if base is None or not turn:
        return Value(base, source=TOLD) if base else unknown
    day = moments.first_day(context.told[:10])
    moved = moments.period(day, turn, unit) if day else None
    return Value(moved, source=TOLD) if moved else unknown


# ---- Hours


@rule
def clock(parts: Parts, context: Context) -> Value | None:  # noqa: ARG001
    """ "14h30", "às 15 horas", "às três"."""
    found = _clock(parts.get("clock", parts.get("hour", parts.get("number"))))
    return Value(found, TIME) if found else None


def _clock(words: Meaning | None) -> str | None:
    figures = [words] if isinstance(words, int) else [int(figure) for figure in re.findall(r"\d+", str(words))]
    hour, minute = figures[0], figures[1] if len(figures) > 1 else 0
    return f"T{hour:02}:{minute:02}" if hour < 25 else None


@rule
def hours(parts: Parts, context: Context) -> Value | None:  # noqa: ARG001
    """ "das 9h às 18h"."""
    return Value(f"{_clock(parts.get('clock', parts.get('hour')))}/{_clock(parts['until'])}", TIME)


@rule
def noon(parts: Parts, context: Context) -> Value | None:  # noqa: ARG001
    return Value("T12:00", TIME)


@rule
def midnight(parts: Parts, context: Context) -> Value | None:  # noqa: ARG001
    return Value("T00:00", TIME)


@rule
def daypart(parts: Parts, context: Context) -> Value | None:
    """ "esta manhã"."""
    if _turn(parts) == 1:
        return None
    moved = moments.shift(context.day, -1 if (_turn(parts) or 0) < 0 else 0, "day") if context.day else UNKNOWN["day"]
    return Value(f"{moved}T{parts['daypart']}", TIME, source=PUBLISHED)


# ---- How long, how often


@rule
def duration(parts: Parts, context: Context) -> Value | None:  # noqa: ARG001
    """ "três anos", "vários dias", "muito tempo"."""
    if "vague_time" in parts:
        return Value(str(parts["vague_time"]), DURATION)
    count = parts.get("number", parts.get("vague", 1))
    return Value(moments.duration(count, str(parts["unit"])), DURATION)


@rule
def set_of_times(parts: Parts, context: Context) -> Value | None:  # noqa: ARG001
    """ "todos os dias", "duas vezes por ano", "aos domingos"."""
    if "set" in parts:
        return Value(str(parts["set"]), SET)
    if "weekday" in parts:
        return Value(f"XXXX-WXX-{parts['weekday']}", SET)
    return Value(moments.duration(1 if "times" in parts else parts.get("number", 1), str(parts["unit"])), SET)
