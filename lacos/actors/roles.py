"""Nouns that stand for an actor by what it is: ministers, governments, armies, analysts (data/roles.tsv)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.tokens import Token

from lacos.actors.tables import DATA, alternatives
from lacos.language.lexicon import lexicon
from lacos.tables import TableError, rows

KINDS = ("government", "country", "organ", "person", "paper")


@dataclass(frozen=True, slots=True)
class Role:
    """What a noun says of its actor: ``sector`` is the part of the state that it means, "" for the state itself.

    ``human`` nouns mean people, whom "ele" and "ela" can point back to.
    """

    lemma: str
    sector: str
    kind: str
    human: bool
    source: str


@cache
def roles(path: Path = DATA / "roles.tsv") -> dict[str, Role]:
    """Roles by lemma. Raises TableError naming the line that is wrong."""
    found: dict[str, Role] = {}
    for where, row in rows(path):
        if row["kind"] not in KINDS:
            raise TableError(f"{where}: kind {row['kind']!r} is none of {', '.join(KINDS)}")
        for lemma in alternatives(row["lemmas"]):
            found.setdefault(lemma, Role(lemma, row["sector"], row["kind"], row["human"] == "yes", where))
    return found


def role_of(token: Token) -> Role | None:
    """The role that a noun names; "ex-presidente" and the like by what follows the hyphen."""
    if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return None
    known = roles()
    word = token.lemma_.lower()
    return known.get(word) or known.get(token.lower_) or known.get(word.rpartition("-")[2])


def is_former(token: Token) -> bool:
    """Whether a role is one no longer held: "ex-presidente"."""
    return token.lower_.startswith(tuple(lexicon(token.doc.lang_).reference["former"]))
