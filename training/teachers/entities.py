"""The teacher of names: a BiLSTM with a chain of labels above it (linear-chain CRF), as Lample et al. (2016)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import numpy
import torch
from torch import Tensor, nn

from training.corpus import Sentence, Token
from training.teachers.encoder import DROPOUT, HIDDEN, Batch, Encoder, Words, batches, fit, numbers

LABELS = ["O", *(f"{place}-{kind}" for kind in ("PER", "ORG", "LOC") for place in "BI")]
NUMBER = {label: number for number, label in enumerate(LABELS)}


class Namer(nn.Module):
    """Scores of labels for each word, and of labels that follow one another."""

    def __init__(self, known: Words, vectors: numpy.ndarray) -> None:
        super().__init__()
        self.known = known
        self.encoder = Encoder(known, vectors)
        self.score = nn.Sequential(nn.Linear(2 * HIDDEN, 128), nn.Tanh(), nn.Dropout(DROPOUT), nn.Linear(128, len(LABELS)))
        forbidden = [[after[0] == "I" and before[2:] != after[2:] for after in LABELS] for before in LABELS]
        self.register_buffer("forbidden", torch.tensor(forbidden))
        self.follow = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))

    def steps(self) -> Tensor:
        return self.follow.masked_fill(self.forbidden, -1e4)

    def loss(self, batch: Batch) -> Tensor:
        """Negative log-probability of the gold labels, a sentence."""
        scores, gold, steps = self.score(self.encoder(batch)), numbers(batch.sentences, NUMBER, "entity"), self.steps()
        path = scores.gather(2, gold[..., None]).sum((1, 2)) + steps[gold[:, :-1], gold[:, 1:]].sum(1)
        total = scores[:, 0]
        for at in range(1, scores.shape[1]):
            total = torch.logsumexp(total[:, :, None] + steps, 1) + scores[:, at]
        return (torch.logsumexp(total, 1) - path).mean()

    def best(self, batch: Batch) -> tuple[list[list[int]], list[float]]:
        """The likeliest labels of each sentence (Viterbi) and their log-probability."""
        scores, steps = self.score(self.encoder(batch)), self.steps()
        top = total = scores[:, 0]
        back = []
        for at in range(1, scores.shape[1]):
            ahead = top[:, :, None] + steps
            back.append(ahead.argmax(1))
            top = ahead.amax(1) + scores[:, at]
            total = torch.logsumexp(total[:, :, None] + steps, 1) + scores[:, at]
        last = top.argmax(1)
        ways = [last]
        for step in reversed(back):
            ways.append(step.gather(1, ways[-1][:, None]).squeeze(1))
        return torch.stack(ways[::-1], 1).tolist(), (top.amax(1) - torch.logsumexp(total, 1)).tolist()


def train(model: Namer, sentences: list[Sentence], dev: list[Sentence], epochs: int, rate: float) -> Namer:
    """Learn from ``sentences``; prints what it reaches on ``dev``."""
    return fit(model, sentences, epochs, rate, 0.995, lambda namer: score(namer, dev))


@torch.no_grad()
def read(model: Namer, sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, Sentence, float]]:
    """Each sentence, a new one with the model's entities alone, and their log-probability. Order is not kept."""
    model.eval()
    for group in batches(model.known, sentences):
        for sentence, labels, sure in zip(group.sentences, *model.best(group), strict=True):
            tokens = [
                Token(t.form, "", "", "", i, "", t.space, LABELS[label])
                for i, (t, label) in enumerate(zip(sentence.tokens, labels, strict=True))
            ]
            yield sentence, Sentence(tokens), sure


def spans(sentence: Sentence) -> set[tuple[str, int, int]]:
    found, start = set(), 0
    labels = [token.entity for token in sentence.tokens] + ["O"]
    for i, label in enumerate(labels):
        if i and labels[i - 1] not in ("O", "-") and not label.startswith("I"):
            found.add((labels[i - 1][2:], start, i))
        if label.startswith("B"):
            start = i
    return found


def score(model: Namer, gold: list[Sentence]) -> dict[str, float]:
    """Precision, recall and F1 of whole entities with their kind."""
    counts: Counter[str] = Counter()
    for sentence, guess, _ in read(model, gold):
        wanted, got = spans(sentence), spans(guess)
        counts.update(right=len(wanted & got), wanted=len(wanted), got=len(got))
    precision, recall = counts["right"] / max(1, counts["got"]), counts["right"] / max(1, counts["wanted"])
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / max(1e-9, precision + recall)}
