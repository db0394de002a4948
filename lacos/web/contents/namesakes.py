"""The actors that words may mean: names of states and organisations in both languages, other names of theirs, and persons in office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from lacos.actors.naming import names_in
from lacos.actors.tables import NOBODY, all_entities, all_persons
from lacos.ledger.search import WORD, folded
from lacos.messages import LANGUAGES

LONGEST = 6
"""Words of a name that is looked for."""
MOST = 8
"""Actors that are shown."""
Words = tuple[str, ...]


@dataclass(frozen=True)
class Namesake:
    """An actor, and the person by whose name it was found, if it was."""

    code: str
    person: str = ""


@dataclass(frozen=True)
class Named:
    """What a query names: the ``actors`` meant, those that its other words occur in the names of (``like``), and these other words."""

    actors: tuple[Namesake, ...]
    like: tuple[str, ...]
    rest: Words


def named(query: str) -> Named:
    """The actors of a query; of names the longest counts: "Coreia do Norte" is no Korea else."""
    words = split(query)
    actors: list[Namesake] = []
    rest: list[str] = []
    at = 0
    while at < len(words):
        long = next((n for n in range(min(LONGEST, len(words) - at), 0, -1) if words[at : at + n] in known()), 0)
        if long:
            actors += known()[words[at : at + long]]
        else:
            rest.append(words[at])
        at += long or 1
    found = tuple(dict.fromkeys(actors))[:MOST]
    like = alike(words, {one.code for one in found}) if words else ()
    return Named(found, like, tuple(rest))


def alike(words: Words, but: Iterable[str]) -> tuple[str, ...]:
    """The states and organisations in whose name all words stand, besides those found already."""
    skipped = set(but)
    codes = (code for code, names in by_code().items() if code not in skipped and any(set(words) <= set(name) for name in names))
    return tuple(sorted(codes))[:MOST]


@cache
def by_code() -> dict[str, set[Words]]:
    """The names of each actor in both languages."""
    found: dict[str, set[Words]] = {}
    for language in LANGUAGES:
        for code, name in names_in(language).items():
            found.setdefault(code, set()).update(split(text) for text in (name.text, name.short))
    return found


@cache
def known() -> dict[Words, tuple[Namesake, ...]]:
    """All that names may mean, by their words; a state's own name comes before other uses of it."""
    found: dict[Words, tuple[Namesake, ...]] = {(code.lower(),): (Namesake(code),) for code in by_code()}
    for code, names in by_code().items():
        for name in sorted(names):
            found.setdefault(name, (Namesake(code),))
    for words, actor in others():
        if words and words not in found:
            found[words] = (actor,)
    return found


def others() -> Iterator[tuple[Words, Namesake]]:
    """Other names of actors, then those of persons with the actor of their latest office."""
    for entity in all_entities():
        if entity.code != NOBODY and not entity.ambiguous and not entity.common and entity.kind != "combining":
            yield split(entity.form), Namesake(entity.code)
    for person in all_persons():
        code, _, _ = person.standing(None)
        for form in sorted(person.forms):
            yield split(form), Namesake(code, person.name)


def split(text: str) -> Words:
    """The words of a text without case and accents."""
    return tuple(map(folded, WORD.findall(text)))
