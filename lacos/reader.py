"""One document through language, actors, events and statements: a Reading. The front door of the library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc

from lacos import actors, claims, events, language, statements
from lacos.actors import Mentions
from lacos.actors.gazetteer import gazetteer
from lacos.events import Trace
from lacos.language import LanguageError
from lacos.markup import table
from lacos.records import Claim, Document, Event, LacosError, Mention, PersonStance, Statement

if TYPE_CHECKING:
    import pandas


LONGEST_TEXT = 1_000_000
"""Characters of the longest document that is read: a book's worth; memory and time stay bounded."""
LONGEST_WORD = 2_000
"""A longer run without a blank is encoded data, not language."""


class TextError(LacosError):
    """A document that is no text to read: empty, far too long, or encoded data. The message names it and says what to do."""


class EmptyTextError(TextError):
    """A document without words."""


class OtherLanguageError(LanguageError):
    """A document in a language that is not read yet; ``language`` is its code."""

    def __init__(self, message: str, language: str = "") -> None:
        super().__init__(message)
        self.language = language


@dataclass(frozen=True)
class Reading:
    """What one document says, with its evidence. Reading the same document again gives an equal Reading.

    ``trace`` tells how each sentence was read, where that was asked for; it is no part of the record.
    """

    document: Document
    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...] = ()
    stances: tuple[PersonStance, ...] = ()
    trace: tuple[Trace, ...] = field(default=(), compare=False, repr=False)

    def to_json(self) -> dict[str, Any]:
        """The document with its mentions, events and statements, in the form that the gold data's scorer reads."""
        return self.document.to_json() | {
            "mentions": [mention.to_json() for mention in self.mentions],
            "events": [event.to_json() for event in self.events],
            "statements": [statement.to_json() for statement in self.statements],
            "claims": [claim.to_json() for claim in self.claims],
            "stances": [stance.to_json() for stance in self.stances],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Reading:
        """The inverse of :meth:`to_json`. Raises SpanError where recorded words are not those of the text."""
        document = Document.from_json(data)
        events = tuple(Event.from_json(item, document) for item in data.get("events", ()))
        by_id = {event.id: event for event in events}
        return cls(
            document,
            tuple(Mention.from_json(item, document) for item in data.get("mentions", ())),
            events,
            tuple(Statement.from_json(item, document) for item in data.get("statements", ())),
            tuple(Claim.from_json(item, document, by_id) for item in data.get("claims", ())),
            tuple(PersonStance.from_json(item, document) for item in data.get("stances", ())),
        )

    def to_frame(self) -> pandas.DataFrame:
        """The events as a pandas DataFrame, a row an event, with the columns of ``--format csv``. Raises LacosError without pandas."""
        try:
            import pandas
        except ImportError as error:
            raise LacosError("a DataFrame needs pandas: pip install 'lacos[pandas]'") from error
        return pandas.DataFrame([flat(event) for event in self.events], columns=list(COLUMNS))

    def _repr_html_(self) -> str:
        rows = (flat(event) for event in self.events)
        return table(SHOWN, ([row[name] for name in SHOWN] for row in rows), self.document.title or self.document.id)


BATCH = 32
BATCH_CHARACTERS = 400_000
COLUMNS = (
    *("document", "id", "type", "mode", "actor", "recipient", "status", "historical", "date", "attributed_to"),
    *("place", "country", "latitude", "longitude", "contexts", "cameo_root"),
    *("trigger", "start", "end", "sentence", "because"),
)
SHOWN = ("type", "actor", "recipient", "status", "date", "attributed_to", "trigger", "sentence")
"""The columns that a notebook shows."""


def flat(event: Event) -> dict[str, Any]:
    """An event as one row of text cells; several actors or contexts are joined by "+"."""

    def side(mentions: tuple[Mention, ...]) -> str:
        return "+".join(mention.code for mention in mentions)

    return {
        "document": event.trigger.document.id,
        "id": event.id,
        "type": event.type.value,
        "mode": event.mode or "",
        "actor": side(event.actor),
        "recipient": side(event.recipient),
        "status": event.status.value,
        "historical": event.historical,
        "date": event.date.value if event.date else "",
        "attributed_to": side(event.attributed_to),
        "place": event.place.name if event.place else "",
        "country": (event.place.code if event.place else None) or "",
        "latitude": event.place.latitude if event.place else None,
        "longitude": event.place.longitude if event.place else None,
        "contexts": "+".join(event.contexts),
        "cameo_root": event.cameo_root or "",
        "trigger": event.trigger.text,
        "start": event.trigger.start,
        "end": event.trigger.end,
        "sentence": event.sentence.text,
        "because": event.because,
    }


class Reader:
    """Reads documents with one pipeline: ours for the text's language, or any installed spaCy pipeline with UD labels by name."""

    def __init__(self, pipeline: str | None = None, actors: Path | None = None) -> None:
        self.pipeline, self.actors = pipeline, actors
        if pipeline is not None:
            language.load(pipeline)
        if actors is not None:
            gazetteer(actors)

    def read(self, document: Document, explain: bool = False, persons: Sequence[str] | None = None) -> Reading:
        """The Reading of one document, with its trace for ``explain``; its stances are those of ``persons``, or of all found in it.

        Raises EmptyTextError for one without words, LanguageError for a language without a pipeline.
        """
        document, nlp = self._prepare(document)
        return interpret(language.analyse(nlp, document.text), document, self.actors, explain, persons)

    def read_all(
        self, documents: Iterable[Document], explain: bool = False, persons: Sequence[str] | None = None
    ) -> Iterator[Reading | LacosError]:
        """Read many documents in order, analysed in batches; one that cannot be read gives its error in its place."""
        for batch in batched(documents):
            prepared: list[tuple[Document, Language] | LacosError] = []
            for document in batch:
                try:
                    prepared.append(self._prepare(document))
                except LacosError as error:
                    prepared.append(error)
            ready = [item for item in prepared if not isinstance(item, LacosError)]
            analysed = language.analyse_all([(nlp, document.text) for document, nlp in ready])
            for item in prepared:
                if isinstance(item, LacosError):
                    yield item
                else:
                    yield interpret_or_tell(next(analysed), item[0], self.actors, explain, persons)

    def _prepare(self, document: Document) -> tuple[Document, Language]:
        if not any(map(str.isalnum, document.text)):
            raise EmptyTextError(f"document {document.id!r} has no words")
        if len(document.text) > LONGEST_TEXT:
            raise TextError(
                f"document {document.id!r} has {len(document.text):,} characters, more than {LONGEST_TEXT:,}: split it into articles"
            )
        longest = max(map(len, document.text.split()))
        if longest > LONGEST_WORD:
            raise TextError(f"document {document.id!r} has a word of {longest:,} characters: encoded data, not text")
        code = document.language or language.detect(document.text) or "pt"
        if self.pipeline is None and code not in language.LANGUAGES:
            raise OtherLanguageError(
                f"document {document.id!r} is in {code!r}, and Laços reads {', '.join(language.LANGUAGES)} "
                "(if that is wrong, say the language; for another, name a pipeline)",
                code,
            )
        return replace(document, language=code), language.load(self.pipeline or code)


def interpret(
    doc: Doc, document: Document, own: Path | None = None, explain: bool = False, persons: Sequence[str] | None = None
) -> Reading:
    """From the analysis of a document's text to its Reading; for ``explain`` with the trace of each sentence."""
    mentions, said = listen(doc, document, own)
    verdict = events.judge(events.Scene(doc, document, mentions, said))
    coded, told = events.code(verdict), statements.weigh(verdict)
    return Reading(
        document,
        tuple(mentions),
        coded,
        told,
        claims.claims(coded, told, doc),
        statements.stances(verdict, coded, told, persons),
        events.trace(verdict) if explain else (),
    )


def listen(doc: Doc, document: Document, own: Path | None = None) -> tuple[Mentions, tuple[Statement, ...]]:
    """The actors of a document, the first person of its quotations among them, and who says what."""
    mentions = actors.resolve(doc, document, own)
    said = statements.find(doc, document, mentions)
    statements.give_voice(doc, document, said, mentions)
    return mentions, said


def interpret_or_tell(
    doc: Doc, document: Document, own: Path | None = None, explain: bool = False, persons: Sequence[str] | None = None
) -> Reading | LacosError:
    """The Reading, or an error that names the document: a bug of ours met in one must not stop a batch."""
    try:
        return interpret(doc, document, own, explain, persons)
    except Exception as error:
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
        return LacosError(
            f"document {document.id!r} could not be read, a bug of Laços to report: {type(error).__name__}: {error} ({where})"
        )


@cache
def reader(pipeline: str | None = None, actors: Path | None = None) -> Reader:
    """The Reader with this pipeline and these actors of one's own; loading happens once."""
    return Reader(pipeline, actors)


def read(
    text: str,
    *,
    published: date | str | None = None,
    id: str = "",
    title: str | None = None,
    url: str | None = None,
    source: str | None = None,
    language: str | None = None,
    pipeline: str | None = None,
    actors: Path | str | None = None,
    explain: bool = False,
    persons: Sequence[str] | None = None,
) -> Reading:
    """Read one text: who did what to whom, who says so, who denies it.

    ``published`` is a date or an ISO date string; offices resolve by it. ``language`` (ISO 639-1) is detected when not given.
    ``actors`` is a table of one's own, whose names go before ours (docs/actors.md). With ``explain`` the Reading has its ``trace``:
    how each sentence was read. Its ``stances``, who of two persons supports or opposes the other, are those of ``persons``, as the text
    writes their names, or of all persons that are found.
    Raises EmptyTextError, LanguageError, TableError for a table that cannot be used, or RecordError for a date that is none.
    """
    when = published.isoformat() if isinstance(published, date) else published
    fields = {"text": text, "id": id, "published": when, "title": title, "url": url, "source": source, "language": language}
    return reader(pipeline, Path(actors) if actors is not None else None).read(Document.from_json(fields), explain, persons)


def read_all(
    documents: Iterable[Document],
    pipeline: str | None = None,
    actors: Path | None = None,
    explain: bool = False,
    persons: Sequence[str] | None = None,
) -> Iterator[Reading | LacosError]:
    """Read many documents in order, as :func:`read` reads one; one that cannot be read gives its error in its place."""
    return reader(pipeline, actors).read_all(documents, explain, persons)


def batched(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Documents in groups small enough to hold in memory: 32, or fewer long ones."""
    batch: list[Document] = []
    for document in documents:
        batch.append(document)
        if len(batch) == BATCH or sum(len(item.text) for item in batch) > BATCH_CHARACTERS:
            yield batch
            batch = []
    if batch:
        yield batch
