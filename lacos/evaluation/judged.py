"""What persons corrected in a ledger, as gold data (data/gold/GUIDE.md): what the coder should have found, for ``lacos evaluate``.

A document is there with all its events as they are now, those that nobody looked at included: whoever corrects one for gold reads them all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from lacos.evaluation.gold import Record
from lacos.ledger import Ledger
from lacos.reader import Reading
from lacos.records import Event, Mention, Span, Statement

LINE_END = re.compile(r"\n+")


def judged(ledger: Ledger) -> Iterator[Record]:
    """The documents with corrections in force, each text once, in the order of their ids."""
    corrected = {row["document"]: row["text"] for row in ledger.corrections() if row["undone_at"] is None}
    texts = set()
    for id in sorted(set(corrected) & {row["id"] for row in ledger.documents()}):
        reading = ledger.reading(id)
        if reading.document.text_id == corrected[id] and corrected[id] not in texts:
            texts.add(corrected[id])
            yield annotated(reading)


def as_json(ledger: Ledger) -> tuple[str, int]:
    """The same as the text of a file, and of how many documents it is."""
    found = list(judged(ledger))
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n", len(found)


def annotated(reading: Reading) -> Record:
    """A Reading as an annotated document."""
    document = reading.document
    known = [one.sentence for one in reading.events] + [one.sentence for one in reading.statements]
    pieces = sentences(document.text, known)
    starts = [start for start, _ in pieces]

    def at(place: int) -> int:
        return max(0, sum(start <= place for start in starts) - 1)

    return {
        "id": document.id,
        "date": document.published.isoformat() if document.published else None,
        "url": document.url,
        "sentences": [words(document.text[start:end]) for start, end in pieces],
        "events": [{"sentence": at(one.trigger.start), **event(one)} for one in reading.events],
        "statements": [{"sentence": at(one.content.start), **statement(one)} for one in reading.statements],
    }


def sentences(text: str, known: Iterable[Span]) -> list[tuple[int, int]]:
    """Where the sentences of a text begin and end: those that are known, and the lines between them, wherever a blank parts them."""
    spans = sorted({(span.start, span.end) for span in known})
    within = {place for start, end in spans for place in range(start + 1, end)}
    edges = {edge for span in spans for edge in span} | {match.end() for match in LINE_END.finditer(text)}
    parted = [
        edge for edge in sorted(edges - within) if 0 < edge < len(text) and text[edge - 1 : edge + 1].strip() != text[edge - 1 : edge + 1]
    ]
    return [(start, end) for start, end in pairwise([0, *parted, len(text)]) if text[start:end].strip()]


def event(one: Event) -> Record:
    """An event as an annotator writes it down."""
    return {
        "trigger": words(one.trigger.text),
        "type": one.type.value,
        "mode": one.mode,
        "actor": side(one.actor),
        "recipient": side(one.recipient),
        "status": one.status.value,
        "historical": one.historical,
        "date": one.date.value if one.date else None,
        "attributed_to": side(one.attributed_to),
    }


def statement(one: Statement) -> Record:
    """A statement as an annotator writes it down."""
    return {
        "speaker": side([one.speaker])[0] if one.speaker else {"text": "", "code": None},
        "cue": words(one.cue.text) if one.cue else "",
        "content": words(one.content.text),
        "stance": one.stance.value,
        "about": list(one.about),
    }


def side(mentions: Iterable[Mention]) -> list[Record]:
    return [{"text": words(mention.text), "code": mention.code} for mention in mentions]


def words(text: str) -> str:
    """A text without line ends, as sentences are joined by one blank."""
    return " ".join(text.split())
