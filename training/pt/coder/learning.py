"""Learning the network from cases."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from lacos.events.network.network import SAYING
from lacos.language.meanings import SIZE
from training.pt.coder.cases import Case, vocabularies
from training.pt.coder.model import Model, Tensors

EPOCHS, RATE, DECAY, BATCH = 14, 2.5e-3, 0.05, 4
TRIGGERS = 0.15
"""Weight of the triggers beside the sides."""
FORGET = 0.1
"""Share of words whose lemma is hidden in training, so that the frame and the tree are learnt from too."""
FRAMELESS = 0.15
"""Share of documents, and of the words of the others, whose frames are hidden: the tables were written with some of these in view, so
that frames look better on them than they are."""
VECTORLESS = 0.1
"""Share of documents whose vectors are hidden, so that other pipelines, which have none, are served too."""


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
    if len(case.said):
        events = events + 0.5 * functional.cross_entropy(
            model.stances(known, vectors[:, -SIZE:], case.said, case.told), case.stances, reduction="sum"
        )
    if len(case.heard):
        events = events + loss_of_speakers(model, case, known)
    if len(case.pairs):
        place = case.triggers[case.event]
        told = model.sides(known[place], known[case.mention], case.kinds[case.event], case.pairs, case.entry, case.entries)
        each = functional.binary_cross_entropy_with_logits(told, case.sides, reduction="none")
        events = events + (each * torch.tensor([1.0, 1.0, 0.5])).sum()
    return triggers, events, len(case.triggers)


def loss_of_speakers(model: Model, case: Tensors, known: Tensor) -> Tensor:
    """Of whoever is near the cues of what the annotators take for statements."""
    cues, kinds = known[case.said[case.cue, 0]], torch.full_like(case.cue, SAYING)
    told = model.sides(cues, known[case.mention_heard], kinds, case.heard, case.entry_heard, case.hearing)[:, 0]
    each = functional.binary_cross_entropy_with_logits(told, case.speaks, reduction="none")
    return each[case.stances[case.hearing.event] > 0].sum()


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
