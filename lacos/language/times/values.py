"""What rules take and give: the parts of a form, the times that values are counted from, and values."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from lacos.language.times.grammar import Meaning

DATE, TIME, DURATION, SET = "DATE", "TIME", "DURATION", "SET"
PUBLISHED, TOLD = "published", "told"
"""What a value was counted from: the day of publication, the last time that the text told."""
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


def figure(meaning: Meaning) -> int:
    """A number from a shape: "12", "1º", "(12)", "primeiro" is 1."""
    digits = re.search(r"\d+", str(meaning))
    return int(digits[0]) if digits else 1


def turn_of(parts: Parts) -> int | None:
    """Which one is meant, counted from the publication's; None where the words do not say."""
    found = next((parts[name] for name in ("turn", "plural_turn", "turn_after") if name in parts), None)
    return None if found is None else int(found)


def year_of(parts: Parts, context: Context) -> tuple[int | None, str]:
    """The year that the words name, and what it was counted from; the source alone where that is not known."""
    if "year" in parts:
        return figure(parts["year"]), ""
    if "year_turn" in parts:
        return (context.day.year + int(parts["year_turn"]) if context.day else None), PUBLISHED
    if "told_year" in parts:
        return (int(context.told[:4]) + int(parts["told_year"]) if context.told[:4].isdigit() else None), TOLD
    return None, ""


def from_published(value: str | None, ahead: str = "", behind: str = "") -> Value | None:
    """A value counted from the day of publication, or None for none."""
    return Value(value, ahead=ahead, behind=behind, source=PUBLISHED) if value else None


def span_of(first: Value | None, last: Value | None) -> Value | None:
    """The range from one value to another, or None where one is missing."""
    if first is None or last is None:
        return None
    return Value(f"{first.value}/{last.value}", first.type, source=first.source)


def no_time(_parts: Parts, _context: Context) -> Value | None:
    """Words that look like a time and are a name: taken, and passed over."""
    return Value("", "")
