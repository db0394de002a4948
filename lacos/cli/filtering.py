"""Which records are asked for: the options of all commands that filter, in one place."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import wraps
from typing import Annotated, Any

import typer

from lacos.actors import ActorError, code_of
from lacos.cli.options import Lang, speaking
from lacos.cli.read import Interface
from lacos.ledger import Filter
from lacos.records import EventType, Standing, Status

Since = Annotated[str | None, typer.Option(help="From this day, month or year on (2017-09-03, 2017-09, 2017).")]
Until = Annotated[str | None, typer.Option(help="Up to this day, month or year.")]
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
LAST = "-99"
"""After every day of a month and every month of a year."""


def asking(
    actor: Annotated[str | None, typer.Option(help="Who acts: a code (RUS, UNO, PRK/MED) or a name.")] = None,
    recipient: Annotated[str | None, typer.Option(help="Who is acted upon.")] = None,
    among: Annotated[str | None, typer.Option(help="Who is on either side.")] = None,
    tie: Annotated[tuple[str, str] | None, typer.Option(help="Two who act upon each other or together: --tie RUS PRK.")] = None,
    types: Annotated[list[EventType] | None, typer.Option("--type", help="Only events of this type (repeatable).")] = None,
    statuses: Annotated[list[Status] | None, typer.Option("--status", help="Only of this status (repeatable).")] = None,
    standings: Annotated[
        list[Standing] | None, typer.Option("--standing", help="Only what stands so: contested, denied ... (repeatable).")
    ] = None,
    since: Since = None,
    until: Until = None,
    source: Annotated[str | None, typer.Option(help="Only from this outlet.")] = None,
    document: Annotated[str | None, typer.Option("--document", help="Only of this document.")] = None,
    lang: Lang = None,
) -> Filter:
    """What options ask for, with names as codes. Raises BadParameter for names of nobody, and for days that are none or in disorder."""
    check_span(since, until, lang)
    return Filter(
        actor=None if actor is None else code("--actor", actor),
        recipient=None if recipient is None else code("--recipient", recipient),
        among=None if among is None else code("--among", among),
        tie=None if tie is None else (code("--tie", tie[0]), code("--tie", tie[1])),
        types=tuple(types or ()),
        statuses=tuple(statuses or ()),
        standings=tuple(standings or ()),
        since=since,
        until=until,
        source=source,
        document=document,
    )


def filtering(command: Callable[..., None]) -> Callable[..., None]:
    """A command with the options of :func:`asking` in place of its parameter ``asked``, which is the Filter that they come to.

    What a command has itself under the name of one of them, as ``lang``, stays as it is there and is asked for, too.
    """
    options = inspect.signature(asking, eval_str=True).parameters
    own = inspect.signature(command, eval_str=True).parameters

    @wraps(command)
    def run(**given: Any) -> None:
        asked = asking(**{name: given[name] for name in options})
        command(asked=asked, **{name: given[name] for name in own if name != "asked"})

    def shown() -> Iterator[inspect.Parameter]:
        for name, parameter in own.items():
            if name == "asked":
                yield from (option for other, option in options.items() if other not in own)
            else:
                yield parameter

    vars(run)["__signature__"] = inspect.Signature([*shown()])  # typer makes its options from this
    return run


def check_span(since: str | None, until: str | None, lang: Interface | None) -> None:
    """Raises BadParameter for a day, month or year that is none, and for an end before the beginning."""
    words = speaking(lang)
    for option, value in (("--since", since), ("--until", until)):
        if value is not None and not is_time(value):
            raise typer.BadParameter(words("no_time", value=value), param_hint=option)
    if since and until and since > until + LAST:
        raise typer.BadParameter(words("until_before_since", since=since, until=until), param_hint="--until")


def code(option: str, words: str) -> str:
    """The code of who is named by an option."""
    try:
        return code_of(words)
    except ActorError as error:
        raise typer.BadParameter(str(error), param_hint=option) from error


def is_time(value: str) -> bool:
    """Whether a value is a day, a month or a year of the calendar, in digits."""
    try:
        return bool(DATE.fullmatch(value) and date.fromisoformat((value + "-01-01")[:10]))
    except ValueError:
        return False
