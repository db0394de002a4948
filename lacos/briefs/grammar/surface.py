"""What a grammar does, the same for every language, so that one piece of code writes in all of them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

from lacos.actors.naming import Gender, Name, Number
from lacos.records import LacosError


class GrammarError(LacosError):
    """Something that no sentence can be made of; the message names it."""


class Tense(StrEnum):
    """The forms of a verb, with those of "negociar" and "negotiate" in the third person."""

    PRESENT = "present"  # negocia, negotiates
    PAST = "past"  # negociou, negotiated
    IMPERFECT = "imperfect"  # negociava, was negotiating
    PLUPERFECT = "pluperfect"  # havia negociado, had negotiated
    FUTURE = "future"  # vai negociar, will negotiate
    FORMAL_FUTURE = "formal future"  # negociará, will negotiate
    CONDITIONAL = "conditional"  # negociaria, would negotiate
    POSSIBLE = "possible"  # poderia negociar, could negotiate
    PROGRESSIVE = "progressive"  # está negociando, is negotiating
    SUBJUNCTIVE = "subjunctive"  # (exige que) negocie, (demands that it) negotiate
    PAST_SUBJUNCTIVE = "past subjunctive"  # (exigiu que) negociasse, (demanded that it) negotiate
    INFINITIVE = "infinitive"  # negociar, negotiate
    GERUND = "gerund"  # negociando, negotiating
    PARTICIPLE = "participle"  # (havia) negociado, (had) negotiated; that of the passive is ``Grammar.participle``


class Grammar(Protocol):
    """The grammar of a language: ``pt`` and ``en`` are two.

    Verbs are given in the infinitive, with the words that follow them if one likes ("impor sanções", "hold talks"), reflexive ones as
    "se reunir" or "reunir-se". Dates are ISO text cut to their precision: "2017", "2017-09", "2017-09-03".
    """

    def with_article(self, name: Name) -> str:
        """The name with its article: "a Rússia", "Cuba"; "the Netherlands", "Russia"."""

    def indefinite(self, name: Name) -> str:
        """A thing not yet spoken of: "uma sanção", "sanções"; "an embargo", "a UN mission"."""

    def contract(self, preposition: str, name: Name) -> str:
        """A preposition before a name: "da Rússia", "em relação aos Estados Unidos", "de Cuba"; "of the United States"."""

    def joined(self, names: Sequence[Name], preposition: str = "") -> str:
        """Names in a row: "a Rússia, a China e Cuba", "da Rússia e de Cuba"; "Russia, China and Cuba". Raises GrammarError for none."""

    def listed(self, phrases: Sequence[str]) -> str:
        """Phrases in a row, as they are. Raises GrammarError for none."""

    def possessive(self, owner: Name, thing: Name) -> str:
        """What is somebody's: "o governo da Rússia"; "Russia's government", "the United States' sanctions"."""

    def agreement(self, names: Sequence[Name]) -> tuple[Gender, Number]:
        """What a verb and a participle agree with whose subjects these are. Raises GrammarError for none."""

    def adjective(self, word: str, gender: Gender, number: Number) -> str:
        """An adjective or participle, given in the masculine singular, as it agrees: "comuns", "impostas"; "common"."""

    def conjugate(self, verb: str, tense: Tense, number: Number = Number.SINGULAR, *, negated: bool = False) -> str:
        """A verb in the third person: "acusou", "não vai se reunir"; "accused", "did not hold talks"."""

    def passive(self, verb: str, tense: Tense, gender: Gender, number: Number, *, negated: bool = False) -> str:
        """A verb in the passive: "foram impostas", "não foi acusada"; "were imposed"."""

    def participle(self, verb: str, gender: Gender = Gender.MASCULINE, number: Number = Number.SINGULAR) -> str:
        """The past participle as it agrees in the passive: "impostas", "mortos"; "imposed"."""

    def number(self, value: int, gender: Gender = Gender.MASCULINE) -> str:
        """A count before its noun: "nenhuma", "duas", "12", "2.480"; "no", "two", "2,480". Raises GrammarError below zero."""

    def counted(self, value: int, one: str, many: str, gender: Gender = Gender.MASCULINE) -> str:
        """So many of a thing: "nenhuma visita", "duas visitas", "12 visitas"; "no visits", "one visit". Raises GrammarError below zero."""

    def decimal(self, value: float, places: int = 1, *, signed: bool = False) -> str:
        """A measure: "1,5", "−0,8", "+2,0" if ``signed``; "1.5". The minus is the typographical one (U+2212)."""

    def percent(self, share: float, places: int = 0) -> str:
        """A share of 1 in per cent: "85%", "12,5%"."""

    def date(self, when: str) -> str:
        """A date: "3 de setembro de 2017", "setembro de 2017"; "3 September 2017". Raises GrammarError for what is none."""

    def on(self, when: str) -> str:
        """The time at which: "em 1.º de maio de 2017", "em 2017"; "on 1 May 2017", "in May 2017"."""

    def span(self, first: str, last: str) -> str:
        """A time from one date to another: "de 3 a 9 de setembro de 2017"; "from 3 to 9 September 2017". One date alone is ``on`` it."""


def agreement(names: Sequence[Name]) -> tuple[Gender, Number]:
    """Feminine if all are; plural if there are several, or one that is."""
    if not names:
        raise GrammarError("no names to agree with: give one at least")
    gender = Gender.FEMININE if all(name.gender is Gender.FEMININE for name in names) else Gender.MASCULINE
    return gender, Number.PLURAL if len(names) > 1 else names[0].number


def listed(phrases: Sequence[str], conjunction: str) -> str:
    """Phrases with commas, and the conjunction before the last."""
    if not phrases:
        raise GrammarError("nothing to list: give one phrase at least")
    *most, last = phrases
    return f"{', '.join(most)} {conjunction} {last}" if most else last


def count(value: int) -> int:
    """The value if it is a count. Raises GrammarError below zero."""
    if value < 0:
        raise GrammarError(f"{value} counts nothing: give zero or more")
    return value


def figure(value: float, places: int, signed: bool = False) -> str:
    """A number as English writes it, with thousands and a typographical minus; what rounds to zero has no sign."""
    text = f"{value:{'+' if signed else ''},.{places}f}"
    return (text if text.strip("+-0.,") else text.lstrip("+-")).replace("-", "−")
