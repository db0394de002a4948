"""A chart of a tie, by its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from lacos.ties.charts.calendar import calendar
from lacos.ties.charts.caption import Caption, among, captioned
from lacos.ties.charts.chart import Chart
from lacos.ties.charts.claims import ORDER, claims
from lacos.ties.charts.errors import ChartError
from lacos.ties.charts.foremost import evidence, foremost
from lacos.ties.charts.kinds import Kind
from lacos.ties.charts.labels import Labels
from lacos.ties.charts.map import ties
from lacos.ties.charts.network import network
from lacos.ties.charts.profile import profile
from lacos.ties.charts.sheet import sentence, sheet
from lacos.ties.charts.theme import QUADS
from lacos.ties.charts.timeline import Timeline, timeline
from lacos.ties.findings import Every, Measure, Network
from lacos.ties.tie import Tie

LONGEST = {Every.DAY: 70, Every.WEEK: 430, Every.MONTH: 3700}
"""Days that are drawn by day, by week, by month at most, where the user does not say."""
NETS = (Measure.NET, Measure.NET_BY_ORIGINS)


@dataclass(frozen=True)
class Asked:
    """What is to be drawn of which tie, and how. ``around`` is the network of all ties, which the kinds network and map show."""

    tie: Tie
    labels: Labels
    every: Every | None = None
    measure: Measure = Measure.HAPPENINGS
    around: Network | None = None

    @property
    def words(self) -> Callable[..., str]:
        """The words of the language that is asked for."""
        return self.labels.words

    def caption(self, kind: Kind) -> Caption:
        """The caption of a kind of chart of the tie."""
        return captioned(self.tie, kind, self.labels)


def drawn(asked: Asked, kind: Kind) -> Chart:
    """The chart of a kind."""
    return DRAWN[kind](asked)


def nothing(asked: Asked, kind: Kind) -> Chart:
    """The sheet of a tie of which nothing counts."""
    return sheet([sentence(asked.words("note_nothing"))], asked.caption(kind), asked.labels)


def draw_timeline(asked: Asked) -> Chart:
    """Bars count what is asked, except that net cooperation, which has its own panel, leaves them to happenings."""
    tie = asked.tie
    if tie.first is None or tie.last is None:
        return nothing(asked, Kind.TIMELINE)
    every = asked.every or suiting(tie.first, tie.last)
    measure = Measure.HAPPENINGS if asked.measure in NETS else asked.measure
    net = Measure.NET_BY_ORIGINS if asked.measure is Measure.NET_BY_ORIGINS else Measure.NET
    breaks, acts = tie.breaks(net, every), foremost(tie.counted)
    shown = Timeline(
        [tie.series(measure, every, quad) for quad in QUADS],
        None if tie.is_thin else tie.series(net, every),
        breaks,
        acts,
        evidence(tie, {act.happening for act in (*acts, *(act for one in breaks for act in one.acts[:1]))}),
    )
    return timeline(shown, replace(asked.caption(Kind.TIMELINE), title=titled(asked, shown)), asked.labels)


def titled(asked: Asked, shown: Timeline) -> str:
    """The title of a timeline: what its bars count, and net cooperation where it is drawn."""
    measure, labels = shown.counts[0].measure, asked.labels
    name = labels.tie(asked.tie.one, asked.tie.other)
    if shown.net is None:
        return asked.words("title.counts", tie=name, what=labels.per(measure, shown.every))
    return asked.words("title.timeline", tie=name, what=asked.words(f"axis.{measure}"))


def draw_calendar(asked: Asked) -> Chart:
    """All days from the first that counts to the last."""
    tie = asked.tie
    if tie.first is None or tie.last is None:
        return nothing(asked, Kind.CALENDAR)
    return calendar(tie.counted, (tie.first, tie.last), asked.caption(Kind.CALENDAR), asked.labels)


def draw_profile(asked: Asked) -> Chart:
    """Each way and together, under its heading."""
    tie, labels = asked.tie, asked.labels
    if tie.first is None:
        return nothing(asked, Kind.PROFILE)
    one, other = labels.actors(tie.one), labels.actors(tie.other) if tie.other else asked.words("all")
    headings = (asked.words("towards", one=one, other=other), asked.words("towards", one=other, other=one), asked.words("together"))
    return profile(tie.counted, tie.one, headings, asked.caption(Kind.PROFILE), labels)


def draw_claims(asked: Asked) -> Chart:
    """What somebody says of the tie, which is more than what counts."""
    return claims(asked.tie.claims(ORDER), replace(asked.caption(Kind.CLAIMS), counted="", notes=()), asked.labels)


def draw_network(asked: Asked) -> Chart:
    """The tie amid all others."""
    return network(surroundings(asked), (*asked.tie.one, *asked.tie.other), asked.caption(Kind.NETWORK), asked.labels)


def draw_map(asked: Asked) -> Chart:
    """The ties of the first side alone."""
    found, tie = surroundings(asked), asked.tie
    near = replace(found, edges=tuple(edge for edge in found.edges if {edge.one, edge.other} & {*tie.one}))
    title = asked.words("title.map", tie=asked.labels.actors(tie.one))
    return ties(near.edges, tie.one, tie.other, among(near, replace(asked.caption(Kind.MAP), title=title), asked.labels), asked.labels)


def surroundings(asked: Asked) -> Network:
    """The network around the tie. Raises ChartError where it is not given."""
    if asked.around is None:
        raise ChartError("charts of the kinds network and map show the network of all ties: give it as around=network(ledger)")
    return asked.around


DRAWN: Mapping[Kind, Callable[[Asked], Chart]] = {
    Kind.TIMELINE: draw_timeline,
    Kind.CALENDAR: draw_calendar,
    Kind.PROFILE: draw_profile,
    Kind.NETWORK: draw_network,
    Kind.CLAIMS: draw_claims,
    Kind.MAP: draw_map,
}


def suiting(first: date, last: date) -> Every:
    """Periods that are neither too many to be told apart nor too few to tell of time."""
    return next((every for every, most in LONGEST.items() if (last - first).days <= most), Every.YEAR)
