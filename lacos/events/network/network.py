"""The network that decides what a frame cannot: which words are events of which type, who fills their sides, whether they took place.

A small graph network over the dependency tree: each word is made of what is known of it, and three times takes in its head, its dependents,
its neighbours and the root of its sentence (message passing: Gilmer et al. 2017; for roles, Marcheggiani and Titov 2017). A candidate for a
side is judged by the words of trigger and mention and by how they stand to each other; the mentions of one actor are united, told what was
said of it beside other events, and the actors near an event compared ("Deep Sets", Zaheer et al. 2017). ``python -m training.pt.coder``
makes it and says what it learns from; here it is only arithmetic in numpy over the weights in ``data/``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy

from lacos.events.network.arrays import Floats, Ints
from lacos.events.network.entries import NONE, Entries
from lacos.events.network.vocabulary import Vocabulary, load
from lacos.records import EventType, Stance, Status

DATA = Path(__file__).parents[1] / "data"
EVENT_TYPES = tuple(EventType)
"""What a word may tell, in the order of the network's answers, of which the first, 0, is no event."""
SAYING = len(EVENT_TYPES) + 1
"""The number that stands beside those of the types for an act of speech, whose actor is who speaks."""
STATUSES = tuple(Status)
STANCES = tuple(Stance)
"""What a speaker may be to a content, in the order of the network's answers, of which the first, 0, is that nothing is said."""
SIDES = ("actor", "recipient", "source")
"""What a candidate may be of an event, in the order of the network's answers."""
LAYERS = 3


class Network:
    """The weights, by name, and the vocabularies: of words, of pairs of a trigger and a mention, of facts, of times."""

    def __init__(self, weights: Mapping[str, Floats], vocabularies: Mapping[str, Vocabulary]) -> None:
        self.vocabularies = vocabularies
        self._weights = weights
        self._tables = {name: [weights[f"{name}.{column}"] for column in known.values] for name, known in vocabularies.items()}

    def weight(self, name: str) -> Floats:
        """The weights of this name; of a category a row a value, the first for unknown ones."""
        return self._weights[name]

    def read(self, words: Ints, vectors: Floats, heads: Ints, roots: Ints) -> Floats:
        """A vector for each word of a document, given its categories, its vectors, the places of its head and its root."""
        known = normalised(
            relu(self._linear("input", numpy.concatenate([vectors, embedded(self._tables["words"], words)], 1))), *self._norm("input")
        )
        count = len(words)
        before, after = numpy.maximum(numpy.arange(count) - 1, 0), numpy.minimum(numpy.arange(count) + 1, count - 1)
        children = Children(heads)
        for layer in range(LAYERS):
            below = children.total(relu(self._linear(f"child.{layer}", known))) / 3
            around = numpy.concatenate([known, known[heads], below, known[before], known[after], known[roots]], 1)
            told = self._linear(f"out.{layer}", relu(self._linear(f"in.{layer}", around)))
            known = normalised(known + told, *self._norm(f"layer.{layer}"))
        return known

    def types(self, known: Floats, words: Ints) -> Floats:
        """The probability of no event and of each of :data:`EVENT_TYPES` for each word."""
        column = list(self.vocabularies["words"].values).index("frame")
        frames = self._tables["words"][column][words[:, column]]
        return softmax(self._mlp("type", numpy.concatenate([known, frames], 1)))

    def statuses(self, known: Floats, types: Ints, facts: Ints) -> tuple[Floats, Floats, Floats]:
        """For triggers with types and what the rules say: the probability of each status, that they are historical, somebody's word."""
        found = self._mlp("status", numpy.concatenate([known, self._weights["kind"][types], embedded(self._tables["facts"], facts)], 1))
        return softmax(found[:, : len(STATUSES)]), sigmoid(found[:, -2]), sigmoid(found[:, -1])

    def stances(self, known: Floats, meanings: Floats, places: Ints, rows: Ints) -> Floats:
        """The probability that there is no statement and of each of :data:`STANCES`, given the vectors of words and of their lemmas.

        A row a statement: the places of the cue, the content's head, its first word and the word after its last; the categories.
        """
        words = numpy.concatenate([known, meanings], 1)
        means = numpy.stack([words[start:end].mean(0) for start, end in places[:, 2:]])
        heads = self._linear("content", numpy.concatenate([known[places[:, 1]], means], 1))
        return softmax(self._mlp("stance", numpy.concatenate([words[places[:, 0]], heads, embedded(self._tables["said"], rows)], 1)))

    def dates(self, known: Floats, types: Ints, words: Floats, rows: Ints, event: Ints) -> tuple[Floats, Floats]:
        """For each pair of an event and a time expression the probability that it dates it; for each event that nothing does.

        ``known`` and ``types`` are of the events; a row a pair: the vector of the expression's word, the categories, the event's number.
        """
        trigger = self._linear("timed", numpy.concatenate([known, self._weights["kind"][types]], 1))
        nothing = self._linear("undated", relu(trigger))[:, 0]
        if not len(rows):
            return numpy.zeros(0, dtype=numpy.float32), numpy.ones_like(nothing)
        way, when = self._linear("times", embedded(self._tables["times"], rows)), self._linear("when", words)
        of = trigger[event]
        each = self._linear("date", relu(self._linear("time", relu(numpy.concatenate([way, of, when, of * when], 1)))))[:, 0]
        largest = nothing.copy()
        numpy.maximum.at(largest, event, each)
        powers, nothing = numpy.exp(each - largest[event]), numpy.exp(nothing - largest)
        total = nothing + numpy.bincount(event, powers, minlength=len(known)).astype(numpy.float32)
        return powers / total[event], nothing / total

    def sides(self, triggers: Floats, mentions: Floats, types: Ints, pairs: Ints, entry: Ints, entries: Entries) -> Floats:
        """The probability of each of :data:`SIDES` for each actor near each event.

        A row a pair of trigger and mention: their vectors, the type of the event, the categories, the number of the entry it belongs to.
        """
        way = self._linear("pairs", embedded(self._tables["pairs"], pairs))
        trigger = self._linear("trigger", numpy.concatenate([triggers, self._weights["kind"][types]], 1))
        mention = self._linear("mention", mentions)
        rows = relu(self._linear("pair", relu(numpy.concatenate([way, trigger, mention, trigger * mention], 1))))
        each = highest(rows, entry, len(entries.event))
        others = [average_of_others(each, group) for group in (entries.actor, entries.typed, entries.worded)]
        beside = [neighbours(each, places) for places in (entries.before, entries.after)]
        each = each + relu(self._linear("axis", numpy.concatenate([each, *others, *beside], 1)))
        event, count = entries.event, int(entries.event.max()) + 1
        mean = summed(each, event, count) / sizes(event, count)
        return sigmoid(self._mlp("side", numpy.concatenate([each, mean[event], highest(each, event, count)[event]], 1)))

    def _linear(self, name: str, rows: Floats) -> Floats:
        found: Floats = rows @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return found

    def _mlp(self, name: str, rows: Floats) -> Floats:
        return self._linear(f"{name}.1", relu(self._linear(f"{name}.0", rows)))

    def _norm(self, name: str) -> tuple[Floats, Floats]:
        return self._weights[f"{name}.norm.weight"], self._weights[f"{name}.norm.bias"]


