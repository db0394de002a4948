"""The first tables."""

import sqlalchemy as sa
from alembic import op

from lacos.ledger import search

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make them, and the index of words."""
    op.create_table(
        "bands",
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("value", "document", name=op.f("pk_bands")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "daily",
        sa.Column("actor", sa.String(length=64), nullable=False),
        sa.Column("recipient", sa.String(length=64), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("type", sa.String(length=32), nullable=False),
        sa.Column("joint", sa.Boolean(), nullable=False),
        sa.Column("happenings", sa.Integer(), nullable=False),
        sa.Column("contested", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("actor", "recipient", "day", "type", "joint", name=op.f("pk_daily")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_daily_recipient_actor_day"), "daily", ["recipient", "actor", "day"], unique=False)
    op.create_table(
        "documents",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("text_id", sa.String(length=32), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("published", sa.String(length=10), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("wires", sa.Text(), nullable=False),
        sa.Column("origin", sa.Integer(), nullable=True),
        sa.Column("coder", sa.String(length=32), nullable=True),
        sa.Column("added", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_documents")),
        sa.UniqueConstraint("id", name=op.f("uq_documents_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_documents_coder"), "documents", ["coder"], unique=False)
    op.create_index(op.f("ix_documents_origin"), "documents", ["origin"], unique=False)
    op.create_index(op.f("ix_documents_outlet"), "documents", ["outlet"], unique=False)
    op.create_index(op.f("ix_documents_published"), "documents", ["published"], unique=False)
    op.create_table(
        "failures",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("first", sa.String(length=32), nullable=False),
        sa.Column("last", sa.String(length=32), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_failures")),
    )
    op.create_table(
        "feeds",
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("modified", sa.Text(), nullable=True),
        sa.Column("polled", sa.String(length=32), nullable=True),
        sa.Column("message", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("url", name=op.f("pk_feeds")),
    )
    op.create_table(
        "happenings",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("type", sa.String(length=32), nullable=False),
        sa.Column("mode", sa.String(length=32), nullable=True),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("historical", sa.Boolean(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("date", sa.String(length=10), nullable=True),
        sa.Column("day", sa.String(length=10), nullable=True),
        sa.Column("standing", sa.String(length=32), nullable=False),
        sa.Column("first_reported", sa.String(length=10), nullable=True),
        sa.Column("last_reported", sa.String(length=10), nullable=True),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_happenings")),
        sa.UniqueConstraint("id", name=op.f("uq_happenings_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_happenings_day"), "happenings", ["day"], unique=False)
    op.create_index(op.f("ix_happenings_standing_day"), "happenings", ["standing", "day"], unique=False)
    op.create_table(
        "judgements",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("one", sa.String(length=32), nullable=False),
        sa.Column("other", sa.String(length=32), nullable=False),
        sa.Column("same", sa.Boolean(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("undone", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_judgements")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_judgements_one"), "judgements", ["one"], unique=False)
    op.create_index(op.f("ix_judgements_other"), "judgements", ["other"], unique=False)
    op.create_table(
        "claims",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("standing", sa.String(length=32), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("happening", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.n"], name=op.f("fk_claims_document_documents"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["happening"], ["happenings.n"], name=op.f("fk_claims_happening_happenings")),
        sa.PrimaryKeyConstraint("document", "rank", name=op.f("pk_claims")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_claims_happening"), "claims", ["happening"], unique=False)
    op.create_index(op.f("ix_claims_id"), "claims", ["id"], unique=False)
    op.create_table(
        "mentions",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("listed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.n"], name=op.f("fk_mentions_document_documents"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "rank", name=op.f("pk_mentions")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_mentions_state_document"), "mentions", ["state", "document"], unique=False)
    op.create_table(
        "person_stances",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("holder_start", sa.Integer(), nullable=False),
        sa.Column("holder_end", sa.Integer(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("target_start", sa.Integer(), nullable=False),
        sa.Column("target_end", sa.Integer(), nullable=False),
        sa.Column("relation", sa.String(length=32), nullable=False),
        sa.Column("chance", sa.Float(), nullable=False),
        sa.Column("sentence_start", sa.Integer(), nullable=False),
        sa.Column("sentence_end", sa.Integer(), nullable=False),
        sa.Column("evidence", sa.String(length=32), nullable=True),
        sa.Column("because", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.n"], name=op.f("fk_person_stances_document_documents"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "rank", name=op.f("pk_person_stances")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "signatures",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.n"], name=op.f("fk_signatures_document_documents"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_signatures")),
    )
    op.create_table(
        "ties",
        sa.Column("actor", sa.String(length=64), nullable=False),
        sa.Column("recipient", sa.String(length=64), nullable=False),
        sa.Column("happening", sa.Integer(), nullable=False),
        sa.Column("joint", sa.Boolean(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=True),
        sa.Column("type", sa.String(length=32), nullable=False),
        sa.Column("counted", sa.Boolean(), nullable=False),
        sa.Column("standing", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["happening"], ["happenings.n"], name=op.f("fk_ties_happening_happenings"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("actor", "recipient", "happening", name=op.f("pk_ties")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_ties_actor_recipient_day"), "ties", ["actor", "recipient", "day"], unique=False)
    op.create_index(op.f("ix_ties_happening"), "ties", ["happening"], unique=False)
    op.create_index(op.f("ix_ties_recipient_actor_day"), "ties", ["recipient", "actor", "day"], unique=False)
    op.create_table(
        "blocks",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document", "claim"], ["claims.document", "claims.rank"], name=op.f("fk_blocks_document_claim_claims"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", "day", "document", "claim", name=op.f("pk_blocks")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_blocks_document_claim"), "blocks", ["document", "claim"], unique=False)
    op.create_table(
        "events",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=True),
        sa.Column("own_voice", sa.Boolean(), nullable=False),
        sa.Column("type", sa.String(length=32), nullable=False),
        sa.Column("mode", sa.String(length=32), nullable=True),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("historical", sa.Boolean(), nullable=False),
        sa.Column("alleged", sa.Boolean(), nullable=False),
        sa.Column("date", sa.String(length=10), nullable=True),
        sa.Column("date_because", sa.Text(), nullable=True),
        sa.Column("trigger_start", sa.Integer(), nullable=False),
        sa.Column("trigger_end", sa.Integer(), nullable=False),
        sa.Column("sentence_start", sa.Integer(), nullable=False),
        sa.Column("sentence_end", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("place_code", sa.String(length=64), nullable=True),
        sa.Column("place_kind", sa.String(length=32), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("place_start", sa.Integer(), nullable=True),
        sa.Column("place_end", sa.Integer(), nullable=True),
        sa.Column("place_because", sa.Text(), nullable=True),
        sa.Column("contexts", sa.Text(), nullable=False),
        sa.Column("cameo_root", sa.String(length=2), nullable=True),
        sa.Column("because", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document", "claim"], ["claims.document", "claims.rank"], name=op.f("fk_events_document_claim_claims"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["document"], ["documents.n"], name=op.f("fk_events_document_documents"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "rank", name=op.f("pk_events")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_events_id"), "events", ["id"], unique=False)
    op.create_index(op.f("ix_events_type_document"), "events", ["type", "document"], unique=False)
    op.create_table(
        "positions",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("mention", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=64), nullable=True),
        sa.Column("stance", sa.String(length=32), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("statement", sa.String(length=32), nullable=True),
        sa.Column("because", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document", "claim"], ["claims.document", "claims.rank"], name=op.f("fk_positions_document_claim_claims"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["document", "mention"],
            ["mentions.document", "mentions.rank"],
            name=op.f("fk_positions_document_mention_mentions"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("document", "claim", "rank", name=op.f("pk_positions")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_positions_state_stance"), "positions", ["state", "stance"], unique=False)
    op.create_table(
        "statements",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("mention", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=64), nullable=True),
        sa.Column("stance", sa.String(length=32), nullable=False),
        sa.Column("cue_start", sa.Integer(), nullable=True),
        sa.Column("cue_end", sa.Integer(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("sentence_start", sa.Integer(), nullable=False),
        sa.Column("sentence_end", sa.Integer(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document", "mention"],
            ["mentions.document", "mentions.rank"],
            name=op.f("fk_statements_document_mention_mentions"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["document"], ["documents.n"], name=op.f("fk_statements_document_documents"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "rank", name=op.f("pk_statements")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_statements_id"), "statements", ["id"], unique=False)
    op.create_index(op.f("ix_statements_state_document"), "statements", ["state", "document"], unique=False)
    op.create_table(
        "traits",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(length=32), nullable=False),
        sa.Column("real", sa.Boolean(), nullable=False),
        sa.Column("negated", sa.Boolean(), nullable=False),
        sa.Column("historical", sa.Boolean(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("date", sa.String(length=10), nullable=True),
        sa.Column("published", sa.String(length=10), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("triggers", sa.Text(), nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.Column("actor_names", sa.Text(), nullable=False),
        sa.Column("recipient_names", sa.Text(), nullable=False),
        sa.Column("plural", sa.Boolean(), nullable=False),
        sa.Column("modes", sa.Text(), nullable=False),
        sa.Column("statuses", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document", "rank"], ["claims.document", "claims.rank"], name=op.f("fk_traits_document_rank_claims"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["document"], ["documents.n"], name=op.f("fk_traits_document_documents"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "rank", name=op.f("pk_traits")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sides",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(length=12), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("mention", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["document", "event"], ["events.document", "events.rank"], name=op.f("fk_sides_document_event_events"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["document", "mention"],
            ["mentions.document", "mentions.rank"],
            name=op.f("fk_sides_document_mention_mentions"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("document", "event", "side", "rank", name=op.f("pk_sides")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_sides_state_side_document_event"), "sides", ["state", "side", "document", "event"], unique=False)
    search.create(op.get_bind())


def downgrade() -> None:
    """There is nothing before."""
    raise NotImplementedError
