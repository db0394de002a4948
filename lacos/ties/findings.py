"""What is found out about ties: acts, reports, series, breaks, asymmetry, outlets. Plain records, made by this room's other files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lacos.events.ontology import ontology, score
from lacos.records import EventType, Standing, Status


class Every(StrEnum):
    """How long the periods of a series are. Weeks begin on Mondays (ISO 8601)."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Measure(StrEnum):
    """What a series measures.

    ``net`` is net cooperation: the mean PLOVER score, from -10 to +10, of the happenings of a period; ``net by origins`` weighs each
    happening by the independent origins that tell of it. The others are counts.
    """

    HAPPENINGS = "happenings"
    ORIGINS = "origins"
    ARTICLES = "articles"
    CONTESTED = "contested"
    NET = "net"
    NET_BY_ORIGINS = "net by origins"


@dataclass(frozen=True, slots=True)
class Act:
    """A happening as it passes between two: one acts upon the other, or (``joint``) both act together.

    ``actor`` and ``recipient`` are states or organisations; ``recipient`` is "" where nobody is acted upon. ``when`` is its date as texts
    give it, ``day`` the day it is put on (its own, or that of the first report of news). ``counted`` says whether it goes into sums: it
    took place, is no history, is not only denied.
    """

    happening: str
    actor: str
    recipient: str
    joint: bool
    type: EventType
    mode: str | None
    status: Status
    historical: bool
    standing: Standing
    when: str | None
    day: date | None
    first_reported: str | None
    last_reported: str | None
    articles: int
    origins: int
    counted: bool

    @property
    def quad(self) -> str:
        """Its PLOVER quad class: "verbal cooperation", "material cooperation", "verbal conflict" or "material conflict"."""
        return ontology()[self.type].quad

    @property
    def score(self) -> float:
        """Its PLOVER conflict-cooperation score, from -10 to +10."""
        return score(self.type, self.mode)


@dataclass(frozen=True, slots=True)
class Report:
    """One document's telling of a happening. Reports with one ``origin`` are not independent (one wire, one outlet, copies of one text)."""

    happening: str
    document: str
    published: str | None
    outlet: str | None
    origin: str


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``first`` to ``last``, both of which count."""

    first: date
    last: date
    every: Every

    @property
    def label(self) -> str:
        """ "2017-09-03", "2017-W36", "2017-09" or "2017"."""
        year, week, _ = self.first.isocalendar()
        cut = {Every.DAY: 10, Every.MONTH: 7, Every.YEAR: 4}
        return f"{year}-W{week:02}" if self.every is Every.WEEK else self.first.isoformat()[: cut[self.every]]


@dataclass(frozen=True, slots=True)
class Point:
    """What a series measures in one period, with the 90 % interval of a bootstrap over origins.

    ``value`` is None where nothing happened and so nothing can be measured (net cooperation); its bounds are None, too, where so few
    origins tell of it that they cannot show how far they differ.
    """

    period: Period
    value: float | None
    low: float | None
    high: float | None
    happenings: int
    origins: int


@dataclass(frozen=True, slots=True)
class Series:
    """A measure over all periods from first to last, empty ones included. ``group`` is a quad class or type, "" for all."""

    measure: Measure
    every: Every
    group: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """Where a series changes its level or trend. ``first`` is the first period of what came after.

    ``change`` is after minus before, of the mean (level) or of the slope a period (trend), with its 90 % interval; ``acts`` are the
    happenings that weigh most in what changed, the weightiest first.
    """

    first: Period
    kind: str  # "level" or "trend"
    before: float
    after: float
    low: float
    high: float
    acts: tuple[Act, ...]

    @property
    def change(self) -> float:
        """After minus before."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a whole, with its 90 % interval: who acts in a tie, which outlets or countries its reports come from."""

    name: str
    count: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Asymmetry:
    """Who acts upon whom in a tie: happenings and net cooperation each way and together, and how far one answers the other.

    ``reciprocity`` is the correlation of the two directions' net cooperation over the ``periods`` in which both act, with its 90 %
    interval; None where those are too few.
    """

    forth: int
    back: int
    joint: int
    forth_net: float | None
    back_net: float | None
    reciprocity: float | None
    low: float | None
    high: float | None
    periods: int


@dataclass(frozen=True, slots=True)
class Trend:
    """How net cooperation of a late part of a tie, from the day ``split`` on, compares with that of the early one.

    ``low`` and ``high`` are the 90 % interval of the change, ``is_clear`` where it leaves out zero.
    """

    split: date
    before: float
    after: float
    low: float
    high: float

    @property
    def change(self) -> float:
        """Late minus early."""
        return self.after - self.before

    @property
    def is_clear(self) -> bool:
        """Whether the interval of the change leaves out zero."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """Net cooperation of one tie beside that of another, with the 90 % interval of the difference, one minus other."""

    one: float
    other: float
    low: float
    high: float

    @property
    def difference(self) -> float:
        """One minus other."""
        return self.one - self.other

    @property
    def is_clear(self) -> bool:
        """Whether the interval of the difference leaves out zero."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True)
class Edge:
    """All that passes between two actors in a period, whichever acts: happenings and net cooperation."""

    one: str
    other: str
    happenings: int
    origins: int
    net: float


@dataclass(frozen=True, slots=True)
class Node:
    """An actor in the network of ties: its community among allies, and how central it is (eigenvector centrality, 0 to 1)."""

    code: str
    community: int
    centrality: float
    happenings: int


@dataclass(frozen=True, slots=True)
class Network:
    """The network of ties of a period."""

    first: date | None
    last: date | None
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """How two came closer or drew apart between two periods: net cooperation in both, the change with its 90 % interval."""

    one: str
    other: str
    before: float
    after: float
    low: float
    high: float
    acts: tuple[Act, ...]

    @property
    def change(self) -> float:
        """Late minus early."""
        return self.after - self.before

    @property
    def is_clear(self) -> bool:
        """Whether the interval of the change leaves out zero."""
        return self.low > 0 or self.high < 0
