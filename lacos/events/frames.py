"""The tables of predicates that express events, and their loader. The columns are explained in docs/frames.md."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from lacos.events.ontology import ontology
from lacos.records import EventType, Status
from lacos.tables import TableError, rows

TABLES = (Path(__file__).parent / "data" / "verbs.tsv", Path(__file__).parent / "data" / "nouns.tsv")
RELATIONS = frozenset({"subj", "obj", "objde", "iobj", "agent", "comp", "gov", "amod", "poss"})
PREPOSITIONS = frozenset({"a", "ante", "até", "com", "contra", "de", "diante", "em", "entre", "junto", "para", "perante", "por", "sobre"})
PLACES = RELATIONS | PREPOSITIONS
"""Where a side may stand: a relation or a preposition."""
NO_EVENT = "-"
"""The type of a frame that only says: under these conditions the predicate is no event."""
VERB_SLOTS = (("subj",), ("obj", "objde"))
NOUN_SLOTS = (("de", "por", "amod", "poss", "gov"), ("contra", "a", "sobre"))


class FrameError(TableError):
    """A row of the frames table that cannot be used; the message names the file and the line."""


@dataclass(frozen=True, slots=True)
class Condition:
    """``key`` one of ``values`` (or, negated, none of them): "obj=sanção,multa"; a bare word such as "plural" has no values.

    ``written`` is how the table has it.
    """

    key: str
    values: frozenset[str]
    negated: bool = False
    written: str = field(default="", compare=False)


Slot = tuple[str, ...]
"""Places to look at together, united: ("subj", "com")."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to express an event: a predicate with where its actor and recipient stand, and on what conditions."""

    predicate: str
    pos: str
    type: EventType | None
    mode: str | None
    actor: tuple[Slot, ...]
    recipient: tuple[Slot, ...]
    conditions: tuple[Condition, ...] = ()
    status: Status | None = None
    source: str = ""

    @property
    def head(self) -> str:
        return self.predicate.split()[0].removesuffix("-se")

    @property
    def others(self) -> tuple[str, ...]:
        return tuple(self.predicate.split()[1:])

    @property
    def reflexive(self) -> bool:
        return self.predicate.split()[0].endswith("-se")

    @property
    def specificity(self) -> int:
        """The more a frame asks for, the more it is to be preferred."""
        return 3 * len(self.others) + 2 * len(self.conditions) + self.reflexive

    @property
    def reciprocal(self) -> bool:
        """Whether all sides are actors: "X reuniu-se com Y"."""
        return any(len(slot) > 1 for slot in self.actor)


@cache
def frames(paths: tuple[Path, ...] = TABLES) -> dict[tuple[str, str], tuple[Frame, ...]]:
    """Frames by (head lemma, part of speech), the most specific first, of equals those that say "no event".

    Raises FrameError naming the line that is wrong.
    """
    found: dict[tuple[str, str], list[Frame]] = {}
    for path in paths:
        for frame in read(path):
            found.setdefault((frame.head, frame.pos), []).append(frame)
    return {key: tuple(sorted(rows, key=lambda frame: (-frame.specificity, frame.type is not None))) for key, rows in found.items()}


def read(path: Path) -> Iterator[Frame]:
    """The frames of one table, one a predicate. Raises FrameError naming the line that is wrong."""
    for where, row in rows(path, FrameError):
        for predicate in row["predicate"].split("|"):
            try:
                yield _frame(row | {"predicate": predicate.strip()}, where)
            except (KeyError, ValueError) as error:
                raise FrameError(f"{where}: {error} in {predicate!r}") from error


def _frame(row: dict[str, str], source: str) -> Frame:
    if row["pos"] not in ("VERB", "NOUN", "ADJ"):
        raise ValueError(f"part of speech {row['pos']!r} is none of VERB, NOUN, ADJ")
    if not row["predicate"].strip():
        raise ValueError("there is no predicate")
    event_type = None if row["type"] == NO_EVENT else EventType(row["type"])
    if row["mode"] and (event_type is None or row["mode"] not in ontology()[event_type].modes):
        raise ValueError(f"{row['type']} has no mode {row['mode']!r}")
    actor, recipient = VERB_SLOTS if row["pos"] == "VERB" else NOUN_SLOTS
    return Frame(
        predicate=row["predicate"].strip(),
        pos=row["pos"],
        type=event_type,
        mode=row["mode"] or None,
        actor=_slots(row["actor"]) if row["actor"] else tuple((place,) for place in actor),
        recipient=_slots(row["recipient"]) if row["recipient"] else tuple((place,) for place in recipient),
        conditions=tuple(_condition(part.strip()) for part in row["if"].split(";") if part.strip()),
        status=Status(row["status"]) if row["status"] else None,
        source=source,
    )


def _slots(cell: str) -> tuple[Slot, ...]:
    slots = tuple(tuple(part.strip().split("+")) for part in cell.split("|") if part.strip() and part.strip() != "none")
    unknown = {place for slot in slots for place in slot} - PLACES
    if unknown:
        raise ValueError(f"unknown place {', '.join(sorted(unknown))}")
    return slots


def _condition(text: str) -> Condition:
    key, equals, values = text.partition("=")
    wanted = frozenset(value.strip() for value in values.split(",")) if equals else frozenset[str]()
    return Condition(key.rstrip("!").strip(), wanted, key.endswith("!"), text)
