"""What is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lacos.records.actors import Mention
from lacos.records.documents import Document, Span
from lacos.records.vocabulary import Stance, content_id


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
