"""Finding time expressions in a text, left to right, the longest at each place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc

from lacos.language.times.grammar import Form, Grammar, grammar
from lacos.language.times.moments import first_day
from lacos.language.times.rules import RULES
from lacos.language.times.values import DATE, DURATION, PUBLISHED, SET, TIME, TOLD, Context, Value

OPENING = 300
"""Characters at the beginning of a text in which a full date is its dateline."""
FIRST_YEAR, LAST_YEAR = 100, 9900
"""Years of publication outside these are no dates but fillers ("0001-01-01")."""
REACH = 500
"""Characters within which a time told before is what "na ocasião" or "três dias depois" counts from."""
WIDEST = 40
"""Characters before an expression that are looked at for the words around it."""
AFTERNOON = frozenset({"AF", "NI"})
_WORD = re.compile(r"\w+")
_BEFORE_FIGURE = re.compile(r"(?:[\d.,$€/:-]|\$\s|\w-)$")
_AFTER_FIGURE = re.compile(r"[.,:/-]?\d|\s?%|\s(?:mil|milhão|milhões|bilhões|biliões)\b")
_JOIN = re.compile(r"[\s,]*(?:\([^)]{0,40}\)[\s,]*)?(?:(?:de|do|da|desta|deste|no|na|em|nesta|neste)\s+)?$")


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that say when, how long or how often, at ``start`` up to ``end`` of the text, in characters.

    ``value`` and ``type`` are those of TIMEX3: DATE ("2017-09-12", "2017-09", "2017-W37", "2017-H1", "199", "19", "PAST_REF"), TIME
    ("2017-09-12T14:30", "T14:30" of an unknown day), DURATION ("P3Y") or SET ("P1D", every day); a range is "begin/end", and "X" stands for
    what is not known. Where the words leave it open ("na sexta", "em 15 de maio"), ``ahead`` is the value if what happens then is still to
    come, and ``behind`` if it is past; otherwise they are "". ``is_ago``: what goes on lasts since then ("há três anos").
    """

    start: int
    end: int
    value: str
    type: str
    words: str
    because: str
    ahead: str = ""
    behind: str = ""
    is_ago: bool = False

    @property
    def begin(self) -> str:
        """The value, or the first of a range."""
        return self.value.partition("/")[0]


def expressions(text: str, published: date | None = None, language: str = "pt") -> list[TimeExpression]:
    """The time expressions of ``text`` in order, valued from ``published``, or without it from the dateline (:func:`dateline`)."""
    known = grammar(language)
    if published is not None and not FIRST_YEAR <= published.year <= LAST_YEAR:
        published = None
    found = list(_find(text, published, known, "publication"))
    if published is None and (line := dateline(found)) is not None:
        found = list(_find(text, first_day(line.value), known, f"«{line.words}» in the text"))
    return [_dated(text, item, found[rank - 1 : rank] if rank else [], found[rank + 1 : rank + 2]) for rank, item in enumerate(found)]


def _dated(text: str, item: TimeExpression, before: list[TimeExpression], after: list[TimeExpression]) -> TimeExpression:
    """An hour with the day beside it: "às 14h30 desta terça", "na terça, às 14h30"."""
    if not item.value.startswith("T"):
        return item
    for first, second, other in [*((item, other, other) for other in after), *((other, item, other) for other in before)]:
        if len(other.value) == 10 and other.type == DATE and _JOIN.fullmatch(text, first.end, second.start):
            return replace(item, value=other.value + item.value)
    return item


def of(doc: Doc, published: date | None) -> list[TimeExpression]:
    """The time expressions of an analysed text, found once and kept with its analysis."""
    key = f"times from {published}"
    if key not in doc.user_data:
        doc.user_data[key] = expressions(doc.text, published, doc.lang_)
    found: list[TimeExpression] = doc.user_data[key]
    return found


def dateline(found: list[TimeExpression]) -> TimeExpression | None:
    """The first full date among the opening words of a text, which stands for its day of publication where that is not given."""
    return next(
        (item for item in found if item.start < OPENING and item.type == DATE and len(item.value) == 10 and first_day(item.value)), None
    )


