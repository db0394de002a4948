"""Train the network that judges triggers, sides and status: ``python -m training.pt.coder [--folds 5]``.

From the gold's training documents and our own annotations, read from the start as the coder reads them. For every word that could be a
trigger it learns which type it is of, if any; for every event of the annotators, which of the actors near it are actor, recipient and
source, its status, whether it is historical. Needs PyTorch. With ``--folds`` it writes nothing and prints what documents left out score.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
import torch
from torch import Tensor, nn
from torch.nn import functional

from lacos import language
from lacos.evaluation import GoldDocument, load
from lacos.evaluation.scoring import codes, overlap
from lacos.events.network import calendar as time_columns
from lacos.events.network import facts as fact_columns
from lacos.events.network import pairs as pair_columns
from lacos.events.network import words as word_columns
from lacos.events.network.calendar import Calendar, When
from lacos.events.network.decisions import LIKELY, could_be, roots
from lacos.events.network.entries import NONE, Entries
from lacos.events.network.facts import Facts
from lacos.events.network.network import DATA, EVENT_TYPES, LAYERS, SIDES, STATUSES, Network
from lacos.events.network.pairs import Describer
from lacos.events.network.vocabulary import Vocabulary
from lacos.events.scene import Candidate, Scene
from lacos.language.syntax import lemma
from lacos.reader import listen
from lacos.records import EventType
from training import annotated

WIDTH, INNER, PAIR_WIDTH, KIND_WIDTH = 128, 128, 128, 16
SIZES = {
    **{"lemma": 48, "relation": 16, "marker": 12, "form": 16, "frame": 20, "mode": 12},
    **{"path": 32, "marked path": 32, "pos path": 24, "distance": 12, "slot": 12},
}
SMALL = 6
"""Size of the vectors of all other categories."""
LEAST = {"lemma": 2, "relation": 3, "marker": 5, "form": 5, "path": 8, "marked path": 12, "pos path": 15}
"""Times that a category must occur to be known; others once."""
EPOCHS, RATE, DECAY, BATCH = 15, 2.5e-3, 0.05, 4
TRIGGERS = 0.15
"""Weight of the triggers beside the sides."""
FORGET = 0.1
"""Share of words whose lemma is hidden in training, so that the frame and the tree are learnt from too."""
FRAMELESS = 0.15
"""Share of documents, and of the words of the others, whose frames are hidden: the tables were written with some of these in view, so
that frames look better on them than they are."""
VECTORLESS = 0.1
"""Share of documents whose vectors are hidden, so that other pipelines, which have none, are served too."""


GOLD = Path(__file__).parents[3] / "shared" / "data" / "gold" / "train.json"

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
    times: numpy.ndarray  # of each expression and event the word, the event, whether it gives the annotators' date


def case(gold: GoldDocument, nlp: Any) -> Case:
    """The case of a document."""
    document = gold.document()
    doc = nlp(document.text)
    mentions, said = listen(doc, document)
    scene = Scene(doc, document, mentions, said)
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
    describer, calendar = Describer(scene), Calendar(scene, facts)
    pairs, of, events, codes, sides = Rows(), list[tuple[int, int, int]](), list[int](), list[str](), list[list[bool]]()
    times, dating = Rows(), list[tuple[int, int, bool]]()
    for rank, (place, event) in enumerate(zip(places, told, strict=True)):
        near = describer.describe(doc[place])
        entries = {code: len(codes) + i for i, code in enumerate(dict.fromkeys(one.mention.code for one, _ in near))}
        pairs += [row for _, row in near]
        of += [(one.word.i, entries[one.mention.code], rank) for one, _ in near]
        chosen = answers(event, doc[place], [one for one, _ in near])
        sides += [[code in side for side in chosen] for code in entries]
        codes += entries
        events += [rank] * len(entries)
        known = calendar.describe(rank)
        times += [row for _, row in known]
        dating += [(when.word.i, rank, right) for (when, _), right in zip(known, dates(event, [when for when, _ in known]), strict=True)]
    return Case(
        document=gold.id,
        gold=told,
        categories={"words": word_columns.describe(scene), "pairs": pairs, "facts": [one.row() for one in facts], "times": times},
        vectors=word_columns.vectors(doc).astype(numpy.float16),
        heads=numpy.array([token.head.i for token in doc]),
        roots=roots(doc),
        judged=numpy.array(judged),
        types=numpy.array([number[found[i]["type"]] if i in found else 0 for i in judged]),
        triggers=numpy.array(places, dtype=int),
        kinds=numpy.array(kinds, dtype=int),
        statuses=numpy.array([standing(event) for event in told], dtype=numpy.float32).reshape(-1, len(STATUSES) + 2),
        pairs=numpy.array(of, dtype=int).reshape(-1, 3),
        entries=Entries.of(events, codes, kinds, [lemma(doc[place]) for place in places]),
        codes=codes,
        sides=numpy.array(sides, dtype=numpy.float32).reshape(-1, len(SIDES)),
        times=numpy.array(dating, dtype=int).reshape(-1, 3),
    )


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


COLUMNS = {"words": word_columns.COLUMNS, "pairs": pair_columns.COLUMNS, "facts": fact_columns.COLUMNS, "times": time_columns.COLUMNS}


def vocabularies(cases: Iterable[Case]) -> dict[str, Vocabulary]:
    """The categories that occur often enough to be learnt from."""
    counts = {name: [Counter[str]() for _ in columns] for name, columns in COLUMNS.items()}
    for one in cases:
        for name, rows in one.categories.items():
            for row in rows:
                for count, value in zip(counts[name], row, strict=True):
                    count[value] += 1

    def known(column: str, count: Counter[str]) -> list[str]:
        return [value for value, times in sorted(count.items(), key=rarest_last) if times >= LEAST.get(column, 1)]

    return {
        name: Vocabulary({column: known(column, count) for column, count in zip(columns, counts[name], strict=True)})
        for name, columns in COLUMNS.items()
    }


def rarest_last(counted: tuple[str, int]) -> tuple[int, str]:
    return -counted[1], counted[0]


class Model(nn.Module):
    """The network of :mod:`lacos.events.network.network` in PyTorch; its parameters have the same names."""

    def __init__(self, vocabularies: dict[str, Vocabulary]) -> None:
        super().__init__()
        self.vocabularies = vocabularies
        sizes = {name: [SIZES.get(column, SMALL) for column in known.values] for name, known in vocabularies.items()}
        self.tables = nn.ModuleDict(
            {name: nn.ModuleList(map(nn.Embedding, known.sizes, sizes[name])) for name, known in vocabularies.items()}
        )
        self.kind = nn.Embedding(1 + len(EVENT_TYPES), KIND_WIDTH)
        linear = {
            "input": (word_columns.CONTEXT + word_columns.MEANING + sum(sizes["words"]), WIDTH),
            **{f"child.{i}": (WIDTH, WIDTH) for i in range(LAYERS)},
            **{f"in.{i}": (6 * WIDTH, INNER) for i in range(LAYERS)},
            **{f"out.{i}": (INNER, WIDTH) for i in range(LAYERS)},
            "type.0": (WIDTH + SIZES["frame"], WIDTH),
            "type.1": (WIDTH, 1 + len(EVENT_TYPES)),
            "status.0": (WIDTH + KIND_WIDTH + sum(sizes["facts"]), WIDTH // 2),
            "status.1": (WIDTH // 2, len(STATUSES) + 2),
            "pairs": (sum(sizes["pairs"]), PAIR_WIDTH),
            "trigger": (WIDTH + KIND_WIDTH, PAIR_WIDTH),
            "mention": (WIDTH, PAIR_WIDTH),
            "pair": (4 * PAIR_WIDTH, PAIR_WIDTH),
            "axis": (6 * PAIR_WIDTH, PAIR_WIDTH),
            "side.0": (3 * PAIR_WIDTH, PAIR_WIDTH),
            "side.1": (PAIR_WIDTH, len(SIDES)),
            "timed": (WIDTH + KIND_WIDTH, WIDTH // 2),
            "undated": (WIDTH // 2, 1),
            "times": (sum(sizes["times"]), WIDTH // 2),
            "when": (WIDTH, WIDTH // 2),
            "time": (2 * WIDTH, WIDTH // 2),
            "date": (WIDTH // 2, 1),
        }
        self.linear = nn.ModuleDict({name.replace(".", "_"): nn.Linear(*shape) for name, shape in linear.items()})
        self.norm = nn.ModuleDict({name: nn.LayerNorm(WIDTH) for name in ("input", *(f"layer_{i}" for i in range(LAYERS)))})
        self.dropout = nn.Dropout(0.25)
        self.frame = list(vocabularies["words"].values).index("frame")

    def weights(self) -> dict[str, numpy.ndarray]:
        """The weights as :class:`Network` names them."""
        found = {
            f"{name}.{column}": table.weight
            for name, known in self.vocabularies.items()
            for column, table in zip(known.values, self.tables[name], strict=True)
        }
        found["kind"] = self.kind.weight
        for name, layer in self.linear.items():
            name = name.replace("_", ".")
            found |= {f"{name}.weight": layer.weight, f"{name}.bias": layer.bias}
        for name, layer in self.norm.items():
            name = name.replace("_", ".")
            found |= {f"{name}.norm.weight": layer.weight, f"{name}.norm.bias": layer.bias}
        return {name: value.detach().numpy() for name, value in found.items()}

    def embedded(self, name: str, numbers: Tensor) -> Tensor:
        return torch.cat([table(numbers[:, i]) for i, table in enumerate(self.tables[name])], 1)

    def layer(self, name: str, rows: Tensor) -> Tensor:
        found: Tensor = self.linear[name.replace(".", "_")](rows)
        return found

    def mlp(self, name: str, rows: Tensor) -> Tensor:
        return self.layer(f"{name}.1", self.dropout(functional.relu(self.layer(f"{name}.0", rows))))

    def read(self, words: Tensor, vectors: Tensor, heads: Tensor, roots: Tensor) -> Tensor:
        rows = torch.cat([vectors, self.embedded("words", words)], 1)
        known: Tensor = self.norm["input"](functional.relu(self.layer("input", self.dropout(rows))))
        count = len(words)
        before, after = (torch.arange(count) - 1).clamp(min=0), (torch.arange(count) + 1).clamp(max=count - 1)
        below = torch.nonzero(heads != torch.arange(count))[:, 0]
        for i in range(LAYERS):
            told = functional.relu(self.layer(f"child.{i}", known))
            children = torch.zeros_like(known).index_add(0, heads[below], told[below]) / 3
            around = torch.cat([known, known[heads], children, known[before], known[after], known[roots]], 1)
            known = self.norm[f"layer_{i}"](known + self.dropout(self.layer(f"out.{i}", functional.relu(self.layer(f"in.{i}", around)))))
        return known

    def types(self, known: Tensor, words: Tensor) -> Tensor:
        return self.mlp("type", torch.cat([known, self.tables["words"][self.frame](words[:, self.frame])], 1))

    def statuses(self, known: Tensor, kinds: Tensor, facts: Tensor) -> Tensor:
        return self.mlp("status", torch.cat([known, self.kind(kinds), self.embedded("facts", facts)], 1))

    def dates(self, known: Tensor, kinds: Tensor, words: Tensor, rows: Tensor, event: Tensor) -> tuple[Tensor, Tensor]:
        """How much each pair speaks for its date, and each event for none, as exponents."""
        trigger = self.layer("timed", torch.cat([known, self.kind(kinds)], 1))
        nothing = self.layer("undated", functional.relu(trigger))[:, 0]
        way, when, of = self.layer("times", self.dropout(self.embedded("times", rows))), self.layer("when", words), trigger[event]
        each = functional.relu(self.layer("time", functional.relu(torch.cat([way, of, when, of * when], 1))))
        return self.layer("date", self.dropout(each))[:, 0], nothing

    def sides(self, triggers: Tensor, mentions: Tensor, kinds: Tensor, pairs: Tensor, entry: Tensor, entries: Table) -> Tensor:
        way = self.layer("pairs", self.dropout(self.embedded("pairs", pairs)))
        trigger, mention = self.layer("trigger", torch.cat([triggers, self.kind(kinds)], 1)), self.layer("mention", mentions)
        each = functional.relu(self.layer("pair", self.dropout(functional.relu(torch.cat([way, trigger, mention, trigger * mention], 1)))))
        united = highest(each, entry, len(entries.event))
        others = [average_of_others(united, group) for group in (entries.actor, entries.typed, entries.worded)]
        beside = [neighbours(united, places) for places in (entries.before, entries.after)]
        united = united + functional.relu(self.layer("axis", self.dropout(torch.cat([united, *others, *beside], 1))))
        event, count = entries.event, int(entries.event.max()) + 1
        mean = torch.zeros(count, united.shape[1]).index_add(0, event, united) / sizes(event, count)
        return self.mlp("side", torch.cat([united, mean[event], highest(united, event, count)[event]], 1))


def highest(rows: Tensor, groups: Tensor, count: int) -> Tensor:
    start = torch.full((count, rows.shape[1]), -1.0)
    return start.scatter_reduce(0, groups[:, None].expand_as(rows), rows, "amax", include_self=False)


def sizes(groups: Tensor, count: int) -> Tensor:
    return torch.bincount(groups, minlength=count).clamp(min=1)[:, None]


def average_of_others(rows: Tensor, groups: Tensor) -> Tensor:
    count = int(groups.max()) + 1
    rest = torch.zeros(count, rows.shape[1]).index_add(0, groups, rows)[groups] - rows
    return rest / (sizes(groups, count)[groups] - 1).clamp(min=1)


def neighbours(rows: Tensor, places: Tensor) -> Tensor:
    return torch.where(places[:, None] == NONE, torch.zeros(1), rows[places])


class Table:
    """Entries as tensors."""

    def __init__(self, entries: Entries) -> None:
        for name, value in vars(entries).items():
            setattr(self, name, torch.from_numpy(value).long())


class Tensors:
    """A case as tensors."""

    def __init__(self, one: Case, known: dict[str, Vocabulary]) -> None:
        encoded = (torch.from_numpy(known[name].encode(one.categories[name])).long() for name in COLUMNS)
        self.words, self.pairs, self.facts, self.times = encoded
        self.vectors = torch.from_numpy(one.vectors.astype(numpy.float32))
        self.sides, self.statuses = torch.from_numpy(one.sides), torch.from_numpy(one.statuses)
        of_words = (one.heads, one.roots, one.judged, one.types)
        self.heads, self.roots, self.judged, self.types = (torch.from_numpy(some).long() for some in of_words)
        self.triggers, self.kinds = torch.from_numpy(one.triggers), torch.from_numpy(one.kinds)
        self.mention, self.entry, self.event = torch.from_numpy(one.pairs).unbind(1)
        self.entries = Table(one.entries)
        self.when, self.timed, self.right = torch.from_numpy(one.times).unbind(1)
        self.is_dated = torch.tensor([bool(event["date"]) for event in one.gold], dtype=torch.bool)


def loss(model: Model, case: Tensors) -> tuple[Tensor, Tensor, int]:
    """The losses of a document's triggers and of its events' sides, statuses and dates, summed, and the number of its events."""
    words, vectors = case.words, case.vectors
    if model.training:
        words = words.clone()
        words[torch.rand(len(words)) < FORGET, 0] = 0
        hidden = torch.rand(len(words)) < (1 if float(torch.rand(())) < FRAMELESS else FRAMELESS)
        words[hidden, model.frame] = words[hidden, model.frame + 1] = 0
        vectors = vectors * (float(torch.rand(())) >= VECTORLESS)
    known = model.read(words, vectors, case.heads, case.roots)
    triggers = functional.cross_entropy(model.types(known[case.judged], words[case.judged]), case.types, reduction="sum")
    events = torch.zeros(())
    if len(case.triggers):
        told = model.statuses(known[case.triggers], case.kinds, case.facts)
        events = events + 0.5 * functional.cross_entropy(told[:, :-2], case.statuses[:, :-2].argmax(1), reduction="sum")
        events = events + 0.5 * functional.binary_cross_entropy_with_logits(told[:, -2:], case.statuses[:, -2:], reduction="sum")
        events = events + 0.5 * loss_of_dates(model, case, known)
    if len(case.pairs):
        place = case.triggers[case.event]
        told = model.sides(known[place], known[case.mention], case.kinds[case.event], case.pairs, case.entry, case.entries)
        each = functional.binary_cross_entropy_with_logits(told, case.sides, reduction="none")
        events = events + (each * torch.tensor([1.0, 1.0, 0.5])).sum()
    return triggers, events, len(case.triggers)


def loss_of_dates(model: Model, case: Tensors, known: Tensor) -> Tensor:
    """Of each event, by the share of the expressions that give its date; an event whose date none gives is left out."""
    each, nothing = model.dates(known[case.triggers], case.kinds, known[case.when], case.times, case.timed)
    count, right = len(case.triggers), case.right > 0
    total = torch.logsumexp(torch.stack([nothing, summed_powers(each, case.timed, count)]), 0)
    good = torch.where(case.is_dated, summed_powers(each[right], case.timed[right], count), nothing)
    usable = ~case.is_dated | (torch.bincount(case.timed[right], minlength=count) > 0)
    return (total - good)[usable].sum()


def summed_powers(exponents: Tensor, groups: Tensor, count: int) -> Tensor:
    """The logarithm of the sum of powers over each group."""
    return torch.log(torch.zeros(count).index_add(0, groups, torch.exp(exponents)).clamp(min=1e-9))


def learn(cases: Sequence[Case], seed: int = 1) -> Model:
    """The model of these cases."""
    torch.manual_seed(seed)
    shuffle = random.Random(seed)
    known = vocabularies(cases)
    tensors = [Tensors(one, known) for one in cases]
    model = Model(known)
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(tensors) // BATCH)
    rate = lambda step: min(1, (step + 1) / (0.05 * steps)) * max(0.02, 1 - step / steps)  # noqa: E731
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    for epoch in range(EPOCHS):
        start, total = time.time(), [0.0, 0.0]
        shuffle.shuffle(tensors)
        for at in range(0, len(tensors), BATCH):
            found = [loss(model, one) for one in tensors[at : at + BATCH]]
            events = max(1, sum(count for *_, count in found))
            triggers, sides = sum(one for one, _, _ in found), sum(one for _, one, _ in found)
            optimizer.zero_grad()
            ((TRIGGERS * triggers + sides) / events).backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total = [total[0] + float(triggers.detach()), total[1] + float(sides.detach())]
        print(f"epoch {epoch + 1}: triggers {total[0]:.0f}, events {total[1]:.0f} ({time.time() - start:.0f} s)", flush=True)
    return model.eval()


def score(model: Model, cases: Iterable[Case]) -> Counter[str]:
    """Counts over documents: triggers found with the right type; of the annotators' triggers what else is right."""
    found: Counter[str] = Counter()
    network = Network(model.weights(), model.vocabularies)
    for one in cases:
        categories = {name: network.vocabularies[name].encode(rows) for name, rows in one.categories.items()}
        known = network.read(categories["words"], one.vectors.astype(numpy.float32), one.heads, one.roots)
        chances = network.types(known[one.judged], categories["words"][one.judged])
        told = numpy.where(1 - chances[:, 0] >= LIKELY, chances[:, 1:].argmax(1) + 1, 0)
        right = (told == one.types) & (told > 0)
        found.update(told=int((told > 0).sum()), gold=int((one.types > 0).sum()), type=int(right.sum()))
        if not len(one.pairs):
            continue
        triggers = known[one.triggers]
        statuses, historical, _ = network.statuses(triggers, one.kinds, categories["facts"])
        found.update(
            events=len(one.triggers),
            status=int((statuses.argmax(1) == one.statuses[:, :-2].argmax(1)).sum()),
            historical=int(((historical > LIKELY) == one.statuses[:, -2]).sum()),
        )
        mention, entry, event = one.pairs.T
        sides = network.sides(triggers[event], known[mention], one.kinds[event], categories["pairs"], entry, one.entries)
        dates, nothing = network.dates(triggers, one.kinds, known[one.times[:, 0]], categories["times"], one.times[:, 1])
        for rank, gold in enumerate(one.gold):
            rights = []
            for side, name in enumerate(("actor", "recipient")):
                chosen = numpy.flatnonzero((one.entries.event == rank) & (sides[:, side] >= LIKELY))
                rights.append(
                    codes({one.codes[i] for i in chosen}) == codes({mention["code"] for mention in gold[name] if mention["code"]})
                )
            found.update(actor=rights[0], recipient=rights[1], both=all(rights))
            own = one.times[:, 1] == rank
            good, bad = (dates[own & (one.times[:, 2] == value)] for value in (1, 0))
            if gold["date"]:
                found.update(dated=1, date=bool(good.sum() > max(nothing[rank], bad.max(initial=0))))
            else:
                found.update(undated=bool(nothing[rank] >= bad.max(initial=0)))
    return found


