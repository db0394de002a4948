"""Floors: figures that a change must not go under, kept in a file beside the benchmarks."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def below(figures: dict[str, Any], floors: Path) -> Iterator[str]:
    """The figures under their floor, in words. A floor is named by its path in the figures: "events.type.f1" = 0.55."""
    for name, floor in tomllib.loads(floors.read_text("utf8")).items():
        value: Any = figures
        for key in name.split("."):
            value = value[key]
        if value is None or value < floor:
            yield f"{name} is {value}, under its floor of {floor}"
