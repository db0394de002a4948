"""A happening: all its reports by the origin that they come from, and why they are taken to tell of the same."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from lacos.ledger import lookup
from lacos.ledger.parties import pairs
from lacos.web.contents import joining, positions, reports
from lacos.web.contents.parts import part
from lacos.web.contents.reports import Row
from lacos.web.dependencies import opened
from lacos.web.downloading import as_csv, wants_csv
from lacos.web.errors import MissingError
from lacos.web.rendering import render

router = APIRouter()
COLUMNS = (
    *("origin", "document", "published", "outlet", "wires", "title", "url", "event", "type", "mode", "status", "actor", "recipient"),
    *("own_voice", "sentence", "because"),
)


@router.get("/happening/{id}")
def happening(request: Request, id: str) -> Response:
    """The page of a happening."""
    ledger = opened(request)
    with ledger.database.reading() as connection:
        row = found(connection, id)
        if wants_csv(request):
            return as_csv(f"lacos-{row['id']}", COLUMNS, told(connection, row["n"]))

    def evidence() -> dict[str, Any]:
        with ledger.database.reading() as connection:
            return shown(connection, row)

    return render(
        request, "happening.html", row=row, ties=between(row), evidence=part(request, "parts/evidence.html", (id, *row.values()), evidence)
    )


def found(connection: Connection, id: str) -> Row:
    """A happening by its id. Raises MissingError where there is none."""
    row = lookup.happening_row(connection, id)
    if row is None:
        raise MissingError("missing_happening", id=id)
    return row


def shown(connection: Connection, row: Row) -> dict[str, Any]:
    """What a page shows of a happening besides what it is."""
    some = reports.reports(connection, row["n"])
    return {
        "row": row,
        "reports": some,
        "origins": reports.origins(some),
        "joined": joining.joined(connection, some),
        "base": joining.base(),
        "judged": joining.judged(connection, some),
        "sides": positions.sides(positions.positions_of(connection, row["n"])),
    }


def between(row: Row) -> list[tuple[str, str]]:
    """The ties that a happening belongs to."""
    return sorted({(min(one, other), max(one, other)) for one, other, _ in pairs(row) if one and other and one != other})


def told(connection: Connection, number: int) -> list[tuple[Any, ...]]:
    """The mentions of a happening as rows."""
    return [
        (
            *(rank, report.document, report.published, report.outlet, "+".join(report.wires), report.title, report.url),
            *(one.event, one.type, one.mode, one.status, one.actor, one.recipient, one.own_voice, one.quote.text, one.because),
        )
        for rank, origin in enumerate(reports.origins(reports.reports(connection, number)), 1)
        for report in origin.reports
        for one in report.tellings
    ]
