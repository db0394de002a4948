"""Which charts there are, and what they are written as."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from lacos.ties.charts.errors import ChartError

SUFFIXES = (".svg", ".png", ".html", ".json")


class Kind(StrEnum):
    """The charts there are."""

    TIMELINE = "timeline"
    CALENDAR = "calendar"
    PROFILE = "profile"
    NETWORK = "network"
    CLAIMS = "claims"
    MAP = "map"


def suffix(path: str | Path) -> str:
    """What a chart is written as by the end of a file's name. Raises ChartError for an end that charts are not written as."""
    found = Path(path).suffix.lower()
    if found not in SUFFIXES:
        raise ChartError(f"{path}: a chart is written as {', '.join(SUFFIXES)}: let the name end so")
    return found
