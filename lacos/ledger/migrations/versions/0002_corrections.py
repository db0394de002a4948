"""What persons correct."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make their tables."""
    op.create_table(
        "corrections",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("event", sa.String(length=32), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("text", sa.String(length=32), nullable=False),
        sa.Column("trigger_start", sa.Integer(), nullable=False),
        sa.Column("trigger_end", sa.Integer(), nullable=False),
        sa.Column("wrong", sa.Boolean(), nullable=False),
        sa.Column("type", sa.String(length=32), nullable=True),
        sa.Column("mode", sa.String(length=32), nullable=True),
        sa.Column("status", sa.String(length=32), nullable=True),
        sa.Column("historical", sa.Boolean(), nullable=True),
        sa.Column("date", sa.String(length=10), nullable=True),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("recipient", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("undone", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_corrections")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_corrections_text"), "corrections", ["text"], unique=False)
    op.create_index(op.f("ix_corrections_undone"), "corrections", ["undone"], unique=False)
    op.create_table(
        "coded",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.n"], name=op.f("fk_coded_document_documents"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_coded")),
    )


def downgrade() -> None:
    """Nothing goes back."""
    raise NotImplementedError
