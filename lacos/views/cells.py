"""What the tables of the terminal are made of: cells of any text, safe to print, and columns without lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

GAP, LEAST = 2, 12
NARROW = 22
"""Characters shown of a mention."""
NONE = "—"
CONTROL = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], "\N{REPLACEMENT CHARACTER}") | {ord("\n"): "\n", ord("\t"): " "}
"""Characters that would command the terminal, and what is shown for them."""


def cell(text: str, style: str = "") -> Text:
    """Any text as it stands, in one style: nothing in it is read as markup or reaches the terminal as a command."""
    return Text(text.translate(CONTROL), style=style)


def grid(rows: Iterable[Sequence[Text]], wide: int = -1, cut: bool = False) -> Table:
    """``rows`` in columns as wide as their longest cell, but for the column ``wide``: what does not fit there is broken, or ``cut``."""
    cells = list(rows)
    table = Table.grid(padding=(0, GAP, 0, 0))
    columns = list(zip(*cells, strict=True))
    for rank, column in enumerate(columns):
        if rank == wide % len(columns):
            table.add_column(overflow="fold", min_width=LEAST)
            for cell in column:
                cell.no_wrap, cell.overflow = cut, "ellipsis" if cut else "fold"
        else:
            table.add_column(no_wrap=True, min_width=max(cell.cell_len for cell in column))
    for row in cells:
        table.add_row(*row)
    return table


def dim(text: str) -> Text:
    """A reason, in the background."""
    return cell(short(text), "dim")


def short(source: str) -> str:
    """ "verbs.tsv, line 12" as editors write it."""
    return source.replace(", line ", ":")


def quoted(text: str, length: int = NARROW) -> str:
    """Words of the document, shortened; a dash where there are none."""
    return f"«{shortened(' '.join(text.split()), length)}»" if text else NONE


def shortened(text: str, length: int) -> str:
    """``text`` cut at a word to about ``length`` characters."""
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"
