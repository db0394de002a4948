"""``lacos judge``: what a person says about two mentions, which wins over what Laços makes of them."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from lacos.cli.options import Format, Lang, Where, speaking
from lacos.cli.rows import RowFormat, output, write
from lacos.ledger import Ledger


def judge(
    ledger: Where,
    events: Annotated[list[str] | None, typer.Argument(metavar="[EVENT EVENT]", help="The ids of two event mentions.")] = None,
    same: Annotated[bool | None, typer.Option("--same/--not-same", help="Whether they tell of one happening.")] = None,
    undo: Annotated[int | None, typer.Option(help="Undo the judgement with this number.")] = None,
    by: Annotated[str | None, typer.Option(help="Who judges; the user of this computer where it is not said.")] = None,
    note: Annotated[str, typer.Option(help="Why.")] = "",
    format: Format = RowFormat.TABLE,
    lang: Lang = None,
) -> None:
    """Say that two event mentions tell of the same happening or do not, undo that, or list what was judged."""
    words = speaking(lang)
    with Ledger(ledger, create=False) as opened:
        match undo, events or [], same:
            case int(), [], None:
                opened.undo(undo)
                output().print(words("undone", number=undo))
            case None, [], None:
                write(opened.judgements(), format, words, ("n", "one", "other", "same", "by", "at", "note", "undone_at"))
            case None, [one, other], bool():
                number = opened.judge(one, other, same, by or getpass.getuser(), note)
                output().print(words("judged", number=number))
            case _:
                raise typer.BadParameter(words("same_or_not"), param_hint="EVENT EVENT")
