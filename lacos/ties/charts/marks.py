"""What charts are drawn with: rows of data, places in pixels, texts, layers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

import altair as alt

from lacos.ties.charts.theme import INK, SMALL, WIDTH

Panel: TypeAlias = alt.Chart | alt.LayerChart | alt.HConcatChart
Row: TypeAlias = dict[str, Any]


def data(rows: Iterable[Row]) -> alt.InlineData:
    """Rows as they go into the definition."""
    return alt.InlineData(values=list(rows))


def encoded(marks: alt.Chart, **channels: Any) -> alt.Chart:
    """Marks with their channels."""
    found: alt.Chart = marks.encode(**channels)
    return found


def layered(*layers: alt.Chart, height: float) -> alt.LayerChart:
    """Marks on one another, as wide as the sheet."""
    return alt.LayerChart(layer=list(layers), width=WIDTH, height=height)


def down(field: str = "y") -> alt.Y:
    """A field that holds pixels from the top."""
    return alt.Y(f"{field}:Q", scale=None, axis=None)


def across(field: str = "x") -> alt.X:
    """A field that holds pixels from the left."""
    return alt.X(f"{field}:Q", scale=None, axis=None)


def text(x: float, y: float, words: str, align: str = "left", weight: str = "normal", color: str = INK) -> Row:
    """Words at their pixels."""
    return {"x": round(x, 1), "y": round(y, 1), "text": words, "align": align, "weight": weight, "color": color}


def texts(rows: Iterable[Row], baseline: str = "middle", **style: Any) -> alt.Chart:
    """Words as :func:`text` gives them, each as its row says."""
    by_row = {mark: alt.ExprRef(f"datum.{name}") for mark, name in (("align", "align"), ("fontWeight", "weight"), ("color", "color"))}
    marks = alt.Chart(data(rows)).mark_text(**{"baseline": baseline, "fontSize": SMALL, **by_row, **style})
    return encoded(marks, x=across(), y=down(), text="text:N")
