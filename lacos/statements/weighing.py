"""What the network makes of the statements that the rules found: whether each is one, who speaks, and with what stance to the content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy
from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from lacos.events.network.arrays import Floats, Ints
from lacos.events.network.decisions import Verdict, beside
from lacos.events.network.network import SAYING, STANCES, network
from lacos.events.network.pairs import Pairs
from lacos.events.scene import Scene
from lacos.records import Mention, Statement
from lacos.statements.matching import cues_at
from lacos.statements.quotations import PAIRS
from lacos.statements.spans import words_of
from lacos.statements.stance import coloured

COLUMNS = ("stance", "cue", "colour", "quoted", "order", "speaker")
FALSE = 0.8
"""Probability from which what the rules found is no statement."""
LIKELY, UNLIKELY = 0.5, 0.1
"""Probability from which somebody speaks, and under which whom the rules found does not."""
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A content with its cue in the analysed document, and the statements that the rules made of it, one a speaker.

    ``cue`` is the content's own head where no word introduces it; ``row`` holds the categories, in the order of :data:`COLUMNS`.
    """

    statements: tuple[Statement, ...]
    content: SpacySpan
    cue: Token
    row: Row

    @property
    def place(self) -> tuple[int, int, int, int]:
        """The places of the cue and of the word that heads the content, and where the content begins and ends."""
        return self.cue.i, self.content.root.i, self.content.start, self.content.end

    @property
    def speakers(self) -> frozenset[str]:
        """The codes of whom the rules found."""
        return frozenset(one.speaker.code for one in self.statements if one.speaker)


def weigh(verdict: Verdict) -> tuple[Statement, ...]:
    """The statements found in a scene that are likely ones, with their likeliest speakers and stance, in text order.

    As they are where the network read nothing.
    """
    words = verdict.words
    if words is None or not verdict.scene.said:
        return tuple(verdict.scene.said)
    net, told = network(), gather(verdict.scene)
    stances = net.stances(words.known, words.meanings, places(told), net.vocabularies["said"].encode(one.row for one in told))
    heard = speakers(told, verdict.scene, words.known)
    found = [
        statement
        for one, stance, candidates in zip(told, stances, heard, strict=True)
        if stance[0] < FALSE
        for statement in likelier(one, stance, candidates)
    ]
    once = {one.id: one for one in reversed(found)}.values()
    return tuple(sorted(once, key=lambda one: (one.content.start, one.content.end, one.speaker.code if one.speaker else "")))


def gather(scene: Scene) -> list[Said]:
    """What the rules found, each content with its cue once, in the order of the cues."""
    same: dict[tuple[int, int, int], list[Statement]] = {}
    for one in scene.said:
        same.setdefault((one.content.start, one.content.end, one.cue.start if one.cue else -1), []).append(one)
    return sorted((describe(some, scene.doc) for some in same.values()), key=lambda one: one.place)


def places(told: Sequence[Said]) -> Ints:
    """The places of each, see :attr:`Said.place`."""
    return numpy.array([one.place for one in told], dtype=numpy.int32).reshape(-1, 4)


def near(told: Sequence[Said], scene: Scene) -> Pairs:
    """Who may speak: the actors near each cue."""
    return Pairs(scene, [one.cue.i for one in told], [one.speakers for one in told])


def speakers(told: Sequence[Said], scene: Scene, known: Floats) -> list[list[tuple[Mention, float]]]:
    """The actors near each cue with the probability that they speak."""
    kinds = numpy.full(len(told), SAYING, dtype=numpy.int32)
    found = beside(near(told, scene), known, places(told)[:, 0], kinds)
    return [[(mention, chances[0]) for mention, chances in some] for some in found]


def likelier(one: Said, stance: Floats, candidates: Sequence[tuple[Mention, float]]) -> Iterator[Statement]:
    """A content with its likeliest stance, once for each likely speaker."""
    best = int(stance[1:].argmax()) + 1
    why = f"{STANCES[best - 1]} {stance[best] / stance[1:].sum():.2f}"
    for speaker, because in voices(one, candidates):
        reasons = (one.statements[0].because, because, why)
        yield replace(
            one.statements[0], speaker=speaker, stance=STANCES[best - 1], because="; ".join(reason for reason in reasons if reason)
        )


def voices(one: Said, candidates: Sequence[tuple[Mention, float]]) -> Iterator[tuple[Mention | None, str]]:
    """Who speaks, and why: whom the rules found, unless all of them are unlikely; else whoever is likely, or nobody."""
    chances = {mention.code: chance for mention, chance in candidates}
    ruled = {statement.speaker.code: statement.speaker for statement in one.statements if statement.speaker}
    kept = list(ruled.values()) if max((chances.get(code, LIKELY) for code in ruled), default=0) >= UNLIKELY else []
    kept = kept or [mention for mention, chance in candidates if chance >= LIKELY]
    for mention in kept:
        yield mention, f"speaker {mention.code} {chances[mention.code]:.2f}" if mention.code in chances else ""
    if not kept:
        yield None, ""


def describe(same: Sequence[Statement], doc: Doc) -> Said:
    """Statements of one content and cue as the network sees them."""
    one = same[0]
    content = words_of(one.content, doc)
    token = words_of(one.cue, doc)[0] if one.cue else None
    cue = next(cues_at(token), None) if token is not None else None
    before = one.content.document.text[: one.content.start].rstrip()[-1:]
    row = (
        one.stance.value,
        f"{cue.pos} {cue.stance}" if cue is not None else "",
        coloured(content)[0].value,
        "quoted" if before in PAIRS else "",
        "" if token is None else "after" if token.i < content.start else "before" if token.i >= content.end else "around",
        one.speaker.kind.value if one.speaker else "",
    )
    return Said(tuple(same), content, token if token is not None else content.root, row)
