"""``lacos status``, ``events``, ``claims``, ``search`` and ``failed``: what a ledger holds."""

from __future__ import annotations

import json
import re
import sys
from typing import Annotated

import typer

from lacos import views
from lacos.actors import code_of
from lacos.cli.read import Interface
from lacos.cli.rows import RowFormat, as_csv, as_lines, output, write
from lacos.ledger import Filter, Ledger
from lacos.messages import Messages, preferred
from lacos.records import EventType, Standing, Status

Where = Annotated[str, typer.Argument(metavar="LEDGER", help="The ledger: a file, or postgresql://user@host/name.")]
Lang = Annotated[Interface | None, typer.Option(help="Language of the interface.")]
Format = Annotated[RowFormat, typer.Option("--format", "-f", help="How to show what was found.")]
Limit = Annotated[int | None, typer.Option(min=1, help="At most so many.")]
Actor = Annotated[str | None, typer.Option(help="Who acts: a code (RUS, UNO, PRK/MED) or a name.")]
Recipient = Annotated[str | None, typer.Option(help="Who is acted upon.")]
Among = Annotated[str | None, typer.Option(help="Who is on either side.")]
Tie = Annotated[tuple[str, str] | None, typer.Option(help="Two who act upon each other or together: --tie RUS PRK.")]
Types = Annotated[list[EventType] | None, typer.Option("--type", help="Only events of this type (repeatable).")]
Statuses = Annotated[list[Status] | None, typer.Option("--status", help="Only of this status (repeatable).")]
Standings = Annotated[list[Standing] | None, typer.Option("--standing", help="Only what stands so: contested, denied ... (repeatable).")]
Since = Annotated[str | None, typer.Option(help="From this day, month or year on (2017-09-03, 2017-09, 2017).")]
Until = Annotated[str | None, typer.Option(help="Up to this day, month or year.")]
Source = Annotated[str | None, typer.Option(help="Only from this outlet.")]
DocumentId = Annotated[str | None, typer.Option("--document", help="Only of this document.")]

DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
EVENT_TABLE = ("published", "type", "actor", "recipient", "status", "date", "attributed_to", "trigger", "sentence")


def speaking(lang: Interface | None) -> Messages:
    """The words of the interface."""
    return views.messages((lang or preferred()).lower())


def status(ledger: Where, format: Format = RowFormat.TABLE, lang: Lang = None) -> None:
    """Say how much there is: documents, events, happenings, what is contested, what failed."""
    with Ledger(ledger, create=False) as opened:
        found = opened.status()
    if format is RowFormat.JSONL:
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
    elif format is RowFormat.CSV:
        as_csv(tuple(found), [tuple(json.dumps(value) if isinstance(value, dict) else value for value in found.values())])
    else:
        views.show_status(found, output(), speaking(lang))


def events(
    ledger: Where,
    actor: Actor = None,
    recipient: Recipient = None,
    among: Among = None,
    tie: Tie = None,
    types: Types = None,
    statuses: Statuses = None,
    standings: Standings = None,
    since: Since = None,
    until: Until = None,
    source: Source = None,
    document: DocumentId = None,
    limit: Limit = None,
    format: Format = RowFormat.TABLE,
    lang: Lang = None,
) -> None:
    """List events: who did what to whom, when, who says so, in which words."""
    asked = asking(actor, recipient, among, tie, types, statuses, standings, since, until, source, document)
    with Ledger(ledger, create=False) as opened:
        write(opened.events(asked, limit), format, speaking(lang), EVENT_TABLE)


def claims(
    ledger: Where,
    actor: Actor = None,
    recipient: Recipient = None,
    among: Among = None,
    tie: Tie = None,
    types: Types = None,
    statuses: Statuses = None,
    standings: Standings = None,
    since: Since = None,
    until: Until = None,
    source: Source = None,
    document: DocumentId = None,
    limit: Limit = 50,
    format: Format = RowFormat.TABLE,
    lang: Lang = None,
) -> None:
    """List happenings and what is claimed of them: who asserts, denies or condemns each, over time. The contested come first."""
    asked = asking(actor, recipient, among, tie, types, statuses, standings, since, until, source, document)
    with Ledger(ledger, create=False) as opened:
        found = opened.claims(asked, limit)
    if format is RowFormat.JSONL:
        as_lines(one.to_json() for one in found)
    elif format is RowFormat.CSV:
        taken = [(one.happening, position.to_json()) for one in found for position in one.positions]
        names = ("id", "type", "actor", "recipient", "date", "standing", "articles", "origins")
        columns = ("stance", "actor", "person", "words", "document", "published", "source")
        as_csv(
            (*names[:1], *("happening_" + name for name in names[1:]), *columns),
            [(*map(h.get, names), *map(p.get, columns)) for h, p in taken],
        )
    else:
        views.show_told(found, output(), speaking(lang))


def search(
    ledger: Where,
    query: Annotated[list[str], typer.Argument(help='Words, whatever their endings; phrases in quotes: "arma nuclear".')],
    limit: Limit = 20,
    format: Format = RowFormat.TABLE,
    lang: Lang = None,
) -> None:
    """Find documents by their words, the best first."""
    with Ledger(ledger, create=False) as opened:
        found = opened.search(" ".join(f'"{part}"' if " " in part and '"' not in part else part for part in query), limit or 20)
    write(found, format, speaking(lang), ("published", "source", "document", "title", "words"))


def failed(ledger: Where, format: Format = RowFormat.TABLE, lang: Lang = None) -> None:
    """List what could not be read; `lacos add LEDGER --retry` tries it again."""
    with Ledger(ledger, create=False) as opened:
        write(opened.failures(), format, speaking(lang), ("last", "name", "message", "attempts"))


def asking(
    actor: str | None,
    recipient: str | None,
    among: str | None,
    tie: tuple[str, str] | None,
    types: list[EventType] | None,
    statuses: list[Status] | None,
    standings: list[Standing] | None,
    since: str | None,
    until: str | None,
    source: str | None,
    document: str | None,
) -> Filter:
    """What was asked for, with names as codes."""
    for option, value in (("--since", since), ("--until", until)):
        if value is not None and not DATE.fullmatch(value):
            raise typer.BadParameter(f"{value!r}: 2017-09-03, 2017-09, 2017", param_hint=option)
    return Filter(
        actor=None if actor is None else code_of(actor),
        recipient=None if recipient is None else code_of(recipient),
        among=None if among is None else code_of(among),
        tie=(code_of(tie[0]), code_of(tie[1])) if tie else None,
        types=tuple(types or ()),
        statuses=tuple(statuses or ()),
        standings=tuple(standings or ()),
        since=since,
        until=until,
        source=source,
        document=document,
    )
