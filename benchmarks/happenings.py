"""How well event mentions are joined into happenings, within documents and across them: ``python -m benchmarks.happenings``.

Joins the annotators' events of the development documents, so that the coder's mistakes do not count, then the coder's own, and compares
pairs of mentions with the groups of ``happenings-dev.json`` (two groupers agree on pairs at F1 .97, across documents .93). Documents come
in the order of their dates, and then, to see whether that matters, in ten others.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from pathlib import Path

from lacos import language
from lacos.claims.joining import join
from lacos.evaluation import GoldDocument, load
from lacos.evaluation.scoring import located, match_by_type
from lacos.ledger.likeness import likeness
from lacos.ledger.traits import Trait, trait
from lacos.reader import Reading, interpret
from lacos.records import Claim

GOLD = Path(__file__).parents[2] / "shared" / "data" / "gold"

Place = tuple[str, int]
"""A mention: its document and its rank among the annotators' events."""


@dataclass
class Grouped:
    """Annotated documents with the groups of their events that tell of one happening."""

    documents: Sequence[GoldDocument]
    groups: Sequence[Sequence[Place]]
    _of: dict[Place, int] = field(init=False)

    def __post_init__(self) -> None:
        self._of = {place: number for number, group in enumerate(self.groups) for place in group}

    def same(self, one: Place, other: Place) -> bool:
        """Whether two mentions are of one group."""
        return one in self._of and self._of[one] == self._of.get(other)

    def claims(self) -> list[tuple[list[Place], Trait]]:
        """The claims of the documents in order of date: the mentions of each, and its trait."""
        return [claim for gold in sorted(self.documents, key=lambda one: (one.date or "", one.id)) for claim in self.told[gold.id]]

    @cached_property
    def told(self) -> dict[str, list[tuple[list[Place], Trait]]]:
        """The claims of each document."""
        return {gold.id: list(claims(gold)) for gold in self.documents}


def claims(gold: GoldDocument) -> Iterator[tuple[list[Place], Trait]]:
    events = gold.records()
    rank = {id(one): i for i, one in enumerate(events)}
    for happening in join(events):
        claim = Claim(happening.events, own_voice=tuple(event.id for event in happening.events))
        yield [(gold.id, rank[id(event)]) for event in happening.events], trait(claim)


def own(gold: GoldDocument, read: Reading) -> Iterator[tuple[list[Place], Trait]]:
    """The claims that the coder finds: of each mention the annotators' that it stands for, or one of its own."""
    events = {event.id: rank for rank, event in enumerate(read.events)}
    places = {other: one for one, other in match_by_type(gold.events, located(gold, (event.to_json() for event in read.events)))}
    for claim in read.claims:
        ranks = [events[event.id] for event in claim.events]
        yield [(gold.id, places.get(rank, -1 - rank)) for rank in ranks], trait(claim)


def happenings(told: Sequence[tuple[list[Place], Trait]]) -> list[list[Place]]:
    """The claims joined as a ledger joins them that they come to in this order."""
    groups: list[list[tuple[list[Place], Trait]]] = []
    for places, one in told:
        near = [group for group in groups if all(other.document != one.document for _, other in group)]
        ranked = [(likeness(one, [other for _, other in group]), -rank) for rank, group in enumerate(near)]
        best, rank = max(ranked, default=(-1.0, 0))
        if best >= 0:
            near[-rank].append((places, one))
        else:
            groups.append([(places, one)])
    return [[place for places, _ in group for place in places] for group in groups]


def pairs(groups: Sequence[Sequence[Place]]) -> set[tuple[Place, Place]]:
    return {(min(pair), max(pair)) for group in groups for pair in combinations(group, 2)}


def counts(grouped: Grouped, told: Sequence[tuple[list[Place], Trait]] | None = None) -> Counter[str]:
    """Pairs found, in the gold, and both, in all and across documents."""
    found, gold = pairs(happenings(told or grouped.claims())), pairs(grouped.groups)
    total: Counter[str] = Counter()
    for name, some in (("found", found), ("gold", gold), ("both", found & gold)):
        total[name] += len(some)
        total[f"{name} across"] += sum(one[0] != other[0] for one, other in some)
    return total


def shares(total: Counter[str]) -> str:
    """Precision and recall in words."""
    return ", ".join(
        f"{name} P {total[both] / total[found]:.3f} R {total[both] / total[gold]:.3f} ({total[gold]} in the gold)"
        for name, both, found, gold in (
            ("pairs", "both", "found", "gold"),
            ("across documents", "both across", "found across", "gold across"),
        )
    )


def development() -> Grouped:
    groups = json.loads((GOLD / "happenings-dev.json").read_text("utf8"))
    return Grouped(load(GOLD / "dev.json"), [[(name, rank) for name, rank in group["mentions"]] for group in groups])


def main() -> None:
    grouped = development()
    print(f"annotators' events: {shares(counts(grouped))}")
    across: Counter[str] = Counter()
    for seed in range(10):
        names = [gold.id for gold in grouped.documents]
        random.Random(seed).shuffle(names)
        across += counts(grouped, [claim for name in names for claim in grouped.told[name]])
    print(f"in ten other orders: {shares(across)}")
    nlp = language.load("pt")
    told = []
    for gold in sorted(grouped.documents, key=lambda one: (one.date or "", one.id)):
        document = gold.document()
        told += own(gold, interpret(nlp(document.text), document))
    print(f"the coder's events: {shares(counts(grouped, told))}")


if __name__ == "__main__":
    main()
