"""``lacos status``, ``events``, ``claims``, ``search`` and ``failed``: what a ledger holds."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from lacos import views
from lacos.cli.filtering import filtering
from lacos.cli.options import Format, Lang, Limit, Where, speaking
from lacos.cli.rows import RowFormat, as_csv, as_lines, output, write
from lacos.ledger import Filter, Ledger

EVENT_TABLE = ("published", "type", "actor", "recipient", "status", "date", "attributed_to", "trigger", "sentence")


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


@filtering
def events(
    ledger: Where,
    asked: Filter,
    limit: Limit = None,
    format: Format = RowFormat.TABLE,
    lang: Lang = None,
) -> None:
    """List events: who did what to whom, when, who says so, in which words."""
    with Ledger(ledger, create=False) as opened:
        write(opened.events(asked, limit), format, speaking(lang), EVENT_TABLE)


@filtering
def claims(
    ledger: Where,
    asked: Filter,
    limit: Limit = 50,
    format: Format = RowFormat.TABLE,
    lang: Lang = None,
) -> None:
    """List happenings and what is claimed of them: who asserts, denies or condemns each, over time. The contested come first."""
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
