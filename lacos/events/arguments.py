"""Choosing the sides of an event among its candidates with learned weights.

Two steps, both linear over named features so that ``because`` can say what decided: each candidate is weighed alone, as actor and as
recipient (data/arguments.tsv); then whole assignments are compared, so that sides fit each other and the predicate (data/assignments.tsv:
how many on each side, none, coordinated candidates apart). ``python -m training.pt.arguments`` makes both tables.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product
from pathlib import Path

from lacos.events.candidates import Candidate
from lacos.events.matching import Match
from lacos.events.slots import Filled
from lacos.language.syntax import lemma
from lacos.tables import rows

DATA = Path(__file__).parent / "data"
MOST = 4
"""Candidates compared at most, the likeliest: assignments grow as 3 to this power."""
UNLIKELY = -2.5
"""Log-odds under which, on both sides, a candidate is left out."""

SLOTS = frozenset({"frame actor", "frame recipient"})
"""Features of the candidates that a frame itself puts on a side."""

Sides = tuple[tuple[Candidate, ...], tuple[Candidate, ...]]
Feature = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with its log-odds of being an actor and a recipient."""

    candidate: Candidate
    actor: float
    recipient: float


@cache
def single_weights(path: Path = DATA / "arguments.tsv") -> dict[str, tuple[float, float]]:
    """The weight of each feature of a candidate for (actor, recipient)."""
    return {row["feature"]: (float(row["actor"]), float(row["recipient"])) for _, row in rows(path)}


@cache
def joint_weights(path: Path = DATA / "assignments.tsv") -> dict[str, float]:
    """The weight of each feature of an assignment."""
    return {row["feature"]: float(row["weight"]) for _, row in rows(path)}


def weigh(candidate: Candidate, table: Mapping[str, tuple[float, float]]) -> Weighed:
    """The log-odds of one candidate alone. The sums are exact, so that they do not depend on the order of the features."""
    found = [table["bias"], *(table[name] for name in candidate.features if name in table)]
    return Weighed(candidate, math.fsum(actor for actor, _ in found), math.fsum(recipient for _, recipient in found))


def weigh_all(found: list[Candidate]) -> list[Weighed]:
    """The log-odds of each candidate alone."""
    return [weigh(candidate, single_weights()) for candidate in found]


def is_unlikely(weighed: Weighed) -> bool:
    """Whether a candidate is left out before any are compared."""
    return max(weighed.actor, weighed.recipient) <= UNLIKELY


def likeliest(weighed: list[Weighed]) -> list[Weighed]:
    """The candidates that are compared, best first."""
    near = [item for item in weighed if not is_unlikely(item)]
    return sorted(near, key=lambda item: -max(item.actor, item.recipient))[:MOST]


def choose(match: Match, filled: tuple[Filled, Filled], found: list[Candidate]) -> Sides:
    """The best assignment of candidates to (actors, recipients)."""
    compared = likeliest(weigh_all(found))
    table = joint_weights()

    counted: dict[tuple[int, int], float] = {}

    def total(found: Iterator[Feature]) -> float:
        return sum(table.get(name, 0.0) * value for name, value in found)

    def score(assignment: tuple[int, ...]) -> float:
        numbers = assignment.count(1), assignment.count(2)
        if numbers not in counted:
            counted[numbers] = total(_counts(match, filled, *numbers, len(compared)))
        return counted[numbers] + total(_choice(match, compared, assignment))

    best = max(allowed(match, filled, compared), key=score)
    actors = tuple(item.candidate for item, side in zip(compared, best, strict=True) if side == 1)
    recipients = tuple(item.candidate for item, side in zip(compared, best, strict=True) if side == 2)
    return actors, recipients


def allowed(match: Match, filled: tuple[Filled, Filled], compared: list[Weighed]) -> list[tuple[int, ...]]:
    """The assignments to choose from: nobody on either side only where the frame found nobody; whom it found coordinated stay together.

    "A and B" do nothing to each other, unless the predicate is reciprocal.
    """
    ways = assignments(len(compared))
    if compared and any(side.mentions for side in filled):
        ways = ways[1:]
    joined = [
        (i, j)
        for i, j in combinations(range(len(compared)), 2)
        if together(compared[i], compared[j]) and SLOTS & compared[i].candidate.features & compared[j].candidate.features
    ]
    apart = [(i, j) for i, j in combinations(range(len(compared)), 2) if together(compared[i], compared[j]) and not match.frame.reciprocal]
    return [way for way in ways if all(way[i] == way[j] for i, j in joined) and not any({way[i], way[j]} == {1, 2} for i, j in apart)]


