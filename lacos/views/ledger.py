"""What a ledger holds, in the terminal: how much there is, and happenings with the positions taken on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rich.console import Console, Group
from rich.padding import Padding
from rich.text import Text

from lacos.ledger import Told
from lacos.messages import Messages
from lacos.records import EventType, Standing
from lacos.views.cells import cell, grid, quoted
from lacos.views.claims import INDENT, STYLES, WORDS
from lacos.views.table import QUAD_STYLE, label, quad

MOST = 3
"""Sentences shown of a happening, the first."""


def show_status(found: Mapping[str, Any], console: Console, words: Messages) -> None:
    """Print how much there is."""
    rows = [
        (cell(words(f"status_{name}")), cell(amount(name, value, words))) for name, value in found.items() if value not in (None, {}, 0)
    ]
    console.print(grid(rows) if rows else words("nothing_found"))


def amount(name: str, value: Any, words: Messages) -> str:
    """A number, or several by what they count."""
    if isinstance(value, dict):
        group = {"standings": "standing"}.get(name, "")
        return ", ".join(f"{words.term(group, key).lower() if group else key} {number:,}" for key, number in value.items())
    return f"{value:,}" if isinstance(value, int) else str(value)


def show_told(found: Iterable[Told], console: Console, words: Messages) -> None:
    """Print happenings, each with the sentences that tell it and who takes which position."""
    shown = False
    for one in found:
        console.print(drawn(one, words))
        shown = True
    if not shown:
        console.print(words("nothing_found"))


def drawn(one: Told, words: Messages) -> Group:
    """One happening: what happened and how it stands, beneath it who says so."""
    happening = one.happening
    kind = EventType(happening["type"])
    sides = " → ".join(happening[side].replace("+", " + ") or "?" for side in ("actor", "recipient") if happening[side] or side == "actor")
    when = happening["date"] or words("reported", day=happening["first_reported"] or "?")
    standing = Standing(happening["standing"])
    heading = Text.assemble(
        cell(words.term("standing", standing), STYLES[standing]),
        "  ",
        cell(label(kind, happening["mode"], words), QUAD_STYLE.get(quad(kind), "")),
        "  ",
        cell(f"{sides}, {words.term('status', happening['status'])}, {when}"),
        "  ",
        cell(", ".join(words.count(what, happening[what]) for what in ("origins", "articles")), "dim"),
    )
    return Group(heading, Padding(grid(list(beneath(one, words)), wide=3), (0, 0, 0, INDENT)))


def beneath(one: Told, words: Messages) -> Iterator[tuple[Text, Text, Text, Text]]:
    """The first sentences that the texts vouch for, then the positions, each once a day."""
    own = [sentence for sentence in one.sentences if sentence["own_voice"]]
    for sentence in own[:MOST]:
        yield line(sentence["published"], sentence["source"] or words("own_voice"), sentence["trigger"], sentence["words"])
    for position in dict.fromkeys(one.positions):
        who = position.actor or words("nobody")
        who += f" ({position.person})" if position.person else ""
        yield line(position.published, who, words.term("stance", position.stance), position.words)


def line(day: str | None, who: str, what: str, said: str) -> tuple[Text, Text, Text, Text]:
    return cell(day or "?", "dim"), cell(who), cell(what, "bold"), cell(quoted(said, WORDS), "dim")
