"""How Portuguese verbs are conjugated in the third person: by rule, or as data/verbs-pt.tsv says."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from lacos.actors.naming import Number
from lacos.actors.tables import alternatives
from lacos.briefs.grammar.surface import GrammarError, Tense
from lacos.tables import TableError, rows

TABLE = Path(__file__).parent / "data" / "verbs-pt.tsv"
VERB = re.compile(r"(.+)([aei])r")
AUXILIARIES = {
    Tense.FUTURE: ("ir", Tense.PRESENT),
    Tense.POSSIBLE: ("poder", Tense.CONDITIONAL),
    Tense.PROGRESSIVE: ("estar", Tense.PRESENT),
    Tense.PLUPERFECT: ("haver", Tense.IMPERFECT),
}
SOFT = (("guir", "g"), ("guer", "g"), ("cer", "ç"), ("cir", "ç"), ("ger", "j"), ("gir", "j"))
"""What the last sound of a verb in -er or -ir is written with before "a"."""
HARD = (("car", "qu"), ("gar", "gu"), ("çar", "c"))
"""What that of a verb in -ar is written with before "e"."""


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of a verb in the third person, singular and plural; ``future`` is what the endings of future and conditional follow.

    ``compound`` is the participle after "havia": "havia suspendido", but "foi suspenso".
    """

    present: tuple[str, str]
    past: tuple[str, str]
    imperfect: tuple[str, str]
    future: str
    subjunctive: tuple[str, str]
    participle: str
    compound: str
    gerund: str

    def simple(self, tense: Tense) -> tuple[str, str]:
        """The forms of a tense without auxiliary."""
        if tense is Tense.FORMAL_FUTURE:
            return f"{self.future}á", f"{self.future}ão"
        if tense is Tense.CONDITIONAL:
            return _pair(f"{self.future}ia")
        if tense is Tense.PAST_SUBJUNCTIVE:
            return _pair(f"{self.past[1].removesuffix('ram')}sse")
        every = {
            Tense.PRESENT: self.present,
            Tense.PAST: self.past,
            Tense.IMPERFECT: self.imperfect,
            Tense.SUBJUNCTIVE: self.subjunctive,
        }
        return every[tense]


def conjugate(verb: str, tense: Tense, number: Number, *, negated: bool) -> str:
    """A verb in the third person, with "se" before it as Brazil has it, and the words that follow it."""
    reflexive, head, rest = parts(verb)
    if tense is Tense.FUTURE and head == "ir":
        tense = Tense.FORMAL_FUTURE  # nobody writes "vai ir"
    finite = []
    if tense in AUXILIARIES:
        auxiliary, its_tense = AUXILIARIES[tense]
        finite = [forms(auxiliary).simple(its_tense)[number is Number.PLURAL]]
    return " ".join((*["não"] * negated, *finite, *["se"] * reflexive, _main(head, tense, number), *rest))


def _main(head: str, tense: Tense, number: Number) -> str:
    """The verb itself, without its auxiliary."""
    if tense in (Tense.INFINITIVE, Tense.FUTURE, Tense.POSSIBLE):
        return head
    if tense in (Tense.GERUND, Tense.PROGRESSIVE):
        return forms(head).gerund
    if tense in (Tense.PARTICIPLE, Tense.PLUPERFECT):
        return forms(head).compound
    return forms(head).simple(tense)[number is Number.PLURAL]


def parts(verb: str) -> tuple[bool, str, list[str]]:
    """Whether a verb is reflexive, the verb itself, and the words after it. Raises GrammarError for what is none."""
    words = verb.removeprefix("se ").split()
    head = words[0].removesuffix("-se") if words else ""
    if not VERB.fullmatch(head) and head not in _table():
        raise GrammarError(f"{verb!r} is no verb: give a Portuguese infinitive, and the words after it")
    return verb.startswith("se ") or words[0] != head, head, words[1:]


