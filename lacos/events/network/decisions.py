"""What the network makes of a document: the words that tell an event, its type, whom it gives the sides, whether it took place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy
from spacy.tokens import Doc, Token

from lacos.events.matching import POS, Match
from lacos.events.network.arrays import Floats, Ints
from lacos.events.network.calendar import Calendar
from lacos.events.network.facts import Facts
from lacos.events.network.network import EVENT_TYPES, LAYERS, STATUSES, network
from lacos.events.network.pairs import Pairs
from lacos.events.network.words import describe, vectors
from lacos.events.scene import Scene
from lacos.language import meanings
from lacos.records import EventDate, EventType, Mention, Status

LIKELY = 0.5
"""Probability from which an actor has a side, and an event is historical."""
WITH_FRAME, WITHOUT_FRAME = 0.4, 0.6
"""Probability from which a word tells an event, where a frame holds and where none does."""
RUN = 5_000
"""Words that are read at a time."""
HELD = 0.15
"""Probability from which the type of the frame that holds is kept against a likelier one."""


@dataclass(frozen=True, slots=True)
class Considered:
    """An actor near an event, by the mention that would stand for it, and the probability that it is actor, recipient, or who says so."""

    mention: Mention
    actor: float
    recipient: float
    source: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """An event that a word tells, with the probabilities of what the network says of it.

    ``hit`` is the frame that says so or stands for none, ``facts`` what the rules say.
    """

    hit: Match
    chance: float
    considered: tuple[Considered, ...]
    facts: Facts
    statuses: dict[Status, float]
    historical: float
    date: EventDate | None

    @property
    def type(self) -> EventType:
        """The type of the event."""
        assert self.hit.frame.type is not None
        return self.hit.frame.type


@dataclass(frozen=True, slots=True)
class Words:
    """What the network makes of each word, a row a word: its vector in the document, that of its lemma, the probability of each type."""

    known: Floats
    meanings: Floats
    types: Floats


@dataclass(frozen=True, slots=True)
class Verdict:
    """The events of a scene in text order, whoever takes part in them, and how likely each word that could tell one does.

    ``words`` is None where there was nothing to read.
    """

    scene: Scene
    events: tuple[Judgement, ...]
    chances: dict[int, float]
    words: Words | None


def could_be(token: Token, scene: Scene) -> bool:
    """Whether a word could be a trigger: one that a frame found, or a verb, noun, name or adjective that is part of nothing longer."""
    if token.i in scene.taken:
        return False
    return token.i in scene.hits or (token.pos_ in POS and scene.relations[token.i] not in ("fixed", "case"))


def roots(doc: Doc) -> Ints:
    """The place of the root of each word's sentence."""
    return numpy.array([place for sentence in doc.sents for place in [sentence.root.i] * len(sentence)], dtype=numpy.int32)


def judge(scene: Scene, whether_or_not: bool = False) -> Verdict:
    """What the network makes of a document; it reads one without actors only if told to, ``whether_or_not``."""
    doc, net = scene.doc, network()
    wanted = bool(scene.candidates) or whether_or_not
    judged = numpy.array([token.i for token in doc if could_be(token, scene)] if wanted else (), dtype=numpy.int32)
    if not len(judged):
        return Verdict(scene, (), {}, None)
    rows = net.vocabularies["words"].encode(describe(scene))
    given = vectors(scene)
    known = read(scene, rows, given)
    types = net.types(known[judged], rows[judged])
    chances = {int(place): float(1 - nothing) for place, nothing in zip(judged, types[:, 0], strict=True)}
    events = 1 - types[:, 0] >= numpy.array([WITH_FRAME if place in scene.hits else WITHOUT_FRAME for place in judged.tolist()])
    of_words = numpy.zeros((len(doc), len(EVENT_TYPES)), dtype=numpy.float32)
    of_words[judged] = types[:, 1:]
    words = Words(known, given[:, -meanings.SIZE :], of_words)
    return Verdict(scene, tuple(judgements(scene, known, judged[events], types[events])), chances, words)


