"""The grammar of English, with British spelling; ``surface.Grammar`` says what each function does."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lacos.actors.naming import Gender, Name, Number
from lacos.briefs.grammar import en_verbs, surface
from lacos.briefs.grammar.moments import Moment, ends, moment
from lacos.briefs.grammar.surface import Tense
from lacos.briefs.grammar.surface import agreement as agreement

WORDS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "data" / "en.toml").read_text("utf8"))
ACRONYM = re.compile(r"[A-Z][A-Z0-9]*s?")
SPELT_WITH_VOWEL = "AEFHILMNORSX"
"""Letters whose names begin with a vowel: "an NGO"."""


def with_article(name: Name) -> str:
    return f"the {name.text}" if name.article else name.text


def indefinite(name: Name) -> str:
    if name.number is Number.PLURAL:
        return name.text
    return f"{'an' if _sounds_with_vowel(re.split('[ -]', name.text)[0]) else 'a'} {name.text}"


def _sounds_with_vowel(word: str) -> bool:
    if ACRONYM.fullmatch(word) and word not in WORDS["words"] and word != "A":
        return word[0] in SPELT_WITH_VOWEL
    lower = word.lower()
    if lower.startswith(tuple(WORDS["an"])) or lower in WORDS["whole"]:
        return True
    return lower[:1] in "aeiouåé" and not lower.startswith(tuple(WORDS["a"]))


def contract(preposition: str, name: Name) -> str:
    return f"{preposition} {with_article(name)}"


def joined(names: Sequence[Name], preposition: str = "") -> str:
    return f"{preposition} {listed([with_article(name) for name in names])}".lstrip()


def listed(phrases: Sequence[str]) -> str:
    return surface.listed(phrases, "and")


def possessive(owner: Name, thing: Name) -> str:
    several = owner.text.endswith("s") and (owner.article or owner.number is Number.PLURAL)  # "the Netherlands'", but "Cyprus's"
    return f"{with_article(owner)}'{'' if several else 's'} {thing.text}"


def adjective(word: str, gender: Gender, number: Number) -> str:  # noqa: ARG001 the same for all
    return word


def conjugate(verb: str, tense: Tense, number: Number = Number.SINGULAR, *, negated: bool = False) -> str:
    head, *rest = en_verbs.words(verb)
    return " ".join((*en_verbs.conjugated(head, tense, number, negated), *rest))


def passive(verb: str, tense: Tense, gender: Gender, number: Number, *, negated: bool = False) -> str:
    return f"{conjugate('be', tense, number, negated=negated)} {participle(verb, gender, number)}"


def participle(verb: str, gender: Gender = Gender.MASCULINE, number: Number = Number.SINGULAR) -> str:  # noqa: ARG001 the same for all
    head, *rest = en_verbs.words(verb)
    return " ".join((en_verbs.forms(head).participle, *rest))


def number(value: int, gender: Gender = Gender.MASCULINE) -> str:  # noqa: ARG001 the same for both
    numbers = WORDS["numbers"]
    return decimal(value, 0) if surface.count(value) >= len(numbers) else str(numbers[value])


def counted(value: int, one: str, many: str, gender: Gender = Gender.MASCULINE) -> str:
    return f"{number(value, gender)} {one if value == 1 else many}"


def decimal(value: float, places: int = 1, *, signed: bool = False) -> str:
    return surface.figure(value, places, signed)


def percent(share: float, places: int = 0) -> str:
    return f"{decimal(100 * share, places)}%"


def date(when: str) -> str:
    return _said(moment(when))


def on(when: str) -> str:
    return f"{'on' if moment(when).day else 'in'} {date(when)}"


def span(first: str, last: str) -> str:
    start, end = ends(first, last)
    return on(first) if first == last else f"from {_said(start)} to {_said(end)}"


def _said(when: Moment) -> str:
    month = WORDS["months"][when.month - 1] if when.month else None
    return " ".join(str(part) for part in (when.day, month, when.year) if part)
