"""Tables of texts: which column holds what, and a row as a Document."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from lacos.records import Document
from lacos.sources.dates import parse
from lacos.sources.problems import Problem, SourceError


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the columns of a table of texts; those left out are guessed from the synonyms in ``data/columns.toml``."""

    text: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    source: str | None = None
    id: str | None = None
    language: str | None = None
    author: str | None = None

    def found(self, names: Iterable[str], sparse: bool = False) -> Columns:
        """The column of each field among ``names``; a ``sparse`` table may lack all but the text.

        Raises SourceError when the text's column cannot be told, or one that was given is missing.
        """
        return _found(self, tuple(names), sparse)

    def named(self) -> dict[str, str]:
        """The columns that have a name, by field."""
        return {role: name for role in self.__slots__ if (name := getattr(self, role)) is not None}


def record(row: Mapping[str, object], columns: Columns, name: str, published: date | None = None) -> Iterator[Document | Problem]:
    """The Document of a row that is called ``name``, with a notice if its date cannot be read; or the Problem with it."""
    text = row.get(columns.text or "")
    if not isinstance(text, str):
        yield Problem(name, f'no string "{columns.text}"')
        return
    if not text.strip():
        yield Problem(name, f'empty: nothing in "{columns.text}"')
        return
    values = {role: _string(row.get(column)) for role, column in columns.named().items()}
    try:
        dated = parse(row.get(columns.published or "")) or published
    except ValueError as error:
        dated = None
        yield Problem(name, f"{error}: read without a date", fatal=False)
    optional = {role: values.get(role) for role in ("title", "url", "source", "language", "author")}
    yield Document(text, id=values.get("id") or name, published=dated, input=name, **optional)


@lru_cache(maxsize=256)
def _found(columns: Columns, names: tuple[str, ...], sparse: bool) -> Columns:
    given = columns.named()
    missing = [name for role, name in given.items() if name not in names and (role == "text" or not sparse)]
    if missing:
        raise SourceError(f'no column "{missing[0]}" among {_listed(names)}')
    complete = replace(columns, **(_guessed(names, set(given.values())) | given))
    if complete.text is None:
        raise SourceError(f"none of the columns {_listed(names)} is known to hold the text: say which one does (text=...)")
    return complete


def _guessed(names: tuple[str, ...], taken: set[str]) -> dict[str, str]:
    by_form = {_folded(name): name for name in reversed(names) if name not in taken}
    guesses = {}
    for role, forms in _synonyms().items():
        if form := next((form for form in forms if form in by_form), None):
            guesses[role] = by_form.pop(form)
    return guesses


@cache
def _synonyms() -> dict[str, list[str]]:
    table = tomllib.loads((resources.files("lacos.sources") / "data" / "columns.toml").read_text("utf8"))
    return {role: [_folded(form) for form in forms] for role, forms in table.items()}


def _folded(name: str) -> str:
    """A name without accents, capitals and signs: "Data de Publicação" is "data_de_publicacao"."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    return re.sub(r"\W+", "_", bare.casefold()).strip("_")


def _listed(names: tuple[str, ...]) -> str:
    shown = ", ".join(f'"{name[:40]}"' for name in names[:20])
    return f"{shown} and {len(names) - 20} more" if len(names) > 20 else shown or "(none)"


def _string(value: Any) -> str | None:
    """A cell as text: numbers as written, nothing for what is empty or no single value (NaN, lists)."""
    if isinstance(value, str):
        return value.strip() or None
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None
