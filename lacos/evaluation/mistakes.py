"""Where coded records differ from the gold, by kind of mistake."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lacos.evaluation.gold import GoldDocument, Record
from lacos.evaluation.scoring import code, codes, located, match_by_type, match_statements, overlap, same_sides

KINDS = (
    "missed",
    "false",
    "type",
    "actor",
    "recipient",
    "status",
    "attributed",
    "historical",
    "date",
    "statement missed",
    "statement false",
    "speaker",
    "stance",
)


@dataclass(frozen=True, slots=True)
class Mistake:
    """One difference: what the gold has and what was found, with the words and the sentence."""

    kind: str
    document: str
    words: str
    gold: str
    found: str
    sentence: str


def mistakes(document: GoldDocument, found: Mapping[str, Any]) -> Iterator[Mistake]:
    """The mistakes in one document. A missed event whose trigger was given another type is one mistake of kind "type"."""
    yield from _of_events(document, document.events, located(document, found["events"]))
    yield from _of_statements(document, document.statements, list(found["statements"]))


def _of_events(document: GoldDocument, gold: list[Record], found: list[Record]) -> Iterator[Mistake]:
    pairs = match_by_type(gold, found)
    unmatched = [event for j, event in enumerate(found) if j not in {j for _, j in pairs}]
    for i, event in enumerate(gold):
        if i in {i for i, _ in pairs}:
            continue
        other = next((item for item in unmatched if overlap(item, event)), None)
        if other is not None:
            unmatched.remove(other)
        yield _mistake("type" if other else "missed", document, event, _event(event), _event(other) if other else "")
    for event in unmatched:
        yield _mistake("false", document, event, "", _event(event))
    for i, j in pairs:
        actor, recipient = same_sides(gold[i], found[j])
        wrong = {
            "actor": not actor,
            "recipient": not recipient,
            "status": gold[i]["status"] != found[j].get("status"),
            "attributed": codes(gold[i]["attributed_to"]) != codes(found[j].get("attributed_to")),
            "historical": bool(gold[i]["historical"]) != bool(found[j].get("historical")),
            "date": not same_date(gold[i]["date"], found[j].get("date")),
        }
        for kind in (kind for kind, is_wrong in wrong.items() if is_wrong):
            yield _mistake(kind, document, gold[i], _event(gold[i]), _event(found[j]))


def _of_statements(document: GoldDocument, gold: list[Record], found: list[Record]) -> Iterator[Mistake]:
    pairs = match_statements(gold, found)
    for i, item in enumerate(gold):
        if i not in {i for i, _ in pairs}:
            yield _mistake("statement missed", document, item, _statement(item), "")
    for j, item in enumerate(found):
        if j not in {j for _, j in pairs}:
            yield _mistake("statement false", document, item, "", _statement(item))
    for i, j in pairs:
        if code(gold[i]["speaker"]) != code(found[j]["speaker"]):
            yield _mistake("speaker", document, gold[i], _statement(gold[i]), _statement(found[j]))
        elif gold[i]["stance"] != found[j].get("stance"):
            yield _mistake("stance", document, gold[i], _statement(gold[i]), _statement(found[j]))


def _mistake(kind: str, document: GoldDocument, record: Record, gold: str, found: str) -> Mistake:
    sentence = document.sentences[document.sentence_at(record["start"])]
    return Mistake(kind, document.id, document.text[record["start"] : record["end"]][:80], gold, found, sentence)


def same_date(gold: str | None, found: str | None) -> bool:
    """Whether a date is as exact as the gold's and the same, or neither has one."""
    return bool(found) == bool(gold) and (found or "").startswith(gold or "")


def _event(event: Record) -> str:
    sides = ["+".join(sorted(codes(event[side]))) or "-" for side in ("actor", "recipient")]
    by = "+".join(sorted(codes(event.get("attributed_to"))))
    when = (f" on {event['date']}" if event.get("date") else "") + (" (history)" if event.get("historical") else "")
    return f"{event['type']} {sides[0]} > {sides[1]} {event.get('status')}" + (f" by {by}" if by else "") + when


def _statement(item: Record) -> str:
    cue = item.get("cue")
    cue = cue.get("text") if isinstance(cue, Mapping) else cue
    return f"{code(item['speaker'])} «{cue or ''}» {item.get('stance')}"
