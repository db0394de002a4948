"""Floors: figures that a change must not go under, kept in a file beside the benchmarks."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lacos.records import LacosError


def below(figures: dict[str, Any], floors: Path) -> Iterator[str]:
    """The figures under their floor, in words. A floor is named by its path in the figures: "events.type.f1" = 0.55.

    Raises LacosError for a file that is none and for a figure that does not exist.
    """
    try:
        wanted = tomllib.loads(floors.read_text("utf8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LacosError(f"{floors} is no file of floors: {error}") from error
    for name, floor in wanted.items():
        value: Any = figures
        for key in name.split("."):
            if key not in value:
                raise LacosError(f"{floors}: there is no figure {name!r}")
            value = value[key]
        if value is None or value < floor:
            yield f"{name} is {value}, under its floor of {floor}"
