"""Who of the persons of a text supports or opposes whom: pairs of names in one sentence, judged by what the network knows of its words.

The task is that of the politiquices data (Batista 2022): headlines with two politicians, one of whom supports or opposes the other, or
neither. A pair is described both ways round by the vectors of the two names, of the word that joins them, of the sentence and of what
stands between, and by the events that the network sees there; a small network over that (``data/persons.npz``, which ``python -m
training.pt.persons`` makes) weighs opposing and supporting in either direction against neither.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from lacos.actors import Mentions
from lacos.events.network.arrays import Floats
from lacos.events.network.decisions import Verdict, Words, judge
from lacos.events.network.network import relu, softmax
from lacos.events.ontology import ontology
from lacos.events.scene import Scene
from lacos.records import Attitude, Document, Event, Person, PersonStance, Statement

DATA = Path(__file__).parent / "data" / "persons.npz"
ATTITUDES = (Attitude.OPPOSES, Attitude.SUPPORTS)
"""What one may be to the other, in the order of the answers; behind them, for both ways at once, neither."""
FAR = 20
"""Words between two names from which on the distance counts no more."""
MOST = 6
"""Names after one in its sentence that it is paired with."""
WIDEST = 60
"""Words on either side of two names that are looked at."""
Named = tuple[Person, SpacySpan]


def stances(
    verdict: Verdict, events: Sequence[Event], said: Sequence[Statement], names: Iterable[str] | None = None
) -> tuple[PersonStance, ...]:
    """Who supports or opposes whom of the persons called ``names``, or of all that are found, the surest first; each pair once."""
    document, doc = verdict.scene.document, verdict.scene.doc
    named = places(doc, document, names) if names is not None else people(doc, document, verdict.scene.mentions)
    inside: dict[int, list[Named]] = {}
    for one in sorted(named, key=lambda one: one[1].start):
        inside.setdefault(one[1][0].sent.start, []).append(one)
    pairs = [(one, other) for some in inside.values() for one, other in near(some)]
    words = (verdict.words or judge(verdict.scene, whether_or_not=True).words) if pairs else None
    if words is None:
        return ()
    evidence = Evidence(events, said)
    best: dict[tuple[str, str], PersonStance] = {}
    for one, other in pairs:
        found = between(one, other, verdict.scene, words)
        key = (found.holder.name, found.target.name) if found else ("", "")
        if found is not None and (key not in best or found.chance > best[key].chance):
            best[key] = evidence.under(found)
    return tuple(sorted(best.values(), key=lambda one: (-one.chance, one.sentence.start)))


def near(named: Sequence[Named]) -> Iterator[tuple[Named, Named]]:
    """The pairs of different persons of a sentence that are not many names apart."""
    for rank, one in enumerate(named):
        for other in named[rank + 1 : rank + 1 + MOST]:
            if one[0].name != other[0].name and one[1].end <= other[1].start:
                yield one, other


def places(doc: Doc, document: Document, names: Iterable[str]) -> Iterator[Named]:
    """Every place of these names as whole words; of names one in the other ("Ana", "Ana Sousa") the longest."""
    taken: set[int] = set()
    wanted = {name.strip() for name in ([names] if isinstance(names, str) else names)} - {""}
    for name in sorted(wanted, key=lambda name: (-len(name), name)):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", document.text):
            words = doc.char_span(*match.span(), alignment_mode="expand")
            if words is not None and taken.isdisjoint(range(words.start, words.end)):
                taken |= set(range(words.start, words.end))
                yield Person(name, document.span(*match.span())), words


def people(doc: Doc, document: Document, mentions: Mentions) -> Iterator[Named]:
    """The persons that the text names: those whom the actors' room knows, by their full names, else as written."""
    known = [(mention.span, mention.person) for mention in mentions if mention.span and mention.person]
    starts = [span.start for span, _ in known]
    for entity in doc.ents:
        if entity.label_ == "PER":
            span = document.span(entity.start_char, entity.end_char)
            rank = bisect_left(starts, span.end) - 1
            name = known[rank][1] if rank >= 0 and known[rank][0].overlaps(span) else entity.text
            yield Person(name, span), entity