def forms(infinitive: str) -> Forms:
    """The forms of a verb."""
    return _table().get(infinitive) or by_rule(infinitive)


def by_rule(infinitive: str) -> Forms:
    """The forms of a verb as most of its conjugation have them; those of "pôr" are all in the table."""
    stem, vowel = infinitive[:-2], infinitive[-2]
    present = {"a": f"{stem}a", "e": f"{stem}e", "i": f"{stem}e"}.get(vowel, stem)
    past = {"a": (f"{stem}ou", f"{stem}aram"), "i": (f"{stem}iu", f"{stem}iram")}.get(vowel, (f"{stem}eu", f"{stem}eram"))
    imperfect = f"{stem}ava" if vowel == "a" else f"{stem}ia"
    participle = f"{stem}ado" if vowel == "a" else f"{stem}ido"
    regular = Forms(
        _pair(present), past, _pair(imperfect), infinitive, _pair(_subjunctive(infinitive)), participle, participle, f"{stem}{vowel}ndo"
    )
    return _spelt(infinitive, stem, regular)


def _spelt(infinitive: str, stem: str, regular: Forms) -> Forms:
    """Forms by rule of verbs whose stem ends in a vowel, or in -uz."""
    if infinitive.endswith("ear"):
        return replace(regular, present=_pair(f"{stem}ia"), subjunctive=_pair(f"{stem}ie"))
    if infinitive.endswith("uzir"):
        return replace(regular, present=(stem, f"{stem}em"))
    if infinitive.endswith(("air", "uir")) and not infinitive.endswith(("guir", "quir")):
        past, participle = (f"{stem}iu", f"{stem}íram"), f"{stem}ído"
        present = (f"{stem}i", f"{stem}em")
        return replace(regular, present=present, past=past, imperfect=_pair(f"{stem}ía"), participle=participle, compound=participle)
    return regular


def _subjunctive(infinitive: str) -> str:
    """The present subjunctive: "ataque", "exija", "prefira", "atraia"."""
    stem, ending = infinitive[:-2], "e" if infinitive.endswith("ar") else "a"
    for last, written in HARD if ending == "e" else SOFT:
        if infinitive.endswith(last):
            stem = infinitive.removesuffix(last) + written
    if infinitive.endswith("air"):
        stem += "i"
    elif infinitive.endswith("ir"):
        stem = re.sub(r"([eo])(?=[^aeiou]+$)", lambda vowel: {"e": "i", "o": "u"}[vowel[0]], stem)
    return stem + ending


def _pair(singular: str) -> tuple[str, str]:
    return singular, f"{singular}m"


@cache
def _table(path: Path = TABLE) -> dict[str, Forms]:
    """The verbs that go their own way. Raises TableError naming the line that is wrong."""
    return {verb: _own(where, verb, row) for where, row in rows(path) for verb in alternatives(row["verbs"])}


def _own(where: str, verb: str, row: dict[str, str]) -> Forms:
    if not row["base"] or not verb.endswith(row["base"]):
        raise TableError(f"{where}: {verb!r} does not end in {row['base']!r}")
    before, regular = verb.removesuffix(row["base"]), by_rule(verb)
    given = {column: [before + form for form in alternatives(cell)] for column, cell in row.items() if column not in ("verbs", "base")}

    def pair(column: str, otherwise: tuple[str, str]) -> tuple[str, str]:
        cell = given[column]
        return (cell[0], cell[1] if len(cell) > 1 else f"{cell[0]}m") if cell else otherwise

    participles = given["participle"] or [regular.participle]
    return Forms(
        pair("present", regular.present),
        pair("past", regular.past),
        pair("imperfect", regular.imperfect),
        (given["future"] or [regular.future])[0],
        pair("subjunctive", regular.subjunctive),
        participles[0],
        participles[-1],
        (given["gerund"] or [regular.gerund])[0],
    )
