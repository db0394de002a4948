"""The vocabulary of Laços as frozen records: every other room takes and gives these.

A record that points at words does so with a :class:`Span`, which is a view into its document's text, so a span that does not match the
text cannot be built. Offsets are counted in characters (Unicode code points) of ``Document.text``, start inclusive, end exclusive.
Ids are made from content: the same text gives the same ids on every machine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any


class LacosError(Exception):
    """Base of all errors that Laços raises on purpose; its message is for the person who must act."""


class SpanError(LacosError):
    """A span lies outside its text, or its recorded words are not the words found there."""


class RecordError(LacosError):
    """A record was given a value that its vocabulary does not have."""


class EventType(StrEnum):
    """The 16 event types of PLOVER (manual, section 3)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Status(StrEnum):
    """Whether an event took place, as the text presents it."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class Stance(StrEnum):
    """The speaker's attitude to the content of a statement."""

    ASSERT = "assert"
    DENY = "deny"
    CONDEMN = "condemn"
    SUPPORT = "support"
    DEMAND = "demand"
    THREATEN = "threaten"
    PROMISE = "promise"
    QUESTION = "question"
    ACCUSE = "accuse"


class Attitude(StrEnum):
    """What a person's words or deeds are to another."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"


class Standing(StrEnum):
    """How a claim stands in its text: told in the text's own voice, somebody's word, asserted and denied, or only denied."""

    TOLD = "told"
    ATTRIBUTED = "attributed"
    CONTESTED = "contested"
    DENIED = "denied"


class MentionKind(StrEnum):
    """How the words of a mention stand for their actor."""

    NAME = "name"
    OFFICE = "office"
    DEMONYM = "demonym"
    METONYM = "metonym"
    ROLE = "role"
    PRONOUN = "pronoun"
    COREFERENCE = "coreference"
    ELLIPSIS = "ellipsis"


def content_id(*parts: object) -> str:
    """A 16-digit hexadecimal id of ``parts``: equal parts, equal ids."""
    return hashlib.sha256("\x1f".join(str(part) for part in parts).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Document:
    """One text with where and when it was published. ``id`` is made from the text when none is given."""

    text: str
    id: str = ""
    published: date | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None
    language: str | None = None
    text_id: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text_id", content_id(self.text))
        if not self.id:
            object.__setattr__(self, "id", self.text_id)

    def span(self, start: int, end: int) -> Span:
        """The words from ``start`` up to ``end``, in characters. Raises SpanError when they lie outside the text."""
        return Span(self, start, end)

    def to_json(self) -> dict[str, Any]:
        """All fields that are set, without the text's own id."""
        return {
            "id": self.id,
            "text": self.text,
            "published": self.published.isoformat() if self.published else None,
            "title": self.title,
            "url": self.url,
            "source": self.source,
            "language": self.language,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Document:
        """The inverse of :meth:`to_json`; only ``text`` is needed. Raises RecordError for what it cannot read."""
        try:
            published = data.get("published")
            return cls(
                text=data["text"],
                id=str(data.get("id") or ""),
                published=date.fromisoformat(published[:10]) if published else None,
                title=data.get("title"),
                url=data.get("url"),
                source=data.get("source"),
                language=data.get("language"),
            )
        except KeyError as error:
            raise RecordError(f"document {data.get('id', '')!r} has no {error.args[0]!r}") from error
        except (TypeError, ValueError) as error:
            raise RecordError(f"document {data.get('id', '')!r}: {error}") from error


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a document: a view, so that its text is always the document's own."""

    document: Document = field(repr=False)
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= len(self.document.text):
            raise SpanError(
                f"document {self.document.id!r} has {len(self.document.text)} characters: no words at {self.start} to {self.end}"
            )

    @property
    def text(self) -> str:
        return self.document.text[self.start : self.end]

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def to_json(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "text": self.text}

    @classmethod
    def from_json(cls, data: Mapping[str, Any], document: Document) -> Span:
        """Raises SpanError when the words recorded are not those of ``document`` at these offsets."""
        span = cls(document, data["start"], data["end"])
        if data.get("text", span.text) != span.text:
            raise SpanError(f"document {document.id!r} has {span.text!r} at {span.start}, not {data['text']!r}")
        return span


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
    those of PLOVER, in the manual's order; ``cameo_root`` is the CAMEO root, two digits, of the type and mode.
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

    def __post_init__(self) -> None:
        if self.trigger not in self.sentence:
            raise SpanError(f"trigger {self.trigger.text!r} lies outside its sentence")

    @property
    def id(self) -> str:
        """Made from the text, the trigger's place and what the event says."""
        sides = ["+".join(mention.code for mention in side) for side in (self.actor, self.recipient)]
        return "e" + content_id(self.trigger.document.text_id, self.trigger.start, self.trigger.end, self.type, *sides)

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

        return cls(
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


@dataclass(frozen=True, slots=True)
class Statement:
    """What a speaker says: cue words ("disse", "segundo"), content and stance. ``cue`` is None where the text has none ("X: 'Y'")."""

    speaker: Mention | None
    cue: Span | None
    content: Span
    sentence: Span
    stance: Stance = Stance.ASSERT
    about: tuple[str, ...] = ()
    because: str = ""

    @property
    def id(self) -> str:
        """Made from the text, the content's place, the speaker and the stance."""
        speaker = self.speaker.code if self.speaker else ""
        return "s" + content_id(self.content.document.text_id, self.content.start, self.content.end, speaker, self.stance)

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "speaker": self.speaker.to_json() if self.speaker else None,
            "cue": self.cue.to_json() if self.cue else None,
            "start": self.content.start,
            "end": self.content.end,
            "content": self.content.text,
            "sentence": self.sentence.to_json(),
            "stance": self.stance.value,
            "about": list(self.about),
            "because": self.because,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any], document: Document) -> Statement:
        """The inverse of :meth:`to_json`. Raises SpanError where the words are not those of ``document``."""
        return cls(
            speaker=Mention.from_json(data["speaker"], document) if data.get("speaker") else None,
            cue=Span.from_json(data["cue"], document) if data.get("cue") else None,
            content=Span.from_json({"start": data["start"], "end": data["end"], "text": data["content"]}, document),
            sentence=Span.from_json(data["sentence"], document),
            stance=Stance(data.get("stance", "assert")),
            about=tuple(data.get("about", ())),
            because=data.get("because", ""),
        )


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
