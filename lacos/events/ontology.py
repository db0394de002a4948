"""PLOVER as data: the 16 event types with their modes, scores and quad classes (data/ontology.toml says which section each comes from)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lacos.records import EventType


@dataclass(frozen=True, slots=True)
class TypeInfo:
    """What PLOVER says of one event type."""

    type: EventType
    quad: str
    score: float
    modes: dict[str, float]
    requires_recipient: bool
    definition: str
    label: dict[str, str]


@cache
def ontology() -> dict[EventType, TypeInfo]:
    """All event types by name."""
    data = tomllib.loads((Path(__file__).parent / "data" / "ontology.toml").read_text("utf8"))
    return {EventType(name): _type_info(name, entry) for name, entry in data["types"].items()}


def _type_info(name: str, entry: dict[str, Any]) -> TypeInfo:
    score = float(entry["score"])
    modes = {mode: float(detail.get("score", score)) for mode, detail in entry.get("modes", {}).items()}
    return TypeInfo(
        EventType(name),
        entry["quad"],
        score,
        modes,
        bool(entry.get("requires_recipient", False)),
        entry.get("definition", ""),
        {"en": entry.get("label_en", name), "pt": entry.get("label_pt", name)},
    )


def score(event_type: EventType, mode: str | None = None) -> float:
    """The PLOVER conflict-cooperation score, from -10 to +10, of a type or of one of its modes (manual, table 2.2)."""
    info = ontology()[event_type]
    return info.modes.get(mode or "", info.score)
