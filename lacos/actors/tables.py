"""The tables of actors under data/, and their loader. The columns are explained in docs/actors.md.

Two forms: entities (code, kind, forms) for states, organisations, groups and media; persons (name, variants, code, office, from, to),
a row an office.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from lacos.tables import TableError, rows

DATA = Path(__file__).parent / "data"
KINDS = ("name", "metonym", "capital", "demonym", "combining", "place", "other")
NOTES = frozenset({"ambiguous", "joint", "common", "default"})
"""Beginnings of notes that have a meaning."""
ENTITY_COLUMNS = ("code", "kind", "forms", "note")
PERSON_COLUMNS = ("name", "variants", "code", "office", "from", "to", "note")
NOT_ENTITIES = ("persons", "roles", "regions", "territories")
"""Beginnings of the names of tables that hold something else than entities."""
NOBODY = "-"
"""The code of names that are no actor ("Acordo de Paris"), of kind "other"."""
CODE = re.compile(r"[A-Z][A-Z0-9]{1,11}(/(OPP|REB|MED|BUS|NGO|CVL|CRM|LEG|JUD|MIL))?")


HEADS = frozenset({"president", "prime minister", "supreme leader", "monarch", "chancellor", "pope", "secretary general"})
"""Offices of heads of state, of government and of organisations."""
ELECT = timedelta(days=80)
"""How long before the first day of such an office its coming holder speaks for the state."""
LONG_AGO = timedelta(days=8 * 365)
"""How long after the last office a politician has become a figure of history, who stands for the state."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One way of writing an actor that is no person: ``kind`` says whether it is its name, its demonym, its capital ...

    ``ambiguous`` forms are more often something else; ``joint`` ones mean all the actors that share them ("Coreias"). Bodies that many
    states call so are ``common`` ("Exército", "Congresso"): the context says whose; ``default`` ones are ``code``'s wherever its state
    is named.
    """

    form: str
    kind: str
    code: str
    note: str
    source: str

    @property
    def ambiguous(self) -> bool:
        return self.note == "ambiguous"

    @property
    def joint(self) -> bool:
        return self.note == "joint"

    @property
    def common(self) -> bool:
        return self.note in ("common", "default")


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office held, and the actor that its holder acts for meanwhile; ``start`` and ``end`` are the first and last possible days."""

    code: str
    office: str
    start: date
    end: date
    source: str
    died: bool = False
    """Whether the holder's death ended it."""

    def covers(self, day: date) -> bool:
        return self.start <= day <= self.end

    def distance(self, day: date) -> int:
        """Days between ``day`` and the nearest day of the tenure."""
        return max(0, (self.start - day).days, (day - self.end).days)


@dataclass(frozen=True, slots=True)
class Person:
    """A public figure with all offices held."""

    name: str
    forms: frozenset[str]
    tenures: tuple[Tenure, ...]

    def standing(self, day: date | None) -> tuple[str, str, str]:
        """(code, office, source) on ``day``: the state's own office first, one to be taken up within weeks too.

        Out of any office, a politician of the nearest one's country (/OPP); many years later a figure of its history, by its own code.
        """
        if day is None:
            latest = max(self.tenures, key=lambda tenure: ("/" not in tenure.code, tenure.end))
            return latest.code, latest.office, latest.source
        held = [tenure for tenure in self.tenures if tenure.covers(day)]
        best = min(held, key=lambda tenure: "/" in tenure.code, default=None)
        if best is None or "/" in best.code:
            coming = (tenure for tenure in self.tenures if tenure.office in HEADS and tenure.start - ELECT <= day < tenure.start)
            elected = next(coming, None)
            if elected is not None:
                return elected.code, f"{elected.office} to be", elected.source
        if (best is None or best.code.endswith("/CVL")) and (led := self.long_a_figure_of(day)):
            return led.code, "", led.source
        if best is not None:
            return best.code, best.office, best.source
        near = min(self.tenures, key=lambda tenure: tenure.distance(day))
        retired = is_state(near.code) and day - near.end < LONG_AGO
        return (f"{near.code}/OPP" if retired else near.code), "", near.source

    def long_a_figure_of(self, day: date) -> Tenure | None:
        """The last leadership of a state that the person had, if it ended many years before ``day`` or the person had died by then."""
        led = [tenure for tenure in self.tenures if tenure.office in HEADS and is_state(tenure.code) and tenure.start <= day]
        last = max(led, key=lambda tenure: tenure.end, default=None)
        dead = any(tenure.died and tenure.end < day for tenure in self.tenures)
        return last if last is not None and (dead or day - last.end >= LONG_AGO) else None


def alternatives(cell: str) -> list[str]:
    return [form for part in cell.split("|") if (form := part.strip())]


