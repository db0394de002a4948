"""Rules for times counted from another: from the day of publication, or from the last time that the text told."""

from __future__ import annotations

from lacos.language.times import moments
from lacos.language.times.moments import FUTURE, PAST, UNKNOWN
from lacos.language.times.values import PUBLISHED, TOLD, Context, Parts, Value


def ago(parts: Parts, context: Context) -> Value | None:
    """ "há três dias", "dois anos atrás"; a vague count only says that it is past."""
    if "number" not in parts or context.day is None:
        return Value(PAST, source=PUBLISHED)
    return Value(moments.shift(context.day, -int(parts["number"]), str(parts["unit"])) or PAST, source=PUBLISHED, is_ago=True)


def counted(parts: Parts, context: Context) -> Value | None:
    """ "três dias depois", "um ano antes": from the last time told; vague where a noun or clause follows."""
    sign = -1 if "before" in parts else 1
    if "number" not in parts or "of" in parts:
        return Value(PAST if sign < 0 else FUTURE, source=TOLD)
    return Value(moments.add(context.told, sign * int(parts["number"]), str(parts["unit"])) or (PAST if sign < 0 else FUTURE), source=TOLD)


def told_day(parts: Parts, context: Context) -> Value | None:
    """ "na véspera", "no dia seguinte": from the last day told, else from that of publication."""
    if "of" in parts:
        return Value(UNKNOWN["day"], source=TOLD)
    told = context.told[:10]
    base = told if len(told) == 10 and told[-1].isdigit() else context.day.isoformat() if context.day else ""
    return Value(moments.add(base, int(parts["told_day"]), "day") or UNKNOWN["day"], source=TOLD)


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
