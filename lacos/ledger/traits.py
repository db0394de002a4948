"""What a claim is compared by with claims of other documents."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from lacos.claims.likeness import beside, called, is_plural, is_told_as_real, names, states
from lacos.language.stems import stem
from lacos.records import Claim, Event, EventType, Standing, Status

Place = tuple[int, int]
"""A claim by the number of its document and its rank there."""
FRESH = 7
"""Days before a report within which news without a date took place."""
PLANNED = 60
"""Days after a report within which what is planned without a date is looked for."""


class Timing(StrEnum):
    """How a claim says when: a date of some precision; that it is news, without one; that it is to come, without one."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    NEWS = "news"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Interval:
    """The days, first and last, on one of which something took place."""

    first: date
    last: date
    timing: Timing


@dataclass(frozen=True, slots=True)
class Trait:
    """A claim as those of other documents see it: what its mentions say together.

    ``words`` are the stems of the words beside its triggers, ``triggers`` these themselves, ``names`` the names and figures around them;
    ``published`` is the date of its document, ``day`` that by which it is looked up.
    """

    document: str
    type: EventType
    real: bool
    negated: bool
    historical: bool
    actor: frozenset[str]
    recipient: frozenset[str]
    when: str | None
    published: date | None
    words: frozenset[str]
    triggers: frozenset[str]
    names: frozenset[str]
    actor_names: frozenset[str]
    recipient_names: frozenset[str]
    plural: bool
    modes: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()

    interval: Interval | None = field(init=False, compare=False, repr=False)
    day: date | None = field(init=False, compare=False, repr=False)
    stems: frozenset[str] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        found = interval(self.when, self.published, self.real, self.historical)
        object.__setattr__(self, "interval", found)
        object.__setattr__(self, "day", middle(found) if found else None)
        object.__setattr__(self, "stems", frozenset(map(stem, self.triggers)))


def interval(value: str | None, published: date | None, real: bool, historical: bool) -> Interval | None:
    """When something took place, None where nothing says."""
    if value:
        return dated(value)
    if historical or published is None:
        return None
    first = published - timedelta(days=FRESH)
    if real:
        return Interval(first, published, Timing.NEWS)
    return Interval(first, published + timedelta(days=PLANNED), Timing.PLAN)


def dated(value: str) -> Interval:
    """The days of an ISO date of any precision."""
    year, month, day = (int(part) for part in (value + "-00-00").split("-")[:3])
    if day:
        return Interval(date(year, month, day), date(year, month, day), Timing.DAY)
    if month:
        return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]), Timing.MONTH)
    return Interval(date(year, 1, 1), date(year, 12, 31), Timing.YEAR)


def trait(claim: Claim) -> Trait:
    """The trait of a claim: of its mention that names most sides, its most exact date, the words of all."""
    events = claim.events
    fullest = max(events, key=lambda event: (len(states(event.actor)) > 0) + (len(states(event.recipient)) > 0))
    document = events[0].trigger.document
    return Trait(
        document=document.id,
        type=events[0].type,
        real=is_told_as_real(events[0]) or claim.standing is Standing.DENIED,
        negated=all(event.status is Status.NEGATED for event in events) and claim.standing is not Standing.DENIED,
        historical=events[0].historical,
        actor=states(fullest.actor),
        recipient=states(fullest.recipient),
        when=most_exact(events),
        published=document.published,
        words=frozenset().union(*map(beside, events)),
        triggers=frozenset(event.trigger.text.lower().split()[0] for event in events),
        names=frozenset().union(*map(names, events)),
        actor_names=frozenset().union(*(called(event.actor) for event in events)),
        recipient_names=frozenset().union(*(called(event.recipient) for event in events)),
        plural=all(map(is_plural, events)),
        modes=frozenset(event.mode for event in events if event.mode),
        statuses=frozenset(event.status.value for event in events),
    )


def most_exact(events: Iterable[Event]) -> str | None:
    """The most exact date of several, the one most often given of those."""
    values = [event.date.value for event in events if event.date]
    return max(values, key=lambda value: (len(value), values.count(value), value), default=None)


def keys(one: Trait) -> Iterator[str]:
    """Where to look for claims like it: by type and each state that acts, and each that is acted upon."""
    for sign, side in ((":", one.actor), (">", one.recipient)):
        for state in sorted(side):
            yield f"{one.type}{sign}{state}"


def middle(interval: Interval) -> date:
    """The day by which claims are looked up."""
    return interval.first + (interval.last - interval.first) // 2 if interval.timing is not Timing.NEWS else interval.last
