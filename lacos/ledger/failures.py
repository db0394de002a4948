"""Inputs that could not be read, kept with the reason until they can."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, or_, select, update

from lacos.ledger.clock import moment
from lacos.ledger.schema import failures
from lacos.records import Document
from lacos.sources import Problem

LONGEST = 1000
"""Characters of a name that are kept."""


def store(connection: Connection, problem: Problem) -> None:
    """Keep a failure, or that it failed again."""
    now, name = moment(), problem.name[:LONGEST]
    again = update(failures).where(failures.c.name == name)
    values = {"message": problem.message, "last": now}
    if not connection.execute(again.values(**values, attempts=failures.c.attempts + 1)).rowcount:
        connection.execute(insert(failures).values(name=name, first=now, attempts=1, **values))


def has(connection: Connection, document: Document) -> bool:
    """Whether a document could not be read before."""
    return connection.execute(select(failures.c.name).where(failures.c.name.in_(names(document)))).first() is not None


def resolve(connection: Connection, document: Document) -> None:
    """Forget that a document could not be read: it could."""
    connection.execute(delete(failures).where(failures.c.name.in_(names(document))))


def settle(connection: Connection, inputs: Iterable[str], since: str) -> None:
    """Forget the failures of inputs that were read to their end since a moment without failing again."""
    for name in inputs:
        own = or_(
            failures.c.name == name,
            failures.c.name.startswith(f"{name}!", autoescape=True),
            failures.c.name.startswith(f"{name}:", autoescape=True),
        )
        connection.execute(delete(failures).where(own, failures.c.last < since))


def names(document: Document) -> tuple[str, ...]:
    """What a document's failure may be called: its input, or its id."""
    return tuple(name[:LONGEST] for name in (document.id, document.input) if name)
