"""How charts look: colours that the colour-blind and grey printers tell apart (Okabe and Ito 2008), type, sizes, numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lacos.messages import Messages

WIDTH, MARGIN = 560, 44
"""Pixels of what is drawn and of the room for an axis at its left: with it, 160 mm at 96 pixels an inch."""
FONT = "Liberation Sans, Arial, Arimo, Helvetica, Nimbus Sans, FreeSans, DejaVu Sans Condensed, sans-serif"
"""The first is inside vl-convert, which measures texts by it; the others are as wide. What a browser has instead may be a sixth wider."""
TEXT, SMALL, LEADING = 10.5, 9.5, 13
INK, GREY, PALE, PAPER = "#222222", "#6B6B6B", "#E4E4E4", "#FFFFFF"
BLUE, VERMILION = "#0072B2", "#D55E00"
QUADS = {
    "material cooperation": BLUE,
    "verbal cooperation": "#A6D3F0",
    "verbal conflict": "#FBC58A",
    "material conflict": "#B64A00",
}
"""Cooperation is blue, conflict orange; what is done is dark, what is said is light. Where both are drawn, they lie on different sides."""
GROUPS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#7A7A7A")
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "circle")
"""A shape beside each colour of a group; the last is that of those in none."""
DENSITY, EMPTY = ("#9FC5E8", "#08306B"), "#EFEFEF"
"""From few to many, and none: lighter than few in a grey print, too."""


def config(words: Messages) -> dict[str, Any]:
    """The configuration that all charts share, with the language's way to write numbers."""
    axis = {
        "labelColor": INK,
        "titleColor": INK,
        "labelFontSize": SMALL,
        "titleFontSize": SMALL,
        "titleFontWeight": "normal",
        "domainColor": GREY,
        "tickColor": GREY,
        "gridColor": PALE,
    }
    legend = {
        **{name: axis[name] for name in ("labelColor", "titleColor", "labelFontSize", "titleFontSize", "titleFontWeight")},
        "symbolStrokeWidth": 0,
        "columnPadding": 26,  # what a wider font needs
    }
    return {
        "font": FONT,
        "background": PAPER,
        "aria": False,  # Vega describes marks in English; the drawing as a whole has a description
        "padding": 8,
        "locale": {"number": number_locale(words)},
        "view": {"stroke": None},
        "axis": axis,
        "legend": legend,
        "title": {"anchor": "start", "frame": "group", "color": INK, "fontSize": 14, "subtitleColor": GREY, "subtitleFontSize": TEXT},
        "text": {"color": INK, "fontSize": SMALL},
        "concat": {"spacing": 10},
    }


def number_locale(words: Messages) -> Mapping[str, Any]:
    """Numbers as d3 is to write them: 1.234,5 or 1,234.5."""
    return {"decimal": words("decimal"), "thousands": words("thousands"), "grouping": [3], "currency": ["", ""]}
