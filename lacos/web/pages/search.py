"""Search: the actors that words mean, the happenings that sentences with these words tell, and the texts that have them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from fastapi import APIRouter
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from lacos.ledger import Filter, Told, finding, queries
from lacos.ledger.search import WORD, alike, written
from lacos.web.asking import Page, asked, page, value
from lacos.web.contents.namesakes import Named, named
from lacos.web.dependencies import kept, opened
from lacos.web.downloading import as_csv, wants_csv
from lacos.web.errors import WrongValueError
from lacos.web.rendering import render

router = APIRouter()
TOLD = 12
"""Happenings shown."""
TEXTS = 20
"""Texts shown at a time, where the address does not say."""
FILE = 2000
"""Rows of a file."""
LONG = 4
"""Letters of a word that is worth marking."""
LISTS = ("texts", "told")


def warm() -> None:
    """Read the lexicons and names that the first who searches would wait for."""
    alike("paz")
    named("paz")


@dataclass(frozen=True)
class Found:
    """What was found: actors and the ties among them, happenings, texts."""

    named: Named
    ties: tuple[tuple[str, str], ...]
    told: list[Told]
    texts: finding.Texts


@router.get("/search")
def search(request: Request) -> Response:
    """The page of search; as a file, its texts or (``list=told``) its happenings."""
    words, wanted = value(request.query_params, "q"), asked(request)
    part = page(request) if "limit" in request.query_params else replace(page(request), limit=TEXTS)
    ledger = opened(request)
    if wants_csv(request):
        with ledger.database.reading() as connection:
            return listed(connection, words, wanted, value(request.query_params, "list") or "texts")

    def find() -> Found | None:
        with ledger.database.reading() as connection:
            return found(connection, words, wanted, part) if words else None

    shown = kept(request)(("search", words, wanted, part), find)
    return render(request, "search.html", q=words, asked=wanted, page=part, found=shown, marked=marked)


def found(connection: Connection, words: str, wanted: Filter, part: Page) -> Found:
    """What words find."""
    who = named(words)
    codes = tuple(dict.fromkeys(one.code.partition("/")[0] for one in who.actors))
    told = told_of(connection, words, wanted, who, TOLD)
    return Found(who, tuple(combinations(codes, 2)), told, finding.find_texts(connection, words, wanted, part.limit, part.offset))


def told_of(connection: Connection, words: str, wanted: Filter, who: Named, limit: int) -> list[Told]:
    """The happenings that words find: where they name nothing but one actor or two, those of that actor or tie, else by sentences."""
    codes = list(dict.fromkeys(one.code for one in who.actors))
    if not who.rest and len(codes) in (1, 2) and not (wanted.tie or wanted.among):
        sides = replace(wanted, among=codes[0]) if len(codes) == 1 else replace(wanted, tie=(codes[0], codes[1]))
        return queries.told(connection, connection.execute(queries.cut(queries.latest(sides), limit, 0)).mappings().all())
    return finding.find_told(connection, words, wanted, limit)


def listed(connection: Connection, words: str, wanted: Filter, name: str) -> Response:
    """A list of what words find, as a file."""
    if name not in LISTS:
        raise WrongValueError("list", "wrong_choice", given=name, some=", ".join(LISTS))
    if name == "told":
        told = told_of(connection, words, wanted, named(words), FILE)
        return as_csv("lacos-search-told", queries.HAPPENING, (tuple(one.happening.values()) for one in told))
    rows = finding.find_texts(connection, words, wanted, FILE).rows
    return as_csv("lacos-search-texts", rows.columns, rows.values)


def marked(text: str, query: str) -> Iterator[tuple[str, bool]]:
    """A text in pieces, each with whether it is a word that is asked for; small words are not marked beside others."""
    words = written(query)
    wanted = {form for word in [word for word in words if len(word) >= LONG] or words for form in alike(word)}
    at = 0
    for word in WORD.finditer(text):
        if wanted & alike(word[0]):
            yield text[at : word.start()], False
            yield word[0], True
            at = word.end()
    yield text[at:], False
