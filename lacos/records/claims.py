"""What is claimed, and who takes which position."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lacos.records.actors import Mention
from lacos.records.documents import Document, Span
from lacos.records.events import Event
from lacos.records.vocabulary import RecordError, Stance, Standing, Status, content_id


@dataclass(frozen=True, slots=True)
class Position:
    """What an actor says of a claim: it asserts, denies, condemns it ... ; ``words`` are the evidence.

    ``actor`` is None where the text names nobody ("suposta entrega"). ``statement`` is the id of the statement that takes the position.
    """

    actor: Mention | None
    stance: Stance
    words: Span
    statement: str | None = None
    because: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "actor": self.actor.to_json() if self.actor else None,
            "stance": self.stance.value,
            "words": self.words.to_json(),
            "statement": self.statement,
            "because": self.because,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any], document: Document) -> Position:
        """The inverse of :meth:`to_json`. Raises SpanError where the words are not those of ``document``."""
        return cls(
            actor=Mention.from_json(data["actor"], document) if data.get("actor") else None,
            stance=Stance(data["stance"]),
            words=Span.from_json(data["words"], document),
            statement=data.get("statement"),
            because=data.get("because", ""),
        )


@dataclass(frozen=True, slots=True)
class Claim:
    """A happening as one text tells it, in one or more event mentions, with the positions taken on it.

    ``events`` are in text order, those that ``own_voice`` names by id are told by the text itself. ``because`` says why they are one.
    """

    events: tuple[Event, ...]
    own_voice: tuple[str, ...] = ()
    positions: tuple[Position, ...] = ()
    because: str = ""

    @property
    def id(self) -> str:
        """Made from the ids of its events."""
        return "c" + content_id(*(event.id for event in self.events))

    @property
    def standing(self) -> Standing:
        """Contested where the text or somebody asserts it and somebody denies it; a text that says itself that it did not happen agrees."""
        stances = {position.stance for position in self.positions}
        is_told = bool(self.own_voice) and any(event.status is not Status.NEGATED for event in self.events)
        if Stance.DENY in stances:
            return Standing.CONTESTED if is_told or Stance.ASSERT in stances else Standing.DENIED
        return Standing.TOLD if self.own_voice else Standing.ATTRIBUTED

    def by(self, stance: Stance) -> tuple[Mention, ...]:
        """Who takes a position, each actor once."""
        return tuple({one.actor.code: one.actor for one in self.positions if one.stance is stance and one.actor}.values())

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "standing": self.standing.value,
            "events": [event.id for event in self.events],
            "own_voice": list(self.own_voice),
            "positions": [position.to_json() for position in self.positions],
            "because": self.because,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any], document: Document, events: Mapping[str, Event]) -> Claim:
        """The inverse of :meth:`to_json`, given the document's events by id. Raises RecordError for an event that is not among them."""
        try:
            told = tuple(events[one] for one in data["events"])
        except KeyError as error:
            raise RecordError(f"document {document.id!r} has no event {error.args[0]!r}, which a claim names") from error
        positions = tuple(Position.from_json(one, document) for one in data.get("positions", ()))
        return cls(told, tuple(data.get("own_voice", ())), positions, data.get("because", ""))
