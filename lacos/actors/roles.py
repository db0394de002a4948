"""Nouns that stand for an actor by what it is: ministers, governments, armies, analysts (data/roles.tsv)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from spacy.tokens import Token

from lacos.actors.tables import DATA, alternatives
from lacos.language.lexicon import lexicon
from lacos.language.syntax import children, lemma
from lacos.tables import TableError, rows

KINDS = ("government", "country", "neighbour", "organ", "owned", "person", "counsel", "paper", "epithet", "body", "side", "quality")


@dataclass(frozen=True, slots=True)
class Role:
    """What a noun says of its actor: ``sector`` is the part of the state that it means, "" for the state itself.

    ``human`` nouns mean people, whom "ele" and "ela" can point back to; ``former`` is the sector of who held the role once.
    """

    lemma: str
    sector: str
    kind: str
    human: bool
    former: str
    source: str


@cache
def roles(path: Path = DATA / "roles.tsv") -> dict[str, Role]:
    """Roles by lemma. Raises TableError naming the line that is wrong."""
    return {noun: role for (noun, is_quality), role in _rows(path).items() if not is_quality}


@cache
def qualities(path: Path = DATA / "roles.tsv") -> dict[str, str]:
    """The sector that an adjective gives to a role without one: MIL for "militar"."""
    return {word: role.sector for (word, is_quality), role in _rows(path).items() if is_quality}


def _rows(path: Path) -> dict[tuple[str, bool], Role]:
    found: dict[tuple[str, bool], Role] = {}
    for where, row in rows(path):
        if row["kind"] not in KINDS:
            raise TableError(f"{where}: kind {row['kind']!r} is none of {', '.join(KINDS)}")
        for noun in alternatives(row["lemmas"]):
            role = Role(noun, row["sector"], row["kind"], row["human"] == "yes", row["former"] or row["sector"], where)
            found.setdefault((noun, row["kind"] == "quality"), role)
    return found


def role_of(token: Token) -> Role | None:
    """The role that a noun names; "ex-presidente" and the like by what follows the hyphen, with the sector of who held it once."""
    if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return None
    words = (token.lemma_.lower(), token.lower_, token.lower_.removesuffix("s"))
    role = next((found for word in words if (found := roles().get(word))), None)
    if role is not None:
        return role
    last = roles().get(words[0].rpartition("-")[2])
    return replace(last, sector=last.former) if last is not None and is_former(token) else last


def sector_of(token: Token, role: Role) -> str:
    """The sector of a role here: its own, else that of an adjective beside it ("porta-voz militar")."""
    return role.sector or next((sector for child in children(token, "amod") if (sector := qualities().get(lemma(child)))), "")


def is_former(token: Token) -> bool:
    """Whether a role is one no longer held: "ex-presidente"."""
    return token.lower_.startswith(tuple(lexicon(token.doc.lang_).reference["former"]))


def is_then(token: Token) -> bool:
    """Whether a role is one held at the time told of: "o então presidente"."""
    return token.i > 0 and token.nbor(-1).lower_ in lexicon(token.doc.lang_).reference["then"]
