"""The claims of a Reading in the terminal: each happening, how it stands, who asserts, denies or condemns it, with the words beneath."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console, Group
from rich.padding import Padding
from rich.text import Text

from lacos.messages import Messages
from lacos.reader import Reading
from lacos.records import Claim, Event, Span, Standing
from lacos.views.cells import cell, grid, quoted
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
    for claim in ranked(reading.claims):
        console.print(drawn(claim, words))


def ranked(claims: Iterable[Claim]) -> list[Claim]:
    """Claims as a reader wants to see them, the contested first."""
    return sorted(claims, key=lambda one: ORDER.index(one.standing))


def drawn(claim: Claim, words: Messages) -> Group:
    """One claim: what happened, and beneath it who says so."""
    event = fullest(claim)
    heading = Text.assemble(
        cell(words.term("standing", claim.standing), STYLES[claim.standing]),
        "  ",
        cell(label(event.type, event.mode, words), quad_style(event)),
        "  ",
        cell(gist(claim, words)),
    )
    rows = [
        (cell(who), cell(what, "bold"), cell(quoted(said.text, WORDS), "dim"))
        for who, what, said in (*told(claim, words), *positions(claim, words))
    ]
    return Group(heading, Padding(grid(rows, wide=2), (0, 0, 0, INDENT)))


def fullest(claim: Claim) -> Event:
    """The mention that names most, which stands for all."""
    return max(claim.events, key=lambda one: (len(one.actor) + len(one.recipient), one.date is not None, -one.trigger.start))


def gist(claim: Claim, words: Messages) -> str:
    """ "PRK → RUS, ocorrido, 2023-09": sides, status and date."""
    event = fullest(claim)
    dates = [one.date.value for one in claim.events if one.date]
    sides = " → ".join(side(mentions) or "?" for mentions in (event.actor, event.recipient) if mentions or mentions is event.actor)
    return ", ".join(part for part in (sides, words.term("status", event.status), max(dates, key=len, default="")) if part)


def told(claim: Claim, words: Messages) -> Iterator[tuple[str, str, Span]]:
    """The mentions that the text itself vouches for: the text, the trigger, the sentence."""
    for event in claim.events:
        if event.id in claim.own_voice:
            yield words("own_voice"), event.trigger.text, event.sentence


def positions(claim: Claim, words: Messages) -> Iterator[tuple[str, str, Span]]:
    """Who takes which stance, in which words."""
    for one in claim.positions:
        yield side((one.actor,)) if one.actor else words("nobody"), words.term("stance", one.stance), one.words
