"""Charts of ties: one definition for SVG, PNG, pages and notebooks, offline, in Portuguese and English.

They need altair and vl-convert (pip install 'lacos[charts]'), which are loaded when the first is drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lacos.messages import preferred
from lacos.ties.charts.caption import captioned
from lacos.ties.charts.errors import ChartError
from lacos.ties.charts.kinds import SUFFIXES, Kind, suffix
from lacos.ties.charts.labels import Labels
from lacos.ties.findings import Every, Measure, Network
from lacos.ties.tie import Tie

if TYPE_CHECKING:
    from lacos.ties.charts.chart import Chart

__all__ = ["SUFFIXES", "ChartError", "Kind", "Labels", "captioned", "draw", "suffix"]


def draw(
    tie: Tie,
    kind: Kind = Kind.TIMELINE,
    language: str | None = None,
    every: Every | None = None,
    measure: Measure = Measure.HAPPENINGS,
    around: Network | None = None,
) -> Chart:
    """A chart of a tie, in "pt" or "en", else in the language of the environment.

    ``every`` is how long the periods of a timeline are (what suits the time that it covers where it is None), ``measure`` what its bars
    count. The kinds network and map need the network of all ties ``around``, as :func:`lacos.ties.network` makes it. A tie of which
    nothing counts gives a sheet that says so. Raises ChartError where altair is missing, or the network that a kind needs.
    """
    try:
        from lacos.ties.charts.drawing import Asked, drawn
    except ModuleNotFoundError as error:
        raise ChartError(f"charts need {error.name}: pip install 'lacos[charts]'") from error
    return drawn(Asked(tie, Labels(language or preferred()), every, measure, around), Kind(kind))
