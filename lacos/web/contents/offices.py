"""Who held which office of an actor, and when: the tables of actors by which names are read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache

from lacos.actors.tables import HEADS, all_persons

RANKS = (
    *("supreme leader", "monarch", "pope", "president", "chancellor", "prime minister", "secretary general", "director general"),
    *("commission president", "council president", "high representative", "vice president", "deputy prime minister"),
    *("foreign minister", "defence minister", "interior minister", "finance minister", "chief of staff", "national security adviser"),
    *("central bank governor", "deputy foreign minister", "spokesperson", "ambassador to UN", "ambassador", "intelligence chief"),
    *("military commander", "speaker", "opposition leader", "party leader", "rebel leader", "candidate", "prosecutor", "judge"),
    *("governor", "mayor", "senator", "deputy", "adviser", "first lady", "activist", "expert", "other minister", "other"),
)
"""The offices that the tables name, in the order in which a page has them."""
CHIEF = RANKS[: RANKS.index("chief of staff")]
"""The offices of a state or organisation that its page names at first sight."""


@dataclass(frozen=True, slots=True)
class Held:
    """An office held by a person; ``code`` is the actor that its holder acts for, ``start`` and ``end`` are None where not known."""

    person: str
    office: str
    code: str
    start: date | None
    end: date | None

    @property
    def is_head(self) -> bool:
        return self.office in HEADS and "/" not in self.code

    def in_time(self, first: date, last: date) -> bool:
        """Whether it was held on some day of a time."""
        return (self.start or date.min) <= last and (self.end or date.max) >= first


@cache
def offices(code: str) -> tuple[Held, ...]:
    """The offices of an actor and, of a state, those of its parts: by rank, the latest first."""
    found = {
        Held(person.name, tenure.office, tenure.code, known(tenure.start), known(tenure.end))
        for person in all_persons()
        for tenure in person.tenures
        if tenure.code == code or tenure.code.startswith(code + "/")
    }
    return tuple(sorted(found, key=order))


def order(held: Held) -> tuple[int, int, str]:
    rank = RANKS.index(held.office) if held.office in RANKS else len(RANKS)
    return rank, -(held.start or date.min).toordinal(), held.person


def chief(held: Held) -> bool:
    """Whether it is one of the first offices, and of the state itself."""
    return held.office in CHIEF and "/" not in held.code


def known(day: date) -> date | None:
    """A day that is known, not the beginning or the end of time."""
    return None if day in (date.min, date.max) else day


def during(held: Collection[Held], first: date, last: date) -> list[Held]:
    """Those of some offices that were held in a time."""
    return [one for one in held if one.in_time(first, last)]
