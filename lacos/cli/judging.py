"""``lacos judge``: what a person says of events, which wins over what Laços makes of them."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Annotated

import typer

from lacos.cli.options import Format, Lang, Where, speaking
from lacos.cli.rows import RowFormat, output, write
from lacos.evaluation import judged
from lacos.ledger import Change, Ledger
from lacos.messages import Messages
from lacos.records import EventType, LacosError, Status

JUDGEMENTS = ("n", "one", "other", "same", "by", "at", "note", "undone_at")
CORRECTIONS = (
    *("n", "document", "event", "wrong", "type", "mode", "status", "historical", "date", "actor", "recipient"),
    *("by", "at", "note", "undone_at"),
)
Side = list[str] | None


def judge(
    ledger: Where,
    events: Annotated[list[str] | None, typer.Argument(metavar="[EVENT [EVENT]]", help="The ids of one or two event mentions.")] = None,
    same: Annotated[bool | None, typer.Option("--same/--not-same", help="Whether two tell of one happening.")] = None,
    wrong: Annotated[bool, typer.Option("--wrong", help="Say that it is no event.")] = False,
    type: Annotated[EventType | None, typer.Option(help="The type that it should have.", case_sensitive=False)] = None,
    mode: Annotated[str | None, typer.Option(help='The mode that it should have; "" for none.')] = None,
    status: Annotated[Status | None, typer.Option(help="The status that it should have.", case_sensitive=False)] = None,
    historical: Annotated[bool | None, typer.Option("--historical/--not-historical", help="Whether it is history.")] = None,
    date: Annotated[str | None, typer.Option(help='The day, month or year that it should have; "" for none.')] = None,
    actor: Annotated[Side, typer.Option(help='Who should act: a code or name (repeatable); "" for nobody.')] = None,
    recipient: Annotated[Side, typer.Option(help='Who should be acted upon (repeatable); "" for nobody.')] = None,
    undo: Annotated[int | None, typer.Option(help="Undo the judgement or correction with this number.")] = None,
    corrections: Annotated[bool, typer.Option("--corrections", help="List what was corrected.")] = False,
    gold: Annotated[Path | None, typer.Option(help="Write what was corrected as a file for lacos evaluate.")] = None,
    by: Annotated[str | None, typer.Option(help="Who judges; the user of this computer where it is not said.")] = None,
    note: Annotated[str, typer.Option(help="Why.")] = "",
    format: Format = RowFormat.TABLE,
    lang: Lang = None,
) -> None:
    """Say that two event mentions tell of the same happening or do not, or what is wrong with one; undo that, or list what was judged."""
    words = speaking(lang)
    change = Change(wrong, type, mode, status, historical, date, side(actor), side(recipient))
    corrected, who = change != Change(), by or getpass.getuser()
    with Ledger(ledger, create=False) as opened:
        match events or [], same, corrected, undo, corrections, gold:
            case [], None, False, None, False, None:
                write(opened.judgements(), format, words, JUDGEMENTS)
            case [], None, False, None, True, None:
                write(opened.corrections(), format, words, CORRECTIONS)
            case [], None, False, None, False, Path():
                keep(gold, opened, words)
            case [], None, False, int(), False, None:
                opened.undo(undo)
                output().print(words("undone", number=undo))
            case [one, other], bool(), False, None, False, None:
                output().print(words("judged", number=opened.judge(one, other, same, who, note)))
            case [one], None, True, None, False, None:
                output().print(words("corrected", number=opened.correct(one, change, who, note)))
            case _:
                raise typer.BadParameter(words("same_or_not"), param_hint="EVENT")


def side(given: Side) -> tuple[str, ...] | None:
    """Who stands on a side: None where nothing is said of it."""
    return None if given is None else tuple(one for one in given if one)


def keep(gold: Path, opened: Ledger, words: Messages) -> None:
    """Write a gold file. Raises LacosError for one that cannot be written."""
    text, number = judged.as_json(opened)
    try:
        gold.write_text(text, "utf8")
    except OSError as error:
        raise LacosError(f"{gold}: {error.strerror}: give a file in a folder where you may write") from error
    output().print(words("gold_kept", number=number, file=gold))
