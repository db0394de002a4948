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
from itertools import combinations
from pathlib import Path

from lacos import language
from lacos.claims.joining import join
from lacos.evaluation import GoldDocument, load
from lacos.evaluation.scoring import located, match_by_type
from lacos.ledger.joining import Candidate, likest
from lacos.ledger.traits import Trait, trait
from lacos.reader import Reading, interpret
from lacos.records import Claim

GOLD = Path(__file__).parents[2] / "shared" / "data" / "gold"

Place = tuple[str, int]
"""A mention: its document and its rank among the annotators' events."""
Told = tuple[list[Place], Trait]
"""A claim: its mentions, and what it is compared by."""


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

    def claims(self) -> list[Told]:
        """The claims of the documents in order of date."""
        return [claim for gold in sorted(self.documents, key=lambda one: (one.date or "", one.id)) for claim in claims(gold)]


def claims(gold: GoldDocument) -> Iterator[Told]:
    events = gold.records()
    rank = {id(one): i for i, one in enumerate(events)}
    for happening in join(events):
        claim = Claim(happening.events, own_voice=tuple(event.id for event in happening.events))
        yield [(gold.id, rank[id(event)]) for event in happening.events], trait(claim)


def own(gold: GoldDocument, read: Reading) -> Iterator[Told]:
    """The claims that the coder finds: of each mention the annotators' that it stands for, or one of its own."""
    events = {event.id: rank for rank, event in enumerate(read.events)}
    places = {other: one for one, other in match_by_type(gold.events, located(gold, (event.to_json() for event in read.events)))}
    for claim in read.claims:
        ranks = [events[event.id] for event in claim.events]
        yield [(gold.id, places.get(rank, -1 - rank)) for rank in ranks], trait(claim)


def happenings(told: Sequence[Told]) -> list[list[Place]]:
    """What the claims come to that a ledger joins in this order."""
    groups: list[list[Told]] = []
    for places, one in told:
        barred = frozenset(rank for rank, group in enumerate(groups) if any(other.document == one.document for _, other in group))
        home = likest(one, (Candidate(rank, other) for rank, group in enumerate(groups) for _, other in group), barred)
        if home is None:
            groups.append([(places, one)])
        else:
            groups[home].append((places, one))
    return [[place for places, _ in group for place in places] for group in groups]


def pairs(groups: Sequence[Sequence[Place]]) -> set[tuple[Place, Place]]:
    return {(min(pair), max(pair)) for group in groups for pair in combinations(group, 2)}


def counts(grouped: Grouped, told: Sequence[Told] | None = None) -> Counter[str]:
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
    across, known = Counter[str](), [list(claims(gold)) for gold in grouped.documents]
    for seed in range(10):
        random.Random(seed).shuffle(known)
        across += counts(grouped, [claim for some in known for claim in some])
    print(f"in ten other orders: {shares(across)}")
    nlp = language.load("pt")
    told = []
    for gold in sorted(grouped.documents, key=lambda one: (one.date or "", one.id)):
        document = gold.document()
        told += own(gold, interpret(nlp(document.text), document))
    print(f"the coder's events: {shares(counts(grouped, told))}")


if __name__ == "__main__":
    main()
