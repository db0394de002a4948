"""What is found out about ties. Intervals (``low``, ``high``) are of 90 %, by a bootstrap over independent origins."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from pydantic import Field

from lacos.records import EventType, Standing, Status
from lacos.ties import Every, Measure
from lacos.web.api.models.listed import Row


class Act(Row):
    """A happening as it passes between two: one acts upon the other, or (``joint``) both act together."""

    happening: str = Field(examples=["h349402d88804318e"])
    actor: str = Field(examples=["PRK"])
    recipient: str = Field(examples=["USA"])
    joint: bool = Field(examples=[False])
    type: EventType = Field(examples=["THREATEN"])
    mode: str | None = Field(examples=[None])
    status: Status = Field(examples=["occurred"])
    historical: bool = Field(examples=[False])
    standing: Standing = Field(examples=["told"])
    when: str | None = Field(description="Its date as texts give it.", examples=["2017-09-03"])
    day: date | None = Field(description="The day it is put on.", examples=["2017-09-03"])
    first_reported: str | None = Field(examples=["2017-09-03"])
    last_reported: str | None = Field(examples=["2017-09-12"])
    articles: int = Field(examples=[14])
    origins: int = Field(examples=[6])
    counted: bool = Field(description="In the figures: it took place, is no history, is not only denied, and has a day.", examples=[True])
    quad: str = Field(description="Its PLOVER quad class.", examples=["verbal conflict"])
    score: float = Field(description="Its PLOVER score, -10 to +10.", examples=[-4.4])


class Report(Row):
    """One document's telling of a happening. Reports with one origin are not independent."""

    happening: str = Field(examples=["h349402d88804318e"])
    document: str = Field(examples=["missil-1"])
    published: str | None = Field(examples=["2017-11-28"])
    outlet: str | None = Field(examples=["Folha do Pacífico"])
    origin: str = Field(examples=["missil-1"])


class Period(Row):
    """Days from ``first`` to ``last``, both of which count."""

    label: str = Field(examples=["2017-09"])
    first: date = Field(examples=["2017-09-01"])
    last: date = Field(examples=["2017-09-30"])
    every: Every = Field(examples=["month"])


class Point(Row):
    """What a series measures in one period; null where nothing can be measured."""

    period: Period
    value: float | None = Field(examples=[-3.2])
    low: float | None = Field(examples=[-5.1])
    high: float | None = Field(examples=[-1.4])
    happenings: int = Field(examples=[31])
    origins: int = Field(examples=[17])


class Series(Row):
    """A measure over all periods from first to last, empty ones included."""

    measure: Measure = Field(examples=["net"])
    every: Every = Field(examples=["month"])
    group: str = Field(description="A quad class or type, empty for all.", examples=[""])
    points: list[Point]


class Break(Row):
    """Where a series changes its level, or its slope a period (trend), with the happenings that weigh most in the change."""

    first: Period
    kind: str = Field(examples=["level"])
    before: float = Field(examples=[-4.0])
    after: float = Field(examples=[1.9])
    change: float = Field(examples=[5.9])
    low: float = Field(examples=[3.8])
    high: float = Field(examples=[7.7])
    acts: list[Act]


class Trend(Row):
    """How net cooperation from the day ``split`` on compares with that before."""

    split: date = Field(examples=["2017-11-14"])
    before: float = Field(examples=[-3.1])
    after: float = Field(examples=[0.4])
    change: float = Field(examples=[3.5])
    low: float = Field(examples=[1.2])
    high: float = Field(examples=[5.6])
    is_clear: bool = Field(description="The interval leaves out zero.", examples=[True])


class Asymmetry(Row):
    """Happenings and net cooperation each way, and how far one answers the other (a correlation over ``periods``)."""

    forth: int = Field(examples=[120])
    back: int = Field(examples=[95])
    joint: int = Field(examples=[22])
    forth_net: float | None = Field(examples=[-2.8])
    back_net: float | None = Field(examples=[-3.3])
    reciprocity: float | None = Field(examples=[0.41])
    low: float | None = Field(examples=[0.12])
    high: float | None = Field(examples=[0.66])
    periods: int = Field(examples=[14])


class Share(Row):
    """A share of a whole."""

    name: str = Field(description="Empty where it is not known.", examples=["verbal conflict"])
    count: int = Field(examples=[142])
    share: float = Field(examples=[0.48])
    low: float = Field(examples=[0.41])
    high: float = Field(examples=[0.55])


class Tie(Row):
    """A tie: what passes between two, as figures. ``trend`` is null where too little is told."""

    one: list[str] = Field(examples=[["PRK"]])
    other: list[str] = Field(description="Empty: all others.", examples=[["USA"]])
    but: list[str] = Field(description="Who is left out of all others.", examples=[[]])
    since: str | None = Field(examples=[None])
    until: str | None = Field(examples=[None])
    first: date | None = Field(description="The first day that is counted.", examples=["2017-01-03"])
    last: date | None = Field(examples=["2018-06-30"])
    happenings: int = Field(examples=[237])
    origins: int = Field(examples=[88])
    articles: int = Field(examples=[412])
    is_thin: bool = Field(description="Too little is told of it to speak of a trend.", examples=[False])
    trend: Trend | None
    quads: list[Share]
    types: list[Share]
    outlets: list[Share]
    countries: list[Share]


class Node(Row):
    """An actor in the network of ties."""

    code: str = Field(examples=["PRK"])
    community: int = Field(description="The number of those that cooperate more with each other than with others.", examples=[0])
    centrality: float = Field(description="How central it is, 0 to 1.", examples=[0.71])
    happenings: int = Field(examples=[402])


class Edge(Row):
    """All that passes between two, whichever acts."""

    one: str = Field(examples=["PRK"])
    other: str = Field(examples=["USA"])
    happenings: int = Field(examples=[237])
    origins: int = Field(examples=[88])
    net: float = Field(description="Net cooperation, -10 to +10.", examples=[-2.9])


class Network(Row):
    """The network of all ties of a time."""

    first: date | None = Field(examples=["2017-01-03"])
    last: date | None = Field(examples=["2017-12-30"])
    nodes: list[Node]
    edges: list[Edge]


class Move(Row):
    """How two came closer or drew apart between two times: net cooperation in both, and the happenings that weigh most in the change."""

    one: str = Field(examples=["PRK"])
    other: str = Field(examples=["USA"])
    before: float = Field(examples=[-4.0])
    after: float = Field(examples=[1.9])
    change: float = Field(examples=[5.9])
    low: float = Field(examples=[3.8])
    high: float = Field(examples=[7.7])
    is_clear: bool = Field(description="The interval leaves out zero.", examples=[True])
    acts: list[Act]


def shown(model: type[Row], some: Iterable[Any]) -> list[dict[str, Any]]:
    """Findings as their model has them."""
    return [model.model_validate(one).model_dump(mode="json") for one in some]
