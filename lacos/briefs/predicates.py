"""How a happening is said: data/predicates.tsv, by type, mode, trigger and the words beside it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lacos.briefs.errors import PredicateError
from lacos.events.ontology import ontology
from lacos.messages import LANGUAGES
from lacos.records import EventType
from lacos.tables import rows

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A predicate in one language: toward a recipient, without one, of several together, and as it befalls a recipient.

    "[]" or "[com]" is where the recipient stands, "~" before a verb makes its participle; the first word that is not "se" is the verb.
    """

    toward: str
    alone: str
    together: str
    befalls: str


@dataclass(frozen=True, slots=True)
class Predicate:
    """A row of the table; ``triggers`` and ``near`` are empty where any will do."""

    type: EventType
    mode: str | None
    triggers: frozenset[str]
    near: frozenset[str]
    patterns: dict[str, Pattern]
    source: str

    def fits(self, lemma: str, beside: Collection[str]) -> bool:
        """Whether it may be said of a trigger with these words beside it."""
        return (not self.triggers or lemma in self.triggers) and (not self.near or not self.near.isdisjoint(beside))


def predicate(type: EventType, mode: str | None, lemma: str, beside: Collection[str], path: Path = DATA / "predicates.tsv") -> Predicate:
    """What to say of an event: the row with most conditions that fits; of equals the first."""
    fitting = [one for one in predicates(path)[type, mode] if one.fits(lemma, beside)]
    return max(fitting, key=lambda one: bool(one.triggers) + bool(one.near))


@cache
def predicates(path: Path = DATA / "predicates.tsv") -> dict[tuple[EventType, str | None], tuple[Predicate, ...]]:
    """All predicates by type and mode. Raises PredicateError for a row that is wrong, and for a type or mode without a general one."""
    found: dict[tuple[EventType, str | None], tuple[Predicate, ...]] = {}
    for where, row in rows(path, PredicateError):
        one = _predicate(where, row)
        found[one.type, one.mode] = (*found.get((one.type, one.mode), ()), one)
    for info in ontology().values():
        for mode in (None, *info.modes):
            if not any(not one.triggers and not one.near for one in found.get((info.type, mode), ())):
                raise PredicateError(f"{path.name}: no row says {info.type} {mode or 'without a mode'} of any trigger")
    return found


def _predicate(where: str, row: dict[str, str]) -> Predicate:
    type, mode = row["type"], row["mode"] or None
    if type not in list(EventType) or (mode and mode not in ontology()[EventType(type)].modes):
        raise PredicateError(f"{where}: PLOVER has no {type} {mode or ''}".rstrip())
    patterns = {language: _pattern(where, row[language], row[f"{language}_passive"]) for language in LANGUAGES}
    triggers, near = (frozenset(filter(None, row[name].split(","))) for name in ("trigger", "near"))
    return Predicate(EventType(type), mode, triggers, near, patterns, where)


def _pattern(where: str, cell: str, befalls: str) -> Pattern:
    """The forms of a cell: what is not written is made of what is."""
    toward, alone, together = (*cell.split("|"), "", "")[:3]
    if not toward or not befalls or toward.count("[") > 1:
        raise PredicateError(f"{where}: {cell!r} and {befalls!r}: give words with one [] at most, and those of the passive")
    alone = alone or _without(toward)
    return Pattern(toward, alone, together or alone, befalls)


def _without(pattern: str) -> str:
    """A pattern without its recipient."""
    before, _, after = pattern.partition("[")
    return " ".join((before + after.partition("]")[2]).split())
