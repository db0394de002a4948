"""Inputs that could not be read, kept with the reason until they can."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, update

from lacos.ledger.schema import failures
from lacos.sources import Problem


def store(connection: Connection, problem: Problem) -> None:
    """Keep a failure, or that it failed again."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    again = update(failures).where(failures.c.name == problem.name)
    values = {"message": problem.message, "last": now}
    if not connection.execute(again.values(**values, attempts=failures.c.attempts + 1)).rowcount:
        connection.execute(insert(failures).values(name=problem.name, first=now, attempts=1, **values))


def resolve(connection: Connection, name: str) -> None:
    """Forget a failure: it could be read."""
    connection.execute(delete(failures).where(failures.c.name == name))
