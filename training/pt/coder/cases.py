"""The documents to learn from as the network sees them, with the annotators' answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy

from lacos import language
from lacos.evaluation import GoldDocument, load
from lacos.evaluation.scoring import overlap
from lacos.events.network import calendar as time_columns
from lacos.events.network import facts as fact_columns
from lacos.events.network import pairs as pair_columns
from lacos.events.network import words as word_columns
from lacos.events.network.calendar import Calendar, When
from lacos.events.network.decisions import could_be, roots
from lacos.events.network.entries import Entries
from lacos.events.network.facts import Facts
from lacos.events.network.network import EVENT_TYPES, SAYING, SIDES, STANCES, STATUSES
from lacos.events.network.pairs import Pairs
from lacos.events.network.vocabulary import Vocabulary
from lacos.events.scene import Candidate, Scene
from lacos.reader import listen
from lacos.records import EventType, Stance
from lacos.statements import weighing as said_columns
from lacos.statements.weighing import Said, gather, near
from lacos.statements.weighing import places as statement_places
from training import annotated

GOLD = Path(__file__).parents[4] / "shared" / "data" / "gold" / "train.json"

LEAST = {"lemma": 2, "relation": 3, "marker": 5, "form": 5, "path": 8, "marked path": 12, "pos path": 15}
"""Times that a category must occur to be known; others once."""

Rows = list[tuple[str, ...]]


@dataclass
class Case:
    """One document as the network sees it, its categories still words, with the annotators' answers. Events are in text order."""

    document: str
    gold: list[dict[str, Any]]  # the annotators' events
    categories: dict[str, Rows]  # of words, pairs, facts and times, see COLUMNS
    vectors: numpy.ndarray  # of words
    heads: numpy.ndarray
    roots: numpy.ndarray
    judged: numpy.ndarray  # words that could be triggers
    types: numpy.ndarray  # of these
    triggers: numpy.ndarray  # the words of the events
    kinds: numpy.ndarray  # their types
    statuses: numpy.ndarray  # (events, statuses + 2)
    pairs: numpy.ndarray  # of each pair the word of the mention, the entry, the event
    entries: Entries
    codes: list[str]  # of the entries
    sides: numpy.ndarray  # (entries, sides)
    said: numpy.ndarray  # of each statement that the rules found the places, see Said
    stances: numpy.ndarray  # of these, 0 where the annotators have none
    heard: numpy.ndarray  # as pairs, of the cues
    hearing: Entries  # as entries, of the cues
    speaks: numpy.ndarray  # whether each speaks
    times: numpy.ndarray  # of each expression and event the word, the event, whether it gives the annotators' date


def case(gold: GoldDocument, nlp: Any) -> Case:
    """The case of a document."""
    document = gold.document()
    doc = nlp(document.text)
    scene = Scene(doc, document, *listen(doc, document))
    found: dict[int, dict[str, Any]] = {}
    for event in gold.events:
        place = trigger(doc, event)
        if place is not None:
            found.setdefault(place, event)
    places = sorted(found)
    told = [found[place] for place in places]
    number = {str(kind): i for i, kind in enumerate(EVENT_TYPES, 1)}
    kinds = [number[event["type"]] for event in told]
    judged = [token.i for token in doc if could_be(token, scene) or token.i in found]
    facts = [Facts(scene.match_of(doc[place], EventType(event["type"])), scene) for place, event in zip(places, told, strict=True)]
    pairs, calendar = Pairs(scene, places), Calendar(scene, facts)
    times, dating, sides = Rows(), list[tuple[int, int, bool]](), numpy.zeros((len(pairs.codes), len(SIDES)), dtype=numpy.float32)
    for rank, (place, event) in enumerate(zip(places, told, strict=True)):
        chosen = answers(event, doc[place], pairs.near[rank])
        for entry in (i for i, of in enumerate(pairs.events) if of == rank):
            sides[entry] = [pairs.codes[entry] in side for side in chosen]
        known = calendar.describe(rank)
        times += [row for _, row in known]
        dating += [(when.word.i, rank, right) for (when, _), right in zip(known, dates(event, [when for when, _ in known]), strict=True)]
    said = gather(scene)
    heard = near(said, scene)
    speaks = numpy.zeros(len(heard.codes), dtype=numpy.float32)
    for rank, one in enumerate(said):
        chosen, *_ = answers({"actor": voices(one, gold), "recipient": [], "attributed_to": []}, one.cue, heard.near[rank])
        for entry in (i for i, of in enumerate(heard.events) if of == rank):
            speaks[entry] = heard.codes[entry] in chosen
    return Case(
        document=gold.id,
        gold=told,
        categories={
            "words": word_columns.describe(scene),
            "pairs": pairs.rows,
            "facts": [one.row() for one in facts],
            "times": times,
            "said": [one.row for one in said],
            "heard": heard.rows,
        },
        vectors=word_columns.vectors(scene).astype(numpy.float16),
        heads=numpy.array([token.head.i for token in doc]),
        roots=roots(doc),
        judged=numpy.array(judged),
        types=numpy.array([number[found[i]["type"]] if i in found else 0 for i in judged]),
        triggers=numpy.array(places, dtype=int),
        kinds=numpy.array(kinds, dtype=int),
        statuses=numpy.array([standing(event) for event in told], dtype=numpy.float32).reshape(-1, len(STATUSES) + 2),
        pairs=numpy.stack([pairs.words, pairs.entry, pairs.event], 1),
        entries=pairs.entries(numpy.array(kinds, dtype=numpy.int32)),
        codes=pairs.codes,
        sides=sides,
        said=statement_places(said),
        stances=numpy.array([attitude(one, gold) for one in said], dtype=int),
        heard=numpy.stack([heard.words, heard.entry, heard.event], 1),
        hearing=heard.entries(numpy.full(len(said), SAYING, dtype=numpy.int32)),
        speaks=speaks,
        times=numpy.array(dating, dtype=int).reshape(-1, 3),
    )


