"""Learn what speaks for two mentions, and two claims, telling of the same happening: ``python -m training.pt.happenings [--folds]``.

From groups of the events of the gold's training documents and of our own annotations, made as data/gold/HAPPENINGS.md says.
``happenings.json`` has the documents that one annotator read together, and the groups, of [document, rank among its events]. A logistic
regression on pairs gives the points. With ``--folds`` it leaves the tables as they are and prints what annotators left out score.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import numpy

from benchmarks.happenings import Grouped, counts, shares
from lacos.claims import joining
from lacos.claims import likeness as of_mentions
from lacos.evaluation import load
from lacos.ledger import likeness as of_claims
from training import annotated
from training.pt.coder.cases import GOLD

GROUPS = Path(__file__).parent / "happenings.json"
PENALTY = 3.0
"""Of squared weights, which keeps what is rare from weighing much."""
CONSTANT = "of one type"

Example = tuple[dict[str, float], bool]


def parts() -> list[Grouped]:
    """What each annotator read, with the groups."""
    documents = {one.id: one for one in (*load(GOLD), *annotated.load("tune"))}
    return [
        Grouped([documents[name] for name in part["documents"]], [[tuple(one) for one in group] for group in part["groups"]])
        for part in json.loads(GROUPS.read_text("utf8"))
    ]


def mentions(part: Grouped) -> Iterator[Example]:
    """Pairs of mentions of a document that nothing keeps apart, each with its reasons and whether it is one happening."""
    for gold in part.documents:
        events = gold.records()
        sentence = joining.ranks(events)
        for (i, one), (j, other) in combinations(enumerate(events), 2):
            if one.type == other.type and of_mentions.compatible(one, other):
                yield dict(of_mentions.alike(one, other, sentence)), part.same((gold.id, i), (gold.id, j))


def claims(part: Grouped) -> Iterator[Example]:
    """Pairs of claims of different documents that nothing keeps apart."""
    for (places, one), (others, other) in combinations(part.claims(), 2):
        reasons = None if one.document == other.document else of_claims.alike(one, other)
        if reasons is not None:
            yield dict(reasons), any(part.same(a, b) for a in places for b in others)


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The weights of a logistic regression, by Newton's method."""
    names = [CONSTANT, *sorted({name for reasons, _ in examples for name in reasons})]
    rows = numpy.array([[1.0, *(float(reasons.get(name, 0)) for name in names[1:])] for reasons, _ in examples])
    right = numpy.array([float(same) for _, same in examples])
    weights, penalty = numpy.zeros(len(names)), numpy.diag([0.0] + [PENALTY] * (len(names) - 1))
    for _ in range(30):
        chances = 1 / (1 + numpy.exp(-rows @ weights))
        slope = rows.T @ (right - chances) - penalty @ weights
        weights += numpy.linalg.solve((rows * (chances * (1 - chances))[:, None]).T @ rows + penalty, slope)
    return dict(zip(names, weights.round(3).tolist(), strict=True))


def write(weights: dict[str, float], path: Path, what: str) -> None:
    """Write points as the table that the coder reads, forgetting what it had."""
    lines = [f"{name}\t{weight:g}\n" for name, weight in sorted(weights.items(), key=lambda pair: -pair[1])]
    path.write_text(
        "".join(
            [f"# What speaks for two {what} telling of one happening: log-odds (training.pt.happenings).\n", "reason\tpoints\n", *lines]
        ),
        "utf8",
    )
    of_mentions.learnt.cache_clear()


def learn(some: Sequence[Grouped]) -> None:
    """Learn from parts and write both tables: that of mentions first, since it makes the claims."""
    for pairs, path, what in ((mentions, of_mentions.POINTS, "mentions"), (claims, of_claims.POINTS, "claims")):
        write(fit([example for part in some for example in pairs(part)]), path, what)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--folds", action="store_true")
    known = parts()
    if not options.parse_args().folds:
        learn(known)
        return
    shipped = {path: path.read_text("utf8") for path in (of_mentions.POINTS, of_claims.POINTS)}
    total: Counter[str] = Counter()
    try:
        for k, part in enumerate(known):
            learn([other for i, other in enumerate(known) if i != k])
            total += counts(part)
    finally:
        for path, text in shipped.items():
            path.write_text(text, "utf8")
    print(f"annotators left out: {shares(total)}")


if __name__ == "__main__":
    main()
