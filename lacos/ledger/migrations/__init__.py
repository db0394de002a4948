"""Bringing the tables of a ledger up to date, by Alembic. A change of :mod:`lacos.ledger.schema` comes with a script in ``versions/``."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, Engine, inspect, text

from lacos.ledger.errors import LedgerError, VersionError

HEAD = "0003"
"""The version of the tables that this code reads and writes."""
VERSION = "alembic_version"
_one_at_a_time = Lock()  # Alembic has one context a process


def upgrade(engine: Engine, name: str, lock: int, create: bool) -> None:
    """Make the tables, or bring them up to date; costs nothing where they are. ``lock`` is PostgreSQL's advisory lock of writers.

    Raises VersionError for those of a later version, LedgerError for a database of something else, and for one without tables unless they
    may be created.
    """
    with engine.connect() as connection:
        if version(connection) == HEAD:
            return
    with _one_at_a_time, engine.execution_options(writes=True).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({lock})")
        found = version(connection)
        if found is None:
            if inspect(connection).get_table_names():
                raise LedgerError(f"{name} is no ledger: it has tables of something else")
            if not create:
                raise LedgerError(f"{name} has no ledger yet: make one with lacos add {name} TEXTS")
        elif found > HEAD:
            raise VersionError(f"{name} was made by a later version of Laços (tables {found}, here {HEAD}): bring Laços up to date")
        if found != HEAD:
            run(connection)


def version(connection: Connection) -> str | None:
    """The version of the tables, None where there are none."""
    if not inspect(connection).has_table(VERSION):
        return None
    found: str | None = connection.execute(text(f"SELECT version_num FROM {VERSION}")).scalar()
    return found


def run(connection: Connection) -> None:
    """Run the scripts that are yet to be run."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)
