"""Full-text search: words are looked for by lemma, with accents folded, so that "tropas russas" finds "tropa russa".

Both systems index the same lemmas: SQLite with FTS5, PostgreSQL with its own. The index holds no text. Documents that went leave their
words in SQLite's, under numbers that are never used again; nobody finds them, since results are joined with what is there.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import simplemma
from sqlalchemy import Connection, TextClause, text

from lacos.records import Document

WORD = re.compile(r"\w+")
CREATE = {
    "sqlite": "CREATE VIRTUAL TABLE search USING fts5(lemmas, content='', tokenize=\"unicode61 remove_diacritics 0\")",
    "postgresql": "CREATE TABLE search (document INTEGER PRIMARY KEY REFERENCES documents(n) ON DELETE CASCADE, lemmas TSVECTOR NOT NULL)",
}
INSERT = {
    "sqlite": text("INSERT INTO search (rowid, lemmas) VALUES (:n, :lemmas)"),
    "postgresql": text("INSERT INTO search (document, lemmas) VALUES (:n, to_tsvector('simple', :lemmas))"),
}
FIND = {
    "sqlite": text("SELECT rowid AS n, -rank AS score FROM search WHERE search MATCH :query ORDER BY rank"),
    "postgresql": text(
        "SELECT document AS n, ts_rank_cd(lemmas, query) AS score FROM search, to_tsquery('simple', :query) AS query "
        "WHERE lemmas @@ query ORDER BY score DESC"
    ),
}
LANGUAGE = "pt"


def create(connection: Connection) -> None:
    """Make the index."""
    connection.exec_driver_sql(CREATE[connection.dialect.name])
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("CREATE INDEX ix_search_lemmas ON search USING gin (lemmas)")


def index(connection: Connection, n: int, document: Document) -> None:
    """Index the title and text of the document with number ``n``."""
    words = lemmas(f"{document.title or ''}\n{document.text}", document.language or LANGUAGE)
    connection.execute(INSERT[connection.dialect.name], {"n": n, "lemmas": " ".join(words)})


def finding(connection: Connection, query: str) -> tuple[TextClause, dict[str, str]] | None:
    """What selects the documents with every word of a query, those in quotes as phrases, the best first; None without words."""
    asked = [lemmas(part.strip('"'), LANGUAGE) for part in re.findall(r'"[^"]+"|[^\s"]+', query)]
    phrases = [words for words in asked if words]
    if not phrases:
        return None
    if connection.dialect.name == "sqlite":
        return FIND["sqlite"], {"query": " AND ".join(f'"{" ".join(words)}"' for words in phrases)}
    return FIND["postgresql"], {"query": " & ".join("(" + " <-> ".join(words) + ")" for words in phrases)}


def lemmas(words: str, language: str) -> list[str]:
    """The lemmas of a text, folded, in order."""
    return [lemma(word, language) for word in WORD.findall(words)]


@lru_cache(maxsize=200_000)
def lemma(word: str, language: str) -> str:
    """A word's lemma without case and accents. Of the forms that simplemma's lexicon does not know the word itself."""
    known = simplemma.lemmatize(word.lower(), lang=language if language in ("pt", "es", "en") else LANGUAGE)
    plain = unicodedata.normalize("NFD", known.lower())
    return "".join(mark for mark in plain if not unicodedata.combining(mark)) or word.lower()


def snippet(words: str, query: str, length: int) -> str:
    """The words of a text where most of those that a query asks for stand together."""
    asked = set(lemmas(query, LANGUAGE))
    found = [(match.start(), known) for match in WORD.finditer(words) if (known := lemma(match.group(), LANGUAGE)) in asked]
    near = [len({known for at, known in found if first <= at < first + length // 2}) for first, _ in found]
    first = found[near.index(max(near))][0] if found else 0
    start = max(0, words.rfind(" ", 0, max(0, first - length // 3)) + 1)
    shown = " ".join(words[start : start + length].split())
    return ("… " if start else "") + shown + (" …" if start + length < len(words) else "")
