"""The network of :mod:`lacos.events.network.network` in PyTorch."""

from __future__ import annotations

import numpy
import torch
from torch import Tensor, nn
from torch.nn import functional

from lacos.events.network import words as word_columns
from lacos.events.network.entries import NONE, Entries
from lacos.events.network.network import EVENT_TYPES, LAYERS, SAYING, SIDES, STANCES, STATUSES
from lacos.events.network.vocabulary import Vocabulary
from lacos.language.meanings import SIZE
from training.pt.coder.cases import COLUMNS, Case

WIDTH, INNER, PAIR_WIDTH, KIND_WIDTH = 96, 64, 96, 16
SIZES = {
    **{"lemma": 48, "relation": 16, "marker": 12, "form": 16, "frame": 20, "mode": 12},
    **{"path": 32, "marked path": 32, "pos path": 24, "distance": 12, "slot": 12},
}
SMALL = 6
"""Size of the vectors of all other categories."""


class Model(nn.Module):
    """The network of :mod:`lacos.events.network.network` in PyTorch; its parameters have the same names."""

    def __init__(self, vocabularies: dict[str, Vocabulary]) -> None:
        super().__init__()
        self.vocabularies = vocabularies
        sizes = {name: [SIZES.get(column, SMALL) for column in known.values] for name, known in vocabularies.items()}
        self.tables = nn.ModuleDict(
            {name: nn.ModuleList(map(nn.Embedding, known.sizes, sizes[name])) for name, known in vocabularies.items()}
        )
        self.kind = nn.Embedding(1 + SAYING, KIND_WIDTH)
        linear = {
            "input": (word_columns.VECTOR + sum(sizes["words"]), WIDTH),
            **{f"child.{i}": (WIDTH, WIDTH) for i in range(LAYERS)},
            **{f"in.{i}": (6 * WIDTH, INNER) for i in range(LAYERS)},
            **{f"out.{i}": (INNER, WIDTH) for i in range(LAYERS)},
            "type.0": (WIDTH + SIZES["frame"], WIDTH),
            "type.1": (WIDTH, 1 + len(EVENT_TYPES)),
            "status.0": (WIDTH + KIND_WIDTH + sum(sizes["facts"]), WIDTH // 2),
            "status.1": (WIDTH // 2, len(STATUSES) + 2),
            "content": (2 * WIDTH + SIZE, WIDTH),
            "stance.0": (2 * WIDTH + SIZE + sum(sizes["said"]), WIDTH // 2),
            "stance.1": (WIDTH // 2, 1 + len(STANCES)),
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

    def stances(self, known: Tensor, meanings: Tensor, places: Tensor, rows: Tensor) -> Tensor:
        words = torch.cat([known, meanings], 1)
        means = torch.stack([words[start:end].mean(0) for start, end in places[:, 2:].tolist()])
        heads = self.layer("content", self.dropout(torch.cat([known[places[:, 1]], means], 1)))
        return self.mlp("stance", self.dropout(torch.cat([words[places[:, 0]], heads, self.embedded("said", rows)], 1)))

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
        self.words, self.pairs, self.facts, self.times, self.told = encoded
        self.vectors = torch.from_numpy(one.vectors.astype(numpy.float32))
        self.sides, self.statuses = torch.from_numpy(one.sides), torch.from_numpy(one.statuses)
        of_words = (one.heads, one.roots, one.judged, one.types)
        self.heads, self.roots, self.judged, self.types = (torch.from_numpy(some).long() for some in of_words)
        self.triggers, self.kinds = torch.from_numpy(one.triggers), torch.from_numpy(one.kinds)
        self.mention, self.entry, self.event = torch.from_numpy(one.pairs).unbind(1)
        self.mention_heard, self.entry_heard, self.cue = torch.from_numpy(one.heard).long().unbind(1)
        self.heard = torch.from_numpy(known["pairs"].encode(one.categories["heard"])).long()
        self.hearing, self.speaks = Table(one.hearing), torch.from_numpy(one.speaks)
        self.said, self.stances = torch.from_numpy(one.said).long(), torch.from_numpy(one.stances)
        self.entries = Table(one.entries)
        self.when, self.timed, self.right = torch.from_numpy(one.times).unbind(1)
        self.is_dated = torch.tensor([bool(event["date"]) for event in one.gold], dtype=torch.bool)
