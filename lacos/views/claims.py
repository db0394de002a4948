"""The claims of a Reading in the terminal: each happening, how it stands, who asserts, denies or condemns it, with the words beneath."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, Group
from rich.padding import Padding
from rich.text import Text

from lacos.reader import Reading
from lacos.records import Claim, Position, Standing
from lacos.views.cells import cell, grid, quoted
from lacos.views.messages import Messages
from lacos.views.table import label, quad_style, side

ORDER = (Standing.CONTESTED, Standing.DENIED, Standing.ATTRIBUTED, Standing.TOLD)
"""What a reader wants to see first."""
STYLES = {Standing.CONTESTED: "bold red", Standing.DENIED: "magenta", Standing.ATTRIBUTED: "yellow", Standing.TOLD: "green"}
INDENT = 4
WORDS = 110
"""Characters shown of a quotation."""


def show_claims(reading: Reading, console: Console, words: Messages) -> None:
    """Print the claims of ``reading``, the contested first."""
    console.rule(cell(reading.document.title or reading.document.id))
    console.print(Text(words("claims") if reading.claims else words("no_claims"), "bold" if reading.claims else ""))
    for claim in sorted(reading.claims, key=lambda one: ORDER.index(one.standing)):
        console.print(drawn(claim, words))


def drawn(claim: Claim, words: Messages) -> Group:
    """One claim: what happened, and beneath it who says so."""
    rows = [*told(claim, words), *(position(one, words) for one in claim.positions)]
    return Group(heading(claim, words), Padding(grid(rows, wide=2), (0, 0, 0, INDENT)))


def heading(claim: Claim, words: Messages) -> Text:
    """ "CONTESTADO  AJUDAR  PRK → RUS, 2023-09": the sides and date of the mention that names most."""
    event = max(claim.events, key=lambda one: (len(one.actor) + len(one.recipient), one.date is not None, -one.trigger.start))
    dates = [one.date.value for one in claim.events if one.date]
    sides = " → ".join(side(mentions) or "?" for mentions in (event.actor, event.recipient) if mentions or mentions is event.actor)
    when = max(dates, key=len, default="")
    status = words.term("status", event.status)
    return Text.assemble(
        cell(words.term("standing", claim.standing), STYLES[claim.standing]),
        "  ",
        cell(label(event.type, event.mode, words), quad_style(event)),
        "  ",
        cell(", ".join(part for part in (sides, status, when) if part)),
    )


def told(claim: Claim, words: Messages) -> Iterator[tuple[Text, Text, Text]]:
    """The mentions that the text itself vouches for."""
    for event in claim.events:
        if event.id in claim.own_voice:
            yield cell(words("own_voice")), cell(event.trigger.text, "bold"), cell(quoted(event.sentence.text, WORDS), "dim")


def position(one: Position, words: Messages) -> tuple[Text, Text, Text]:
    """Who, what stance, in which words."""
    who = side((one.actor,)) if one.actor else words("nobody")
    return cell(who), cell(words.term("stance", one.stance), "bold"), cell(quoted(one.words.text, WORDS), "dim")
