"""States and territories beyond their names: Wikidata items, dependence, disputed claims, successors (data/territories.tsv)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from lacos.actors.tables import CODE, DATA, alternatives
from lacos.tables import TableError, rows


@dataclass(frozen=True, slots=True)
class Territory:
    """A state or territory by its code; ``name`` is English, ``qid`` its Wikidata item, ``until`` the last day of one that is no more."""

    code: str
    name: str
    qid: str
    parent: str
    successors: tuple[str, ...]
    claims: tuple[str, ...]
    until: date | None


@cache
def territories(path: Path = DATA / "territories.tsv") -> dict[str, Territory]:
    """Territories by code. Raises TableError naming the line that is wrong."""
    found: dict[str, Territory] = {}
    for where, row in rows(path):
        successors, claims = (tuple(alternatives(row[column])) for column in ("successors", "claims"))
        for code in (row["code"], *filter(None, (row["parent"],)), *successors, *claims):
            if not CODE.fullmatch(code):
                raise TableError(f"{where}: {code!r} is no actor code")
        try:
            until = date.fromisoformat(row["until"]) if row["until"] else None
        except ValueError as error:
            raise TableError(f"{where}: {error}") from error
        found[row["code"]] = Territory(row["code"], row["name"], row["qid"], row["parent"], successors, claims, until)
    return found
