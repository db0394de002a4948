"""Train who supports or opposes whom (:mod:`lacos.statements.persons`): ``python -m training.pt.persons [--folds 5]``.

From the headlines of ``shared/data/stance/politiquices-dev.tsv``, described by the network of events, which must be made before. Of the
relations there, all but supporting and opposing count as neither. With ``--folds`` it writes nothing and prints what headlines left out
score (in shuffled folds): macro F1 over the three, whoever holds the stance, and with the direction, where the wrong way round is wrong for
both. Needs PyTorch.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy
import torch
from torch import nn
from torch.nn import functional

from lacos import language
from lacos.events.network.decisions import judge
from lacos.events.scene import Scene
from lacos.reader import listen
from lacos.records import Document
from lacos.statements.persons import ATTITUDES, DATA, describe, places

HEADLINES = Path(__file__).parents[3] / "shared" / "data" / "stance" / "politiquices-dev.tsv"
HIDDEN, DROPOUT, EPOCHS, RATE, DECAY, BATCH, SMOOTHING = 64, 0.4, 40, 1e-3, 0.1, 32, 0.05
SEEDS = 3
NEITHER = 2 * len(ATTITUDES)
"""The class of a pair of whom neither supports or opposes the other; before it, those of the first, then those of the second."""


@dataclass
class Headline:
    """Two names as numbers, the one written first first, and what the annotators say of them."""

    rows: numpy.ndarray
    relation: int


def headlines() -> list[Headline]:
    """The headlines in which both names are found."""
    nlp, found = language.load("pt"), []
    with HEADLINES.open(encoding="utf8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            names = row["ent1"], row["ent2"]
            document = Document(row["headline"], published=day(row["date"]), language="pt")
            doc = nlp(document.text)
            spans = {person.name: words for person, words in reversed(list(places(doc, document, names)))}
            if len(spans) < 2:
                continue
            one, other = spans[names[0]], spans[names[1]]
            scene = Scene(doc, document, *listen(doc, document))
            words = judge(scene, whether_or_not=True).words
            assert words is not None, "a headline has words"
            swapped = other.start < one.start
            first, second = (other, one) if swapped else (one, other)
            found.append(Headline(describe(first, second, first.sent, scene, words), relation(row["relation"], swapped)))
    return found


def day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def relation(told: str, swapped: bool) -> int:
    """The class of "ent1_opposes_ent2" and the like; ``swapped`` if the second of the two is written first."""
    holder, _, rest = told.partition("_")
    for rank, attitude in enumerate(ATTITUDES):
        if rest.startswith(attitude):
            return rank + len(ATTITUDES) * ((holder == "ent2") != swapped)
    return NEITHER


class Model(nn.Module):
    """The network of :func:`lacos.statements.persons.weigh`."""

    def __init__(self, rows: torch.Tensor) -> None:
        super().__init__()
        self.mean, self.deviation = rows.mean((0, 1)), rows.std((0, 1)) + 0.1
        self.hidden, self.told = nn.Linear(rows.shape[-1], HIDDEN), nn.Linear(HIDDEN, len(ATTITUDES) + 1)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, rows: torch.Tensor) -> torch.Tensor:
        known = functional.relu(self.hidden(self.dropout((rows - self.mean) / self.deviation)))
        told = self.told(self.dropout(known))
        return torch.cat([told[:, 0, :-1], told[:, 1, :-1], told[:, :, -1].mean(1, keepdim=True)], 1)


def learn(cases: Sequence[Headline], seed: int) -> Model:
    torch.manual_seed(seed)
    rows, wanted = torch.tensor(numpy.stack([one.rows for one in cases])), torch.tensor([one.relation for one in cases])
    model = Model(rows)
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(cases) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.02, 1 - step / steps))
    for _ in range(EPOCHS):
        for some in torch.randperm(len(cases)).split(BATCH):
            optimizer.zero_grad()
            functional.cross_entropy(model(rows[some]), wanted[some], label_smoothing=SMOOTHING).backward()
            optimizer.step()
            schedule.step()
    return model.eval()


def chances(models: Sequence[Model], cases: Sequence[Headline]) -> numpy.ndarray:
    """The mean of what several models think likely."""
    rows = torch.tensor(numpy.stack([one.rows for one in cases]))
    with torch.no_grad():
        return numpy.mean([functional.softmax(model(rows), 1).numpy() for model in models], 0)


def macro_f1(gold: Sequence[int], told: Sequence[int], with_direction: bool) -> float:
    """Over opposing, supporting and neither. With direction, the right stance of the wrong one of the two is right for none."""
    kind = lambda number: len(ATTITUDES) if number == NEITHER else number % len(ATTITUDES)  # noqa: E731
    shares = []
    for one in range(len(ATTITUDES) + 1):
        right = sum(kind(g) == kind(t) == one and (g == t or not with_direction) for g, t in zip(gold, told, strict=True))
        shares.append(2 * right / (sum(kind(g) == one for g in gold) + sum(kind(t) == one for t in told)))
    return sum(shares) / len(shares)


def report(gold: Sequence[int], told: Sequence[int]) -> str:
    related = [(g, t) for g, t in zip(gold, told, strict=True) if NEITHER not in (g, t) and g % len(ATTITUDES) == t % len(ATTITUDES)]
    return (
        f"macro F1 {macro_f1(gold, told, False):.3f}, with direction {macro_f1(gold, told, True):.3f}, "
        f"direction right {sum(g == t for g, t in related) / len(related):.3f} of {len(related)}"
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--folds", type=int)
    count, cases = options.parse_args().folds, headlines()
    print(f"{len(cases)} headlines")
    if count:
        random.Random(1).shuffle(cases)
        gold, told = list[int](), list[int]()
        for fold in range(count):
            left = cases[fold::count]
            models = [learn([one for i, one in enumerate(cases) if i % count != fold], seed) for seed in range(SEEDS)]
            gold += [one.relation for one in left]
            told += chances(models, left).argmax(1).tolist()
        print(report(gold, told))
        return
    model = learn(cases, 0)
    weights = {name.replace("_", "."): value.detach().numpy() for name, value in model.state_dict().items()}
    weights |= {"mean": model.mean.numpy(), "deviation": model.deviation.numpy()}
    numpy.savez_compressed(DATA, **{name: value.astype(numpy.float16) for name, value in weights.items()})


if __name__ == "__main__":
    main()
