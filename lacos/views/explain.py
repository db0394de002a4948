"""How each sentence of a Reading was read, drawn in the terminal: tree, mentions, predicates with frames and sides, statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from lacos.events.scene import Standing
from lacos.events.trace import Named, Trace
from lacos.messages import Messages
from lacos.reader import Reading
from lacos.records import Event, Statement
from lacos.views.cells import cell, dim, grid, quoted
from lacos.views.predicates import predicate
from lacos.views.table import side
from lacos.views.tree import tree

INDENT = 2
CONTENT = 80
"""Characters shown of what is said."""


def explain(reading: Reading, console: Console, words: Messages, sentence: int | None = None) -> None:
    """Print how each sentence was read, or only the one with the number ``sentence``, from 1. Takes a Reading made with its trace."""
    for number, trace in enumerate(reading.trace, 1):
        if sentence in (None, number):
            console.print()
            console.rule(cell(words("sentence_number", number=number, of=len(reading.trace))), align="left")
            console.print(drawn(trace, reading, words))


def drawn(trace: Trace, reading: Reading, words: Messages) -> Group:
    """All that is told of one sentence."""
    events = {event.id: event for event in reading.events}
    said = [item for item in reading.statements if trace.span.start <= item.sentence.start < trace.span.end]
    return Group(
        cell(" ".join(trace.span.text.split()), "bold"),
        *section(words("tree"), [tree(trace)]),
        *section(words("mentions"), [mentions(trace, words)] if trace.named else [words("no_mentions")]),
        *section(words("predicates"), list(predicates(trace, events, words)) or [words("no_predicates")]),
        *section(words("statements"), [statements(said, words)] if said else [words("no_statements")]),
    )


def section(title: str, parts: Iterable[RenderableType]) -> Iterator[RenderableType]:
    """A heading and what stands below it."""
    yield cell(f"\n{title}", "bold cyan")
    yield from (Padding(part, (0, 0, 0, INDENT)) for part in parts)


def predicates(trace: Trace, events: Mapping[str, Event], words: Messages) -> Iterator[RenderableType]:
    """The words that have frames, a blank line between them."""
    for rank, one in enumerate(trace.predicates):
        if rank:
            yield ""
        yield predicate(one, trace, events, words)


def mentions(trace: Trace, words: Messages) -> Table:
    """A row a mention: its words, code, kind with its confidence, and why."""

    def row(one: Named) -> tuple[Text, ...]:
        mention, verb = one.mention, trace.words[one.word].text
        spoken = words("subject_of", verb=verb) if one.standing is Standing.ELIDED else quoted(mention.text or verb)
        kind = words("place") if one.standing is Standing.PLACE else words.term("kind", mention.kind)
        return cell(spoken), cell(mention.code, "cyan"), cell(f"{kind} {mention.confidence:.2f}"), dim(mention.because)

    return grid(map(row, trace.named))


def statements(found: Iterable[Statement], words: Messages) -> Table:
    """A row a statement: speaker, stance, cue, content, why."""

    def row(item: Statement) -> tuple[Text, ...]:
        return (
            cell(side((item.speaker,)) if item.speaker else "?", "cyan"),
            cell(words.term("stance", item.stance)),
            cell(quoted(item.cue.text if item.cue else "")),
            cell(quoted(item.content.text, CONTENT)).append("  ").append(dim(item.because)),
        )

    return grid(map(row, found))
