"""Precision, recall and F1 of coded documents, with the definitions of the gold data's own scorer (tests check that both agree).

Events are matched one to one within a sentence, first where the triggers overlap (was it seen?), then by type (what happened?); a dyad is
right when type and both sides are, sectors ignored; pairs are the dyads alone, as sets. Statements are matched where their contents overlap
by half of the shorter, preferring equal speakers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lacos.evaluation.gold import GoldDocument, Record

Pair = tuple[int, int]
ATTRIBUTES = ("actor", "recipient", "status", "historical", "attributed")


def code(value: Any) -> str:
    """The code of a side without its sector; "?" for an unknown one."""
    if isinstance(value, Mapping):
        value = value.get("code")
    return str(value or "?").split("/")[0]


def codes(values: Iterable[Any] | None) -> frozenset[str]:
    """The known codes of a side."""
    return frozenset(known for value in values or () if (known := code(value)) != "?")


def overlap(a: Record, b: Record) -> int:
    """Characters that two records share."""
    return max(0, int(min(a["end"], b["end"])) - int(max(a["start"], b["start"])))


def one_to_one(gold: list[Record], found: list[Record], weight: Callable[[Record, Record], int]) -> list[Pair]:
    """Pairs of indices, the heaviest first, each index once; a weight of 0 is no pair."""
    ranked = sorted(((weight(g, f), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True)
    pairs: list[Pair] = []
    for value, i, j in ranked:
        if value > 0 and all(-i != left and -j != right for left, right in pairs):
            pairs.append((-i, -j))
    return pairs


def same_sides(gold: Record, found: Record) -> tuple[bool, bool]:
    """Whether actor and recipient are the same countries and organisations."""
    return codes(gold["actor"]) == codes(found["actor"]), codes(gold["recipient"]) == codes(found["recipient"])


def match_by_type(gold: list[Record], found: list[Record]) -> list[Pair]:
    """Events of the same sentence and type, preferring overlapping triggers and equal sides."""

    def weight(g: Record, f: Record) -> int:
        alike = g["sentence"] == f["sentence"] and g["type"] == f["type"]
        return 1 + overlap(g, f) + sum(same_sides(g, f)) if alike else 0

    return one_to_one(gold, found, weight)


def match_statements(gold: list[Record], found: list[Record]) -> list[Pair]:
    """Statements whose contents overlap by half of the shorter, preferring equal speakers."""

    def weight(g: Record, f: Record) -> int:
        shared, shorter = overlap(g, f), min(g["end"] - g["start"], f["end"] - f["start"])
        return shared + 1000 * (code(g["speaker"]) == code(f["speaker"])) if 2 * shared >= shorter > 0 else 0

    return one_to_one(gold, found, weight)


def located(document: GoldDocument, events: Iterable[Record]) -> list[Record]:
    """Coded events with the gold sentence that each trigger lies in."""
    return [dict(event) | {"sentence": document.sentence_at(event["start"])} for event in events]


def dyads(events: Iterable[Record]) -> Iterator[tuple[Any, ...]]:
    """Each (sentence, type, one actor, one recipient)."""
    for event in events:
        for actor in codes(event["actor"]) or {"-"}:
            for recipient in codes(event["recipient"]) or {"-"}:
                yield event["sentence"], event["type"], actor, recipient


@dataclass
class Scores:
    """Counts over documents; the figures are made from them."""

    counts: Counter[str] = field(default_factory=Counter)
    types: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, document: GoldDocument, found: Mapping[str, Any]) -> None:
        """Count one document; ``found`` has "events" and "statements"."""
        self._add_events(document.events, located(document, found["events"]))
        self._add_statements(document.statements, list(found["statements"]))

    def _add_events(self, gold: list[Record], found: list[Record]) -> None:
        n = self.counts
        n["gold"] += len(gold)
        n["found"] += len(found)
        n["trigger"] += len(one_to_one(gold, found, lambda g, f: overlap(g, f) if g["sentence"] == f["sentence"] else 0))
        pairs = match_by_type(gold, found)
        n["type"] += len(pairs)
        for i, j in pairs:
            self._add_attributes(gold[i], found[j])
        for kind, events in (("gold", gold), ("found", found)):
            self.types.update((event["type"], kind) for event in events)
        self.types.update((gold[i]["type"], "hit") for i, _ in pairs)
        gold_dyads, found_dyads = set(dyads(gold)), set(dyads(found))
        n["pair"] += len(gold_dyads & found_dyads)
        n["pair_gold"] += len(gold_dyads)
        n["pair_found"] += len(found_dyads)

    def _add_attributes(self, gold: Record, found: Record) -> None:
        n = self.counts
        actor, recipient = same_sides(gold, found)
        n["dyad"] += actor and recipient
        n["actor_right"] += actor
        n["recipient_right"] += recipient
        n["status_right"] += gold["status"] == found.get("status")
        n["historical_right"] += bool(gold["historical"]) == bool(found.get("historical"))
        n["attributed_right"] += codes(gold["attributed_to"]) == codes(found.get("attributed_to"))
        if gold["date"]:
            n["dated"] += 1
            n["date_right"] += str(found.get("date") or "")[: len(gold["date"])] == gold["date"]

    def _add_statements(self, gold: list[Record], found: list[Record]) -> None:
        n = self.counts
        n["statements_gold"] += len(gold)
        n["statements_found"] += len(found)
        pairs = match_statements(gold, found)
        n["content"] += len(pairs)
        for i, j in pairs:
            right = code(gold[i]["speaker"]) == code(found[j]["speaker"])
            n["speaker"] += right
            n["stance_right"] += right and gold[i]["stance"] == found[j].get("stance")

    def to_json(self) -> dict[str, Any]:
        """All figures, in the shape of the gold data's scorer."""
        n, types = self.counts, self.types
        events: dict[str, Any] = {key: figures(n[key], n["gold"], n["found"]) for key in ("trigger", "type", "dyad")}
        events["pair"] = figures(n["pair"], n["pair_gold"], n["pair_found"])
        events["of_type_matched"] = {key: share(n[f"{key}_right"], n["type"]) for key in ATTRIBUTES} | {
            "date": share(n["date_right"], n["dated"]),
            "dated": n["dated"],
        }
        statements: dict[str, Any] = {key: figures(n[key], n["statements_gold"], n["statements_found"]) for key in ("content", "speaker")}
        statements["stance_of_speaker_matched"] = share(n["stance_right"], n["speaker"])
        by_type = {
            name: figures(types[name, "hit"], types[name, "gold"], types[name, "found"]) for name in sorted({name for name, _ in types})
        }
        return {"events": events, "statements": statements, "by_type": by_type}


def score(gold: Iterable[GoldDocument], found: Mapping[str, Mapping[str, Any]]) -> Scores:
    """The scores of coded documents, by id; one that is missing counts as empty."""
    scores = Scores()
    for document in gold:
        scores.add(document, found.get(document.id, {"events": [], "statements": []}))
    return scores


def share(right: int, of: int) -> float | None:
    return round(right / of, 3) if of else None


def figures(right: int, gold: int, found: int) -> dict[str, Any]:
    """Precision, recall and F1, with the counts they come from."""
    precision, recall = right / found if found else 0.0, right / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"p": round(precision, 3), "r": round(recall, 3), "f1": round(f1, 3), "tp": right, "gold": gold, "predicted": found}
