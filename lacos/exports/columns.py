"""The columns of exported tables: a row an event mention, with its document, happening and evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lacos.events.ontology import ontology, score
from lacos.ledger.streaming import Stream, Telling
from lacos.records import Mention, Stance

Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Column:
    """A named column: the type of its values, and how an event's is found. "" and None are missing values."""

    name: str
    type: type[str] | type[int] | type[float] | type[bool]
    value: Callable[[Telling], Value]


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table, and the word that stands for a missing value where a format has only text."""

    columns: tuple[Column, ...]
    missing: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in their order."""
        return tuple(column.name for column in self.columns)

    def rows(self, stream: Stream) -> Iterator[tuple[Value, ...]]:
        """A row an event, None where a value is missing."""
        for one in stream.events():
            yield tuple(None if (value := column.value(one)) == "" else value for column in self.columns)


def codes(mentions: Iterable[Mention]) -> str:
    """The codes of a side, each once, joined by "+"."""
    return "+".join(dict.fromkeys(mention.code for mention in mentions))


def words(mentions: Iterable[Mention]) -> str:
    """The words of a side, joined by "; "."""
    return "; ".join(dict.fromkeys(mention.text for mention in mentions if mention.text))


def taking(one: Telling, stance: Stance) -> str:
    """The codes of those who take a position on an event in its text, joined by "+"."""
    return codes(position.actor for position in one.positions if position.stance is stance and position.actor)


def of_happening(name: str) -> Callable[[Telling], Any]:
    """A column of the happening that an event tells of."""
    return lambda one: one.happening[name] if one.happening else None


def of_place(name: str) -> Callable[[Telling], Any]:
    """A field of the place where an event took place."""
    return lambda one: getattr(one.event.place, name) if one.event.place else None


OURS = Layout(
    (
        Column("document", str, lambda one: one.document.id),
        Column("url", str, lambda one: one.document.url),
        Column("title", str, lambda one: one.document.title),
        Column("published", str, lambda one: one.document.published.isoformat() if one.document.published else None),
        Column("source", str, lambda one: one.outlet),
        Column("author", str, lambda one: one.document.author),
        Column("wires", str, lambda one: "+".join(one.wires)),
        Column("language", str, lambda one: one.document.language),
        Column("id", str, lambda one: one.event.id),
        Column("type", str, lambda one: one.event.type.value),
        Column("mode", str, lambda one: one.event.mode),
        Column("quad", str, lambda one: ontology()[one.event.type].quad),
        Column("score", float, lambda one: score(one.event.type, one.event.mode)),
        Column("contexts", str, lambda one: "+".join(one.event.contexts)),
        Column("cameo_root", str, lambda one: one.event.cameo_root),
        Column("actor", str, lambda one: codes(one.event.actor)),
        Column("actor_words", str, lambda one: words(one.event.actor)),
        Column("recipient", str, lambda one: codes(one.event.recipient)),
        Column("recipient_words", str, lambda one: words(one.event.recipient)),
        Column("status", str, lambda one: one.event.status.value),
        Column("historical", bool, lambda one: one.event.historical),
        Column("date", str, lambda one: one.event.date.value if one.event.date else None),
        Column("place", str, of_place("name")),
        Column("country", str, of_place("code")),
        Column("latitude", float, of_place("latitude")),
        Column("longitude", float, of_place("longitude")),
        Column("own_voice", bool, lambda one: one.own_voice),
        Column("attributed_to", str, lambda one: codes(one.event.attributed_to)),
        Column("alleged", bool, lambda one: one.event.alleged),
        Column("asserted_by", str, lambda one: taking(one, Stance.ASSERT)),
        Column("denied_by", str, lambda one: taking(one, Stance.DENY)),
        Column("condemned_by", str, lambda one: taking(one, Stance.CONDEMN)),
        Column("happening", str, of_happening("id")),
        Column("day", str, of_happening("day")),
        Column("standing", str, of_happening("standing")),
        Column("articles", int, of_happening("articles")),
        Column("origins", int, of_happening("origins")),
        Column("trigger", str, lambda one: one.event.trigger.text),
        Column("start", int, lambda one: one.event.trigger.start),
        Column("end", int, lambda one: one.event.trigger.end),
        Column("sentence", str, lambda one: one.event.sentence.text),
        Column("sentence_start", int, lambda one: one.event.sentence.start),
        Column("sentence_end", int, lambda one: one.event.sentence.end),
        Column("because", str, lambda one: one.event.because),
        Column("coder", str, lambda one: one.coder),
    )
)
"""Our own columns, documented in docs/exports.md."""
