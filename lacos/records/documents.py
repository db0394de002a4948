"""A text, and words of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lacos.records.vocabulary import RecordError, SpanError, content_id

UNWRITABLE = re.compile("[\0\ud800-\udfff]")
"""What no database, terminal or file in UTF-8 takes: NUL, and halves of characters, as names of files in other encodings have them."""
WRITTEN = ("text", "id", "title", "url", "source", "language", "author")


@dataclass(frozen=True)
class Document:
    """One text with where and when it was published: ``source`` is the outlet, ``author`` the byline.

    ``id`` is made from the text when none is given. ``input`` is what it was read from, "news.csv:12", and is no part of the record.
    Characters that cannot be written (:data:`UNWRITABLE`) become U+FFFD, one for one, so that offsets stay.
    """

    text: str
    id: str = ""
    published: date | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None
    language: str | None = None
    author: str | None = None
    input: str = field(default="", repr=False, compare=False)
    text_id: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for name in WRITTEN:
            words = getattr(self, name)
            if words and UNWRITABLE.search(words):
                object.__setattr__(self, name, UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", words))
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
            "author": self.author,
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
                author=data.get("author"),
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
