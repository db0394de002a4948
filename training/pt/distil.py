"""News that the teachers have read, as training text: ``python -m training.pt --only teachers distil``.

Three parsers vote on every sentence of the news corpus: the BiLSTM teacher and two spaCy pipelines trained on the treebanks alone (the
shipped configuration and a narrower one). Sentences whose arcs have nearly all votes join the treebanks (tree, parts of speech, features;
no lemmas), and what the teacher of names read with confidence joins the entity corpus.
"""

from __future__ import annotations

import json
import lzma
import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import spacy
import torch
from spacy.language import Language
from spacy.tokens import DocBin
from thinc.api import use_ops

from lacos.language import sentences as _sentences  # noqa: F401  registers the component
from training.corpus import Sentence, Token, to_doc
from training.pt.prepare import DATA, WORK
from training.teachers import encoder, ensemble, entities, trees

NEWS = DATA / "news" / "fakebr-true-dev.jsonl.xz"
AGREED = 0.93
"""Share of votes, a sentence, from which its tree is taken as right."""
CERTAIN = -0.35
"""Log-probability of the labels of a sentence from which its names are taken as right."""
MOST = 1_100_000
"""Tokens of news that join a corpus, so that the treebanks keep their weight."""
Reading = Iterator[tuple[Sentence, Sentence, float]]


def train_teachers() -> None:
    """Train both teachers and keep them under training/work/pt."""
    rows, table = encoder.vector_table(spacy.load(WORK / "vectors").vocab)
    corpora = {
        name: encoder.sentences_of(WORK / f"{name}.spacy") for name in ("treebanks/short", "dev", "ner-silver", "ner-train", "ner-dev")
    }
    parser = trees.Parser(encoder.Words.of(corpora["treebanks/short"], rows), corpora["treebanks/short"], table)
    torch.save(trees.train(parser, corpora["treebanks/short"], corpora["dev"], epochs=15), WORK / "teacher-trees.pt")
    namer = entities.Namer(encoder.Words.of(corpora["ner-silver"] + corpora["ner-train"], rows), table)
    namer = entities.train(namer, corpora["ner-silver"], corpora["ner-dev"], epochs=4, rate=2e-3)
    torch.save(entities.train(namer, corpora["ner-train"], corpora["ner-dev"], epochs=10, rate=1e-3), WORK / "teacher-names.pt")


def main() -> None:
    distil_trees()
    distil_names()


def news() -> list[list[Sentence]]:
    """The sentences of each article, parted where spelling makes it certain, without those that are too long."""
    nlp = spacy.blank("pt")
    nlp.add_pipe("lacos_sentences")
    articles = []
    with lzma.open(NEWS, "rt", encoding="utf8") as lines:
        for line in lines:
            sentences, current = [], Sentence()
            for token in nlp(json.loads(line)["text"]):
                if token.is_space:
                    continue
                if token.is_sent_start and current.tokens:
                    sentences.append(current)
                    current = Sentence()
                current.tokens.append(Token(token.text, "", "", "", len(current.tokens), "", bool(token.whitespace_)))
            articles.append([s for s in (*sentences, current) if 3 <= len(s.tokens) <= 70])
    return articles


def runs(articles: list[list[Sentence]], read: Callable[[Iterable[Sentence]], Reading], least: float) -> Iterator[list[Sentence]]:
    """Runs of consecutive sentences of an article, at most four, whose reading is sure enough."""
    found = {id(sentence): (reading, sure) for sentence, reading, sure in read([s for article in articles for s in article])}
    print(f"{len(found)} sentences read, {sum(sure >= least for _, sure in found.values())} sure enough")
    rng = random.Random(1)
    for article in articles:
        run: list[Sentence] = []
        size = rng.choice((1, 2, 3, 4))
        for sentence in (*article, None):
            reading, sure = found[id(sentence)] if sentence is not None else (None, -9.0)
            if run and (reading is None or sure < least or len(run) == size):
                yield run
                run, size = [], rng.choice((1, 2, 3, 4))
            if reading is not None and sure >= least:
                run.append(reading)


def join(name: str, nlp: Language, gold: list[Path], groups: list[list[Sentence]]) -> None:
    """Write a corpus of gold documents and of as much news, chosen by chance, as MOST allows."""
    docs = [doc for path in gold for doc in DocBin().from_disk(path).get_docs(nlp.vocab)]
    random.Random(1).shuffle(groups)
    tokens = 0
    for group in groups:
        if tokens >= MOST:
            break
        docs.append(to_doc(nlp, group))
        tokens += len(docs[-1])
    DocBin(docs=docs, store_user_data=True).to_disk(WORK / f"{name}.spacy")
    print(f"{name}: {len(docs)} documents, {tokens} tokens of news")


def distil_trees() -> None:
    """Write distilled.spacy: the treebanks twice, once as long documents, and the news on whose trees the parsers agree."""
    nlp = spacy.blank("pt")
    teacher = torch.load(WORK / "teacher-trees.pt", weights_only=False)
    with use_ops("numpy", use_blis=False):
        pipelines = [spacy.load(WORK / name / "model-best") for name in ("parser_wide", "parser_narrow")]
        groups = list(runs(news(), lambda sentences: ensemble.vote(teacher, pipelines, sentences), AGREED))
    join("distilled", nlp, [WORK / "treebanks" / "short.spacy", WORK / "treebanks" / "long.spacy"], groups)


def distil_names() -> None:
    """Write ner-distilled.spacy: the gold corpus twice, and the news whose names the teacher is sure of."""
    teacher = torch.load(WORK / "teacher-names.pt", weights_only=False)
    groups = list(runs(news(), lambda sentences: entities.read(teacher, sentences), CERTAIN))
    join("ner-distilled", spacy.blank("pt"), [WORK / "ner-train.spacy"] * 2, groups)
