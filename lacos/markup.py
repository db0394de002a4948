"""Records as HTML for notebooks. All text in them is escaped: it comes from articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any


def table(columns: Sequence[str], rows: Iterable[Sequence[Any]], title: str = "") -> str:
    """A table with named columns, empty where a value is None."""
    caption = f"<caption>{escape(title)}</caption>" if title else ""
    head = "".join(f"<th>{escape(name)}</th>" for name in columns)
    body = "".join(f"<tr>{''.join(f'<td>{written(value)}</td>' for value in row)}</tr>" for row in rows)
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def written(value: Any) -> str:
    return "" if value is None else escape(str(value))
