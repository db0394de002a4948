"""Rules for hours, parts of a day, durations and sets."""

from __future__ import annotations

import re

from lacos.language.times import moments
from lacos.language.times.grammar import Meaning
from lacos.language.times.moments import UNKNOWN
from lacos.language.times.values import DURATION, PUBLISHED, SET, TIME, TOLD, Context, Parts, Value, turn_of


def clock(parts: Parts, _context: Context) -> Value | None:
    """ "14h30", "às 15 horas", "às três"."""
    found = _clock(parts.get("clock", parts.get("hour", parts.get("number"))))
    return Value(found, TIME) if found else None


def _clock(words: Meaning | None) -> str | None:
    figures = [words] if isinstance(words, int) else [int(figure) for figure in re.findall(r"\d+", str(words))]
    hour, minute = figures[0], figures[1] if len(figures) > 1 else 0
    return f"T{hour:02}:{minute:02}" if hour < 25 else None


def hours(parts: Parts, _context: Context) -> Value | None:
    """ "das 9h às 18h"."""
    return Value(f"{_clock(parts.get('clock', parts.get('hour')))}/{_clock(parts['until'])}", TIME)


def noon(_parts: Parts, _context: Context) -> Value | None:
    """ "ao meio-dia"."""
    return Value("T12:00", TIME)


def midnight(_parts: Parts, _context: Context) -> Value | None:
    """ "à meia-noite"."""
    return Value("T00:00", TIME)


def daypart(parts: Parts, context: Context) -> Value | None:
    """ "esta manhã", "naquela noite"."""
    if "same" in parts:
        return Value(f"{context.told}T{parts['daypart']}", TIME, source=TOLD) if len(context.told) == 10 else None
    if turn_of(parts) == 1:
        return None
    moved = moments.shift(context.day, -1 if (turn_of(parts) or 0) < 0 else 0, "day") if context.day else UNKNOWN["day"]
    return Value(f"{moved}T{parts['daypart']}", TIME, source=PUBLISHED)


def duration(parts: Parts, _context: Context) -> Value | None:
    """ "três anos", "vários dias", "muito tempo"."""
    if "vague_time" in parts:
        return Value(str(parts["vague_time"]), DURATION)
    count = parts.get("number", parts.get("vague", 1))
    long = moments.duration(count, str(parts["unit"]))
    if "more" not in parts:
        return Value(long, DURATION)
    more = moments.duration(parts["more"], str(parts["more_unit"])).removeprefix("P")
    return Value(long + more if long[1] != "T" else long + more.removeprefix("T"), DURATION)


def set_of_times(parts: Parts, _context: Context) -> Value | None:
    """ "todos os dias", "duas vezes por ano", "aos domingos"."""
    if "set" in parts:
        return Value(str(parts["set"]), SET)
    if "weekday" in parts:
        return Value(f"XXXX-WXX-{parts['weekday']}", SET)
    return Value(moments.duration(1 if "times" in parts else parts.get("number", 1), str(parts["unit"])), SET)
