"""Misspelt names: "Wahington", "Itaramaty". A word close to the names of one actor alone, and to nobody else's, means that actor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from rapidfuzz.distance import OSA
from simplemma import is_known

from lacos.actors.tables import Entity, all_entities

SHORTEST = 7
"""Letters of a name that a misspelling can still be told from another word."""
KINDS = frozenset({"name", "metonym", "capital"})


@cache
def _by_length() -> dict[tuple[str, int], tuple[Entity, ...]]:
    """Names of states, seats and capitals in one word, by first letter and length: sure ones, an ambiguous name misspelt is anything."""
    found: dict[tuple[str, int], list[Entity]] = defaultdict(list)
    for entity in all_entities():
        form, sure = entity.form, not entity.note or entity.kind == "capital"
        if entity.kind in KINDS and sure and "/" not in entity.code and len(form) >= SHORTEST and form.isalpha() and form.istitle():
            found[form[0], len(form)].append(entity)
    return {key: tuple(entities) for key, entities in found.items()}


def misspelt(word: str, language: str) -> Entity | None:
    """The actor whose name ``word`` is but for one letter wrong, missing, added or swapped.

    None for a word of the ``language`` (ISO 639-1) and where two actors' names are as close.
    """
    if len(word) < SHORTEST or not word.isalpha() or not word.istitle() or is_known(word, language):
        return None
    near = [entity for entity in _candidates(word) if OSA.distance(word, entity.form, score_cutoff=1) <= 1]
    return near[0] if len({entity.code for entity in near}) == 1 else None


def _candidates(word: str) -> Iterable[Entity]:
    names = _by_length()
    return (entity for length in (-1, 0, 1) for entity in names.get((word[0], len(word) + length), ()))