def show(found: Counter[str]) -> str:
    precision, recall = found["type"] / max(found["told"], 1), found["type"] / found["gold"]
    shares = (f"{name} {found[name] / found['events']:.3f}" for name in ("actor", "recipient", "both", "status", "historical"))
    f1 = 2 * found["type"] / (found["told"] + found["gold"])
    dates = f"dates {found['date'] / max(found['dated'], 1):.3f}, undated left {found['undated'] / (found['events'] - found['dated']):.3f}"
    return ", ".join((f"type F1 {f1:.3f} (P {precision:.3f} R {recall:.3f})", *shares, dates))


def write(model: Model) -> None:
    numpy.savez_compressed(DATA / "network.npz", **{name: value.astype(numpy.float16) for name, value in model.weights().items()})
    known = {name: vocabulary.to_json() for name, vocabulary in model.vocabularies.items()}
    (DATA / "network.json").write_text(json.dumps(known, ensure_ascii=False, indent=0), "utf8")


def make() -> None:
    """Learn from all documents and write the network."""
    write(learn(all_cases()))


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
            yield GoldDocument(gold.id, gold.date, (sentence,), tuple(event | {"sentence": 0} for event in events), ())
            return


def folds(cases: Sequence[Case], count: int) -> list[int]:
    """The fold of each case, by document."""
    names = sorted({case.document for case in cases})
    random.Random(1).shuffle(names)
    rank = {name: i % count for i, name in enumerate(names)}
    return [rank[case.document] for case in cases]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--folds", type=int)
    count = options.parse_args().folds
    if not count:
        make()
        return
    cases = all_cases()
    fold, total = folds(cases, count), Counter[str]()
    for k in range(count):
        model = learn([one for one, f in zip(cases, fold, strict=True) if f != k])
        found = score(model, (one for one, f in zip(cases, fold, strict=True) if f == k))
        print(f"fold {k + 1}: {show(found)}", flush=True)
        total += found
    print(f"{count} folds: {show(total)}")


if __name__ == "__main__":
    main()
