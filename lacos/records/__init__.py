"""The vocabulary of Laços as frozen records: every other room takes and gives these.

A record that points at words does so with a :class:`Span`, which is a view into its document's text, so a span that does not match the
text cannot be built. Offsets are counted in characters (Unicode code points) of ``Document.text``, start inclusive, end exclusive.
Ids are made from content: the same text gives the same ids on every machine.
"""

from lacos.records.actors import Actor, Mention
from lacos.records.claims import Claim, Position
from lacos.records.documents import Document, Span
from lacos.records.events import Event, EventDate, Place
from lacos.records.persons import Person, PersonStance
from lacos.records.statements import Statement
from lacos.records.vocabulary import (
    Attitude,
    EventType,
    LacosError,
    MentionKind,
    RecordError,
    SpanError,
    Stance,
    Standing,
    Status,
    content_id,
)

__all__ = [
    "Actor",
    "Attitude",
    "Claim",
    "Document",
    "Event",
    "EventDate",
    "EventType",
    "LacosError",
    "Mention",
    "MentionKind",
    "Person",
    "PersonStance",
    "Place",
    "Position",
    "RecordError",
    "Span",
    "SpanError",
    "Stance",
    "Standing",
    "Statement",
    "Status",
    "content_id",
]
