"""What a brief may tell: happenings with their evidence, each with a weight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from math import log2
from pathlib import Path

from lacos.briefs.evidence import Named, Taken, Telling, taken, tellings
from lacos.briefs.predicates import DATA
from lacos.ledger import Ledger
from lacos.records import EventType, Stance, Standing, Status
from lacos.tables import rows
from lacos.ties import Act

CERTAINTY = {Standing.TOLD: 1.0, Standing.CONTESTED: 0.9, Standing.ATTRIBUTED: 0.6, Standing.DENIED: 0.5}
"""What a happening weighs by how it stands: what a text tells in its own voice before what it has from others."""
FAR = 3000
"""Characters into a text at which what is told weighs half as much as at its beginning."""
UNDATED = 0.7
"""What a happening weighs whose day no text gives, beside one whose day is known."""
SURE, UNSURE = 0.65, 0.3
"""How sure the coder must be for a happening to weigh in full, and what it weighs otherwise."""
LONE = frozenset({EventType.MOBILIZE, EventType.COERCE, EventType.SANCTION, EventType.THREATEN})
"""Types of which two states rarely do one together: those told to have done so were more likely on its two sides."""
PIECED = 0.2
"""What one weighs whose sides no mention names, or that is such a joint one, beside one that a mention tells whole."""
DOUBTFUL = 0.3
"""What one weighs that is told as a question or beside words that hedge it, beside one told plainly."""
GRAVE = 50
"""PLOVER scores from -10 to +10, so that the gravest happening weighs a fifth more than one without weight."""
WORTH = 0.07
"""What one told by a text must weigh to be told here; below are those told once, late, and of which the coder is least sure."""


@dataclass(frozen=True)
class Deed:
    """A happening of a tie, with those of its sides that the tie is about, its mentions and the positions taken on it."""

    act: Act
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    tellings: tuple[Telling, ...]
    taken: tuple[Taken, ...]

    @property
    def id(self) -> str:
        return self.act.happening

    @cached_property
    def telling(self) -> Telling:
        """The mention that tells it best: of its type, status and sides, in the text's own voice, the surest, the first."""

        def fit(one: Telling) -> tuple[bool, bool, bool, bool, float]:
            agrees = one.type is self.act.type and one.mode == self.act.mode
            own = one.own_voice and not one.alleged
            return agrees, self.is_between(one), one.status is self.act.status, own, one.confidence * plainness(one)

        return max(self.tellings, key=fit)

    def is_between(self, telling: Telling) -> bool:
        """Whether a mention names all that the happening is said to be between."""
        actors, recipients = ({one.state for one in side} for side in (telling.actor, telling.recipient))
        return actors >= set(self.actors) and recipients >= set(self.recipients)

    @property
    def standing(self) -> Standing:
        """How it stands; what nobody is known to deny is no dispute, but told by a text, or somebody's word."""
        if self.act.standing not in (Standing.CONTESTED, Standing.DENIED) or self.deniers:
            return self.act.standing
        told = any(one.own_voice and one.status is not Status.NEGATED for one in self.tellings)
        return Standing.TOLD if told else Standing.ATTRIBUTED

    @property
    def deniers(self) -> tuple[Named, ...]:
        """Who denies it: in so many words, or of what is said that they did themselves."""
        denials = (one for one in self.taken if one.stance is Stance.DENY and one.is_sure)
        return _each(one.by for one in denials if one.by and (one.direct or one.by.state in self.actors))

    @property
    def is_worth_telling(self) -> bool:
        """Whether it weighs enough; what somebody denies always does."""
        return self.weight >= WORTH * CERTAINTY[self.standing] or self.standing in (Standing.CONTESTED, Standing.DENIED)

    @property
    def weight(self) -> float:
        """How much it has to say, most for what several independent origins tell on a known day in the first words of their texts.

        The product of: how often it is reported; how it stands; how sure the coder is, squared; whether one mention names all sides; how
        early the text tells it, as news puts first what matters; whether the day is known; whether nothing beside it makes it doubtful;
        and, a little, how grave it is.
        """
        best, act = self.telling, self.act
        reported = log2(1 + (act.origins + act.articles) / 2)
        early = 1 / (1 + best.trigger[0] / FAR)
        dated = 1.0 if act.when and len(act.when) == len("2017-09-03") else UNDATED
        whole = 1.0 if self.is_between(best) and not (act.joint and act.type in LONE) else PIECED
        sure = best.confidence**2 * (1.0 if best.confidence >= SURE else UNSURE)
        return reported * CERTAINTY[self.standing] * sure * whole * early * dated * plainness(best) * (1 + abs(act.score) / GRAVE)

    def by(self, *stances: Stance) -> tuple[Named, ...]:
        """Who surely takes such positions, each once."""
        return _each(one.by for one in self.taken if one.by and one.is_sure and one.stance in stances)


def _each(some: Iterable[Named]) -> tuple[Named, ...]:
    """Those of whom more is known than that people of a country speak, each code once."""
    return tuple({one.code: one for one in some if one.is_somebody}.values())


def plainness(telling: Telling) -> float:
    """How plainly a mention says that it was done."""
    return DOUBTFUL if telling.citation.words.rstrip(' ”"').endswith("?") or telling.beside & hedges() else 1.0


@cache
def hedges(path: Path = DATA / "hedges.tsv") -> frozenset[str]:
    """Words that make it doubtful that what stands beside them was done."""
    return frozenset(word for _, row in rows(path) for word in row["words"].split(","))


def deeds(ledger: Ledger, acts: Iterable[Act]) -> list[Deed]:
    """The happenings of some acts of a tie, the weightiest first."""
    of: dict[str, list[Act]] = {}
    for act in acts:
        of.setdefault(act.happening, []).append(act)
    told, positions = tellings(ledger, of), taken(ledger, of)
    found = [_deed(some, told[id], positions[id]) for id, some in of.items() if told[id]]
    return sorted(found, key=lambda deed: (-deed.weight, deed.act.day is None, str(deed.act.day), deed.id))


def _deed(acts: Sequence[Act], told: tuple[Telling, ...], positions: tuple[Taken, ...]) -> Deed:
    actors, recipients = ([getattr(act, side) for act in acts if getattr(act, side)] for side in ("actor", "recipient"))
    if acts[0].joint:
        actors, recipients = [*actors, *recipients], []
    return Deed(acts[0], tuple(dict.fromkeys(actors)), tuple(dict.fromkeys(recipients)), told, positions)
