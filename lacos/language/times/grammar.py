"""The forms that time expressions take in a language, from language/<code>/times.toml.

A form is a row of elements apart by blanks: words ("de"), alternatives ("a|até", with ``_`` for a blank inside one) and slots ("{month}",
"{day:until}" under another name). ``?`` after an element: it may be absent. ``~`` between elements: nothing stands between them. A form
counts only where the conditions of its group hold: ``after``, ``not_after`` (the word before), ``not_before`` (the words after),
``follows`` and ``precedes`` (regular expressions of the text before and after) and ``closed`` (what comes next ends the phrase).
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from lacos.language.times.numbers import number, roman

BLANK = r"\s+"
FIGURE = "#"
"""Stands for any word of figures among the words that a form may begin with."""
_ELEMENT = re.compile(r"(~?)(\{(\w+)(?::(\w+))?\}|[^\s~{}?]+)(\??)")

Meaning = int | str


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a time: ``rule`` gives the value of what ``pattern`` finds; ``slots`` are its named groups by the slot they fill."""

    rule: str
    pattern: re.Pattern[str]
    slots: Mapping[str, str]
    after: frozenset[str] | None
    not_after: frozenset[str]
    follows: re.Pattern[str] | None
    precedes: re.Pattern[str] | None
    not_before: re.Pattern[str] | None
    closed: bool


@dataclass(frozen=True)
class Grammar:
    """All forms of a language by the word that they may begin with, and the meanings of the words in their slots."""

    forms: Mapping[str, list[Form]]
    meanings: Mapping[str, Mapping[str, Meaning]]
    numbers: Mapping[str, int]
    closing: re.Pattern[str] = field(repr=False)
    following: re.Pattern[str] = field(repr=False)
    parts: re.Pattern[str] = field(repr=False)
    about: re.Pattern[str] = field(repr=False)
    trailing: re.Pattern[str] = field(repr=False)

    def starting(self, word: str) -> list[Form]:
        """The forms that may begin with ``word``, in lower case."""
        return self.forms.get(FIGURE if word[0].isdigit() else word, []) or self.forms.get(word, [])

    def meaning(self, slot: str, words: str) -> Meaning | None:
        """What ``words`` mean in a slot: the value of its table, a number, or the words themselves."""
        table = self.meanings.get(slot)
        key = " ".join(words.split())
        if table is not None:
            return table.get(key, table.get(key.lower()))
        if slot == "roman":
            return roman(key)
        return number(key.lower(), self.numbers) if slot == "number" else key


@cache
def grammar(language: str = "pt") -> Grammar:
    """The forms of ``language``."""
    data = tomllib.loads((Path(__file__).parents[1] / language / "times.toml").read_text("utf8"))
    meanings = {slot: data[table] for slot, table in data["slots"].items()}
    slots = {slot: _table(table) for slot, table in meanings.items()}
    slots["number"] = _number(data["numbers"])
    slots |= {name: (shape["regex"], shape["starts"]) for name, shape in data["shapes"].items()}
    forms: dict[str, list[Form]] = defaultdict(list)
    for group in data["patterns"]:
        for text in group["forms"]:
            form, starts = _form(text, group, slots)
            for start in starts:
                forms[start].append(form)
    around = data["around"]
    return Grammar(
        forms,
        meanings,
        data["numbers"],
        re.compile(rf"\s*(?:$|[^\w\s]|{_any(around['closing'])}(?!\w))", re.IGNORECASE),
        re.compile(rf"{BLANK}{_any(around['following'])}(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?P<part>{_any(around['parts'])}){BLANK}(?:{_any(around['links'])}{BLANK})?$", re.IGNORECASE),
        re.compile(rf"(?<!\w){_any(data['about'])}{BLANK}$", re.IGNORECASE),
        re.compile(rf",?{BLANK}{_any(around['after'])}{BLANK}(?P<part>{_any(data['dayparts'])})(?!\w)", re.IGNORECASE),
    )


def _form(text: str, group: Mapping[str, Any], slots: Mapping[str, tuple[str, list[str]]]) -> tuple[Form, set[str]]:
    pattern, starts, named, open_start, first = "", set[str](), dict[str, str](), True, True
    for glued, words, slot, name, optional in _elements(text):
        if slot:
            regex, begins = slots[slot]
            named[name or slot] = slot
            regex = f"(?P<{name or slot}>{regex})"
        else:
            choices = [choice.replace("_", " ") for choice in words.split("|")]
            regex, begins = _any(choices), [_first(choice) for choice in choices]
        if open_start:
            starts.update(begins)
        blank = "" if glued or first else r"\s*" if words.startswith(",") else BLANK
        if optional and first:
            pattern, open_start = f"(?:{regex}{BLANK})?", open_start
        elif optional:
            pattern += f"(?:{blank}{regex})?"
        else:
            pattern, open_start, first = pattern + blank + regex, False, False
    ending = "" if pattern.endswith(r"\)?)") else r"(?!\w)"
    barred = re.compile(rf"{BLANK}{_any(group['not_before'])}", re.IGNORECASE) if "not_before" in group else None
    form = Form(
        group["rule"],
        re.compile(pattern + ending, re.IGNORECASE),
        named,
        frozenset(group["after"]) if "after" in group else None,
        frozenset(group.get("not_after", ())),
        re.compile(group["follows"]) if "follows" in group else None,
        re.compile(group["precedes"]) if "precedes" in group else None,
        barred,
        group.get("closed", False),
    )
    return form, starts


def _elements(text: str) -> Iterator[tuple[str, str, str, str, str]]:
    for element in _ELEMENT.finditer(text):
        yield element[1], element[2], element[3] or "", element[4] or "", element[5]


def _table(table: Mapping[str, Meaning]) -> tuple[str, list[str]]:
    return _any(table), sorted({_first(words) for words in table})


def _number(words: Mapping[str, int]) -> tuple[str, list[str]]:
    """Figures, or words joined by "e" or nothing: "vinte e um", "mil novecentos e dois"."""
    one = _any(words)
    return rf"\d{{1,3}}(?:\.\d{{3}})+|\d{{1,4}}(?:,\d+)?|{one}(?:{BLANK}(?:e{BLANK})?{one})*", [FIGURE, *words]


def _any(words: Mapping[str, Meaning] | list[str]) -> str:
    """A group that matches any of ``words``, the longest first."""
    ranked = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(BLANK.join(map(re.escape, choice.split())) for choice in ranked) + ")"


def _first(words: str) -> str:
    """The first word of a form, as :meth:`Grammar.starting` is asked for it."""
    found = re.search(r"\w+", words)
    word = found[0].lower() if found else words
    return FIGURE if word[0].isdigit() else word