def read(scene: Scene, rows: Ints, given: Floats) -> Floats:
    """The network's vector of each word, made by runs of sentences, so that a long text needs no more memory at a time than a short one.

    Each layer takes in the word before and after, of whatever sentence: with as many sentences around as there are layers a run comes out
    as if all were read at once.
    """
    net, sentences = network(), scene.sentences
    heads, tops = numpy.array(scene.heads, dtype=numpy.int32), roots(scene.doc)
    found, first = [], 0
    while first < len(sentences):
        last = first + 1
        while last < len(sentences) and sentences[last].end - sentences[first].start <= RUN:
            last += 1
        start, end = sentences[max(0, first - LAYERS)].start, sentences[min(len(sentences), last + LAYERS) - 1].end
        known = net.read(rows[start:end], given[start:end], heads[start:end] - start, tops[start:end] - start)
        found.append(known[sentences[first].start - start : sentences[last - 1].end - start])
        first = last
    return numpy.concatenate(found)


def judgements(scene: Scene, known: Floats, places: Ints, types: Floats) -> Iterator[Judgement]:
    """The events at these places, with the probabilities of their types."""
    if not len(places):
        return
    net = network()
    kinds = numpy.array([kind(scene, place, row) for place, row in zip(places.tolist(), types, strict=True)], dtype=numpy.int32)
    facts = [
        Facts(scene.match_of(scene.doc[int(place)], EVENT_TYPES[number - 1]), scene) for place, number in zip(places, kinds, strict=True)
    ]
    ruled = net.vocabularies["facts"].encode(one.row() for one in facts)
    statuses, historical, _ = net.statuses(known[places], kinds, ruled)
    considered, dates = consider(scene, places, kinds, known), date(scene, facts, places, kinds, known)
    for rank, fact in enumerate(facts):
        yield Judgement(
            fact.hit,
            float(1 - types[rank, 0]),
            considered[rank],
            fact,
            dict(zip(STATUSES, map(float, statuses[rank]), strict=True)),
            float(historical[rank]),
            dates[rank],
        )


def kind(scene: Scene, place: int, types: Floats) -> int:
    """The number of the type of the event at a word: that of the frame that holds, unless it is most unlikely, else the likeliest."""
    hit = scene.hits.get(place)
    if hit is not None and hit.frame.type is not None and types[number := EVENT_TYPES.index(hit.frame.type) + 1] >= HELD:
        return number
    return int(types[1:].argmax()) + 1


def date(scene: Scene, facts: list[Facts], places: Ints, kinds: Ints, known: Floats) -> list[EventDate | None]:
    """The likeliest date of each event, or None where it likelier has none."""
    net, calendar = network(), Calendar(scene, facts)
    described = [calendar.describe(rank) for rank in range(len(facts))]
    pairs = [(rank, when, row) for rank, found in enumerate(described) for when, row in found]
    rows = net.vocabularies["times"].encode(row for *_, row in pairs)
    event = numpy.array([rank for rank, *_ in pairs], dtype=numpy.int32)
    chances, nothing = net.dates(known[places], kinds, known[[when.word.i for _, when, _ in pairs]], rows, event)
    values: list[dict[str, float]] = [{} for _ in facts]
    for (rank, when, _), chance in zip(pairs, chances, strict=True):
        values[rank][when.value] = values[rank].get(when.value, 0.0) + float(chance)
    found: list[EventDate | None] = []
    for rank, none in enumerate(nothing):
        value = max(values[rank], key=values[rank].__getitem__, default="")
        likely = bool(value) and values[rank][value] >= none
        found.append(EventDate(value, next(when.because for when, _ in described[rank] if when.value == value)) if likely else None)
    return found


def consider(scene: Scene, places: Ints, kinds: Ints, known: Floats) -> list[tuple[Considered, ...]]:
    """The actors near each event, the likeliest to have a side first."""
    found = beside(Pairs(scene, places.tolist()), known, places, kinds)
    considered = ([Considered(mention, *chances) for mention, chances in some] for some in found)
    return [tuple(sorted(some, key=lambda one: -max(one.actor, one.recipient))) for some in considered]


def beside(pairs: Pairs, known: Floats, places: Ints, kinds: Ints) -> list[list[tuple[Mention, list[float]]]]:
    """The actors near the triggers at these places, of these types, each with its probability for each of the sides."""
    found: list[list[tuple[Mention, list[float]]]] = [[] for _ in places]
    if pairs.rows:
        net, of = network(), pairs.event
        rows = net.vocabularies["pairs"].encode(pairs.rows)
        chances = net.sides(known[places[of]], known[pairs.words], kinds[of], rows, pairs.entry, pairs.entries(kinds))
        for rank, mention, some in zip(pairs.events, pairs.mentions, chances.tolist(), strict=True):
            found[rank].append((mention, some))
    return found
