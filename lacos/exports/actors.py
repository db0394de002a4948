"""Actors as others write them: their names, what kind they are, and their codes in FollowTheMoney, Correlates of War and CAMEO."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from lacos.actors.naming import naming
from lacos.actors.tables import all_entities, is_state
from lacos.tables import rows

DATA = Path(__file__).parent / "data"


class Kind(StrEnum):
    """What an actor is."""

    STATE = "state"
    PART = "part of a state"
    ORGANISATION = "organisation"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Country:
    """The codes of a state or territory; "" where a system has none for it."""

    ftm: str
    cow: str
    cameo: str


@dataclass(frozen=True, slots=True)
class Group:
    """The codes of an organisation or group: of CAMEO's known groups, and PLOVER's in place of a country; "" where there is none."""

    cameo: str = ""
    plover: str = ""


SECTORS = frozenset({"OPP", "REB", "MED", "BUS", "NGO", "CVL", "CRM", "LEG", "JUD", "MIL"})
"""The parts of states; also the codes of those whose state nobody says ("os rebeldes")."""


@cache
def countries(path: Path = DATA / "countries.tsv") -> dict[str, Country]:
    """States and territories by code."""
    return {row["code"]: Country(row["ftm"], row["cow"], row["cameo"]) for _, row in rows(path)}


@cache
def groups(path: Path = DATA / "groups.tsv") -> dict[str, Group]:
    """Organisations and groups by code, those that others have a code for."""
    return {row["code"]: Group(row["cameo"], row["plover"]) for _, row in rows(path)}


@cache
def kind(code: str) -> Kind:
    """What the actor of a code is; one that no table has is a group."""
    if "/" in code:
        return Kind.PART
    if is_state(code):
        return Kind.STATE
    return Kind.ORGANISATION if code in organisations() else Kind.GROUP


@cache
def organisations() -> frozenset[str]:
    """The codes of international organisations."""
    return frozenset(entity.code for entity in all_entities() if entity.source.startswith("organisations.tsv")) - SECTORS


@cache
def name(code: str, language: str) -> str:
    """The name of an actor, without article, as it stands alone."""
    text = naming(code, language).text
    return text[:1].upper() + text[1:]
