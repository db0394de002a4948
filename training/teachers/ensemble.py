"""Several parsers made one: each arc gets the votes of those who drew it, and the tree with the most votes wins (Sagae and Lavie 2006)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy
import torch
from spacy.language import Language
from spacy.tokens import Doc, Token

from training.corpus import Sentence
from training.teachers.encoder import batches
from training.teachers.trees import Parser, spanning_tree


@torch.no_grad()
def vote(teacher: Parser, pipelines: list[Language], sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, Sentence, float]]:
    """Each sentence, a new one with the elected analysis, and the share of votes that its arcs have. Order is not kept.

    The teacher votes with its probabilities, each pipeline with what it drew. Tags are the teacher's, lemmas left out.
    """
    teacher.eval()
    for group in batches(teacher.known, sentences):
        arcs, above, below, tags = teacher(group)
        sure = arcs.softmax(2).double().numpy()
        drawn = [list(nlp.pipe(as_docs(nlp, group.sentences))) for nlp in pipelines]
        for row, docs in enumerate(zip(*drawn, strict=True)):
            for token in (token for doc in docs for token in doc):
                sure[row, token.i, head_of(token)] += 1
        heads = torch.tensor([spanning_tree(one) for one in sure])
        labels = teacher.label_scores(above, below, heads).argmax(2)
        best = tags.argmax(2)
        shares = numpy.take_along_axis(sure, heads.numpy()[..., None], 2).mean((1, 2)) / (1 + len(pipelines))
        for row, sentence in enumerate(group.sentences):
            elected = teacher.analysed(sentence, heads[row].tolist(), labels[row].tolist(), best[row].tolist())
            for i, token in enumerate(elected.tokens):
                if token.dep != "ROOT":
                    names = [own[row][i].dep_ for own in drawn if head_of(own[row][i]) == int(heads[row, i])]
                    token.dep = max([*names, token.dep], key=[*names, token.dep].count)
            yield sentence, elected, float(shares[row])


def head_of(token: Token) -> int:
    """The head of a word of a one-sentence document, counted from 1; 0 for the root."""
    return 0 if token.dep_ == "ROOT" else token.head.i + 1


def as_docs(nlp: Language, sentences: list[Sentence]) -> Iterator[Doc]:
    """Sentences as documents of their own, never parted by the parser."""
    for sentence in sentences:
        words, spaces = [t.form for t in sentence.tokens], [t.space for t in sentence.tokens]
        yield Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=[True] + [False] * (len(words) - 1))
