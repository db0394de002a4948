"""A Reading as coloured tables in the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from lacos.events import ontology
from lacos.messages import Messages
from lacos.reader import Reading
from lacos.records import Event, EventType, Mention, PersonStance, Statement
from lacos.views.cells import cell, shortened

QUAD_STYLE = {"verbal cooperation": "cyan", "material cooperation": "green", "verbal conflict": "yellow", "material conflict": "red"}
SHOWN = 160
"""Characters of a content shown in a cell."""


def show(reading: Reading, console: Console, words: Messages) -> None:
    """Print the events and statements of ``reading``, and who supports or opposes whom where it tells of any such persons."""
    title = reading.document.title or reading.document.id
    console.rule(cell(title))
    console.print(events_table(reading.events, words) if reading.events else words("no_events"))
    console.print(statements_table(reading.statements, words) if reading.statements else words("no_statements"))
    if reading.stances:
        console.print(stances_table(reading.stances, words))


def events_table(events: Iterable[Event], words: Messages) -> Table:
    """A row an event; where none has a place, there is no column for it."""
    shown = list(events)
    with_places = any(event.place for event in shown)
    table = _table(words, "events", ["type", "actor", "recipient", "trigger", "status", "date", *["place"] * with_places, "attributed_to"])
    for event in shown:
        status = words.term("status", event.status) + (f", {words('historical')}" if event.historical else "")
        cells = [
            cell(label(event.type, event.mode, words), quad_style(event)),
            cell(side(event.actor)),
            cell(side(event.recipient)),
            cell(event.trigger.text),
            cell(status),
            cell(event.date.value if event.date else ""),
            *[cell(where(event))] * with_places,
            cell(side(event.attributed_to)),
        ]
        table.add_row(*cells)
    return table


def statements_table(statements: Iterable[Statement], words: Messages) -> Table:
    table = _table(words, "statements", ["speaker", "stance", "cue", "content", "about"])
    for statement in statements:
        cells = [
            cell(side((statement.speaker,)) if statement.speaker else "?"),
            cell(words.term("stance", statement.stance)),
            cell(statement.cue.text if statement.cue else ""),
            cell(shortened(statement.content.text, SHOWN)),
            cell(" ".join(statement.about)),
        ]
        table.add_row(*cells)
    return table


def stances_table(stances: Iterable[PersonStance], words: Messages) -> Table:
    table = _table(words, "stances", ["holder", "relation", "target", "chance", "sentence"])
    for one in stances:
        cells = [one.holder.name, words.term("relation", one.relation), one.target.name, f"{one.chance:.2f}"]
        table.add_row(*map(cell, cells), cell(shortened(one.sentence.text, SHOWN)))
    return table


def label(event_type: EventType, mode: str | None, words: Messages) -> str:
    """A type with its mode: "CONSULT/visit"."""
    return words.term("type", event_type) + (f"/{mode}" if mode else "")


def quad(kind: EventType) -> str:
    """The quad class of a type: "material conflict"."""
    return ontology()[kind].quad.lower()


def quad_style(event: Event) -> str:
    """The colour of an event's quad class."""
    return QUAD_STYLE.get(quad(event.type), "")


def side(mentions: tuple[Mention, ...]) -> str:
    """Codes with the person where one is meant: "USA (Donald Trump) + KOR"."""
    return " + ".join(mention.code + (f" ({mention.person})" if mention.person else "") for mention in mentions)


def where(event: Event) -> str:
    """The place of an event with its state: "Genebra (CHE)"."""
    if event.place is None:
        return ""
    return f"{event.place.name} ({event.place.code})" if event.place.code else event.place.name


def _table(words: Messages, title: str, columns: list[str]) -> Table:
    table = Table(title=words(title), title_justify="left", title_style="bold", expand=False)
    for column in columns:
        table.add_column(words(column), overflow="fold")
    return table
