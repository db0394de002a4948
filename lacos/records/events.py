"""What happened: an event with its date and place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from lacos.records.actors import Mention
from lacos.records.documents import Document, Span
from lacos.records.vocabulary import EventType, RecordError, SpanError, Status, content_id


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event took place: ``value`` is an ISO date cut to its precision ("2022", "2017-09"); ``because`` names its source."""

    value: str
    because: str = ""

    def __post_init__(self) -> None:
        try:
            date.fromisoformat((self.value + "-01-01")[:10])
        except ValueError as error:
            raise RecordError(f"no ISO date: {self.value!r}") from error

    @property
    def precision(self) -> str:
        return {4: "year", 7: "month"}.get(len(self.value), "day")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event took place, as its own clause says.

    ``code`` is the state's, None for the high seas and for regions of several states. ``latitude`` and ``longitude`` are in degrees, north
    and east positive, and None where they are not known, as for a whole state. ``kind`` is "country", "city", "region", "sea" ...
    """

    name: str
    span: Span
    code: str | None
    kind: str
    latitude: float | None = None
    longitude: float | None = None
    because: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "span": self.span.to_json(),
            "code": self.code,
            "kind": self.kind,
            "latitude": self.latitude,
            "longitude": self.longitude,
            "because": self.because,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any], document: Document) -> Place:
        """The inverse of :meth:`to_json`. Raises SpanError where the words are not those of ``document``."""
        return cls(
            name=data["name"],
            span=Span.from_json(data["span"], document),
            code=data.get("code"),
            kind=data["kind"],
            latitude=data.get("latitude"),
            longitude=data.get("longitude"),
            because=data.get("because", ""),
        )


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that ``actor`` does to ``recipient``, of a PLOVER type, with the trigger words that express it.

    ``attributed_to`` holds who asserts it where the text does not do so in its own voice; ``alleged`` says that the text hedges it besides
    or names nobody ("suposta transferência", "teria enviado"). ``because`` gives the frame and what filled its slots. ``contexts`` are
    those of PLOVER, in the manual's order; ``cameo_root`` is the CAMEO root, two digits, of the type and mode. ``coded`` is the id of what
    was coded, which stays the event's where a person has corrected what it says.
    """

    type: EventType
    trigger: Span
    sentence: Span
    actor: tuple[Mention, ...] = ()
    recipient: tuple[Mention, ...] = ()
    mode: str | None = None
    status: Status = Status.OCCURRED
    historical: bool = False
    date: EventDate | None = None
    place: Place | None = None
    contexts: tuple[str, ...] = ()
    cameo_root: str | None = None
    attributed_to: tuple[Mention, ...] = ()
    alleged: bool = False
    because: str = ""
    coded: str | None = None

    def __post_init__(self) -> None:
        if self.trigger not in self.sentence:
            raise SpanError(f"trigger {self.trigger.text!r} lies outside its sentence")

    @property
    def id(self) -> str:
        """Made from the text, the trigger's place and what the event says, or said before it was corrected."""
        if self.coded:
            return self.coded
        sides = ["+".join(mention.code for mention in side) for side in (self.actor, self.recipient)]
        return "e" + content_id(self.trigger.document.text_id, self.trigger.start, self.trigger.end, self.type, *sides)

    def known_as(self, id: str) -> Event:
        """The same event under the id that it has kept."""
        return self if self.id == id else replace(self, coded=id)

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "type": self.type.value,
            "mode": self.mode,
            "start": self.trigger.start,
            "end": self.trigger.end,
            "trigger": self.trigger.text,
            "sentence": self.sentence.to_json(),
            "actor": [mention.to_json() for mention in self.actor],
            "recipient": [mention.to_json() for mention in self.recipient],
            "status": self.status.value,
            "historical": self.historical,
            "date": self.date.value if self.date else None,
            "date_because": self.date.because if self.date else None,
            "place": self.place.to_json() if self.place else None,
            "contexts": list(self.contexts),
            "cameo_root": self.cameo_root,
            "attributed_to": [mention.to_json() for mention in self.attributed_to],
            "alleged": self.alleged,
            "because": self.because,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any], document: Document) -> Event:
        """The inverse of :meth:`to_json`. Raises SpanError where the words are not those of ``document``."""

        def mentions(key: str) -> tuple[Mention, ...]:
            return tuple(Mention.from_json(item, document) for item in data.get(key, ()))

        event = cls(
            type=EventType(data["type"]),
            trigger=Span.from_json({"start": data["start"], "end": data["end"], "text": data["trigger"]}, document),
            sentence=Span.from_json(data["sentence"], document),
            actor=mentions("actor"),
            recipient=mentions("recipient"),
            mode=data.get("mode"),
            status=Status(data.get("status", "occurred")),
            historical=bool(data.get("historical")),
            date=EventDate(data["date"], data.get("date_because") or "") if data.get("date") else None,
            place=Place.from_json(data["place"], document) if data.get("place") else None,
            contexts=tuple(data.get("contexts", ())),
            cameo_root=data.get("cameo_root"),
            attributed_to=mentions("attributed_to"),
            alleged=bool(data.get("alleged")),
            because=data.get("because", ""),
        )
        return event.known_as(data["id"]) if "id" in data else event
