"""Inputs that could not be read, kept with the reason until they can."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, update

from lacos.ledger.clock import moment
from lacos.ledger.schema import failures
from lacos.records import Document
from lacos.sources import Problem

LONGEST = 1000
"""Characters of a name that are kept."""


def store(connection: Connection, problem: Problem, options: Mapping[str, Any] | None = None) -> None:
    """Keep a failure, or that it failed again, with the options that it was read with; without, those known stay."""
    now, name = moment(), kept(problem.name)
    again = update(failures).where(failures.c.name == name)
    values = {"message": writable(problem.message), "last": now}
    if options is not None:
        values["options"] = json.dumps(dict(options), sort_keys=True)
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
    for name in map(kept, inputs):
        own = or_(
            failures.c.name == name,
            failures.c.name.startswith(f"{name}!", autoescape=True),
            failures.c.name.startswith(f"{name}:", autoescape=True),
        )
        connection.execute(delete(failures).where(own, failures.c.last < since))


def names(document: Document) -> tuple[str, ...]:
    """What a document's failure may be called: its input, or its id."""
    return tuple(kept(name) for name in (document.id, document.input) if name)


def kept(name: str) -> str:
    """A name as it is kept."""
    return writable(name)[:LONGEST]


def writable(text: str) -> str:
    """A text as every database takes it: file names may have bytes that are no UTF-8, and messages quote what is wrong."""
    return text.encode("utf8", "backslashreplace").decode("utf8").replace("\0", "\\0")