@cache
def assignments(size: int) -> tuple[tuple[int, ...], ...]:
    """Every way to give ``size`` candidates a side: 0 none, 1 actor, 2 recipient; first the one in which all have none."""
    return tuple(product((0, 1, 2), repeat=size))


def features(match: Match, filled: tuple[Filled, Filled], compared: list[Weighed], assignment: tuple[int, ...]) -> Iterator[Feature]:
    """What an assignment looks like as a whole."""
    yield from _counts(match, filled, assignment.count(1), assignment.count(2), len(compared))
    yield from _choice(match, compared, assignment)


def _choice(match: Match, compared: list[Weighed], assignment: tuple[int, ...]) -> Iterator[Feature]:
    """Whom it puts where."""
    actors = [item for item, side in zip(compared, assignment, strict=True) if side == 1]
    recipients = [item for item, side in zip(compared, assignment, strict=True) if side == 2]
    rest = [item for item, side in zip(compared, assignment, strict=True) if not side]
    yield "sum of actors", sum(item.actor for item in actors)
    yield "sum of recipients", sum(item.recipient for item in recipients)
    if len(actors) > 1:
        yield "weakest actor", min(item.actor for item in actors)
    if len(recipients) > 1:
        yield "weakest recipient", min(item.recipient for item in recipients)
    yield from _company(match, actors, recipients, rest)


def _counts(match: Match, filled: tuple[Filled, Filled], actors: int, recipients: int, of: int) -> Iterator[Feature]:
    few = f"{min(actors, 2)} > {min(recipients, 2)}"
    kind, head = match.frame.type, lemma(match.token)
    slots = "".join("+" if side.mentions else "-" for side in filled)
    for name in (
        few,
        f"{min(actors, 3)} actors",
        f"{min(recipients, 3)} recipients",
        f"{kind} {min(actors, 3)} actors",
        f"{kind} {min(recipients, 3)} recipients",
        f"{kind} {match.token.pos_} {few}",
        f"{head} {min(actors, 2)} actors",
        f"{head} {min(recipients, 2)} recipients",
        f"reciprocal {match.frame.reciprocal} {few}",
        f"filled {slots} {few}",
        f"of {of} {few}",
    ):
        yield name, 1.0


def _company(match: Match, actors: list[Weighed], recipients: list[Weighed], rest: list[Weighed]) -> Iterator[Feature]:
    """Coordinated candidates belong together; a side stays empty more readily when the sentence names nobody for it."""
    for name, side in (("actors", actors), ("recipients", recipients)):
        if not side:
            continue
        for one, other in combinations(side, 2):
            yield f"{name} {'coordinated' if together(one, other) else 'apart'}", 1.0
        yield f"{name} split", sum(together(one, other) for one in side for other in rest)
        yield f"{name} not in the sentence", sum(not item.candidate.words for item in side)
    yield "coordinated across", sum(together(one, other) for one in actors for other in recipients if one is not other)
    inside = sum(bool(item.candidate.words) for item in (*actors, *recipients, *rest))
    if not actors and inside:
        yield f"{match.frame.type} no actor of those in the sentence", 1.0
    if not recipients and inside > 1:
        yield f"{match.frame.type} no recipient of those in the sentence", 1.0


def together(one: Weighed, other: Weighed) -> bool:
    return bool(one.candidate.words & other.candidate.words)


def reasons(candidate: Candidate, side: int, most: int = 2) -> str:
    """The features that spoke most for a side (0 actor, 1 recipient), strongest first."""
    return told(ranked(candidate, side)[:most])


def objections(candidate: Candidate, side: int, most: int = 2) -> str:
    """The features that spoke most against a side, strongest first."""
    return told([item for item in ranked(candidate, side)[: -most - 1 : -1] if item[0] < 0])


def ranked(candidate: Candidate, side: int) -> list[tuple[float, str]]:
    """What each feature says for a side, the best first."""
    table = single_weights()
    return sorted(((table[name][side], name) for name in candidate.features if name in table), reverse=True)


def told(found: list[tuple[float, str]]) -> str:
    return ", ".join(f"{name} {value:+.1f}" for value, name in found)
