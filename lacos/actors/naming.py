"""How actors are called in prose: "a Rússia", "Cuba", "os Estados Unidos", "the Netherlands" (data/naming/, one table a language)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from pathlib import Path

from lacos.actors.tables import DATA, alternatives
from lacos.messages import LANGUAGES
from lacos.records import LacosError
from lacos.tables import TableError, rows


class Gender(StrEnum):
    """What articles, adjectives and participles agree with; in English nothing does."""

    MASCULINE = "masculine"
    FEMININE = "feminine"


class Number(StrEnum):
    """What verbs and all that agrees go by."""

    SINGULAR = "singular"
    PLURAL = "plural"


ARTICLES = {
    "o": (Gender.MASCULINE, Number.SINGULAR),
    "a": (Gender.FEMININE, Number.SINGULAR),
    "os": (Gender.MASCULINE, Number.PLURAL),
    "as": (Gender.FEMININE, Number.PLURAL),
}
"""The Portuguese definite articles, each with what it agrees with."""


class NamingError(LacosError):
    """A language in which actors have no names."""


@dataclass(frozen=True, slots=True)
class Name:
    """What an actor, or anything else, is called in a sentence.

    ``text`` is without article, ``article`` says whether it takes the definite one ("a Rússia", but "Cuba"). ``short`` is for charts.
    ``adjectives`` are those of origin, in the masculine and feminine singular, then plural; none where there are none.
    """

    text: str
    gender: Gender = Gender.MASCULINE
    number: Number = Number.SINGULAR
    article: bool = True
    short: str = ""
    adjectives: tuple[str, ...] = ()

    def adjective(self, gender: Gender = Gender.MASCULINE, number: Number = Number.SINGULAR) -> str | None:
        """The adjective of origin that agrees with a noun: "russa", "norte-coreanos"; "Russian" for any. None where there is none."""
        return self.adjectives[2 * (number is Number.PLURAL) + (gender is Gender.FEMININE)] if self.adjectives else None


def naming(code: str, language: str) -> Name:
    """What the actor of a code is called in "pt" (as in Brazil) or "en". An unknown code is called as it is, without article.

    A part of a state is made of two names: "PRK/MED" is "a imprensa da Coreia do Norte", "North Korean media".
    Raises NamingError for another language.
    """
    if language not in LANGUAGES:
        raise NamingError(f"actors have no names in {language!r}: choose one of {', '.join(LANGUAGES)}")
    names = names_in(language)
    whole, _, sector = code.partition("/")
    if code in names or sector not in names:
        return names.get(code) or Name(code, article=False, short=code)
    return (_part_pt if language == "pt" else _part_en)(names[sector], naming(whole, language))


def _part_pt(part: Name, whole: Name) -> Name:
    article = next(word for word, agreement in ARTICLES.items() if agreement == (whole.gender, whole.number))
    of = f"d{article}" if whole.article else "de"
    return replace(part, text=f"{part.text} {of} {whole.text}", short=f"{part.short} {of} {whole.short}")


def _part_en(part: Name, whole: Name) -> Name:
    origin = whole.adjective() or whole.short
    article = part.article and part.number is Number.SINGULAR  # "the Russian army", but "Russian media"
    return replace(part, text=f"{origin} {part.text}", short=f"{origin} {part.short}", article=article, adjectives=())


@cache
def names_in(language: str, folder: Path = DATA / "naming") -> dict[str, Name]:
    """The names of a language by code. Raises TableError naming the line that is wrong."""
    read, found = {"pt": _portuguese, "en": _english}[language], dict[str, Name]()
    for where, row in rows(folder / f"{language}.tsv"):
        if not row["name"] or row["code"] in found:
            raise TableError(f"{where}: {row['code']} has {'another name above' if row['name'] else 'no name'}")
        found[row["code"]] = read(where, row)
    return found


def _portuguese(where: str, row: dict[str, str]) -> Name:
    word = row["article"].strip("()")
    if word not in ARTICLES or row["article"] not in (word, f"({word})"):
        raise TableError(f"{where}: {row['article']!r} is no article: give one of {', '.join(ARTICLES)}, in parentheses if it goes unsaid")
    return Name(row["name"], *ARTICLES[word], row["article"] == word, row["short"] or row["name"], tuple(_four(where, row["adjective"])))


def _english(where: str, row: dict[str, str]) -> Name:
    if row["article"] not in ("", "the") or row["number"] not in ("", Number.PLURAL):
        raise TableError(f"{where}: the article is 'the' or nothing, the number 'plural' or nothing")
    short = row["short"] or row["name"]
    number = Number(row["number"] or Number.SINGULAR)
    return Name(row["name"], number=number, article=bool(row["article"]), short=short, adjectives=(row["adjective"] or short,) * 4)


def _four(where: str, cell: str) -> Iterator[str]:
    forms = alternatives(cell)
    if len(forms) not in (0, 2, 4):
        raise TableError(f"{where}: {cell!r} has {len(forms)} forms of an adjective: give four, or two where both genders share them")
    yield from forms if len(forms) != 2 else (forms[0], forms[0], forms[1], forms[1])
