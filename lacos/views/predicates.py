"""One word that may express an event, for the terminal: the frames tried, whom they name, what the network says, what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from lacos.events.frames import Condition, Frame
from lacos.events.slots import Filled
from lacos.events.trace import Attempt, Considered, Fate, Outcome, Predicate, Trace
from lacos.messages import Messages
from lacos.records import Event
from lacos.views.cells import NONE, cell, dim, grid, quoted, short
from lacos.views.table import label, quad_style, side, where

INDENT = 2
UNLIKELY = 0.1
"""Probability under which a candidate without a side is only named."""
STYLES = {Outcome.EVENT: "bold", Outcome.NOBODY: "yellow", Outcome.PRIVATE: "yellow"}


def predicate(one: Predicate, trace: Trace, events: Mapping[str, Event], words: Messages) -> Group:
    """What was made of one word that has frames; ``events`` are those of the Reading by id, which know who asserts them."""
    taker = f" «{trace.words[one.taken_by].text}»" if one.taken_by is not None else ""
    outcome = words.term("outcome", one.outcome) + taker
    title = Text.assemble(cell(trace.words[one.word].text, "bold underline"), "  ", cell(outcome, STYLES.get(one.outcome, "dim")))
    return Group(title, *(Padding(part, (0, 0, 0, INDENT)) for part in parts(one, events, words)))


def parts(one: Predicate, events: Mapping[str, Event], words: Messages) -> Iterator[RenderableType]:
    """Frames, sides and event. Of a word that a longer predicate took up, only the frame that would have held."""
    tried = [item for item in one.tried if item.missing is None or one.outcome is not Outcome.TAKEN]
    if tried:
        yield frames(tried, words)
    if one.type is not None or one.outcome is Outcome.DOUBTED:
        yield cell(words("network", chance=f"{one.chance:.2f}", type=words.term("type", one.type) if one.type else words("no_type")))
    if one.outcome in (Outcome.EVENT, Outcome.NOBODY, Outcome.PRIVATE):
        yield from sides(one, words)
    if one.event is not None:
        yield event(events.get(one.event.id, one.event), words)


def frames(tried: Iterable[Attempt], words: Messages) -> Table:
    """A row a frame: mark, type, predicate, what is missing, line of the table; those of one type that lack a word share a row."""
    rows: list[list[Attempt]] = []
    for one in tried:
        if rows and isinstance(one.missing, str) and isinstance(rows[-1][0].missing, str) and kind(rows[-1][0].frame) == kind(one.frame):
            rows[-1].append(one)
        else:
            rows.append([one])
    return grid((frame_row(row, words) for row in rows), wide=2, cut=True)


def kind(frame: Frame) -> tuple[str | None, str | None]:
    return frame.type, frame.mode


def frame_row(attempts: list[Attempt], words: Messages) -> tuple[Text, ...]:
    """One row of frames."""
    frame, holds = attempts[0].frame, attempts[0].missing is None
    several = len({one.frame.source for one in attempts}) > 1
    told = (
        label(frame.type, frame.mode, words) if frame.type else words("no_type"),
        what(attempts, words),
        short(frame.source) + (" …" if several else ""),
    )
    return cell("✓", "green") if holds else cell("✗", "red"), *(cell(text, "" if holds else "dim") for text in told)


def what(attempts: list[Attempt], words: Messages) -> str:
    """The predicate of a frame, and what it asks for in vain or by what conditions it holds; of several that lack a word, these words."""
    frame, missing = attempts[0].frame, attempts[0].missing
    if isinstance(missing, str):
        return words("lacks_word", words=", ".join(dict.fromkeys(str(one.missing) for one in attempts)))
    if isinstance(missing, Condition):
        return (f"{frame.predicate}, " if frame.others else "") + words("lacks_condition", condition=missing.written)
    conditions = "; ".join(condition.written for condition in frame.conditions)
    return words("holds_with", predicate=frame.predicate, conditions=conditions) if conditions else frame.predicate


def sides(one: Predicate, words: Messages) -> Iterator[RenderableType]:
    """Whom the frame names, and the candidates with their probabilities, the unlikely ones in one line."""
    if one.frame is not None:
        actor, recipient = (slot(filled, words) for filled in one.slots)
        yield cell(words("slots", actor=actor, recipient=recipient))
    if shown := [item for item in one.considered if is_likely(item)]:
        yield candidates(shown, words)
    if rest := [item for item in one.considered if not is_likely(item)]:
        yield dim(words("unlikely", who=", ".join(f"{item.mention.code} {weights(item)}" for item in rest)))


def is_likely(item: Considered) -> bool:
    return item.fate is not Fate.NEITHER or max(item.actor, item.recipient) >= UNLIKELY


def slot(filled: Filled, words: Messages) -> str:
    """Whom a frame names for a side, and the place that gave them: "RUS (subj)"."""
    return f"{' + '.join(mention.code for mention in filled.mentions)} ({filled.place})" if filled.mentions else words("nothing")


def candidates(shown: Iterable[Considered], words: Messages) -> Table:
    """A row a candidate: code, words, probability as actor and as recipient, what became of it."""

    def row(item: Considered) -> tuple[Text, ...]:
        style = "cyan" if item.fate is not Fate.NEITHER else ""
        code, fate = cell(item.mention.code, style), cell(words.term("fate", item.fate), style)
        return code, cell(quoted(item.mention.text)), cell(weights(item)), fate

    head = tuple(dim(words(key)) for key in ("candidate", "words", "weights", "fate"))
    return grid([head, *map(row, shown)])


def weights(item: Considered) -> str:
    """Probability as actor and as recipient."""
    return f"{item.actor:.2f} / {item.recipient:.2f}"


def event(one: Event, words: Messages) -> Text:
    """The event that came of it, in a line."""
    status = words.term("status", one.status) + (f", {words('historical')}" if one.historical else "")
    more = {
        "date": f"{one.date.value} ({one.date.because})" if one.date else "",
        "place": where(one),
        "attributed_to": side(one.attributed_to),
    }
    told = "; ".join([status, *(f"{words(key)} {value}" for key, value in more.items() if value)])
    who = f"  {side(one.actor) or NONE} → {side(one.recipient) or NONE}  ({told})"
    return Text.assemble("→ ", cell(label(one.type, one.mode, words), quad_style(one)), cell(who))
