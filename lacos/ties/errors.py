"""What can be wrong with what is asked of ties."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from lacos.records import LacosError

E = TypeVar("E", bound=StrEnum)


class TieError(LacosError):
    """Sides, dates or measures that make no tie; the message names them and says what to do."""


def chosen(choices: type[E], value: str) -> E:
    """The choice that a value is. Raises TieError, naming all, for one that is none."""
    try:
        return choices(value)
    except ValueError as error:
        raise TieError(f"{value!r} is none of {', '.join(choices)}") from error
