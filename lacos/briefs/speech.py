"""Saying things in a language: templates of messages.toml filled with parts, names, dates, figures, predicates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lacos.actors.naming import Gender, Number, naming
from lacos.briefs.brief import Kind, Part
from lacos.briefs.grammar import Grammar, grammar
from lacos.messages import Messages, messages

MESSAGES = Path(__file__).parent / "messages.toml"
HOLE = re.compile(r"\{(\w+)\}")
SLOT = re.compile(r"\[([^\]]*)\]")
ADJECTIVE = "*"
"""What stands in brackets where people are named by their adjective of origin: "diplomatas russos", "Russian diplomats"."""
FORMS = ("past", "base", "imperfect", "participle")
"""The forms of a verb that the templates of aspects have holes for."""
Parts = tuple[Part, ...]


def words(text: str) -> Parts:
    """Text that says no record."""
    return (Part(text),) if text else ()


@dataclass(frozen=True)
class Speech:
    """How a brief speaks "pt" or "en"."""

    language: str

    @cached_property
    def texts(self) -> Messages:
        return messages(self.language, MESSAGES)

    @cached_property
    def grammar(self) -> Grammar:
        return grammar(self.language)

    def say(self, key: str, **filled: Parts) -> Parts:
        """A template with its holes filled by parts."""
        return self.fill(self.texts(key, **{name: "{" + name + "}" for name in filled}), **filled)

    def fill(self, template: str, **filled: Parts) -> Parts:
        pieces = HOLE.split(template)  # every other one is the name of a hole
        return tuple(part for n, piece in enumerate(pieces) for part in (filled[piece] if n % 2 else words(piece)))

    def agreeing(self, key: str, number: Number) -> str:
        """The words of a key that agree: what stands before "|" for one, after it for several."""
        one, several = self.texts(key, **{form: "{" + form + "}" for form in FORMS}).split("|")
        return several if number is Number.PLURAL else one

    def listed(self, items: Sequence[Parts]) -> Parts:
        """Items with commas and a last "e"."""
        found: list[Part] = []
        for n, item in enumerate(items):
            joint = "and" if n == len(items) - 1 else "comma"
            found += [*(self.say(joint) if n else ()), *item]
        return tuple(found)

    def names(self, codes: Iterable[str], preposition: str = "") -> Parts:
        """Actors with their articles, each after a preposition where one is given, or by their adjectives (ADJECTIVE)."""
        return self.listed([(self.name(code, preposition),) for code in codes])

    def name(self, code: str, preposition: str = "") -> Part:
        one = naming(code, self.language)
        if preposition == ADJECTIVE:
            adjective = one.adjective(Gender.MASCULINE, Number.PLURAL)
            return Part(adjective or self.grammar.contract(self.texts("of"), one), Kind.NAME, code)
        text = self.grammar.contract(preposition, one) if preposition else self.grammar.with_article(one)
        return Part(text, Kind.NAME, code)

    def bare(self, code: str) -> Part:
        """An actor without article, as it stands in parentheses."""
        return Part(naming(code, self.language).text, Kind.NAME, code)

    def titled(self, code: str) -> Parts:
        """An actor as titles call it: English keeps the article ("the United States"), Portuguese does not."""
        return self.say("title.actor", name=(self.name(code),), bare=(self.bare(code),))

    def slotted(self, text: str, codes: Sequence[str], kind: Kind, key: str) -> Parts:
        """What a record says, with actors where its brackets are: "impuseram sanções [a]"."""
        before, slot, after = SLOT.split(text, maxsplit=1) if "[" in text else (text, None, "")
        names = self.names(codes, slot) if slot is not None else ()
        return tuple(part for part in (Part(before, kind, key), *names, Part(after, kind, key)) if part.text)

    def agreement(self, codes: Iterable[str]) -> tuple[Gender, Number]:
        """What a verb agrees with whose subject these are."""
        return self.grammar.agreement([naming(code, self.language) for code in codes])

    def date(self, value: str) -> Part:
        """A date: "3 de setembro de 2017"."""
        return Part(self.grammar.date(value), Kind.DATE, value)

    def on(self, value: str) -> Part:
        """The time at which: "em 3 de setembro de 2017"."""
        return Part(self.grammar.on(value), Kind.DATE, value)

    def span(self, first: str, last: str) -> Part:
        """A time from one date to another: "de 3 a 9 de setembro de 2017"."""
        return Part(self.grammar.span(first, last), Kind.DATE, f"{first}/{last}")

    def figure(self, name: str, value: float, gender: Gender = Gender.MASCULINE) -> Part:
        """A number in prose: a count, in words where it is small, or a mean with one decimal."""
        text = self.grammar.number(value, gender) if isinstance(value, int) else self.grammar.decimal(value)
        return Part(text, Kind.FIGURE, name)

    def numeral(self, name: str, value: int) -> Part:
        """A count in digits, as it stands in parentheses."""
        return Part(self.grammar.decimal(value, 0), Kind.FIGURE, name)

    def counted(self, name: str, value: int, noun: str) -> Parts:
        """A number of things: "nenhum acontecimento", "duas origens independentes"."""
        gender, forms = Gender(self.texts(f"noun.{noun}.gender")), self.texts(f"noun.{noun}").split("|")
        number = self.figure(name, value, gender)
        return (number, *words(self.grammar.counted(value, forms[0], forms[1], gender).removeprefix(number.text)))
