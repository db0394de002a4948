"""A claim: the positions taken on a happening, in the order of time, with the words of each."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from fastapi import APIRouter
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from lacos.records import Stance
from lacos.web import asking
from lacos.web.contents.parts import part
from lacos.web.contents.positions import Taken, positions_of, sides
from lacos.web.contents.reports import Row, reports
from lacos.web.dependencies import opened
from lacos.web.downloading import as_csv, wants_csv
from lacos.web.pages.happening import found
from lacos.web.rendering import here as address
from lacos.web.rendering import render

router = APIRouter()
COLUMNS = ("stance", "actor", "person", "words", "document", "mark", "outlet", "published", "because")


@router.get("/claim/{id}")
def claim(request: Request, id: str) -> Response:
    """The page of a claim; ``stance`` in its address leaves out the positions of other stances."""
    words = asking.value(request.query_params, "stance")
    stance = asking.chosen("stance", words, Stance) if words else None
    here, ledger = asking.page(request), opened(request)
    with ledger.database.reading() as connection:
        row = found(connection, id)
        if wants_csv(request):
            some = taking(connection, row, stance)
            return as_csv(f"lacos-{row['id']}-positions", COLUMNS, map(as_row, some))

    def positions() -> dict[str, Any]:
        with ledger.database.reading() as connection:
            return {"row": row, "here": address(request), "page": here, "stance": stance, **shown(connection, row, stance, here)}

    content = part(request, "parts/claim.html", (address(request), *row.values()), positions)
    return render(request, "claim.html", row=row, claim=content)


def taking(connection: Connection, row: Row, stance: Stance | None) -> list[Taken]:
    """The positions on a happening, of one stance or of all."""
    return [one for one in positions_of(connection, row["n"]) if stance is None or stance in one.stances]


def shown(connection: Connection, row: Row, stance: Stance | None, here: asking.Page) -> dict[str, Any]:
    """What a page shows of a claim: who takes which position, a part of the positions, the texts that tell it themselves."""
    some = taking(connection, row, stance)
    told = [report for report in reports(connection, row["n"]) if any(one.own_voice for one in report.tellings)]
    return {
        "sides": sides(positions_of(connection, row["n"])),
        "positions": some[here.offset : here.offset + here.limit],
        "total": len(some),
        "voices": told,
    }


def as_row(one: Taken) -> tuple[Any, ...]:
    values = asdict(one) | {"stance": "+".join(one.stances), "words": one.quote.marked, "because": "; ".join(one.because)}
    return tuple(values[name] for name in COLUMNS)