def annotated_alike(one: Said, gold: GoldDocument) -> list[dict[str, Any]]:
    """The annotators' statements that share at least half of their content with one that the rules found, the likest first."""
    place = {"start": one.statements[0].content.start, "end": one.statements[0].content.end}
    lengths = ((other, min(other["end"] - other["start"], place["end"] - place["start"])) for other in gold.statements)
    same = [other for other, length in lengths if 2 * overlap(other, place) >= length > 0]
    return sorted(same, key=lambda other: -overlap(other, place))


def attitude(one: Said, gold: GoldDocument) -> int:
    """The number of the stance that the annotators give what is said, 0 where they have no such statement."""
    same = annotated_alike(one, gold)
    return STANCES.index(Stance(same[0]["stance"])) + 1 if same else 0


def voices(one: Said, gold: GoldDocument) -> list[dict[str, Any]]:
    """Who says it, for the annotators: of the likest statement and of those with the same content."""
    same = annotated_alike(one, gold)
    return [other["speaker"] for other in same if other["speaker"] and (other["start"], other["end"]) == (same[0]["start"], same[0]["end"])]


def dates(event: dict[str, Any], near: list[When]) -> list[bool]:
    """Which expressions give the annotators' date of an event: those of the very date, else more exact ones within it."""
    gold = event["date"] or ""
    exact = any(when.value == gold for when in near)
    return [bool(gold) and (when.value == gold if exact else when.value.startswith(gold)) for when in near]


def standing(event: dict[str, Any]) -> list[bool]:
    """Status, whether historical, whether somebody's word."""
    return [*(event["status"] == one for one in STATUSES), bool(event["historical"]), bool(event["attributed_to"])]


def trigger(doc: Any, event: dict[str, Any]) -> int | None:
    """The place of the word that heads a gold event's trigger, a word of content where there is one."""
    words = [token for token in doc if overlap(event, {"start": token.idx, "end": token.idx + len(token.text)})]
    inside = {token.i for token in words}
    heads = [token for token in words if token.head.i not in inside or token.head.i == token.i]
    content = [token for token in (*heads, *words) if token.pos_ in ("VERB", "NOUN", "ADJ", "PROPN", "AUX")] or heads
    return content[0].i if content else None


def answers(event: dict[str, Any], token: Any, near: list[Candidate]) -> list[set[str]]:
    """For each of the sides the codes of the candidates that the annotators mean: who has the very code, else the nearest of its state."""
    known = {one.mention.code for one in near}
    found = []
    for side in ("actor", "recipient", "attributed_to"):
        wanted = {code for mention in event[side] if (code := mention["code"])}
        chosen = wanted & known
        for code in sorted(wanted - known):
            same = [one for one in near if one.mention.actor.state == code.partition("/")[0] and one.mention.code not in chosen]
            if same:
                chosen.add(min(same, key=lambda one: abs(one.word.i - token.i)).mention.code)
        found.append(chosen)
    return found


def all_cases() -> list[Case]:
    """The cases of the gold's training documents and of our own, and a sentence of each by itself."""
    nlp = language.load("pt")
    cases = [case(one, nlp) for gold in (*load(GOLD), *annotated.load("tune"), *annotated.written()) for one in (gold, *alone(gold))]
    print(f"{len(cases)} documents, {sum(len(one.triggers) for one in cases)} events", flush=True)
    return cases


def alone(gold: GoldDocument) -> Iterator[GoldDocument]:
    """The first sentence of a document whose events have their sides in words, as a document: people try single sentences too."""
    for rank, sentence in enumerate(gold.sentences):
        events = [event for event in gold.raw_events if event["sentence"] == rank]
        sides = [mention for event in events for side in ("actor", "recipient") for mention in event[side]]
        if events and all(mention["text"] and mention["text"] in sentence for mention in sides):
            told = [one for one in gold.raw_statements if one["sentence"] == rank and one["content"] in sentence]
            yield GoldDocument(gold.id, gold.date, (sentence,), placed(events), placed(told))
            return


def placed(records: Iterable[dict[str, Any]]) -> tuple[dict[str, Any], ...]:
    """Records as those of a first sentence."""
    return tuple(record | {"sentence": 0} for record in records)


COLUMNS = {
    "words": word_columns.COLUMNS,
    "pairs": pair_columns.COLUMNS,
    "facts": fact_columns.COLUMNS,
    "times": time_columns.COLUMNS,
    "said": said_columns.COLUMNS,
}
SHARED = {"heard": "pairs"}
"""Rows whose categories are counted and numbered with others of the same columns."""


def vocabularies(cases: Iterable[Case]) -> dict[str, Vocabulary]:
    """The categories that occur often enough to be learnt from."""
    counts = {name: [Counter[str]() for _ in columns] for name, columns in COLUMNS.items()}
    for one in cases:
        for name, rows in one.categories.items():
            for row in rows:
                for count, value in zip(counts[SHARED.get(name, name)], row, strict=True):
                    count[value] += 1

    def known(column: str, count: Counter[str]) -> list[str]:
        return [value for value, times in sorted(count.items(), key=rarest_last) if times >= LEAST.get(column, 1)]

    return {
        name: Vocabulary({column: known(column, count) for column, count in zip(columns, counts[name], strict=True)})
        for name, columns in COLUMNS.items()
    }


def rarest_last(counted: tuple[str, int]) -> tuple[int, str]:
    return -counted[1], counted[0]
