"""Findings as rows, for DataFrames and files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from enum import StrEnum
from typing import Any

from lacos.ledger import Rows
from lacos.ties.findings import Act, Period, Series

DERIVED = ("quad", "score", "change", "difference", "is_clear")
"""What some findings say besides their fields."""


def tabled(found: Series | Iterable[Any]) -> Rows:
    """Findings as rows with named columns: the points of a series, or acts, reports, breaks, shares, edges, nodes, moves.

    ``tabled(tie.series()).to_frame()`` is a DataFrame. A period is its label, first and last day; acts are their happenings joined by "+".
    """
    rows = [dict(cells(one)) for one in (found.points if isinstance(found, Series) else found)]
    columns = tuple(rows[0]) if rows else ()
    return Rows(columns, [tuple(row.values()) for row in rows])


def cells(one: Any) -> Iterator[tuple[str, Any]]:
    """The cells of a row."""
    for field in fields(one):
        value = getattr(one, field.name)
        if isinstance(value, Period):
            yield from (("period", value.label), ("first", value.first), ("last", value.last))
        elif isinstance(value, tuple):
            yield field.name, "+".join(act.happening for act in value if isinstance(act, Act))
        else:
            yield field.name, value.value if isinstance(value, StrEnum) else value
    yield from ((name, getattr(one, name)) for name in DERIVED if hasattr(one, name))