class Children:
    """The dependents of each word, to be summed."""

    def __init__(self, heads: Ints) -> None:
        below = numpy.flatnonzero(heads != numpy.arange(len(heads)))
        self._order = below[numpy.argsort(heads[below], kind="stable")]
        self._of, self._starts = numpy.unique(heads[self._order], return_index=True)

    def total(self, rows: Floats) -> Floats:
        """For each word the sum of the rows of its dependents."""
        found = numpy.zeros_like(rows)
        if len(self._order):
            found[self._of] = numpy.add.reduceat(rows[self._order], self._starts, axis=0)
        return found


def embedded(tables: list[Floats], numbers: Ints) -> Floats:
    """The vectors of each row's categories, one after the other."""
    return numpy.concatenate([table[numbers[:, i]] for i, table in enumerate(tables)], 1)


def highest(rows: Floats, groups: Ints, count: int) -> Floats:
    """The highest value of each column over the rows of each group; every group must have a row."""
    found = numpy.full((count, rows.shape[1]), -numpy.inf, dtype=numpy.float32)
    numpy.maximum.at(found, groups, rows)
    return found


def summed(rows: Floats, groups: Ints, count: int) -> Floats:
    found = numpy.zeros((count, rows.shape[1]), dtype=numpy.float32)
    numpy.add.at(found, groups, rows)
    return found


def sizes(groups: Ints, count: int) -> Floats:
    """The number of rows of each group, at least 1, as a column."""
    found: Floats = numpy.maximum(numpy.bincount(groups, minlength=count), 1)[:, None].astype(numpy.float32)
    return found


def average_of_others(rows: Floats, groups: Ints) -> Floats:
    """For each row the mean of the others of its group; zeros where it is alone."""
    count = int(groups.max()) + 1
    rest = summed(rows, groups, count)[groups] - rows
    found: Floats = (rest / numpy.maximum(sizes(groups, count)[groups] - 1, 1)).astype(numpy.float32)
    return found


def neighbours(rows: Floats, places: Ints) -> Floats:
    """The rows at these places; zeros where there is none."""
    return numpy.where(places[:, None] == NONE, numpy.float32(0), rows[places])


def relu(rows: Floats) -> Floats:
    return numpy.maximum(rows, 0)


def sigmoid(rows: Floats) -> Floats:
    found: Floats = numpy.reciprocal(1 + numpy.exp(-rows))
    return found


def softmax(rows: Floats) -> Floats:
    powers = numpy.exp(rows - rows.max(axis=1, keepdims=True))
    found: Floats = powers / powers.sum(axis=1, keepdims=True)
    return found


def normalised(rows: Floats, weight: Floats, bias: Floats) -> Floats:
    """Layer normalisation (Ba et al. 2016)."""
    centred = rows - rows.mean(axis=1, keepdims=True)
    found: Floats = centred / numpy.sqrt((centred * centred).mean(axis=1, keepdims=True) + 1e-5) * weight + bias
    return found


@cache
def network(folder: Path = DATA) -> Network:
    """The network in a folder: ``network.npz`` (numpy's format, half precision) and ``network.json`` (what its categories mean)."""
    with numpy.load(folder / "network.npz", allow_pickle=False) as file:
        weights = {name: file[name].astype(numpy.float32) for name in file.files}
    return Network(weights, load(folder / "network.json"))
