"""What Alembic runs: the scripts, in the connection and transaction that it is given."""

from alembic import context

from lacos.ledger.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
