"""What the teachers share: sentences as tensors, a two-layer BiLSTM over words, their vectors and their letters, and how they learn."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path
from typing import TypeVar

import numpy
import torch
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab
from torch import Tensor, nn

from training.corpus import Sentence, Token

UNKNOWN = 1
WORD, LETTER, FILTERS, HIDDEN = 100, 32, 64, 220
DROPOUT = 0.33
WORD_DROPOUT = 0.15
LONGEST_WORD = 20
LONGEST = 100
"""Sentences with more tokens are neither learnt from nor read."""
WORDS_IN_BATCH = 1500
WARM_UP = 150
"""Steps until the learning rate is reached."""


@dataclass
class Words:
    """What an encoder knows by number: words seen more than once, letters, and the rows of the vectors."""

    words: list[str]
    letters: list[str]
    vector_rows: dict[str, int]

    def __post_init__(self) -> None:
        self.word_ids = {word: number for number, word in enumerate(self.words, 2)}
        self.letter_ids = {letter: number for number, letter in enumerate(self.letters, 2)}

    @classmethod
    def of(cls, sentences: list[Sentence], vector_rows: dict[str, int]) -> Words:
        tokens = [token for sentence in sentences for token in sentence.tokens]
        words = Counter(token.form.lower() for token in tokens)
        letters = {letter for token in tokens for letter in token.form}
        return cls(sorted(word for word, count in words.items() if count > 1), sorted(letters), vector_rows)


@dataclass
class Batch:
    """Sentences of one length, so that nothing is padded; ``letters`` has a row a form, the others one a sentence."""

    sentences: list[Sentence]
    words: Tensor
    vectors: Tensor
    letters: Tensor
    forms: Tensor


def batch(known: Words, sentences: list[Sentence]) -> Batch:
    shape = (len(sentences), len(sentences[0].tokens))
    words, vectors, forms = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    rows: dict[str, int] = {}
    for row, sentence in enumerate(sentences):
        for column, token in enumerate(sentence.tokens):
            lower = token.form.lower()
            words[row, column] = known.word_ids.get(lower, UNKNOWN)
            vectors[row, column] = known.vector_rows.get(lower, UNKNOWN)
            forms[row, column] = rows.setdefault(token.form, len(rows))
    letters = torch.zeros((len(rows), LONGEST_WORD + 2), dtype=torch.long)
    for form, number in rows.items():
        spelt = [known.letter_ids.get(letter, UNKNOWN) for letter in form[-LONGEST_WORD:]]
        letters[number, 1 : 1 + len(spelt)] = torch.tensor(spelt)
    return Batch(sentences, words, vectors, letters, forms)


def batches(known: Words, sentences: Iterable[Sentence]) -> Iterator[Batch]:
    """Batches of about WORDS_IN_BATCH words, the shortest sentences first, otherwise in the order given."""

    def length(sentence: Sentence) -> int:
        return len(sentence.tokens)

    for size, group in groupby(sorted(sentences, key=length), key=length):
        while part := list(islice(group, max(1, WORDS_IN_BATCH // size))):
            yield batch(known, part)


def numbers(sentences: list[Sentence], number: dict[str, int], of: str) -> Tensor:
    """The attribute ``of`` of each token by number; 0 where it has none."""
    return torch.tensor([[number.get(getattr(token, of), 0) for token in sentence.tokens] for sentence in sentences])


class SharedDropout(nn.Module):
    """Dropout with one mask for all positions of a sentence (Gal and Ghahramani 2016)."""

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        return x * torch.bernoulli(torch.full((x.shape[0], 1, x.shape[2]), 1 - DROPOUT)) / (1 - DROPOUT)


class Encoder(nn.Module):
    """Gives each word 2 * HIDDEN numbers that depend on its whole sentence."""

    def __init__(self, known: Words, vectors: numpy.ndarray) -> None:
        super().__init__()
        self.words = nn.Embedding(len(known.words) + 2, WORD)
        self.vectors = nn.Embedding.from_pretrained(torch.tensor(vectors), freeze=True)
        self.letters = nn.Embedding(len(known.letters) + 2, LETTER, padding_idx=0)
        self.spans = nn.ModuleList(nn.Conv1d(LETTER, FILTERS, width, padding=width // 2) for width in (3, 5))
        first = WORD + vectors.shape[1] + 2 * FILTERS
        self.lstms = nn.ModuleList(nn.LSTM(size, HIDDEN, batch_first=True, bidirectional=True) for size in (first, 2 * HIDDEN))
        self.drop = SharedDropout()

    def forward(self, batch: Batch) -> Tensor:
        words = batch.words
        if self.training:
            words = words.masked_fill(torch.rand(words.shape) < WORD_DROPOUT, UNKNOWN)
        letters = self.letters(batch.letters).transpose(1, 2)
        spelt = torch.cat([span(letters).amax(2) for span in self.spans], 1)[batch.forms]
        x = torch.cat([self.words(words), self.vectors(batch.vectors), spelt], 2)
        for lstm in self.lstms:
            x = lstm(self.drop(x))[0]
        return self.drop(x)


Model = TypeVar("Model", bound=nn.Module)


def fit(
    model: Model,
    sentences: list[Sentence],
    epochs: int,
    rate: float,
    keep: float,
    report: Callable[[Model], dict[str, float]],
    seed: int = 1,
) -> Model:
    """Train a teacher (with ``known`` and ``loss``) by Adam with a cosine schedule; prints ``report`` after each round.

    The model returned is a running average; ``keep`` is what it keeps of itself at a step.
    """
    torch.manual_seed(seed)
    rng = random.Random(seed)
    learn = torch.optim.Adam(model.parameters(), lr=rate, betas=(0.9, 0.95))
    averages = torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(keep))
    total, step = epochs * sum(1 for _ in batches(model.known, sentences)), 0
    for epoch in range(1, epochs + 1):
        model.train()
        rng.shuffle(sentences)
        groups = list(batches(model.known, sentences))
        rng.shuffle(groups)
        for group in groups:
            step += 1
            for setting in learn.param_groups:
                setting["lr"] = rate * min(1, step / WARM_UP) * (0.02 + 0.98 * (1 + math.cos(math.pi * min(1, step / total))) / 2)
            loss = model.loss(group)
            learn.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            learn.step()
            averages.update_parameters(model)
        print(f"{epoch}: {' '.join(f'{name} {value:.4f}' for name, value in report(averages.module).items())}", flush=True)
    return averages.module


def vector_table(vocab: Vocab) -> tuple[dict[str, int], numpy.ndarray]:
    """Row of each word that has a vector, and the table with two rows of noughts before it."""
    rows = {vocab.strings[key]: int(row) + 2 for key, row in vocab.vectors.key2row.items()}
    return rows, numpy.concatenate([numpy.zeros((2, vocab.vectors.data.shape[1]), "float32"), vocab.vectors.data])


def sentences_of(path: Path) -> list[Sentence]:
    """The sentences of a corpus that `training.pt.prepare` wrote."""
    found = []
    for doc in DocBin().from_disk(path).get_docs(Vocab()):
        spans = doc.sents if doc.has_annotation("SENT_START") else [doc[:]]
        found += [Sentence([_token(doc, i, span.start) for i in range(span.start, span.end)]) for span in spans]
    return [sentence for sentence in found if len(sentence.tokens) <= LONGEST]


def _token(doc: Doc, i: int, start: int) -> Token:
    t = doc[i]
    entity = t.ent_iob_ + (f"-{t.ent_type_}" if t.ent_type_ else "")
    return Token(t.text, t.lemma_, t.pos_, str(t.morph), t.head.i - start, t.dep_, bool(t.whitespace_), entity or "-")
