"""The countries of outlets: by their names among the media that Laços knows, or by their domains (data/domains.tsv)."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from lacos.actors.tables import DATA as ACTORS
from lacos.actors.tables import Entity, entities
from lacos.actors.territories import territories
from lacos.tables import TableError, rows

DATA = Path(__file__).parent / "data" / "domains.tsv"


@cache
def country(outlet: str) -> str:
    """The country (ISO 3166-1 alpha-3) of an outlet, which is a name or a host; "" where it is unknown or international."""
    name = outlet.casefold()
    if "." not in name or " " in name:
        return names().get(name, "")
    labels = name.split(".")
    endings = (".".join(labels[n:]) for n in range(len(labels)))
    found = next((domains()[ending] for ending in endings if ending in domains()), None)
    return found or next((brands()[label] for label in reversed(labels[:-1]) if label in brands()), "")


@cache
def domains(path: Path = DATA) -> dict[str, str]:
    """The countries of domains. Raises TableError naming the line that is wrong."""
    found: dict[str, str] = {}
    for where, row in rows(path):
        if row["country"] not in territories():
            raise TableError(f"{where}: {row['country']!r} is no country: give its ISO 3166-1 alpha-3 code")
        found[row["domain"]] = row["country"]
    return found


@cache
def names() -> dict[str, str]:
    """The countries of media by their names, in small letters."""
    return of_one(entities(ACTORS / "media.tsv"), str.casefold)


@cache
def brands() -> dict[str, str]:
    """The countries of media by their names as a domain writes them; those that are common words are left out."""
    media = entities(ACTORS / "media.tsv")
    return of_one((one for one in media if not one.ambiguous and "+" not in one.form), in_domain)  # canal.tv is no Canal+


def of_one(media: Iterable[Entity], written: Callable[[str], str]) -> dict[str, str]:
    """Media that belong to one country, by their names as they are ``written``."""
    found: dict[str, set[str]] = {}
    for entity in media:
        found.setdefault(written(entity.form), set()).add(entity.code.partition("/")[0])
    alone = {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1}
    return {name: code for name, code in alone.items() if code in territories()}


def in_domain(name: str) -> str:
    """A name as a domain writes it: "El País" is "elpais"."""
    plain = unicodedata.normalize("NFD", name.casefold())
    return "".join(character for character in plain if character.isascii() and character.isalnum())
