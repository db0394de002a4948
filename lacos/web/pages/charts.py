"""The charts of ties and actors as files of their own, and the tables behind them."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from lacos.ties import network
from lacos.ties.charts import Kind, draw
from lacos.web.asking import asked
from lacos.web.contents import tables
from lacos.web.contents.sides import Sides, sides
from lacos.web.dependencies import kept, language, opened
from lacos.web.downloading import as_csv
from lacos.web.errors import MissingError

router = APIRouter()
AROUND = (Kind.NETWORK, Kind.MAP)
"""The charts that show what lies around a tie."""
BEHIND = {kind: "partners" if kind is Kind.MAP else kind.value for kind in Kind}
"""The tables behind the charts."""
MEDIA = {"svg": "image/svg+xml", "png": "image/png"}
_drawing = Lock()
"""One chart is drawn at a time, so that pages do not wait for processors."""
Answer = Callable[..., Response]


def chart(kind: Kind) -> Answer:
    """What answers for a kind of chart."""

    def answer(request: Request, one: str, suffix: str, other: str = "") -> Response:
        between = sides(request, one, other)
        if suffix == "csv":
            return table(BEHIND[kind])(request, one, other)
        if suffix not in MEDIA:
            raise MissingError("missing_chart", suffix=suffix, some=", ".join(MEDIA))
        return drawing(request, between, kind, suffix)

    return answer


def table(name: str) -> Answer:
    """What answers for a table as a file."""

    def answer(request: Request, one: str, other: str = "") -> Response:
        between = sides(request, one, other)
        wanted, ledger = asked(request), opened(request)
        tie = between.tie(ledger, wanted)
        found = tables.edges(network(ledger, wanted.since, wanted.until)) if name == "network" else tables.TABLES[name](tie)
        return as_csv(f"lacos-{between.name}-{name}", found.columns, found.rows)

    return answer


def drawing(request: Request, between: Sides, kind: Kind, suffix: str) -> Response:
    """A chart, drawn only where the ledger has changed since."""
    wanted, tongue, ledger = asked(request), language(request), opened(request)

    def drawn() -> bytes:
        found = between.tie(ledger, wanted)
        with _drawing:
            around = network(ledger, wanted.since, wanted.until) if kind in AROUND else None
            made = draw(found, kind, tongue, around=around)
            return made.svg().encode() if suffix == "svg" else made.png()

    content = kept(request)((kind, suffix, between, wanted.since, wanted.until, tongue), drawn)
    return Response(content, 200, {"Vary": "Accept-Language, Cookie"}, MEDIA[suffix])


for end in ("/tie/{one}", "/tie/{one}/{other}"):
    for kind in Kind:
        router.add_api_route(f"{end}/{kind}.{{suffix}}", chart(kind))
    for name in tables.TABLES:
        if name not in BEHIND:
            router.add_api_route(f"{end}/{name}.csv", table(name))