def between(first: Named, second: Named, scene: Scene, words: Words) -> PersonStance | None:
    """What the one is to the other in their sentence, whichever is likelier; None where neither is likelier."""
    sentence = first[1][0].sent
    chances = weigh(describe(first[1], second[1], sentence, scene, words))
    best = int(chances.argmax())
    if best == len(chances) - 1:
        return None
    holder, target = (first, second) if best < len(ATTITUDES) else (second, first)
    attitude = ATTITUDES[best % len(ATTITUDES)]
    return PersonStance(
        holder[0],
        target[0],
        attitude,
        float(chances[best]),
        scene.document.span(sentence.start_char, sentence.end_char),
        because=f"{attitude} {chances[best]:.2f}, neither {chances[-1]:.2f}",
    )


def describe(first: SpacySpan, second: SpacySpan, sentence: SpacySpan, scene: Scene, words: Words) -> Floats:
    """Two names in a sentence as numbers: a row for each as the one whose attitude is asked."""
    known, types = words.known, words.types
    around = slice(max(sentence.start, first.start - WIDEST), min(sentence.end, second.end + WIDEST))
    middle = slice(first.end, second.start) if first.end < second.start else around
    joint = scene.joint(first.root.i, second.root.i)
    shared = [known[joint], known[around].max(0), known[middle].mean(0), types[around].max(0), types[middle].max(0)]
    distance = min(second.start - first.end, FAR) / 10
    return numpy.stack(
        [
            numpy.concatenate([known[a.root.i], known[b.root.i], *shared, [float(a is first), distance]])
            for a, b in ((first, second), (second, first))
        ]
    ).astype(numpy.float32)


def weigh(rows: Floats) -> Floats:
    """The probabilities of opposing and supporting, of the first and of the second, and of neither."""
    weights = network()

    def linear(name: str, numbers: Floats) -> Floats:
        found: Floats = numbers @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]
        return found

    hidden = relu(linear("hidden", (rows - weights["mean"]) / weights["deviation"]))
    told = linear("told", hidden)
    found: Floats = softmax(numpy.concatenate([told[0, :-1], told[1, :-1], told[:, -1].mean(keepdims=True)])[None])[0]
    return found


@cache
def network() -> dict[str, Floats]:
    """The weights by name."""
    with numpy.load(DATA, allow_pickle=False) as file:
        return {name: file[name].astype(numpy.float32) for name in file.files}


class Evidence:
    """The events and statements of a document by the beginning of their sentence."""

    def __init__(self, events: Sequence[Event], said: Sequence[Statement]) -> None:
        self._events: dict[int, list[Event]] = {}
        self._said: dict[int, list[Statement]] = {}
        for event in events:
            self._events.setdefault(event.sentence.start, []).append(event)
        for one in said:
            self._said.setdefault(one.sentence.start, []).append(one)

    def under(self, stance: PersonStance) -> PersonStance:
        """A stance with what it rests on: what the holder says of the target, else an event of conflict or cooperation."""
        for one in self._said.get(stance.sentence.start, ()):
            if is_by(one, stance.holder) and stance.target.span.overlaps(one.content):
                return resting(stance, one.id, f"«{one.cue.text if one.cue else one.content.text}»")
        for event in self._events.get(stance.sentence.start, ()):
            if fits(event, stance.relation):
                return resting(stance, event.id, f"«{event.trigger.text}» {event.type}")
        return stance


def is_by(statement: Statement, person: Person) -> bool:
    """Whether a person's name is in the words of who speaks."""
    speaker = statement.speaker
    return speaker is not None and speaker.span is not None and speaker.span.overlaps(person.span)


def fits(event: Event, relation: Attitude) -> bool:
    """Whether an event is one of conflict, or of cooperation."""
    return ("conflict" in ontology()[event.type].quad.lower()) == (relation is Attitude.OPPOSES)


def resting(stance: PersonStance, evidence: str, why: str) -> PersonStance:
    return replace(stance, evidence=evidence, because=f"{why}; {stance.because}")