def _find(text: str, published: date | None, known: Grammar, source: str) -> Iterator[TimeExpression]:
    taken, before, told, since = 0, "", "", 0
    last: TimeExpression | None = None
    for match in _WORD.finditer(text):
        word, start = match[0].lower(), match.start()
        if start >= taken and (forms := known.starting(word)):
            context = Context(published, told if start - since < REACH else "")
            found = _longest(text, start, before, forms, known, context)
            if found is not None and not found[0].type:
                taken = found[1]
            elif found is not None:
                value, end = found
                item = _settle(text, start, end, taken, value, known, source)
                if last is not None and last.start >= item.start:
                    item = replace(item, start=start, words=text[start : item.end])
                last, taken = item, item.end
                told, since = (value_told, end) if (value_told := _told(item)) else (told, since)
                yield item
        before = word


def _told(item: TimeExpression) -> str:
    """What later words such as "no dia seguinte" count from, after ``item``."""
    return item.begin.partition("T")[0] if item.type in (DATE, TIME) and item.begin[:4].isdigit() else ""


def _longest(text: str, start: int, before: str, forms: list[Form], known: Grammar, context: Context) -> tuple[Value, int] | None:
    """The value of the longest form that holds at ``start``, and where it ends."""
    matches = [(form, match) for form in forms if _may_follow(form, before) and (match := form.pattern.match(text, start)) is not None]
    for form, match in sorted(matches, key=lambda pair: -pair[1].end()):
        end = match.end()
        if not _stands_alone(text, start, end) or (form.closed and not known.closing.match(text, end)):
            continue
        if not _may_stand(form, text, start, end):
            continue
        parts = {name: known.meaning(slot, match[name]) for name, slot in form.slots.items() if match[name]}
        if form.rule in ("counted", "told_day") and known.following.match(text, end):
            parts["of"] = 1
        if any(meaning is None for meaning in parts.values()):
            continue
        value = RULES[form.rule]({name: meaning for name, meaning in parts.items() if meaning is not None}, context)
        if value is not None:
            return value, end
    return None


def _may_follow(form: Form, before: str) -> bool:
    return before not in form.not_after and (form.after is None or before in form.after)


def _may_stand(form: Form, text: str, start: int, end: int) -> bool:
    """Whether the text around a form is as its group says."""
    if form.not_before is not None and form.not_before.match(text, end):
        return False
    if form.follows is not None and not form.follows.search(text, max(0, start - WIDEST), start):
        return False
    return form.precedes is None or form.precedes.match(text, end) is not None


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether figures at either end are not part of a longer number, a price, a share."""
    if text[start].isdigit() and _BEFORE_FIGURE.search(text, max(0, start - 2), start):
        return False
    return not (text[end - 1].isdigit() and _AFTER_FIGURE.match(text, end))


def _settle(text: str, start: int, end: int, taken: int, value: Value, known: Grammar, source: str) -> TimeExpression:
    """The expression with the words around it that belong to it ("no fim de", "cerca de", "à noite") and the day of an hour."""
    part = ""
    while (opening := known.parts.search(text, max(taken, start - WIDEST), start)) is not None:
        start = opening.start()
        part = str(known.meaning("daypart", opening["part"]) or part)
    if value.type in (DURATION, SET) and (opening := known.about.search(text, max(taken, start - WIDEST), start)) is not None:
        start = opening.start()
    if (value.type == TIME or len(value.value) == 10) and (closing := known.trailing.match(text, end)) is not None:
        end = closing.end()
        part = str(known.meaning("daypart", closing["part"]) or part)
    value = _of_day(value, part)
    words = text[start:end]
    counted = {PUBLISHED: f" counted from {source}", TOLD: " counted from the time told before"}.get(value.source, "")
    return TimeExpression(start, end, value.value, value.type, words, f"«{words}»{counted}", value.ahead, value.behind, value.is_ago)


def _of_day(value: Value, part: str) -> Value:
    """The value with its part of the day: "noite de ontem" is of type TIME, "três da tarde" is 15:00."""
    if not part:
        return value
    if value.type == DATE and len(value.value) == 10:
        ahead, behind = (f"{other}T{part}" if other else "" for other in (value.ahead, value.behind))
        return replace(value, value=f"{value.value}T{part}", type=TIME, ahead=ahead, behind=behind)
    if value.type == TIME and value.value.startswith("T") and part in AFTERNOON and int(value.value[1:3]) < 12 and "/" not in value.value:
        return replace(value, value=f"T{int(value.value[1:3]) + 12}{value.value[3:]}")
    return value
