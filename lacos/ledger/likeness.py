"""How alike two claims of different documents are, and why: whether they tell of the same happening.

What speaks for and against is weighed by points, the log-odds that a logistic regression learnt from the groups of the gold's training
documents (``training.pt.happenings`` writes ``data/claims.tsv``). ``python -m benchmarks.happenings`` measures them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from lacos.claims.likeness import UNLIKE, closeness, learnt, named_alike
from lacos.language.stems import rarity
from lacos.ledger.traits import Interval, Timing, Trait

POINTS = Path(__file__).parent / "data" / "claims.tsv"
ENOUGH = 0.5
"""Points from which claims are taken to be one."""
FAR = 14
"""Days from which on what has no exact date is another happening."""
LANGUAGE = "pt"

Reasons = Iterator[tuple[str, float]]


def likeness(one: Trait, others: Iterable[Trait]) -> float:
    """How alike a claim is to those of a happening on average, beyond what is enough to join."""
    found = [points(one, other) for other in others]
    return sum(found) / len(found)


def points(one: Trait, other: Trait) -> float:
    """What speaks for two claims telling of the same, beyond what is enough; :data:`UNLIKE` where something keeps them apart."""
    reasons = alike(one, other)
    if reasons is None:
        return UNLIKE
    weights = learnt(POINTS)
    return weights["of one type"] + sum(weights[reason] * amount for reason, amount in reasons) - ENOUGH


def alike(one: Trait, other: Trait) -> list[tuple[str, float]] | None:
    """The reasons for and against, and how much there is of each; None where something keeps the claims apart."""
    when = time(one, other) if compatible(one, other) else None
    if when is None:
        return None
    return [(when, 1), *sides(one, other), *words(one, other), *manner(one, other)]


def compatible(one: Trait, other: Trait) -> bool:
    """Whether type, reality and sides may be the same: they share whoever both name, and one side at least."""
    return (
        (one.type, one.real, one.negated) == (other.type, other.real, other.negated)
        and (not one.actor or not other.actor or bool(one.actor & other.actor))
        and (not one.recipient or not other.recipient or bool(one.recipient & other.recipient))
        and bool(one.actor & other.actor or one.recipient & other.recipient)
    )


def sides(one: Trait, other: Trait) -> Reasons:
    """What their sides have in common; of those who act together any may stand on the other side."""
    if one.actor | one.recipient == other.actor | other.recipient:
        yield "same states", 1
    if bool(one.actor) != bool(other.actor):
        yield "actor in one only", 1
    elif one.actor == other.actor and one.actor:
        yield "same actor", 1
    if bool(one.recipient) != bool(other.recipient):
        yield "recipient in one only", 1
    elif one.recipient == other.recipient:
        yield ("same recipient" if one.recipient else "no recipient"), 1
    at_home = len(one.actor | one.recipient | other.actor | other.recipient) == 1
    yield from named_alike("acts", one.actor_names, other.actor_names, at_home)
    yield from named_alike("is acted upon", one.recipient_names, other.recipient_names, at_home)


def time(one: Trait, other: Trait) -> str | None:
    """How their times agree, None where they do not."""
    first, second = one.interval, other.interval
    if first is None or second is None or one.published is None or other.published is None:
        return None
    apart = max((second.first - first.last).days, (first.first - second.last).days, 0)
    between = abs((one.published - other.published).days)
    timings = {first.timing, second.timing}
    if apart:
        if timings == {Timing.DAY}:
            return "a day apart" if apart == 1 and one.real else None
        return "days apart" if timings & {Timing.NEWS, Timing.PLAN} and apart <= FAR else None
    if timings == {Timing.DAY}:
        return "same day"
    if Timing.YEAR in timings:
        return "same month" if one.when == other.when else None
    if timings == {Timing.NEWS, Timing.DAY}:
        return "reported at once" if lag((one, first), (other, second)) <= 2 else "reported later"
    if timings == {Timing.NEWS}:
        return "news of the same day" if between <= 1 else "news of the same days" if between <= 3 else "news of the same week"
    if Timing.MONTH in timings:
        return "same month"
    return "planned at one time" if between <= 2 else "days apart"


def lag(*claims: tuple[Trait, Interval]) -> int:
    """Days from the exact date of one of two to the report of the other."""
    ((_, exact),) = [pair for pair in claims if pair[1].timing is Timing.DAY]
    ((news, _),) = [pair for pair in claims if pair[1].timing is Timing.NEWS]
    assert news.published is not None
    return (news.published - exact.first).days


def words(one: Trait, other: Trait) -> Reasons:
    """What their triggers and the words beside them have in common."""
    shared = one.words & other.words
    yield "words beside", min(8, len(shared)) / 8
    yield "rare words beside", min(30.0, sum(rarity(word, LANGUAGE) for word in shared)) / 30
    yield "names or figures beside", min(3, len(one.names & other.names)) / 3
    yield "like words", max((closeness(a, b, LANGUAGE) for a in one.triggers for b in other.triggers), default=0.0)
    if one.stems & other.stems:
        yield "same word", 1
    if one.triggers & other.triggers:
        yield "same form", 1
    if one.plural != other.plural:
        yield "one and several", 1


def manner(one: Trait, other: Trait) -> Reasons:
    """Whether modes and statuses agree, and whether both are news."""
    if one.modes and other.modes:
        yield ("same mode" if one.modes & other.modes else "another mode"), 1
    if one.statuses & other.statuses:
        yield "same status", 1
    if one.historical != other.historical:
        yield "history in one only", 1
