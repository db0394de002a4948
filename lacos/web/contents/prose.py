"""Briefs on pages: where the words of each citation stand in their documents."""

from __future__ import annotations

from sqlalchemy import select

from lacos.briefs import Brief, Citation
from lacos.ledger import Ledger
from lacos.ledger.queries import batches
from lacos.ledger.schema import documents, events, positions

Place = tuple[str, int, int]


def marks(ledger: Ledger, brief: Brief) -> dict[Citation, str]:
    """The event or statement of each citation, by id, which its document shows at its place; "" where none begins and ends there."""
    places = {(one.document, one.start, one.end): one for one in brief.notes}
    found: dict[Place, str] = {}
    with ledger.database.reading() as connection:
        for some in batches(sorted({place[0] for place in places})):
            for id, start, end, column, table in (
                (documents.c.id, positions.c.start, positions.c.end, positions.c.statement, positions),
                (documents.c.id, events.c.sentence_start, events.c.sentence_end, events.c.id, events),
            ):
                query = select(id, start, end, column).join_from(table, documents, documents.c.n == table.c.document)
                for row in connection.execute(query.where(documents.c.id.in_(some), column.is_not(None))):
                    found.setdefault((row[0], row[1], row[2]), row[3])
    return {one: found.get(place, "") for place, one in places.items()}
