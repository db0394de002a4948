"""Who is party to events and happenings, in the order of time, in place of indexes that had no time."""

import sqlalchemy as sa
from alembic import op

from lacos.ledger import parties

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables, and fill them from what there is."""
    for name, record in (("event_parties", ("document", "event")), ("happening_parties", ("happening",))):
        op.create_table(
            name,
            sa.Column("one", sa.String(length=64), nullable=False),
            sa.Column("other", sa.String(length=64), nullable=False),
            sa.Column("time", sa.String(length=10), nullable=False),
            *(sa.Column(part, sa.Integer(), autoincrement=False, nullable=False) for part in record),
            sa.PrimaryKeyConstraint("one", "other", "time", *record, name=op.f(f"pk_{name}")),
            sqlite_with_rowid=False,
        )
    op.drop_index("ix_sides_state_side_document_event", "sides")
    op.drop_index("ix_ties_actor_recipient_day", "ties")
    parties.fill(op.get_bind())


def downgrade() -> None:
    """Nothing goes back."""
    raise NotImplementedError