def entities(path: Path) -> Iterator[Entity]:
    """The entities of one table. Raises TableError for an unknown kind or a code that is none."""
    for where, row in rows(path):
        if row["kind"] not in KINDS:
            raise TableError(f"{where}: kind {row['kind']!r} is none of {', '.join(KINDS)}")
        if (row["code"] == NOBODY) != (row["kind"] == "other") or not (row["code"] == NOBODY or CODE.fullmatch(row["code"])):
            raise TableError(f"{where}: {row['code']!r} is no actor code for kind {row['kind']!r}")
        note = row["note"].partition(":")[0]
        for form in alternatives(row["forms"]):
            yield Entity(form, row["kind"], row["code"], note if note in NOTES else "", where)


def persons(path: Path) -> Iterator[Person]:
    """The persons of one table, the rows of each joined by name. Raises TableError for a date or code that is none."""
    forms: dict[str, set[str]] = {}
    tenures: dict[str, list[Tenure]] = {}
    for where, row in rows(path):
        if not CODE.fullmatch(row["code"]):
            raise TableError(f"{where}: {row['code']!r} is no actor code")
        try:
            tenure = Tenure(row["code"], row["office"], first_day(row["from"]), last_day(row["to"]), where, row["note"].startswith("died"))
        except ValueError as error:
            raise TableError(f"{where}: {error}") from error
        forms.setdefault(row["name"], {row["name"]}).update(alternatives(row["variants"]))
        tenures.setdefault(row["name"], []).append(tenure)
    for name, held in tenures.items():
        yield Person(name, frozenset(forms[name]), tuple(held))


@cache
def first_day(cell: str) -> date:
    """The first day of an ISO date cut to its precision; the beginning of time for an empty cell."""
    return date.fromisoformat((cell + "-01-01")[:10]) if cell else date.min


@cache
def last_day(cell: str) -> date:
    """The last day of an ISO date cut to its precision; the end of time for an empty cell."""
    if not cell:
        return date.max
    if len(cell) == 10:
        return date.fromisoformat(cell)
    first = date.fromisoformat((cell + "-12-01")[:10])
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


@cache
def regions(path: Path = DATA / "regions.tsv") -> dict[str, frozenset[str]]:
    """The states that an adjective of region, faith or order may mean, by its lemma. Raises TableError for a code that is none."""
    found: dict[str, frozenset[str]] = {}
    for where, row in rows(path):
        codes = frozenset(alternatives(row["codes"]))
        if wrong := sorted(code for code in codes if not CODE.fullmatch(code)):
            raise TableError(f"{where}: {wrong[0]!r} is no actor code")
        found.update(dict.fromkeys(alternatives(row["adjectives"]), codes))
    return found


@cache
def all_entities() -> tuple[Entity, ...]:
    """The entities of every table that ships with Laços."""
    return tuple(entity for path in sorted(DATA.glob("*.tsv")) if not path.name.startswith(NOT_ENTITIES) for entity in entities(path))


@cache
def states() -> frozenset[str]:
    """The codes of states and territories, without those of organisations and sectors."""
    return frozenset(row["code"] for path in DATA.glob("states-*.tsv") for _, row in rows(path) if "/" not in row["code"])


def is_state(code: str) -> bool:
    """Whether ``code`` is a state's own, not an organisation's or a part of a state's."""
    return code in states()


@cache
def all_persons() -> tuple[Person, ...]:
    """The persons of every table that ships with Laços, those that stand in several tables joined by name."""
    found: dict[str, Person] = {}
    for path in sorted(DATA.glob("persons-*.tsv")):
        for person in persons(path):
            known = found.get(person.name)
            found[person.name] = (
                Person(person.name, known.forms | person.forms, known.tenures + person.tenures) if known is not None else person
            )
    return tuple(found.values())


def own(path: Path) -> tuple[tuple[Entity, ...], tuple[Person, ...]]:
    """The actors of a user's table: persons where it has a column ``office``, else entities.

    Raises TableError for a file that cannot be read, a column that is missing and any row that is wrong.
    """
    try:
        header = {column for _, row in rows(path) for column in row}
        needed = PERSON_COLUMNS if "office" in header else ENTITY_COLUMNS
        if missing := [column for column in needed if column not in header]:
            raise TableError(f"{path}: no column {missing[0]!r}; a table of actors has {', '.join(needed)}")
        return ((), tuple(persons(path))) if needed is PERSON_COLUMNS else (tuple(entities(path)), ())
    except (OSError, UnicodeDecodeError) as error:
        raise TableError(f"{path}: {getattr(error, 'strerror', None) or 'no text in UTF-8'}") from error
