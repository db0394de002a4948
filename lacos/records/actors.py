"""Political entities, and the words that stand for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lacos.records.documents import Document, Span
from lacos.records.vocabulary import MentionKind


@dataclass(frozen=True, slots=True)
class Actor:
    """A political entity: an ISO 3166-1 alpha-3 or organisation code, with a sector where it is only a part ("PRK/MED")."""

    code: str
    name: str = field(default="", compare=False)

    @property
    def state(self) -> str:
        """The code without its sector."""
        return self.code.partition("/")[0]

    @property
    def sector(self) -> str | None:
        return self.code.partition("/")[2] or None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for an actor at one place; ``span`` is None where the text leaves the actor implicit."""

    actor: Actor
    span: Span | None
    kind: MentionKind = MentionKind.NAME
    confidence: float = 1.0
    because: str = ""
    person: str | None = None

    @property
    def code(self) -> str:
        return self.actor.code

    @property
    def text(self) -> str:
        return self.span.text if self.span else ""

    def to_json(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "name": self.actor.name,
            "span": self.span.to_json() if self.span else None,
            "text": self.text,
            "kind": self.kind.value,
            "confidence": self.confidence,
            "because": self.because,
            "person": self.person,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any], document: Document) -> Mention:
        return cls(
            actor=Actor(data["code"], data.get("name", "")),
            span=Span.from_json(data["span"], document) if data.get("span") else None,
            kind=MentionKind(data.get("kind", "name")),
            confidence=data.get("confidence", 1.0),
            because=data.get("because", ""),
            person=data.get("person"),
        )
