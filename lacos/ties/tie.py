"""A tie: all that passes between two actors, two sets of actors, or one and all others."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from functools import cached_property

from lacos.actors.tables import CODE
from lacos.ledger import Filter, Ledger, Told
from lacos.ledger.dyads import Sides, find_claims
from lacos.messages import preferred
from lacos.records import Standing
from lacos.ties import breaks, comparing, series, shares
from lacos.ties.acts import acts_of, covered, day_of, reports_of
from lacos.ties.errors import TieError, chosen
from lacos.ties.findings import Act, Asymmetry, Break, Comparison, Every, Measure, Period, Report, Series, Share, Trend
from lacos.ties.periods import check, periods
from lacos.ties.sample import Sample


class Tie:
    """All that passes between ``one`` and ``other``, in a ledger, from ``since`` until ``until``.

    Each side is a code or several; without ``other``, all others ``but`` some. A part of a state ("PRK/MED") stands for the state, for
    happenings do not tell them apart. ``since`` and ``until`` are ISO dates of any precision ("2017", "2017-09", "2017-09-03"); both count.
    Without ``since`` figures begin where the tie is covered: the little that lies before half a year of silence is not counted in them.
    Raises TieError for sides or dates that make no tie.
    """

    def __init__(
        self,
        ledger: Ledger,
        one: str | Collection[str],
        other: str | Collection[str] = (),
        since: str | None = None,
        until: str | None = None,
        but: str | Collection[str] = (),
    ) -> None:
        self.ledger, self.since, self.until = ledger, since, until
        self.one, self.other, self.but = side(one), side(other), side(but)
        if not self.one:
            raise TieError("a tie needs somebody on its first side: give a code (RUS) or several")
        if both := set(self.one) & set(self.other):
            raise TieError(f"{', '.join(sorted(both))} cannot be on both sides of a tie: give two different ones")
        check(since, until)

    def __repr__(self) -> str:
        time = "".join(f", {name} {date}" for name, date in (("since", self.since), ("until", self.until)) if date)
        but = f" but {', '.join(self.but)}" if self.but else ""
        return f"<Tie of {', '.join(self.one)} and {', '.join(self.other) or 'all others'}{but}{time}>"

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """All happenings of the tie in the order of time, those without a day last; one of several pairs is several acts."""
        return acts_of(self.ledger, self._asked, self._sides)

    @cached_property
    def counted(self) -> tuple[Act, ...]:
        """The acts that figures count: they took place, are no history, not only denied, and lie in the time that the tie is covered."""
        return covered(self.acts, self.since)

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """The reports of all acts, those of a happening together."""
        return reports_of(self.ledger, self._asked, self._sides)

    @property
    def first(self) -> date | None:
        """The first day that is counted, None where nothing is."""
        return day_of(self.counted[0]) if self.counted else None

    @property
    def last(self) -> date | None:
        """The last day that is counted, None where nothing is."""
        return day_of(self.counted[-1]) if self.counted else None

    @property
    def happenings(self) -> int:
        """How many happenings are counted."""
        return len(self.sample.happenings)

    @property
    def origins(self) -> int:
        """How many independent origins tell of them."""
        return self.sample.size

    @property
    def articles(self) -> int:
        """How many documents tell of them."""
        return len(self.sample.reports)

    @property
    def is_thin(self) -> bool:
        """Whether too little is told of the tie to speak of a trend: less than 12 happenings, or less than 12 independent origins."""
        return min(self.happenings, self.origins) < comparing.ENOUGH

    @cached_property
    def sample(self) -> Sample:
        """What is counted, as a sample."""
        return Sample(self.counted, self.reports)

    def claims(self, standings: Collection[Standing] = (), limit: int | None = None) -> list[Told]:
        """What is claimed of the tie, with who asserts, denies or condemns it: the contested first, then the latest."""
        asked = replace(self._asked, standings=tuple(standings))
        with self.ledger.database.reading() as connection:
            return find_claims(connection, asked, self._sides, limit)

    def series(self, measure: Measure = Measure.NET, every: Every = Every.MONTH, group: str = "") -> Series:
        """A measure over time. ``group`` is a quad class ("verbal conflict") or a type ("SANCTION"), "" for all.

        Raises TieError for another group.
        """
        return series.series(self.sample, chosen(Measure, measure), chosen(Every, every), self.periods(every), group)

    def periods(self, every: Every = Every.MONTH) -> tuple[Period, ...]:
        """The periods of its time, none where nothing is counted."""
        return tuple(periods(self.first, self.last, chosen(Every, every))) if self.first and self.last else ()

    def quads(self) -> tuple[Share, ...]:
        """The shares of the four quad classes in the happenings that count, in PLOVER's order."""
        return shares.quads(self.sample)

    def types(self) -> tuple[Share, ...]:
        """The shares of the event types in the happenings that count, the largest first."""
        return shares.types(self.sample)

    def breaks(self, measure: Measure = Measure.NET, every: Every = Every.MONTH) -> tuple[Break, ...]:
        """Where a measure changes its level or its trend, in the order of time; none where the tie is thin."""
        return () if self.is_thin else breaks.Course(self.sample, chosen(Measure, measure), self.periods(every)).breaks()

    def trend(self) -> Trend | None:
        """How the late half of the tie's happenings compares with the early half; None where either is thin."""
        return None if self.is_thin else comparing.trend(self.sample)

    def asymmetry(self, every: Every = Every.MONTH) -> Asymmetry:
        """Who acts upon whom, and how far one answers the other."""
        return comparing.asymmetry(self.sample, self.counted, self.one, self.periods(every))

    def compare(self, other: Tie) -> Comparison | None:
        """This tie's net cooperation beside another's; None where either is thin."""
        if self.is_thin or other.is_thin:
            return None
        return comparing.comparison(self.counted, other.counted, (*self.reports, *other.reports))

    def rest(self) -> Tie:
        """The ties of ``one`` with all but ``other``, in the same time: the actor's average, to compare with.

        Raises TieError for a tie with all others.
        """
        if not self.other:
            raise TieError(f"{', '.join(self.one)} with all others leaves no rest to compare with: name the other side")
        return Tie(self.ledger, self.one, (), self.since, self.until, but=self.other)

    def outlets(self) -> tuple[Share, ...]:
        """The outlets of the documents that tell of what is counted, the commonest first; "" for unknown ones."""
        return shares.outlets(self.sample)

    def countries(self) -> tuple[Share, ...]:
        """The countries of those outlets (ISO 3166-1 alpha-3), the commonest first; "" for unknown ones."""
        return shares.countries(self.sample)

    def _repr_html_(self) -> str:
        from lacos.ties.charts.labels import Labels
        from lacos.ties.notebook import glance

        return glance(self, Labels(preferred()))

    @property
    def _asked(self) -> Filter:
        return Filter(since=self.since, until=self.until)

    @property
    def _sides(self) -> Sides:
        return Sides(self.one, self.other, self.but)


def side(codes: str | Iterable[str]) -> tuple[str, ...]:
    """The states of the codes of a side, sorted. Raises TieError for what is no code."""
    found = (codes,) if isinstance(codes, str) else tuple(codes)
    for code in found:
        if not CODE.fullmatch(code):
            raise TieError(f"{code!r} is no code of an actor: give one such as RUS or UNO (lacos.actors.code_of finds it by a name)")
    return tuple(sorted({code.partition("/")[0] for code in found}))
