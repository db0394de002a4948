"""What the home page shows of a ledger, and what the page of its sources does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from lacos.ledger import Ledger, Rows, Told, overview
from lacos.ties.pairs import SECTORS

RECENT = timedelta(days=90)
"""How far back the ties go that are busy of late."""
SHOWN = 8
"""Things of each list."""
LATEST, CONTESTED = 10, 5


@dataclass(frozen=True)
class Front:
    """The first page: how much there is, what is new, the busiest ties of all time and of late, the most contested claims.

    ``since`` is the day from which on ties are of late, None where no document has a date.
    """

    amounts: Mapping[str, Any]
    latest: list[Told]
    arrivals: Rows
    since: str | None
    busy: Rows
    busiest: Rows
    contested: list[Told]


def front(ledger: Ledger) -> Front:
    """What the home page shows."""
    amounts, nobody = ledger.status(), sorted(SECTORS)
    with ledger.database.reading() as connection:
        until = overview.frontier(connection)
        since = (date.fromisoformat(until) - RECENT).isoformat() if until and len(until) == len("2017-09-03") else None
        latest = overview.latest(connection, LATEST, 2, nobody)
        if len(latest) < LATEST:  # a small ledger: what one origin tells must do
            latest = overview.latest(connection, LATEST, 1, nobody)
        return Front(
            amounts,
            latest,
            overview.arrivals(connection, SHOWN),
            since,
            overview.busiest(connection, SHOWN, since, but=nobody) if since else Rows(overview.PAIR, []),
            overview.busiest(connection, SHOWN, but=nobody),
            overview.most_contested(connection, CONTESTED, nobody),
        )


@dataclass(frozen=True)
class Origins:
    """Where a ledger's documents come from: outlets, months, languages, followed feeds."""

    amounts: Mapping[str, Any]
    outlets: Rows
    months: Rows
    languages: Rows
    feeds: Rows


def origins(ledger: Ledger) -> Origins:
    """What the page of sources shows of a ledger besides its documents and failures."""
    with ledger.database.reading() as connection:
        found = overview.outlets(connection), overview.months(connection), overview.languages(connection)
    return Origins(ledger.status(), *found, ledger.feeds())
