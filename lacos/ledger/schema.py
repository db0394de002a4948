"""The tables of the ledger, the same in SQLite and PostgreSQL.

Dates are ISO text cut to their precision ("2022", "2017-09", "2017-09-03"), which sorts as time does. Offsets are characters of
``documents.text``, start inclusive, end exclusive. Records of a document are numbered by ``rank`` within it and go when it goes.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

DAY, CODE, WORD = String(10), String(64), String(32)


def of_document() -> tuple[Column[int], Column[int]]:
    """The key of a record: its document and its rank among the document's."""
    return (
        Column("document", Integer, ForeignKey("documents.n", ondelete="CASCADE"), primary_key=True),
        Column("rank", Integer, primary_key=True),
    )


def place(name: str = "", nullable: bool = False) -> tuple[Column[int], Column[int]]:
    """Where words begin and end."""
    prefix = f"{name}_" if name else ""
    return Column(f"{prefix}start", Integer, nullable=nullable), Column(f"{prefix}end", Integer, nullable=nullable)


documents = Table(
    "documents",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("text_id", WORD, nullable=False),
    Column("title", Text),
    Column("url", Text),
    Column("source", Text),
    Column("author", Text),
    Column("outlet", Text),  # its source, or the host of its url
    Column("language", Text),
    Column("published", DAY),
    Column("text", Text, nullable=False),
    Column("wires", Text, nullable=False),  # the agencies that it is credited to, joined by "+"
    Column("origin", Integer),  # the n of the first document that it copies, or its own
    Column("coder", WORD),  # the version that made its records; NULL: set aside, in a language that is not read
    Column("added", String(32), nullable=False),
    Index(None, "published"),
    Index(None, "outlet"),
    Index(None, "coder"),
    Index(None, "origin"),
    sqlite_autoincrement=True,  # numbers are never used again, so that the search index may keep those of documents that went
)

