"""The table of places (data/places.tsv): where cities, regions, seas and bases lie. The columns are explained in docs/places.md."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lacos.tables import TableError, rows, uncollected

DATA = Path(__file__).parent / "data" / "places.tsv"
TABLE_KINDS = ("capital", "city", "region", "island", "sea", "base", "seat", "site")
"""What a row may be. A seat is a seat of government: it is a place only where something happens in it."""
NO_STATE = "-"
"""The code of places that belong to no state, or to several."""
NOTES = frozenset({"", "ambiguous", "lesser"})
CODE = re.compile(r"[A-Z]{3}|-")
LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
"""The letters with accents of Latin alphabets."""
PLAIN = {code: unicodedata.normalize("NFD", chr(code))[0] for code in LATIN} | {ord("-"): " ", ord("'"): "", ord("’"): ""}
LONGEST = 6
"""Words of the longest name that is looked up."""


@dataclass(frozen=True, slots=True)
class Known:
    """A place of the table.

    ``ambiguous`` names are also common words; a ``lesser`` place has a better-known namesake: what they share means it only where
    its state is named.
    """

    name: str
    code: str | None
    kind: str
    latitude: float
    longitude: float
    ambiguous: bool
    lesser: bool
    source: str


@cache
def atlas(path: Path = DATA) -> dict[str, tuple[tuple[str, Known], ...]]:
    """(form, place) by folded form, several for namesakes. Raises TableError naming the line that is wrong."""
    found: dict[str, list[tuple[str, Known]]] = {}
    with uncollected():
        for where, row in rows(path):
            place = _known(row, where)
            for form in (row["name"], *row["variants"].split("|")):
                if form:
                    found.setdefault(folded(form), []).append((form, place))
    return {key: tuple(places) for key, places in found.items()}


def _known(row: dict[str, str], where: str) -> Known:
    kind, code, note = row["kind"], row["code"], row["note"]
    if kind not in TABLE_KINDS:
        raise TableError(f"{where}: kind {kind!r} is none of {', '.join(TABLE_KINDS)}")
    if not CODE.fullmatch(code):
        raise TableError(f"{where}: {code!r} is no code of a state, and no {NO_STATE!r}")
    if note not in NOTES:
        raise TableError(f"{where}: note {note!r} is none of ambiguous, lesser")
    try:
        latitude, longitude = float(row["latitude"]), float(row["longitude"])
    except ValueError as error:
        raise TableError(f"{where}: {error}") from error
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise TableError(f"{where}: {latitude}, {longitude} is nowhere on earth")
    state = None if code == NO_STATE else code
    return Known(row["name"], state, kind, latitude, longitude, note == "ambiguous", note == "lesser", where)


def find(words: str) -> tuple[Known, ...]:
    """The places that ``words`` name, however they are hyphened."""
    return tuple(place for form, place in atlas().get(folded(words), ()) if written_as(words, form))


def written_as(words: str, form: str) -> bool:
    """Whether ``words`` may be ``form``: with its capitals, and accents only where it has some ("Salónica", but "França" is not Franca)."""
    pairs = zip(words.replace("-", " ").split(), form.replace("-", " ").split(), strict=False)
    if not all(word[:1].isupper() or not known[:1].isupper() for word, known in pairs):
        return False
    letters = zip(bare(words), bare(form), strict=False)
    return all(one == other or other != other.translate(PLAIN) for one, other in letters)


def bare(text: str) -> str:
    return text.lower().replace("-", " ").replace("'", "").replace("’", "")


def folded(text: str) -> str:
    """Lower case without accents, apostrophes and hyphens."""
    return text.lower().translate(PLAIN)
