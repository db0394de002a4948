"""The words that happenings and positions rest on, from the ledger."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, and_, case, func, literal, select

from lacos.briefs.brief import Citation
from lacos.ledger import Ledger
from lacos.ledger.queries import batches, reported, words
from lacos.ledger.schema import claims, documents, events, happenings, mentions, positions, sides, statements
from lacos.records import EventType, Stance, Status

NEAR = 8
"""Words after a trigger, and half as many before it, that stand beside it."""
CHANCE = re.compile(r" = \w+(?:/[\w-]+)? (\d\.\d+)")
SPEAKER = re.compile(r"speaker \S+ (\d\.\d+)")
SURE = 0.5
"""How sure it must be who speaks."""
QUOTES = tuple("\"“«‘'")
PIECE = re.compile(
    r"(?:não )?(?:(?!qualquer)[a-zà-ÿ]+[aeiô]r(?:-\w+)?|[a-zà-ÿ]{2,}(?:ou|aram|eram|iram|avam?|rá|rão|riam?)|[a-zà-ÿ]{3,}[ei]u|"
    r"é|está|estão|são|foi|vai|vão|tem|têm|pode|podem|deve|devem|quer|querem|continua|continuam|com|de|em|para|por|sem|sobre)\b"
)
"""How words begin that say nothing alone: an infinitive ("ter atacado a patrulha"), a verb without its subject, a preposition."""


@dataclass(frozen=True, slots=True)
class Named:
    """Who is named on a side or as a speaker: the code, its state, the person, and how sure that is, 0 to 1."""

    code: str
    state: str
    person: str | None
    confidence: float

    @property
    def is_somebody(self) -> bool:
        """Whether more is known than that people of a country speak."""
        return self.person is not None or not self.code.endswith("CVL")


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention of a happening: the sentence, the trigger in it, who acts and is acted upon.

    ``lemma`` is the trigger's, ``beside`` the words around it as written; ``chance`` is how sure its type is, 0 to 1. ``trigger`` is where
    it begins and ends in the document.
    """

    happening: str
    event: str
    citation: Citation
    trigger: tuple[int, int]
    lemma: str
    beside: frozenset[str]
    type: EventType
    mode: str | None
    status: Status
    own_voice: bool
    alleged: bool
    chance: float
    actor: tuple[Named, ...]
    recipient: tuple[Named, ...]

    @property
    def confidence(self) -> float:
        """How sure it is that this happened between these: the chance of its type and of the least sure side."""
        return self.chance * min((one.confidence for one in (*self.actor, *self.recipient)), default=1.0)


@dataclass(frozen=True, slots=True)
class Taken:
    """A position taken on a happening: the stance, who takes it, in which words.

    Who says of something that it did not happen asserts that; only a denial, a statement of this stance, denies. ``sentence`` is that in
    which a statement stands, ``is_quoted`` whether the words are direct speech, ``because`` why it is a position.
    """

    happening: str
    stance: Stance
    by: Named | None
    citation: Citation
    sentence: Citation | None
    is_quoted: bool
    because: str

    @property
    def direct(self) -> bool:
        """Whether its own words say what it is about, not "the accusations" of what was told before."""
        return not self.because.startswith("«")

    @property
    def is_sure(self) -> bool:
        """Whether it is known who speaks."""
        return self.by is not None and self.by.confidence >= SURE

    @property
    def is_clause(self) -> bool:
        """Whether the words say something alone: not what somebody calls for ("o ataque"), nor the text's sentence about who speaks."""
        if self.is_quoted:
            return True
        clause = self.direct and "with object" not in self.because and not PIECE.match(self.citation.words)
        return self.sentence is not None and clause

    @property
    def whole(self) -> Citation:
        """The words, or the sentence about them where they say nothing alone."""
        around, words = self.sentence, self.citation
        return words if self.is_clause or around is None or not around.start <= words.start <= words.end <= around.end else around


def tellings(ledger: Ledger, ids: Collection[str]) -> dict[str, tuple[Telling, ...]]:
    """The mentions of happenings, by the happening's id, in the order of their reports."""
    found: dict[str, list[Telling]] = {id: [] for id in ids}
    with ledger.database.reading() as connection:
        for some in batches(sorted(ids)):
            on = _sides(connection, some)
            for row in connection.execute(_telling(some)).mappings():
                found[row["happening"]].append(_told(row, on.get((row["n"], row["rank"]), {})))
    return {id: tuple(some) for id, some in found.items()}


def taken(ledger: Ledger, ids: Collection[str]) -> dict[str, tuple[Taken, ...]]:
    """The positions on happenings, by the happening's id, in the order of their reports."""
    found: dict[str, list[Taken]] = {id: [] for id in ids}
    with ledger.database.reading() as connection:
        for some in batches(sorted(ids)):
            for row in connection.execute(_taking(some)).mappings():
                found[row["happening"]].append(_position(row))
    return {id: tuple(some) for id, some in found.items()}


CITED = (documents.c.id, documents.c.published, documents.c.outlet, documents.c.title, documents.c.url, documents.c.n)
NAMED_IN_FULL = case((documents.c.text.like(literal("%") + mentions.c.person + "%"), mentions.c.person))
"""A person whose whole name stands in the text: a short name may have been taken for another's."""
OF_CLAIM = and_(claims.c.document == events.c.document, claims.c.rank == events.c.claim)


