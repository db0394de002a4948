"""How well event mentions of a document are joined into happenings: ``python -m benchmarks.happenings``.

Joins the annotators' own events of the development documents, so that the coder's mistakes do not count, and compares pairs of mentions
with the groups of ``happenings-dev.json`` (two groupers agree on pairs at F1 .97). The points of ``lacos.claims.joining`` were set on the
documents of even rank; those of odd rank are the ones to report.
"""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any

from lacos.claims.joining import join
from lacos.evaluation import GoldDocument, load
from lacos.records import Actor, Document, Event, EventDate, EventType, Mention, Status

GOLD = Path(__file__).parents[2] / "shared" / "data" / "gold"

Pairs = set[tuple[int, int]]


def event(raw: dict[str, Any], gold: GoldDocument, document: Document) -> Event:
    """An annotated event as a record."""
    start = gold.starts[raw["sentence"]]
    sentence = document.span(start, start + len(gold.sentences[raw["sentence"]]))

    def side(name: str) -> tuple[Mention, ...]:
        return tuple(Mention(Actor(mention["code"]), words(mention["text"])) for mention in raw[name] if mention["code"])

    def words(text: str) -> Any:
        at = document.text.find(text, start) if text else -1
        return document.span(at, at + len(text)) if at >= 0 else None

    return Event(
        type=EventType(raw["type"]),
        trigger=document.span(raw["start"], raw["end"]),
        sentence=sentence,
        actor=side("actor"),
        recipient=side("recipient"),
        status=Status(raw["status"]),
        historical=raw["historical"],
        date=EventDate(raw["date"]) if raw["date"] else None,
    )


def pairs(gold: GoldDocument) -> Pairs:
    """The pairs of mentions that are joined, by their ranks in the annotation."""
    document = gold.document()
    events = [event(raw, gold, document) for raw in gold.events]
    rank = {id(one): i for i, one in enumerate(events)}
    return {(min(a, b), max(a, b)) for group in join(events) for a, b in combinations([rank[id(one)] for one in group.events], 2)}


def main() -> None:
    groups = json.loads((GOLD / "happenings-dev.json").read_text("utf8"))
    counts = {half: [0, 0, 0] for half in ("even", "odd")}
    for number, gold in enumerate(load(GOLD / "dev.json")):
        right: Pairs = set()
        for group in groups:
            here = sorted(rank for document, rank in group["mentions"] if document == gold.id)
            right |= set(combinations(here, 2))
        found = pairs(gold)
        for i, value in enumerate((len(found & right), len(found), len(right))):
            counts["odd" if number % 2 else "even"][i] += value
    for half, (both, told, real) in counts.items():
        print(f"{half}: pairs P {both / told:.3f} R {both / real:.3f} F1 {2 * both / (told + real):.3f} ({real} in the gold)")


if __name__ == "__main__":
    main()
