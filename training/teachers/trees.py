"""The teacher of trees, parts of speech and features: biaffine scores of heads and labels (Dozat and Manning 2017)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import networkx
import numpy
import torch
from torch import Tensor, nn

from training.corpus import Sentence, Token
from training.teachers.encoder import DROPOUT, HIDDEN, Batch, Encoder, SharedDropout, Words, batches, fit, numbers

ARC, LABEL, TAG = 300, 64, 200
RATE = 2e-3


class Parser(nn.Module):
    """Scores of heads, of labels under given heads, and of tags (part of speech with features)."""

    def __init__(self, known: Words, sentences: list[Sentence], vectors: numpy.ndarray) -> None:
        super().__init__()
        tokens = [token for sentence in sentences for token in sentence.tokens]
        self.known = known
        self.label_names = sorted({token.dep for token in tokens})
        self.tag_names = sorted({tag(token) for token in tokens})
        self.encoder = Encoder(known, vectors)
        self.drop = SharedDropout()

        def mlp(width: int) -> nn.Module:
            return nn.Sequential(nn.Linear(2 * HIDDEN, width), nn.LeakyReLU(0.1))

        self.arc_head, self.arc_child = mlp(ARC), mlp(ARC)
        self.label_head, self.label_child = mlp(LABEL), mlp(LABEL)
        self.arcs = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.labels = nn.Parameter(torch.zeros(LABEL + 1, len(self.label_names), LABEL + 1))
        self.tags = nn.Sequential(mlp(TAG), nn.Dropout(DROPOUT), nn.Linear(TAG, len(self.tag_names)))
        self.root = nn.Parameter(torch.zeros(1, 1, 2 * HIDDEN))

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Scores of heads (sentence, child, head; head 0 is the root, n the n-th word), what labels need, scores of tags."""
        x = self.encoder(batch)
        with_root = torch.cat([self.root.expand(len(x), 1, -1), x], 1)
        heads, children = self.drop(self.arc_head(with_root)), with_one(self.drop(self.arc_child(x)))
        arcs = children @ self.arcs @ heads.transpose(1, 2)
        return arcs, self.drop(self.label_head(with_root)), self.drop(self.label_child(x)), self.tags(x)

    def label_scores(self, above: Tensor, below: Tensor, heads: Tensor) -> Tensor:
        """Scores of labels for each child under the head given by ``heads``; the root's own vector is nought."""
        above = torch.cat([torch.zeros_like(above[:, :1]), above[:, 1:]], 1)
        above, below = with_one(above.gather(1, heads[..., None].expand(-1, -1, above.shape[2]))), with_one(below)
        crossed = (above.flatten(0, 1) @ self.labels.flatten(1)).view(*above.shape[:2], -1, below.shape[2])
        return (crossed @ below[..., None]).squeeze(3)

    def analysed(self, sentence: Sentence, heads: list[int], labels: list[int], tags: list[int]) -> Sentence:
        """The words of a sentence with heads (0 is the root), labels and tags by number; lemmas left out."""
        tokens = []
        for i, (token, head, label, number) in enumerate(zip(sentence.tokens, heads, labels, tags, strict=True)):
            pos, morph = self.tag_names[number].split("\t")
            name = self.label_names[label]
            dep = "ROOT" if not head else "dep" if name == "ROOT" else name
            tokens.append(Token(token.form, "", pos, morph, head - 1 if head else i, dep, token.space))
        return Sentence(tokens)

    def loss(self, batch: Batch) -> Tensor:
        arcs, above, below, tags = self(batch)
        rows = [[0 if t.dep == "ROOT" else t.head + 1 for t in sentence.tokens] for sentence in batch.sentences]
        heads = torch.tensor(rows)
        labels = numbers(batch.sentences, {name: i for i, name in enumerate(self.label_names)}, "dep")
        tag_ids = {name: i for i, name in enumerate(self.tag_names)}
        wanted = torch.tensor([[tag_ids[tag(token)] for token in sentence.tokens] for sentence in batch.sentences])

        def cross(scores: Tensor, gold: Tensor) -> Tensor:
            return nn.functional.cross_entropy(scores.flatten(0, 1), gold.flatten())

        return cross(arcs, heads) + cross(self.label_scores(above, below, heads), labels) + 0.5 * cross(tags, wanted)


def tag(token: Token) -> str:
    return f"{token.pos}\t{token.morph}"


def with_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


def train(model: Parser, sentences: list[Sentence], dev: list[Sentence], epochs: int) -> Parser:
    """Learn from ``sentences``; prints what it reaches on ``dev``."""
    return fit(model, sentences, epochs, RATE, 0.998, lambda parser: score(parser, dev))


@torch.no_grad()
def read(model: Parser, sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, Sentence, float]]:
    """Each sentence, a new one with the model's analysis, and the mean probability of its heads. Order is not kept."""
    model.eval()
    for group in batches(model.known, sentences):
        arcs, above, below, tags = model(group)
        sure = arcs.softmax(2)
        heads = torch.tensor([tree(one) for one in sure.double().numpy()])
        labels, best = model.label_scores(above, below, heads).argmax(2), tags.argmax(2)
        means = sure.gather(2, heads[..., None]).mean((1, 2))
        for row, sentence in enumerate(group.sentences):
            yield sentence, model.analysed(sentence, heads[row].tolist(), labels[row].tolist(), best[row].tolist()), float(means[row])


def tree(sure: numpy.ndarray) -> list[int]:
    """The most probable tree with one root; ``sure`` gives children's probabilities of heads (column 0 is the root)."""
    return spanning_tree(numpy.log(sure + 1e-9))


def spanning_tree(scores: numpy.ndarray) -> list[int]:
    """The tree with one root whose arcs have the highest sum of scores, given by child and head (column 0 is the root)."""
    heads = scores.argmax(1)
    if (heads == 0).sum() == 1 and acyclic(heads):
        return [int(head) for head in heads]
    top = int(scores[:, 0].argmax())
    graph = networkx.DiGraph([(0, top + 1, {"weight": 0.0})])
    for child in range(len(scores)):
        for head in range(1, len(scores) + 1):
            if child != top and head != child + 1:
                graph.add_edge(head, child + 1, weight=float(scores[child, head]))
    best = networkx.maximum_spanning_arborescence(graph)
    return [next(iter(best.pred[child + 1])) for child in range(len(scores))]


def acyclic(heads: numpy.ndarray) -> bool:
    for child in range(1, len(heads) + 1):
        at, steps = child, 0
        while at and steps <= len(heads):
            at, steps = int(heads[at - 1]), steps + 1
        if at:
            return False
    return True


def score(model: Parser, gold: list[Sentence]) -> dict[str, float]:
    """Attachment without punctuation, as spaCy scores it, and tagging, on gold sentences."""
    counts: Counter[str] = Counter()
    for sentence, guess, _ in read(model, gold):
        for wanted, got in zip(sentence.tokens, guess.tokens, strict=True):
            counts.update(tokens=1, pos=wanted.pos == got.pos, morph=wanted.morph == got.morph)
            if wanted.dep not in ("p", "punct"):
                attached = wanted.head == got.head
                counts.update(arcs=1, uas=attached, las=attached and wanted.dep == got.dep)
    return {name: counts[name] / counts[of] for name, of in (("uas", "arcs"), ("las", "arcs"), ("pos", "tokens"), ("morph", "tokens"))}
