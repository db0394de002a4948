"""A Reading as one HTML file that works offline: the text with its events, statements and actors marked, details on click."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from lacos.events import context_labels, ontology
from lacos.messages import Messages
from lacos.reader import Reading
from lacos.records import Claim, Event, Mention, Span, Statement
from lacos.views.claims import fullest, gist, positions, ranked, told
from lacos.views.table import side, where


@dataclass
class Piece:
    """A run of text with the same marks; ``keys`` are the records that a click on it shows."""

    text: str
    classes: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    hue: int | None = None
    actor: str = ""


def page(reading: Reading, words: Messages) -> str:
    """The whole page. Text from the document is escaped; the page asks nothing of the network."""
    codes = dict.fromkeys(mention.actor.state for mention in reading.mentions)
    hues = {code: (137 * rank) % 360 for rank, code in enumerate(codes)}
    details = {
        **{event.id: _event(event, words) for event in reading.events},
        **{item.id: _statement(item, words) for item in reading.statements},
        **{claim.id: _claim(claim, words) for claim in reading.claims},
    }
    return (
        _environment()
        .get_template("reading.html.j2")
        .render(
            words=words,
            document=reading.document,
            paragraphs=list(paragraphs(list(pieces(reading, hues)))),
            events=[
                (event, words.term("type", event.type), side(event.actor), side(event.recipient), quad(event)) for event in reading.events
            ],
            statements=[
                (item, side((item.speaker,)) if item.speaker else "?", words.term("stance", item.stance)) for item in reading.statements
            ],
            claims=[
                (
                    claim,
                    words.term("standing", claim.standing),
                    words.term("type", fullest(claim).type),
                    gist(claim, words),
                    quad(fullest(claim)),
                )
                for claim in ranked(reading.claims)
            ],
            stances=[(one, words.term("relation", one.relation)) for one in reading.stances],
            hues=hues,
            details=Markup(json.dumps(details, ensure_ascii=False).replace("<", "\\u003c")),
        )
    )


def pieces(reading: Reading, hues: dict[str, int]) -> Iterator[Piece]:
    """The text cut wherever a mark begins or ends, each run with all its marks."""
    text = reading.document.text
    marks: list[tuple[Span, Event | Statement | Mention]] = [(event.trigger, event) for event in reading.events]
    marks += [(item.content, item) for item in reading.statements]
    marks += [(item.cue, item) for item in reading.statements if item.cue]
    marks += [(mention.span, mention) for mention in reading.mentions if mention.span]
    edges = sorted({0, len(text)} | {edge for span, _ in marks for edge in (span.start, span.end)})
    starting = sorted(marks, key=lambda mark: mark[0].start)
    open_marks: list[tuple[Span, Event | Statement | Mention]] = []
    for start, end in pairwise(edges):
        open_marks = [mark for mark in open_marks if mark[0].end > start]
        while starting and starting[0][0].start <= start:
            open_marks.append(starting.pop(0))
        yield _piece(text[start:end], open_marks, hues)


def _piece(text: str, marks: list[tuple[Span, Event | Statement | Mention]], hues: dict[str, int]) -> Piece:
    piece = Piece(text)
    for span, record in marks:
        if isinstance(record, Event):
            piece.classes += ["trigger", quad(record)]
            piece.keys.insert(0, record.id)
        elif isinstance(record, Statement):
            piece.classes.append("cue" if span is record.cue else "content")
            piece.keys.append(record.id)
        else:
            piece.classes.append("actor")
            piece.hue, piece.actor = hues[record.actor.state], record.code
    return piece


def paragraphs(run: list[Piece]) -> Iterator[list[Piece]]:
    """The pieces by paragraph, cut at line ends."""
    current: list[Piece] = []
    for piece in run:
        first, *others = piece.text.split("\n")
        current.append(Piece(first, piece.classes, piece.keys, piece.hue, piece.actor))
        for line in others:
            if any(part.text.strip() for part in current):
                yield current
            current = [Piece(line, piece.classes, piece.keys, piece.hue, piece.actor)]
    if any(part.text.strip() for part in current):
        yield current


def quad(event: Event) -> str:
    """The quad class as a CSS class: "material-conflict"."""
    return ontology()[event.type].quad.lower().replace(" ", "-")


def _event(event: Event, words: Messages) -> list[list[str]]:
    rows: list[tuple[str, Any]] = [
        ("type", words.term("type", event.type) + (f" / {event.mode}" if event.mode else "")),
        ("trigger", event.trigger.text),
        ("actor", _who(event.actor)),
        ("recipient", _who(event.recipient)),
        ("status", words.term("status", event.status) + (f", {words('historical')}" if event.historical else "")),
        ("date", event.date.value if event.date else ""),
        ("place", _place(event)),
        ("contexts", ", ".join(context_labels()[name][words.language] for name in event.contexts)),
        ("cameo_root", event.cameo_root or ""),
        ("attributed_to", _who(event.attributed_to)),
        ("because", event.because),
    ]
    return [[words(key), value] for key, value in rows if value]


def _statement(item: Statement, words: Messages) -> list[list[str]]:
    rows = [
        ("speaker", _who((item.speaker,)) if item.speaker else "?"),
        ("stance", words.term("stance", item.stance)),
        ("cue", item.cue.text if item.cue else ""),
        ("content", item.content.text),
        ("about", " ".join(item.about)),
        ("because", item.because),
    ]
    return [[words(key), value] for key, value in rows if value]


def _claim(claim: Claim, words: Messages) -> list[list[str]]:
    """Whoever says it or takes a stance to it, each with the words."""
    return [[f"{who} · {what}", f"«{said.text}»"] for who, what, said in (*told(claim, words), *positions(claim, words))]


def _place(event: Event) -> str:
    """The place with its coordinates and the words that name it."""
    place = event.place
    if place is None:
        return ""
    spot = f"  {place.latitude:g}, {place.longitude:g}" if place.latitude is not None and place.longitude is not None else ""
    return f"{where(event)}{spot}  {place.because}"


def _who(mentions: tuple[Mention, ...]) -> str:
    return "\n".join(f"{mention.code}  «{mention.text}»  {mention.because}" for mention in mentions)


@cache
def _environment() -> Environment:
    return Environment(loader=PackageLoader("lacos.views"), autoescape=True, trim_blocks=True, lstrip_blocks=True)
