"""A chart that is drawn: one definition, as SVG, PNG, a page of its own or JSON, and in notebooks. Nothing is fetched, ever."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import altair as alt
import vl_convert

from lacos.ties.charts.errors import ChartError
from lacos.ties.charts.kinds import suffix

NUMBER = re.compile(r'(?:(?<=id="clip)|(?<=id="gradient_)|(?<=url\(#clip)|(?<=url\(#gradient_))\d+')
VEIL = "\ufdd0"
"""Stands for "<" on the way through vl-convert, which puts the definition into a script as it is; no text has this character."""
SCALE = 3
"""Pixels of a PNG to one of the chart: 288 an inch where it is printed 160 mm wide."""


@dataclass(frozen=True)
class Chart:
    """A chart with its title; ``drawing`` is altair's. The same findings give the same bytes."""

    title: str
    drawing: alt.VConcatChart

    @cached_property
    def spec(self) -> dict[str, Any]:
        """Its Vega-Lite definition, the data within it."""
        spec: dict[str, Any] = self.drawing.to_dict()
        return spec

    def svg(self) -> str:
        """The drawing as SVG, an image with a description to those who cannot see it."""
        named = f'<svg role="img" aria-label={quoteattr(self.spec["description"])}'
        return numbered(vl_convert.vegalite_to_svg(self.spec)).replace("<svg", named, 1)

    def png(self, scale: float = SCALE) -> bytes:
        """The drawing as PNG, ``scale`` pixels to one of the chart."""
        return bytes(vl_convert.vegalite_to_png(self.spec, scale=scale))

    def html(self) -> str:
        """A page that needs nothing else: the scripts are in it. Words of articles cannot end the script that they stand in."""
        veiled = json.loads(json.dumps(self.spec, ensure_ascii=False).replace("<", VEIL))
        return str(vl_convert.vegalite_to_html(veiled, bundle=True)).replace(VEIL, r"\u003c")

    def json(self) -> str:
        """The Vega-Lite definition as text."""
        return json.dumps(self.spec, ensure_ascii=False, indent=1) + "\n"

    def save(self, path: str | Path) -> None:
        """Write a file of the kind that its name ends with: .svg, .png, .html, .json.

        Raises ChartError for a name that ends otherwise, and for a place where nothing can be written.
        """
        where = Path(path)
        content = FORMATS[suffix(path)](self)
        try:
            where.write_bytes(content)
        except OSError as error:
            raise ChartError(f"{where}: cannot be written ({error.strerror or error})") from error

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"image/svg+xml": self.svg(), "text/plain": self.title}


def numbered(svg: str) -> str:
    """A drawing whose clips and gradients are numbered from 0: vl-convert goes on from the drawing before."""
    places: dict[str, int] = {}
    return NUMBER.sub(lambda found: str(places.setdefault(found[0], len(places))), svg)


FORMATS: Mapping[str, Callable[[Chart], bytes]] = {
    ".svg": lambda chart: chart.svg().encode(),
    ".png": Chart.png,
    ".html": lambda chart: chart.html().encode(),
    ".json": lambda chart: chart.json().encode(),
}
