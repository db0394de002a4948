"""Every known name in a text in one pass (Aho-Corasick), the longest match first, whole words only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import ahocorasick

from lacos.actors import tables
from lacos.actors.tables import Entity, Person, all_entities, all_persons
from lacos.tables import uncollected

SHORT = 4
"""Letters of an acronym that must be written exactly, small letters included."""
LOWER_CASE_KINDS = frozenset({"demonym", "combining"})
"""Kinds that Portuguese writes without a capital."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name at ``start`` to ``end`` of the text, with everything that it may be."""

    start: int
    end: int
    entities: tuple[Entity, ...]
    persons: tuple[Person, ...]


class Gazetteer:
    """An index of names; building it takes a fraction of a second."""

    def __init__(self, entities: tuple[Entity, ...], persons: tuple[Person, ...]) -> None:
        found: dict[str, tuple[list[Entity], list[Person]]] = {}
        for entity in entities:
            if entity.kind != "combining":
                _at(found, entity.form)[0].append(entity)
        for person in persons:
            for form in person.forms:
                _at(found, form)[1].append(person)
        self._automaton = ahocorasick.Automaton()
        for form, (things, people) in found.items():
            self._automaton.add_word(form, (len(form), things, people))
        self._automaton.make_automaton()

    def find(self, text: str) -> list[Hit]:
        """The names in ``text``, in order, none overlapping: at each place the longest."""
        candidates = sorted(self._candidates(text), key=lambda hit: (hit.start, -hit.end))
        chosen: list[Hit] = []
        for hit in candidates:
            if not chosen or hit.start >= chosen[-1].end:
                chosen.append(hit)
        return chosen

    def _candidates(self, text: str) -> Iterator[Hit]:
        low = folded(text)
        for last, (length, entities, persons) in self._automaton.iter(low):
            start, end = last + 1 - length, last + 1
            if (start and word_goes_on(text, start)) or (end < len(text) and word_goes_on(text, end)):
                continue
            words = text[start:end]
            things = tuple(entity for entity in entities if written_as(words, entity.form, entity.kind in LOWER_CASE_KINDS))
            people = tuple(persons) if words.rpartition(" ")[2][0].isupper() else ()
            if things or people:
                yield Hit(start, end, things, people)


def _at(index: dict[str, tuple[list[Entity], list[Person]]], form: str) -> tuple[list[Entity], list[Person]]:
    """What ``index`` has under the folded form, made where it has nothing yet."""
    key = form.lower()
    if len(key) != len(form):
        key = folded(form)
    known = index.get(key)
    if known is None:
        known = index[key] = ([], [])
    return known


def folded(text: str) -> str:
    """``text`` in lower case, every character in its place."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(character.lower()[0] for character in text)


def word_goes_on(text: str, at: int) -> bool:
    """Whether a word continues across the place ``at``; a hyphen joins letters, and "US$" is money."""
    before, after = text[at - 1], text[at]
    if before.isalnum() and (after.isalnum() or after == "$"):
        return True
    if after == "-" and before.isalnum():
        return at + 1 < len(text) and text[at + 1].isalnum()
    return before == "-" and after.isalnum() and at >= 2 and text[at - 2].isalpha()


def written_as(words: str, form: str, lower_case: bool) -> bool:
    """Whether ``words`` may be the name ``form``: acronyms as they are ("PiS" is not "PIS"), names capitalised, headlines in capitals.

    Demonyms may be written anyhow.
    """
    if words == form or lower_case:
        return True
    if form.isupper() or (len(form) <= SHORT and not form.istitle()):
        return False
    return words.isupper() or all(
        word[:1].isupper() for word, known in zip(words.split(), form.split(), strict=False) if known[:1].isupper()
    )


@cache
def gazetteer(own: Path | None = None) -> Gazetteer:
    """The names that ship with Laços, and those of a user's table, which mean what it says and nothing else.

    Raises TableError for a table that cannot be used.
    """
    with uncollected():
        entities, persons = all_entities(), all_persons()
        if own is not None:
            things, people = tables.own(own)
            taken = {folded(thing.form) for thing in things} | {folded(form) for person in people for form in person.forms}
            entities = (*things, *(entity for entity in entities if folded(entity.form) not in taken))
            others = (replace(person, forms=frozenset(f for f in person.forms if folded(f) not in taken)) for person in persons)
            persons = (*people, *others)
        return Gazetteer(entities, persons)
