"""Full-text search: words are looked for by lemma or as they are written, with accents folded: "tropas russas" finds "tropa russa".

Both systems index the same words: SQLite with FTS5, PostgreSQL with its own. The index holds no text. Documents that went leave their
words in SQLite's, under numbers that are never used again; nobody finds them, since results are joined with what is there.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

import simplemma
from sqlalchemy import Connection, TextClause, text

from lacos.records import Document

WORD = re.compile(r"\w+")
CREATE = {
    "sqlite": ["CREATE VIRTUAL TABLE search USING fts5(lemmas, forms, content='', tokenize=\"unicode61 remove_diacritics 0\")"],
    "postgresql": [
        "CREATE TABLE search (document INTEGER PRIMARY KEY REFERENCES documents(n) ON DELETE CASCADE, "
        "lemmas TSVECTOR NOT NULL, forms TSVECTOR NOT NULL)",
        "CREATE INDEX ix_search_lemmas ON search USING gin (lemmas)",
        "CREATE INDEX ix_search_forms ON search USING gin (forms)",
    ],
}
INSERT = {
    "sqlite": text("INSERT INTO search (rowid, lemmas, forms) VALUES (:n, :lemmas, :forms)"),
    "postgresql": text(
        "INSERT INTO search (document, lemmas, forms) VALUES (:n, to_tsvector('simple', :lemmas), to_tsvector('simple', :forms))"
    ),
}
FIND = {
    "sqlite": "SELECT rowid AS n, -rank AS score FROM search WHERE search MATCH :query ORDER BY rank",
    "postgresql": "SELECT document AS n, {score} AS score FROM search WHERE {condition} ORDER BY score DESC, document",
}
LANGUAGE = "pt"
ENDINGS = {
    **{
        "coes": "ções",
        "soes": "sões",
        "oes": "ões",
        "aes": "ães",
        "cao": "ção",
        "sao": "são",
        "ao": "ão",
        "encia": "ência",
        "ancia": "ância",
    },
    **{"encias": "ências", "ancias": "âncias", "ario": "ário", "arios": "ários", "aria": "ária", "arias": "árias", "orio": "ório"},
    **{"avel": "ável", "ivel": "ível", "aveis": "áveis", "iveis": "íveis"},
}
"""Endings as they are written without accents, and with them."""
MOST = 100_000
"""Words of a text that are indexed: PostgreSQL's index of one text holds a megabyte."""

Phrase = tuple[list[str], list[str]]
"""Words that stand together: their lemmas, and the words as written."""


def create(connection: Connection) -> None:
    """Make the index."""
    for statement in CREATE[connection.dialect.name]:
        connection.exec_driver_sql(statement)


def index(connection: Connection, n: int, document: Document) -> None:
    """Index the title and text of the document with number ``n``."""
    words = written(f"{document.title or ''}\n{document.text}")[:MOST]
    lemmas = " ".join(lemma(word, document.language or LANGUAGE) for word in words)
    connection.execute(INSERT[connection.dialect.name], {"n": n, "lemmas": lemmas, "forms": " ".join(map(folded, words))})


def finding(connection: Connection, query: str) -> tuple[TextClause, dict[str, str]] | None:
    """What selects the documents with every word of a query, those in quotes as phrases, the best first; None without words."""
    asked = [written(part.strip('"')) for part in re.findall(r'"[^"]+"|[^\s"]+', query)]
    phrases = [([lemma(word, LANGUAGE) for word in words], list(map(folded, words))) for words in asked if words]
    if not phrases:
        return None
    return in_sqlite(phrases) if connection.dialect.name == "sqlite" else in_postgresql(phrases)


def in_sqlite(phrases: list[Phrase]) -> tuple[TextClause, dict[str, str]]:
    parts = (f'(lemmas : "{" ".join(lemmas)}" OR forms : "{" ".join(forms)}")' for lemmas, forms in phrases)
    return text(FIND["sqlite"]), {"query": " AND ".join(parts)}


def in_postgresql(phrases: list[Phrase]) -> tuple[TextClause, dict[str, str]]:
    conditions, scores, values = [], [], {}
    for rank, pair in enumerate(phrases):
        both = []
        for column, words in zip(("lemmas", "forms"), pair, strict=True):
            values[f"{column}{rank}"] = " <-> ".join(words)
            both.append(f"{column} @@ to_tsquery('simple', :{column}{rank})")
            scores.append(f"ts_rank_cd({column}, to_tsquery('simple', :{column}{rank}))")
        conditions.append(f"({' OR '.join(both)})")
    return text(FIND["postgresql"].format(score=" + ".join(scores), condition=" AND ".join(conditions))), values


def written(words: str) -> list[str]:
    """The words of a text in order, each accent with its letter."""
    return WORD.findall(unicodedata.normalize("NFC", words))


@lru_cache(maxsize=50_000)
def lemma(word: str, language: str) -> str:
    """A word's lemma without case and accents; a word that simplemma's lexicon does not know as it is."""
    code = language if language in ("pt", "es", "en") else LANGUAGE
    form = word.lower()
    if code == "pt" and not simplemma.is_known(form, lang=code):
        accented = (form.removesuffix(bare) + ending for bare, ending in ENDINGS.items() if form.endswith(bare))
        form = next((one for one in accented if simplemma.is_known(one, lang=code)), form)
    return folded(simplemma.lemmatize(form, lang=code))


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """A word without case and accents."""
    plain = unicodedata.normalize("NFD", word.lower())
    return "".join(mark for mark in plain if not unicodedata.combining(mark)) or word.lower()


def snippet(words: str, query: str, length: int) -> str:
    """The words of a text where most of those that a query asks for stand together."""
    asked = {known for word in written(query) for known in alike(word)}
    found = [(match.start(), folded(match.group())) for match in WORD.finditer(words) if asked & alike(match.group())]
    first = densest(found, length // 2)
    start = max(0, words.rfind(" ", 0, max(0, first - length // 3)) + 1)
    shown = " ".join(words[start : start + length].split())
    return ("… " if start else "") + shown + (" …" if start + length < len(words) else "")


def densest(found: list[tuple[int, str]], width: int) -> int:
    """Where most different words stand within so many characters, the first such place; 0 for no words."""
    within: Counter[str] = Counter()
    end, first, most = 0, 0, 0
    for at, word in found:
        while end < len(found) and found[end][0] < at + width:
            within[found[end][1]] += 1
            end += 1
        if len(within) > most:
            first, most = at, len(within)
        within[word] -= 1
        if not within[word]:
            del within[word]
    return first


def alike(word: str) -> set[str]:
    """The forms under which a word is found."""
    return {lemma(word, LANGUAGE), folded(word)}
