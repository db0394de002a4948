"""What the trainings of the coder's weights share: their documents, the gold's event for a match, folds by document, the command."""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Protocol

from lacos.evaluation import GoldDocument, load
from lacos.evaluation.scoring import overlap
from lacos.events.matching import Match
from training import annotated

GOLD = Path(__file__).parents[3] / "shared" / "data" / "gold" / "train.json"


class OfDocument(Protocol):
    """A case to learn from, which knows the id of its document."""

    document: str


def documents() -> list[GoldDocument]:
    """What the weights are learnt from: the gold's training documents and our own annotations."""
    return [*load(GOLD), *annotated.load("tune")]


def event_of(hit: Match, gold: GoldDocument) -> dict[str, Any] | None:
    """The annotators' event of the match's type at its trigger, if they have one."""
    here = {"start": hit.token.idx, "end": hit.token.idx + len(hit.token.text)}
    return next((event for event in gold.events if event["type"] == hit.frame.type and overlap(event, here)), None)


def folds(known: Sequence[OfDocument], count: int) -> list[int]:
    """The fold of each case, by document."""
    names = sorted({case.document for case in known})
    random.Random(1).shuffle(names)
    rank = {name: i % count for i, name in enumerate(names)}
    return [rank[case.document] for case in known]


def command(
    doc: str | None,
    cases: Callable[[Iterable[GoldDocument]], list[Any]],
    cross_validate: Callable[[list[Any], int], None],
    write: Callable[[list[Any]], None],
) -> None:
    """Learn and write the tables, or, with ``--folds``, only print what documents left out score."""
    options = argparse.ArgumentParser(description=doc)
    options.add_argument("--folds", type=int)
    count = options.parse_args().folds
    known = cases(documents())
    if count:
        cross_validate(known, count)
    else:
        write(known)
