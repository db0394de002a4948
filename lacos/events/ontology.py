"""PLOVER as data: the 16 event types with their modes, scores, quad classes and CAMEO roots, and the 37 contexts.

data/ontology.toml says which section of the manual each comes from.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lacos.records import EventType, LacosError

DATA = Path(__file__).parent / "data" / "ontology.toml"
SPEECH_ACTS = frozenset(
    {EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE, EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN}
)
"""Types of what is done by saying it (data/gold/GUIDE.md): the speaker's own threat is no hearsay, and has the day on which it was said."""
CAMEO_ROOT = re.compile(r"0[1-9]|1\d|20")


class OntologyError(LacosError):
    """An entry of the ontology that cannot be used; the message names it."""


@dataclass(frozen=True, slots=True)
class TypeInfo:
    """What PLOVER says of one event type; ``cameo`` is its CAMEO root, ``cameo_modes`` those of its modes.

    ``mode_contexts`` are the contexts that some modes carry of themselves.
    """

    type: EventType
    quad: str
    score: float
    modes: dict[str, float]
    requires_recipient: bool
    definition: str
    label: dict[str, str]
    cameo: str
    cameo_modes: dict[str, str]
    mode_contexts: dict[str, str]


@cache
def ontology(path: Path = DATA) -> dict[EventType, TypeInfo]:
    """All event types by name. Raises OntologyError for an entry without a score or a CAMEO root."""
    return {EventType(name): _type_info(name, entry) for name, entry in _read(path)["types"].items()}


@cache
def context_labels(path: Path = DATA) -> dict[str, dict[str, str]]:
    """The label of every context in each language, by the context's name, in the manual's order."""
    return {name: {"en": entry["label_en"], "pt": entry["label_pt"]} for name, entry in _read(path)["contexts"].items()}


@cache
def yielding(path: Path = DATA) -> dict[str, frozenset[str]]:
    """The general contexts that give way, each with the special ones that it gives way to."""
    entries = _read(path)["contexts"].items()
    return {name: frozenset(_context(name, other) for other in entry["yields_to"]) for name, entry in entries if "yields_to" in entry}


@cache
def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf8"))


def _type_info(name: str, entry: dict[str, Any]) -> TypeInfo:
    if "score" not in entry:
        raise OntologyError(f"ontology: {name} has no score")
    score, cameo = float(entry["score"]), _root(name, entry.get("cameo"))
    modes = entry.get("modes", {})
    return TypeInfo(
        EventType(name),
        entry["quad"],
        score,
        {mode: float(detail.get("score", score)) for mode, detail in modes.items()},
        bool(entry.get("requires_recipient", False)),
        entry.get("definition", ""),
        {"en": entry.get("label_en", name), "pt": entry.get("label_pt", name)},
        cameo,
        {mode: _root(f"{name}/{mode}", detail.get("cameo", cameo)) for mode, detail in modes.items()},
        {mode: _context(f"{name}/{mode}", detail["context"]) for mode, detail in modes.items() if "context" in detail},
    )


def _context(name: str, value: str) -> str:
    if value not in context_labels():
        raise OntologyError(f"ontology: {name} names the context {value!r}, which there is not")
    return value


def _root(name: str, value: object) -> str:
    if not isinstance(value, str) or not CAMEO_ROOT.fullmatch(value):
        raise OntologyError(f'ontology: the cameo root of {name} is {value!r}: give two digits in quotes, "01" to "20"')
    return value


def score(event_type: EventType, mode: str | None = None) -> float:
    """The PLOVER conflict-cooperation score, from -10 to +10, of a type or of one of its modes (manual, table 2.2)."""
    info = ontology()[event_type]
    return info.modes.get(mode or "", info.score)


def cameo_root(event_type: EventType, mode: str | None = None) -> str:
    """The two digits of the CAMEO root of a type or of one of its modes: "19" for an attack with firearms."""
    info = ontology()[event_type]
    return info.cameo_modes.get(mode or "", info.cameo)
