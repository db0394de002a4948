"""How English verbs are conjugated in the third person: by rule, or as data/verbs-en.tsv says."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lacos.actors.naming import Number
from lacos.actors.tables import alternatives
from lacos.briefs.grammar.surface import GrammarError, Tense
from lacos.tables import TableError, rows

DATA = Path(__file__).parent / "data"
VERB = re.compile(r"[a-z]+(-[a-z]+)*")
MODALS = {Tense.FUTURE: "will", Tense.FORMAL_FUTURE: "will", Tense.CONDITIONAL: "would", Tense.POSSIBLE: "could"}
BARE = (Tense.INFINITIVE, Tense.SUBJUNCTIVE, Tense.PAST_SUBJUNCTIVE)
"""Forms that are the verb as it is: "demanded that Iran suspend"."""
ONE_SYLLABLE = re.compile(r"[^aeiou]*(qu)?[aeiouy][bcdfgklmnprtvz]")
"""Verbs that double their last letter: "ban", "quit", not "fix", "show", "call"."""


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of a verb; those of the present and the past in the third person, singular and plural."""

    present: tuple[str, str]
    past: tuple[str, str]
    participle: str
    gerund: str


def conjugated(verb: str, tense: Tense, number: Number, negated: bool) -> list[str]:
    """The words of a verb in the third person, "not" and what it leans on among them."""
    finite, *rest = _affirmed(verb, tense, number)
    if not negated:
        return [finite, *rest]
    if tense in (*BARE, Tense.GERUND, Tense.PARTICIPLE):
        return ["not", finite]
    if rest or verb == "be":
        return [finite, "not", *rest]
    return [_form("do", tense, number), "not", verb]


def _affirmed(verb: str, tense: Tense, number: Number) -> list[str]:
    if tense in MODALS:
        return [MODALS[tense], verb]
    if tense in (Tense.PROGRESSIVE, Tense.IMPERFECT):
        being = Tense.PRESENT if tense is Tense.PROGRESSIVE else Tense.PAST
        return [_form("be", being, number), forms(verb).gerund]
    if tense is Tense.PLUPERFECT:
        return ["had", forms(verb).participle]
    return [verb if tense in BARE else _form(verb, tense, number)]


def _form(verb: str, tense: Tense, number: Number) -> str:
    found = forms(verb)
    if tense in (Tense.GERUND, Tense.PARTICIPLE):
        return found.gerund if tense is Tense.GERUND else found.participle
    return (found.present if tense is Tense.PRESENT else found.past)[number is Number.PLURAL]


def words(verb: str) -> list[str]:
    """The verb and the words after it. Raises GrammarError for what is none."""
    found = verb.split()
    if not found or not VERB.fullmatch(found[0]):
        raise GrammarError(f"{verb!r} is no verb: give an English one without 'to', and the words after it")
    return found


def forms(verb: str) -> Forms:
    """The forms of a verb."""
    return _table().get(verb) or by_rule(verb)


def by_rule(verb: str) -> Forms:
    """The forms of a regular verb."""
    stem = verb + verb[-1] if ONE_SYLLABLE.fullmatch(verb) or verb in _doubling() else verb
    past, gerund, third = f"{stem}ed", f"{stem}ing", f"{verb}s"
    if verb.endswith("e"):
        past = f"{verb}d"
        gerund = f"{verb[:-2]}ying" if verb.endswith("ie") else f"{verb}ing" if verb.endswith(("ee", "oe", "ye")) else f"{verb[:-1]}ing"
    elif re.search("[^aeiou]y$", verb):
        past, third = f"{verb[:-1]}ied", f"{verb[:-1]}ies"
    elif verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        third = f"{verb}es"
    return Forms((third, verb), (past, past), past, gerund)


@cache
def _doubling() -> frozenset[str]:
    return frozenset(tomllib.loads((DATA / "en.toml").read_text("utf8"))["doubling"])


@cache
def _table(path: Path = DATA / "verbs-en.tsv") -> dict[str, Forms]:
    """The verbs that go their own way. Raises TableError naming the line that is wrong."""
    found: dict[str, Forms] = {}
    for where, row in rows(path):
        regular, past = by_rule(row["verb"]), alternatives(row["past"])
        if not past:
            raise TableError(f"{where}: {row['verb']!r} has no past")
        third = alternatives(row["third"]) or regular.present
        present = (third[0], third[1]) if len(third) == 2 else (third[0], row["verb"])
        found[row["verb"]] = Forms(present, (past[0], past[-1]), row["participle"] or past[0], row["gerund"] or regular.gerund)
    return found
