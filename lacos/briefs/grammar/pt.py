"""The grammar of Portuguese as Brazil writes it; ``surface.Grammar`` says what each function does."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lacos.actors.naming import ARTICLES, Gender, Name, Number
from lacos.briefs.grammar import pt_verbs, surface
from lacos.briefs.grammar.moments import Moment, ends, moment
from lacos.briefs.grammar.surface import Tense
from lacos.briefs.grammar.surface import agreement as agreement

WORDS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "data" / "pt.toml").read_text("utf8"))
ARTICLE = {agreement: word for word, agreement in ARTICLES.items()}
ADJECTIVES: dict[str, list[str]] = {forms[0]: forms for forms in WORDS["adjectives"]}
INDEFINITE = {Gender.MASCULINE: "um", Gender.FEMININE: "uma"}
PLURALS = {"al": "ais", "el": "éis", "il": "is", "ol": "óis", "ul": "uis"}
UNSTRESSED = {**PLURALS, "el": "eis", "il": "eis"}
"""The same in words with an accent before: "possíveis", but "cruéis"."""


def with_article(name: Name) -> str:
    return f"{ARTICLE[name.gender, name.number]} {name.text}" if name.article else name.text


def indefinite(name: Name) -> str:
    return f"{INDEFINITE[name.gender]} {name.text}" if name.number is Number.SINGULAR else name.text


def contract(preposition: str, name: Name) -> str:
    before, space, last = preposition.rpartition(" ")
    fused = WORDS["contractions"].get(last)
    if not name.article or not fused:
        return f"{preposition} {with_article(name)}"
    return f"{before}{space}{fused[ARTICLE[name.gender, name.number]]} {name.text}"


def joined(names: Sequence[Name], preposition: str = "") -> str:
    return listed([contract(preposition, name) if preposition else with_article(name) for name in names])


def listed(phrases: Sequence[str]) -> str:
    return surface.listed(phrases, "e")


def possessive(owner: Name, thing: Name) -> str:
    return f"{with_article(thing)} {contract('de', owner)}"


def adjective(word: str, gender: Gender, number: Number) -> str:
    plural = number is Number.PLURAL
    if forms := ADJECTIVES.get(word):
        return forms[2 * plural + (gender is Gender.FEMININE)]
    singular = _feminine(word) if gender is Gender.FEMININE else word
    return _plural(singular) if plural else singular


def _feminine(word: str) -> str:
    if word.endswith("o"):
        return f"{word[:-1]}a"
    if word.endswith("ês"):
        return f"{word[:-2]}esa"
    if word.endswith("eu"):
        return f"{word[:-1]}ia"
    return f"{word}a" if word.endswith("or") and word not in WORDS["genderless"] else word


def _plural(word: str) -> str:
    if ending := (UNSTRESSED if set(word) & set("áéíóúâêô") else PLURALS).get(word[-2:]):
        return word[:-2] + ending
    if word.endswith("ês"):
        return f"{word[:-2]}eses"
    if word.endswith("m"):
        return f"{word[:-1]}ns"
    if word.endswith("s"):
        return word
    return f"{word}es" if word.endswith(("r", "z")) else f"{word}s"


def conjugate(verb: str, tense: Tense, number: Number = Number.SINGULAR, *, negated: bool = False) -> str:
    return pt_verbs.conjugate(verb, tense, number, negated=negated)


def passive(verb: str, tense: Tense, gender: Gender, number: Number, *, negated: bool = False) -> str:
    return f"{conjugate('ser', tense, number, negated=negated)} {participle(verb, gender, number)}"


def participle(verb: str, gender: Gender = Gender.MASCULINE, number: Number = Number.SINGULAR) -> str:
    _, head, rest = pt_verbs.parts(verb)
    return " ".join((adjective(pt_verbs.forms(head).participle, gender, number), *rest))


def number(value: int, gender: Gender = Gender.MASCULINE) -> str:
    numbers, feminine = WORDS["numbers"], WORDS["feminine_numbers"]
    if surface.count(value) >= len(numbers):
        return decimal(value, 0)
    return str(feminine.get(str(value), numbers[value]) if gender is Gender.FEMININE else numbers[value])


def counted(value: int, one: str, many: str, gender: Gender = Gender.MASCULINE) -> str:
    return f"{number(value, gender)} {one if value < 2 else many}"


def decimal(value: float, places: int = 1, *, signed: bool = False) -> str:
    return surface.figure(value, places, signed).translate(str.maketrans(",.", ".,"))


def percent(share: float, places: int = 0) -> str:
    return f"{decimal(100 * share, places)}%"


def date(when: str) -> str:
    return _said(moment(when))


def on(when: str) -> str:
    return f"em {date(when)}"


def span(first: str, last: str) -> str:
    start, end = ends(first, last)
    return on(first) if first == last else f"de {_said(start)} a {_said(end)}"


def _said(when: Moment) -> str:
    month = WORDS["months"][when.month - 1] if when.month else None
    return " de ".join(str(part) for part in ("1.º" if when.day == 1 else when.day, month, when.year) if part)
