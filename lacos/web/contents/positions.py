"""The positions taken on a happening, in the order of time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_

from lacos.ledger import queries
from lacos.ledger.schema import documents, positions, statements
from lacos.records import Stance
from lacos.web.contents.quotes import Quote, quote
from lacos.web.contents.statements import FIRST, LAST

OPPOSED = (Stance.ASSERT, Stance.DENY, Stance.CONDEMN)
"""The stances that make a claim, which its page names first."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What somebody says of a happening in some words of a document, with the stances that this takes.

    ``actor`` is None where the text names nobody; ``mark`` is the statement, by id, where its document shows the words.
    """

    stances: tuple[Stance, ...]
    actor: str | None
    person: str | None
    quote: Quote
    document: str
    mark: str
    outlet: str | None
    published: str | None
    language: str | None
    because: tuple[str, ...]


def positions_of(connection: Connection, number: int) -> tuple[Taken, ...]:
    """The positions on a happening in the order of their reports; those of one actor in the same words are one."""
    said = and_(statements.c.document == positions.c.document, statements.c.id == positions.c.statement)
    query = (
        queries.taking([number])
        .add_columns(positions.c.statement, positions.c.because, documents.c.language)
        .add_columns(FIRST.label("first"), queries.words(FIRST, LAST).label("around"))
        .outerjoin(statements, said)
    )
    of: dict[tuple[object, ...], list[dict[str, Any]]] = {}
    for row in connection.execute(query).mappings():
        of.setdefault(tuple(row[name] for name in ("document", "start", "end", "actor", "person")), []).append(dict(row))
    return tuple(map(taken, of.values()))


def taken(rows: list[dict[str, Any]]) -> Taken:
    first = rows[0]
    return Taken(
        stances=tuple(dict.fromkeys(Stance(str(row["stance"])) for row in rows)),
        quote=quoted(first),
        mark=first["statement"] or "",
        outlet=first["source"],
        because=tuple(dict.fromkeys(row["because"] for row in rows if row["because"])),
        **{name: first[name] for name in ("actor", "person", "document", "published", "language")},
    )


def quoted(row: dict[str, Any]) -> Quote:
    """The words of a position in those around their statement, alone where no statement has them."""
    start, end = row["start"], row["end"]
    around, first = (row["around"], row["first"]) if row["around"] else (row["words"], start)
    inside = first <= start and end <= first + len(around)
    return quote(around, start - first, end - first) if inside else quote(row["words"], 0, end - start)


def sides(some: Iterable[Taken]) -> dict[Stance, dict[str, int]]:
    """Who takes each stance, and how often: those that oppose each other first; "" where a text names nobody."""
    found: dict[Stance, dict[str, int]] = {}
    for one in some:
        for stance in one.stances:
            count = found.setdefault(stance, {})
            count[one.actor or ""] = count.get(one.actor or "", 0) + 1
    return {stance: found[stance] for stance in (*OPPOSED, *(one for one in Stance if one not in OPPOSED)) if stance in found}
