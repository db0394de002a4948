"""Annotated documents: sentences, events and statements in the form of the gold data (data/gold/GUIDE.md)."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from lacos.records import Actor, Document, Event, EventDate, EventType, LacosError, Mention, Span, Status

Record = dict[str, Any]


class GoldError(LacosError):
    """A gold file that cannot be read."""


@dataclass(frozen=True)
class GoldDocument:
    """One annotated document; its text is its sentences joined by a space."""

    id: str
    date: str | None
    sentences: tuple[str, ...]
    raw_events: tuple[Record, ...]
    raw_statements: tuple[Record, ...]

    @cached_property
    def text(self) -> str:
        return " ".join(self.sentences)

    @cached_property
    def starts(self) -> list[int]:
        """Where each sentence begins in the text."""
        starts, at = [], 0
        for sentence in self.sentences:
            starts.append(at)
            at += len(sentence) + 1
        return starts

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that ``offset`` lies in; a blank between two belongs to the first."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def document(self) -> Document:
        """The text to be coded, dated as the gold says."""
        return Document.from_json({"id": self.id, "text": self.text, "published": self.date, "language": "pt"})

    @cached_property
    def events(self) -> list[Record]:
        """The events with the offsets of their triggers: the first whole-word place in the sentence."""
        located = []
        for event in self.raw_events:
            sentence, trigger = self.sentences[event["sentence"]], event["trigger"]
            whole = re.search(rf"(?<!\w){re.escape(trigger)}(?!\w)", sentence)
            start = self.starts[event["sentence"]] + (whole.start() if whole else sentence.find(trigger))
            located.append(event | {"start": start, "end": start + len(trigger)})
        return located

    def records(self) -> tuple[Event, ...]:
        """The events as records, in the order of the annotation, as far as it says."""
        document = self.document()
        return tuple(self._event(event, document) for event in self.events)

    def _event(self, event: Record, document: Document) -> Event:
        start = self.starts[event["sentence"]]

        def words(text: str | None) -> Span | None:
            at = document.text.find(text, start) if text else -1
            return document.span(at, at + len(text)) if text and at >= 0 else None

        def side(name: str) -> tuple[Mention, ...]:
            return tuple(Mention(Actor(one["code"]), words(one["text"])) for one in event[name] if one["code"])

        return Event(
            type=EventType(event["type"]),
            trigger=document.span(event["start"], event["end"]),
            sentence=document.span(start, start + len(self.sentences[event["sentence"]])),
            actor=side("actor"),
            recipient=side("recipient"),
            mode=event["mode"],
            status=Status(event["status"]),
            historical=event["historical"],
            date=EventDate(event["date"]) if event["date"] else None,
            attributed_to=side("attributed_to"),
        )

    @cached_property
    def statements(self) -> list[Record]:
        """The statements with the offsets of their contents."""
        located = []
        for statement in self.raw_statements:
            start = self.text.find(statement["content"], self.starts[statement["sentence"]])
            start = start if start >= 0 else self.text.find(statement["content"])
            located.append(statement | {"start": start, "end": start + len(statement["content"])})
        return located


def load(path: Path) -> list[GoldDocument]:
    """The documents of a gold file. Raises GoldError naming the file and what is wrong with it."""
    try:
        data = json.loads(path.read_text("utf8"))
        return [_document(item) for item in data]
    except OSError as error:
        raise GoldError(f"{path}: {error.strerror}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise GoldError(f"{path} is no gold file: {type(error).__name__} {error}") from error


def _document(item: Mapping[str, Any]) -> GoldDocument:
    return GoldDocument(str(item["id"]), item.get("date"), tuple(item["sentences"]), tuple(item["events"]), tuple(item["statements"]))
