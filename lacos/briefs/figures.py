"""The figures of a tie by name, so that whoever reads a number in a brief can have it worked out anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean

from lacos.briefs.errors import BriefError
from lacos.ties import Act, Asymmetry, Break, Tie, Trend

CONFIDENCE = 90
"""Percent: of the intervals that ties give."""


@dataclass(frozen=True)
class Figures:
    """What is counted and measured of a tie, worked out once."""

    tie: Tie

    def __call__(self, name: str) -> int | float:
        """The figure of a name: "articles", "net", "trend.before", "break.0.after", "outlet.O Clarim", "origins.h12ab".

        Counts are of what is counted, means of its PLOVER scores. Raises BriefError for a name that the tie has no figure of.
        """
        group, _, rest = name.partition(".")
        try:
            return FIGURES[group](self, rest)
        except (KeyError, AttributeError, IndexError, ValueError) as error:
            raise BriefError(f"this tie has no figure {name!r}; figures are called by {', '.join(FIGURES)}") from error

    def count(self, name: str) -> int:
        """A figure that counts something."""
        return int(self(name))

    @cached_property
    def trend(self) -> Trend | None:
        return self.tie.trend()

    @cached_property
    def sides(self) -> Asymmetry:
        return self.tie.asymmetry()

    @cached_property
    def breaks(self) -> tuple[Break, ...]:
        return self.tie.breaks()

    @cached_property
    def outlets(self) -> dict[str, int]:
        """The reports of what counts by outlet, the commonest first."""
        return {share.name: share.count for share in self.tie.outlets() if share.name}

    @cached_property
    def days(self) -> tuple[str, ...]:
        """The days of what counts, in order."""
        return tuple(sorted(act.day.isoformat() for act in self.tie.counted if act.day))

    @cached_property
    def counted(self) -> frozenset[str]:
        """The happenings that count, by id."""
        return frozenset(act.happening for act in self.tie.counted)

    @cached_property
    def acts(self) -> dict[str, Act]:
        """The acts by happening."""
        return {act.happening: act for act in self.tie.acts}

    def quad(self, ending: str) -> int:
        """How many happenings that count are of "conflict", or of "cooperation"."""
        return len({act.happening for act in self.tie.counted if act.quad.endswith(ending)})

    def breaking(self, rest: str) -> float:
        """A mean beside a break: "0.before"."""
        number, _, side = rest.partition(".")
        return float(getattr(self.breaks[int(number)], side))


FIGURES: dict[str, Callable[[Figures, str], int | float]] = {
    "happenings": lambda of, _: of.tie.happenings,
    "origins": lambda of, rest: of.acts[rest].origins,
    "articles": lambda of, _: of.tie.articles,
    "conflict": lambda of, _: of.quad("conflict"),
    "cooperation": lambda of, _: of.quad("cooperation"),
    "net": lambda of, _: fmean(act.score for act in of.tie.counted),
    "trend": lambda of, rest: float(getattr(of.trend, rest)),
    "sides": lambda of, rest: int(getattr(of.sides, rest)),
    "break": Figures.breaking,
    "outlets": lambda of, _: len(of.outlets),
    "outlet": lambda of, rest: of.outlets[rest],
    "confidence": lambda *_: CONFIDENCE,
}
"""How each figure is worked out, by the first word of its name."""
