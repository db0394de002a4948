"""Bringing the tables of a ledger up to date, by Alembic. A change of :mod:`lacos.ledger.schema` comes with a script in ``versions/``."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from lacos.records import LacosError

HEAD = "0001"
"""The version of the tables that this code reads and writes."""


class VersionError(LacosError):
    """A ledger made by a later version of Laços."""


def upgrade(engine: Engine, name: str) -> None:
    """Make the tables, or bring them up to date; costs nothing where they are. Raises VersionError for those of a later version."""
    with engine.connect() as connection:
        if version(connection) == HEAD:
            return
    with engine.execution_options(writes=True).begin() as connection:
        found = version(connection)
        if found != HEAD:
            if found is not None and found > HEAD:
                raise VersionError(f"{name} was made by a later version of Laços (tables {found}, here {HEAD}): bring Laços up to date")
            run(connection)


def version(connection: Connection) -> str | None:
    """The version of the tables, None where there are none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def run(connection: Connection) -> None:
    """Run the scripts that are yet to be run."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)