mentions = Table(
    "mentions",
    metadata,
    *of_document(),
    Column("code", CODE, nullable=False),
    Column("state", CODE, nullable=False),
    Column("name", Text, nullable=False),
    *place(nullable=True),
    Column("kind", WORD, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("because", Text, nullable=False),
    Column("person", Text),
    Column("listed", Boolean, nullable=False),  # among the mentions of the text, not only on the side of an event or statement
    Index(None, "state", "document"),
    sqlite_with_rowid=False,
)

claims = Table(
    "claims",
    metadata,
    *of_document(),
    Column("id", WORD, nullable=False),
    Column("standing", WORD, nullable=False),
    Column("because", Text, nullable=False),
    Column("happening", Integer, ForeignKey("happenings.n")),
    Index(None, "id"),
    Index(None, "happening"),
    sqlite_with_rowid=False,
)

events = Table(
    "events",
    metadata,
    *of_document(),
    Column("id", WORD, nullable=False),
    Column("claim", Integer),  # the rank of its claim
    Column("own_voice", Boolean, nullable=False),  # the text tells it itself
    Column("type", WORD, nullable=False),
    Column("mode", WORD),
    Column("status", WORD, nullable=False),
    Column("historical", Boolean, nullable=False),
    Column("alleged", Boolean, nullable=False),
    Column("date", DAY),
    Column("date_because", Text),
    *place("trigger"),
    *place("sentence"),
    Column("place", Text),
    Column("place_code", CODE),
    Column("place_kind", WORD),
    Column("latitude", Float),
    Column("longitude", Float),
    *place("place", nullable=True),
    Column("place_because", Text),
    Column("contexts", Text, nullable=False),  # joined by "+"
    Column("cameo_root", String(2)),
    Column("because", Text, nullable=False),
    Index(None, "id"),
    Index(None, "type", "document"),
    ForeignKeyConstraint(["document", "claim"], ["claims.document", "claims.rank"], ondelete="CASCADE"),
    sqlite_with_rowid=False,
)

sides = Table(
    "sides",
    metadata,
    Column("document", Integer, primary_key=True),
    Column("event", Integer, primary_key=True),
    Column("side", String(12), primary_key=True),  # actor, recipient, source
    Column("rank", Integer, primary_key=True),
    Column("mention", Integer, nullable=False),
    Column("state", CODE, nullable=False),
    ForeignKeyConstraint(["document", "event"], ["events.document", "events.rank"], ondelete="CASCADE"),
    ForeignKeyConstraint(["document", "mention"], ["mentions.document", "mentions.rank"], ondelete="CASCADE"),
    sqlite_with_rowid=False,
)

statements = Table(
    "statements",
    metadata,
    *of_document(),
    Column("id", WORD, nullable=False),
    Column("mention", Integer),  # the speaker
    Column("state", CODE),
    Column("stance", WORD, nullable=False),
    *place("cue", nullable=True),
    *place(),
    *place("sentence"),
    Column("about", Text, nullable=False),  # joined by "+"
    Column("because", Text, nullable=False),
    Index(None, "id"),
    Index(None, "state", "document"),
    ForeignKeyConstraint(["document", "mention"], ["mentions.document", "mentions.rank"], ondelete="CASCADE"),
    sqlite_with_rowid=False,
)

positions = Table(
    "positions",
    metadata,
    Column("document", Integer, primary_key=True),
    Column("claim", Integer, primary_key=True),
    Column("rank", Integer, primary_key=True),
    Column("mention", Integer),
    Column("state", CODE),
    Column("stance", WORD, nullable=False),
    *place(),
    Column("statement", WORD),
    Column("because", Text, nullable=False),
    Index(None, "state", "stance"),
    ForeignKeyConstraint(["document", "claim"], ["claims.document", "claims.rank"], ondelete="CASCADE"),
    ForeignKeyConstraint(["document", "mention"], ["mentions.document", "mentions.rank"], ondelete="CASCADE"),
    sqlite_with_rowid=False,
)

person_stances = Table(
    "person_stances",
    metadata,
    *of_document(),
    Column("holder", Text, nullable=False),
    *place("holder"),
    Column("target", Text, nullable=False),
    *place("target"),
    Column("relation", WORD, nullable=False),
    Column("chance", Float, nullable=False),
    *place("sentence"),
    Column("evidence", WORD),
    Column("because", Text, nullable=False),
    sqlite_with_rowid=False,
)

happenings = Table(
    "happenings",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", WORD, nullable=False, unique=True),
    Column("type", WORD, nullable=False),
    Column("mode", WORD),
    Column("status", WORD, nullable=False),
    Column("historical", Boolean, nullable=False),
    Column("actor", Text, nullable=False),  # states joined by "+"
    Column("recipient", Text, nullable=False),
    Column("date", DAY),
    Column("day", DAY),  # the day that charts put it on: its own, or that of the first report of what is news
    Column("standing", WORD, nullable=False),
    Column("first_reported", DAY),
    Column("last_reported", DAY),
    Column("articles", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Index(None, "day"),
    Index(None, "standing", "day"),
    sqlite_autoincrement=True,
)

traits = Table(  # what claims of other documents are compared by
    "traits",
    metadata,
    *of_document(),
    Column("type", WORD, nullable=False),
    Column("real", Boolean, nullable=False),
    Column("negated", Boolean, nullable=False),
    Column("historical", Boolean, nullable=False),
    Column("actor", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("date", DAY),
    Column("published", DAY),
    Column("words", Text, nullable=False),
    Column("triggers", Text, nullable=False),
    Column("names", Text, nullable=False),
    Column("actor_names", Text, nullable=False),
    Column("recipient_names", Text, nullable=False),
    Column("plural", Boolean, nullable=False),
    Column("modes", Text, nullable=False),
    Column("statuses", Text, nullable=False),
    ForeignKeyConstraint(["document", "rank"], ["claims.document", "claims.rank"], ondelete="CASCADE"),
    sqlite_with_rowid=False,
)

blocks = Table(  # where claims that could tell of the same are looked for
    "blocks",
    metadata,
    Column("key", CODE, primary_key=True),
    Column("day", DAY, primary_key=True),
    Column("document", Integer, primary_key=True),
    Column("claim", Integer, primary_key=True),
    Index(None, "document", "claim"),
    ForeignKeyConstraint(["document", "claim"], ["claims.document", "claims.rank"], ondelete="CASCADE"),
    sqlite_with_rowid=False,
)


def parties(name: str, *record: str) -> Table:
    """Records under those who are party to them, in the order of time (:mod:`lacos.ledger.parties`)."""
    return Table(  # no foreign keys: these would want indexes as large as the tables
        name,
        metadata,
        *(Column(part, CODE, primary_key=True) for part in ("one", "other")),
        Column("time", DAY, primary_key=True),  # of what took place, or was reported where that is not known, "" where neither is
        *(Column(part, Integer, primary_key=True, autoincrement=False) for part in record),
        sqlite_with_rowid=False,
    )


event_parties = parties("event_parties", "document", "event")
happening_parties = parties("happening_parties", "happening")

ties = Table(  # each happening once for each pair of its sides
    "ties",
    metadata,
    Column("actor", CODE, primary_key=True),
    Column("recipient", CODE, primary_key=True),  # "" where nobody is acted upon
    Column("happening", Integer, ForeignKey("happenings.n", ondelete="CASCADE"), primary_key=True),
    Column("joint", Boolean, nullable=False),  # both act, neither upon the other
    Column("day", DAY),
    Column("type", WORD, nullable=False),
    Column("counted", Boolean, nullable=False),  # it took place, is no history, and has a day: in the daily sums
    Column("standing", WORD, nullable=False),
    Index(None, "recipient", "actor", "day"),
    Index(None, "happening"),
    sqlite_with_rowid=False,
)

daily = Table(  # sums of what ties count, kept as they are written
    "daily",
    metadata,
    Column("actor", CODE, primary_key=True),
    Column("recipient", CODE, primary_key=True),
    Column("day", DAY, primary_key=True),
    Column("type", WORD, primary_key=True),
    Column("joint", Boolean, primary_key=True),
    Column("happenings", Integer, nullable=False),
    Column("contested", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    Index(None, "recipient", "actor", "day"),
    sqlite_with_rowid=False,
)

signatures = Table(  # of texts, to find copies by
    "signatures",
    metadata,
    Column("document", Integer, ForeignKey("documents.n", ondelete="CASCADE"), primary_key=True),
    Column("signature", LargeBinary, nullable=False),
)

bands = Table(
    "bands",
    metadata,
    Column("value", BigInteger, primary_key=True),  # of the band and of what stands in it
    Column("document", Integer, primary_key=True),  # no foreign key: that would want an index as large as the table
    sqlite_with_rowid=False,
)

failures = Table(
    "failures",
    metadata,
    Column("name", Text, primary_key=True),
    Column("message", Text, nullable=False),
    Column("first", String(32), nullable=False),
    Column("last", String(32), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("options", Text, nullable=False, default="{}"),  # JSON of what it was read with, where not the defaults
)

judgements = Table(
    "judgements",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("one", WORD, nullable=False),  # ids of events
    Column("other", WORD, nullable=False),
    Column("same", Boolean, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Column("note", Text, nullable=False),
    Column("undone", String(32)),
    Index(None, "one"),
    Index(None, "other"),
    sqlite_autoincrement=True,
)

corrections = Table(
    "corrections",
    metadata,
    Column("n", Integer, primary_key=True),  # judgements and corrections are numbered together
    Column("event", WORD, nullable=False),
    Column("document", Text, nullable=False),  # the id of the one in which it was seen
    Column("text", WORD, nullable=False),  # the text_id of all documents that it holds for
    *place("trigger"),
    Column("wrong", Boolean, nullable=False),
    Column("type", WORD),  # of these NULL leaves what was coded, "" takes it away
    Column("mode", WORD),
    Column("status", WORD),
    Column("historical", Boolean),
    Column("date", DAY),
    Column("actor", Text),  # codes joined by "+"
    Column("recipient", Text),
    Column("by", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Column("note", Text, nullable=False),
    Column("undone", String(32)),
    Index(None, "text"),
    Index(None, "undone"),
    sqlite_autoincrement=True,
)

coded = Table(  # what the coder made of documents whose records were corrected since
    "coded",
    metadata,
    Column("document", Integer, ForeignKey("documents.n", ondelete="CASCADE"), primary_key=True),
    Column("reading", Text, nullable=False),  # its JSON
)

feeds = Table(
    "feeds",
    metadata,
    Column("url", Text, primary_key=True),
    Column("etag", Text),
    Column("modified", Text),
    Column("polled", String(32)),
    Column("message", Text),
)