def _telling(ids: Sequence[str]) -> Select[Any]:
    context = func.substr(documents.c.text, events.c.sentence_start + 1, events.c.trigger_start - events.c.sentence_start)
    return (
        select(
            *(happenings.c.id.label("happening"), *CITED, events.c.id.label("event"), events.c.rank, events.c.type, events.c.mode),
            *(events.c.status, events.c.own_voice, events.c.alleged, events.c.because),
            *(events.c.trigger_start, events.c.trigger_end, events.c.sentence_start.label("start"), events.c.sentence_end.label("end")),
            words(events.c.sentence_start, events.c.sentence_end).label("words"),
            context.label("before"),
        )
        .join_from(events, claims, OF_CLAIM)
        .join(happenings, happenings.c.n == claims.c.happening)
        .join(documents, documents.c.n == events.c.document)
        .where(happenings.c.id.in_(ids))
        .order_by(reported, events.c.document, events.c.rank)
    )


def _sides(connection: Connection, ids: Sequence[str]) -> dict[tuple[int, int], dict[str, list[Named]]]:
    """Who stands on the sides of the mentions of happenings, by document and rank, by side."""
    query = (
        select(sides.c.document, sides.c.event, sides.c.side, mentions.c.code, sides.c.state, NAMED_IN_FULL, mentions.c.confidence)
        .join_from(sides, mentions, and_(mentions.c.document == sides.c.document, mentions.c.rank == sides.c.mention))
        .join(events, and_(events.c.document == sides.c.document, events.c.rank == sides.c.event))
        .join(claims, OF_CLAIM)
        .join(happenings, happenings.c.n == claims.c.happening)
        .join(documents, documents.c.n == sides.c.document)
        .where(happenings.c.id.in_(ids))
        .order_by(sides.c.document, sides.c.event, sides.c.side, sides.c.rank)
    )
    found: dict[tuple[int, int], dict[str, list[Named]]] = {}
    for document, event, side, *named in connection.execute(query):
        found.setdefault((document, event), {}).setdefault(side, []).append(Named(*named))
    return found


def _taking(ids: Sequence[str]) -> Select[Any]:
    said = and_(statements.c.document == positions.c.document, statements.c.id == positions.c.statement)
    return (
        select(
            *(happenings.c.id.label("happening"), *CITED, positions.c.stance, positions.c.start, positions.c.end),
            *(positions.c.because, statements.c.stance.label("said")),
            *(statements.c.sentence_start, statements.c.sentence_end),
            words(statements.c.sentence_start, statements.c.sentence_end).label("sentence"),
            func.substr(documents.c.text, positions.c.start, 1).label("mark"),
            *(mentions.c.code, mentions.c.state, NAMED_IN_FULL.label("person"), mentions.c.confidence),
            words(positions.c.start, positions.c.end).label("words"),
        )
        .join_from(positions, claims, and_(claims.c.document == positions.c.document, claims.c.rank == positions.c.claim))
        .join(happenings, happenings.c.n == claims.c.happening)
        .join(documents, documents.c.n == positions.c.document)
        .outerjoin(mentions, and_(mentions.c.document == positions.c.document, mentions.c.rank == positions.c.mention))
        .outerjoin(statements, said)
        .where(happenings.c.id.in_(ids))
        .order_by(reported, positions.c.document, positions.c.claim, positions.c.rank)
    )


def _told(row: RowMapping, on: Mapping[str, list[Named]]) -> Telling:
    chance = CHANCE.search(row["because"])
    after = row["words"][len(row["before"]) :]
    return Telling(
        happening=row["happening"],
        event=row["event"],
        citation=_citation(row),
        trigger=(row["trigger_start"], row["trigger_end"]),
        lemma=row["because"].partition(" (")[0].split(" ")[0].lower(),
        beside=frozenset((*_tokens(row["before"])[-NEAR // 2 :], *_tokens(after)[: NEAR + 1])),
        type=EventType(row["type"]),
        mode=row["mode"],
        status=Status(row["status"]),
        own_voice=row["own_voice"],
        alleged=row["alleged"],
        chance=float(chance[1]) if chance else 1.0,
        actor=tuple(on.get("actor", ())),
        recipient=tuple(on.get("recipient", ())),
    )


def _position(row: RowMapping) -> Taken:
    speaker = SPEAKER.search(row["because"])
    sure = min(row["confidence"] or 0.0, float(speaker[1]) if speaker else 1.0)
    by = Named(row["code"], row["state"], row["person"], sure) if row["code"] else None
    says_not = row["stance"] == Stance.DENY and row["said"] != Stance.DENY
    stance, said = Stance.ASSERT if says_not else Stance(row["stance"]), _citation(row)
    place = {"start": row["sentence_start"], "end": row["sentence_end"], "words": row["sentence"]}
    sentence = replace(said, **place) if row["said"] else None
    quoted = row["mark"] in QUOTES and said.words[:1].isupper()  # direct speech, not “any involvement”
    return Taken(row["happening"], stance, by, said, sentence, quoted, row["because"])


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w[\w-]*", text.lower())


def _citation(row: RowMapping) -> Citation:
    return Citation(*(row[name] for name in ("id", "published", "outlet", "title", "url", "start", "end", "words")))
