"""Who of two persons supports or opposes the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lacos.records.documents import Document, Span
from lacos.records.vocabulary import Attitude


@dataclass(frozen=True, slots=True)
class Person:
    """A person by name, in the words of one place."""

    name: str
    span: Span

    def to_json(self) -> dict[str, Any]:
        return {"name": self.name, "span": self.span.to_json()}

    @classmethod
    def from_json(cls, data: Mapping[str, Any], document: Document) -> Person:
        """The inverse of :meth:`to_json`. Raises SpanError where the words are not those of ``document``."""
        return cls(data["name"], Span.from_json(data["span"], document))


@dataclass(frozen=True, slots=True)
class PersonStance:
    """That one person supports or opposes another, as a sentence tells it.

    ``chance`` is its probability, ``evidence`` the id of the event or statement of the sentence that it rests on, where there is one.
    """

    holder: Person
    target: Person
    relation: Attitude
    chance: float
    sentence: Span
    evidence: str | None = None
    because: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "holder": self.holder.to_json(),
            "target": self.target.to_json(),
            "relation": self.relation.value,
            "chance": self.chance,
            "sentence": self.sentence.to_json(),
            "evidence": self.evidence,
            "because": self.because,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any], document: Document) -> PersonStance:
        """The inverse of :meth:`to_json`. Raises SpanError where the words are not those of ``document``."""
        return cls(
            holder=Person.from_json(data["holder"], document),
            target=Person.from_json(data["target"], document),
            relation=Attitude(data["relation"]),
            chance=data["chance"],
            sentence=Span.from_json(data["sentence"], document),
            evidence=data.get("evidence"),
            because=data.get("because", ""),
        )
