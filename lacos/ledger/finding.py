"""Words looked for: the documents that have them, and the happenings that sentences with all of them tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, select

from lacos.ledger import search
from lacos.ledger.filters import HIGHEST, Filter, of_happenings, on_documents
from lacos.ledger.overview import OPENING
from lacos.ledger.queries import SNIPPET, Told, batches, told
from lacos.ledger.rows import Rows
from lacos.ledger.schema import claims, documents, events, happenings

FOUND = ("document", "published", "source", "title", "opening", "words")
MOST = 2000
"""Documents that are found of one query, the best."""
NEAR = 100
"""Of these, those whose sentences are looked through, the best."""


@dataclass(frozen=True)
class Texts:
    """A part of the documents found, and how many were found; ``cut`` says that there are more."""

    rows: Rows
    total: int
    cut: bool


def find_texts(connection: Connection, query: str, asked: Filter, limit: int, offset: int = 0) -> Texts:
    """The documents with all words of a query, the best first, of an outlet or published in the time asked for."""
    hits = best(connection, query)
    passed = list(passing(connection, hits, asked))
    shown = passed[offset : offset + limit]
    found = {row["n"]: row for row in connection.execute(select(documents).where(documents.c.n.in_(shown))).mappings()}
    rows = [
        (row["id"], row["published"], row["outlet"], row["title"], row["text"][:OPENING], search.snippet(row["text"], query, SNIPPET))
        for row in (found[n] for n in shown)
    ]
    return Texts(Rows(FOUND, rows), len(passed), len(hits) == MOST)


def find_told(connection: Connection, query: str, asked: Filter, limit: int) -> list[Told]:
    """The happenings told by sentences that have all words of a query, those that most origins tell of first, by such sentences alone."""
    near = list(islice(passing(connection, best(connection, query), asked), NEAR))
    has_all = having(query)
    numbers = {happening for happening, sentence in sentences(connection, near) if has_all(sentence)}
    rows: list[Any] = []
    for some in batches(sorted(numbers)):
        rows += connection.execute(select(happenings).where(happenings.c.n.in_(some), *of_happenings(asked))).mappings()
    rows.sort(key=lambda row: (-row["origins"], -row["articles"], row["n"]))
    found = told(connection, rows[:limit])
    return [replace(one, sentences=tuple(said for said in one.sentences if has_all(said["words"]))) for one in found]


def best(connection: Connection, query: str) -> list[int]:
    """The numbers of the documents with all words of a query, the best first."""
    finding = search.finding(connection, query)
    return [] if finding is None else [row.n for row in islice(connection.execute(*finding), MOST)]


def passing(connection: Connection, hits: Sequence[int], asked: Filter) -> Iterator[int]:
    """Those that are there, of the outlet and the time asked for, in their order."""
    for some in batches(hits):
        there = set(connection.execute(select(documents.c.n).where(documents.c.n.in_(some), *of_documents(asked))).scalars())
        yield from (n for n in some if n in there)


def of_documents(asked: Filter) -> Iterator[ColumnElement[bool]]:
    """The conditions on documents: their outlet and id, and when they were published."""
    yield from on_documents(asked)
    if asked.since:
        yield documents.c.published >= asked.since
    if asked.until:
        yield documents.c.published <= asked.until + HIGHEST


def sentences(connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
    """The sentences of some documents that tell happenings, each with the number of one that it tells."""
    for some in batches(numbers):
        texts = {row.n: row.text for row in connection.execute(select(documents.c.n, documents.c.text).where(documents.c.n.in_(some)))}
        places = (
            select(events.c.document, claims.c.happening, events.c.sentence_start, events.c.sentence_end)
            .join(claims, and_(claims.c.document == events.c.document, claims.c.rank == events.c.claim))
            .where(events.c.document.in_(some), claims.c.happening.is_not(None))
            .distinct()
        )
        for document, happening, start, end in connection.execute(places):
            yield happening, texts[document][start:end]


def having(query: str) -> Callable[[str], bool]:
    """What tells whether a sentence has all words of a query, whatever their endings."""
    asked = [search.alike(word) for word in search.written(query)]
    known: dict[str, frozenset[int]] = {}

    def places(word: str) -> frozenset[int]:
        """Which of the words asked for a word is."""
        if word not in known:
            forms = search.alike(word)
            known[word] = frozenset(n for n, one in enumerate(asked) if not one.isdisjoint(forms))
        return known[word]

    @cache
    def has_all(sentence: str) -> bool:
        return bool(asked) and len(frozenset().union(*map(places, search.WORD.findall(sentence)))) == len(asked)

    return has_all
