"""What somebody said, the latest first."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import Connection, Select, and_, case, desc, func, select

from lacos.ledger import Filter, queries
from lacos.ledger.lookup import of_statements
from lacos.ledger.schema import documents, mentions, statements
from lacos.records import Stance
from lacos.web.asking import Page
from lacos.web.contents.quotes import Quote, quote

FIRST = case((statements.c.start < statements.c.sentence_start, statements.c.start), else_=statements.c.sentence_start)
LAST = case((statements.c.end > statements.c.sentence_end, statements.c.end), else_=statements.c.sentence_end)
"""Where the words around a statement begin and end: a quotation may go on beyond its sentence."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement: who says what in which document, the content marked in its sentence."""

    id: str
    speaker: str
    person: str | None
    stance: Stance
    about: tuple[str, ...]
    quote: Quote
    document: str
    outlet: str | None
    published: str | None
    language: str | None


def said(connection: Connection, code: str, asked: Filter, stance: Stance | None, page: Page | None) -> tuple[Said, ...]:
    """What an actor said, or a part of it; of a filter the dates of publication and the outlet are asked."""
    keys = chosen(code, asked, stance).order_by(desc(queries.reported), desc(documents.c.n), statements.c.rank)
    some = (queries.cut(keys, page.limit, page.offset) if page else keys).subquery()
    query = (
        select(statements, mentions.c.code, mentions.c.person, documents.c.id.label("name"), documents.c.outlet, documents.c.published)
        .add_columns(documents.c.language, FIRST.label("first"), queries.words(FIRST, LAST).label("around"))
        .join(some, and_(some.c.document == statements.c.document, some.c.rank == statements.c.rank))
        .join(documents, documents.c.n == statements.c.document)
        .outerjoin(mentions, and_(mentions.c.document == statements.c.document, mentions.c.rank == statements.c.mention))
        .order_by(desc(queries.reported), desc(documents.c.n), statements.c.rank)
    )
    return tuple(
        Said(
            id=row["id"],
            speaker=row["code"] or code,
            person=row["person"],
            stance=Stance(row["stance"]),
            about=tuple(filter(None, row["about"].split("+"))),
            quote=quote(row["around"], row["start"] - row["first"], row["end"] - row["first"]),
            document=row["name"],
            outlet=row["outlet"],
            published=row["published"],
            language=row["language"],
        )
        for row in connection.execute(query).mappings()
    )


def count(connection: Connection, code: str, asked: Filter, stance: Stance | None) -> int:
    """How much an actor said."""
    return int(connection.execute(select(func.count()).select_from(chosen(code, asked, stance).subquery())).scalar_one())


def chosen(code: str, asked: Filter, stance: Stance | None) -> Select[tuple[int, int]]:
    """The places of what an actor said."""
    found = select(statements.c.document, statements.c.rank).join(documents, documents.c.n == statements.c.document)
    return found.where(*of_statements(replace(asked, actor=code), [stance] if stance else []))
