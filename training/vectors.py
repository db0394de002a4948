"""Word vectors from a news corpus, for the embedding layer: skip-gram over lower-cased tokens, narrow window (syntax rather than topic)."""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator
from pathlib import Path

import numpy
import spacy
from gensim.models import Word2Vec
from spacy.language import Language
from spacy.vectors import Vectors

SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Ý\"“])|\n+")
WIDTH = 96


def sentences(nlp: Language, news: Path, treebanks: list[Path]) -> Iterator[list[str]]:
    with lzma.open(news, "rt", encoding="utf8") as lines:
        for line in lines:
            for part in SENTENCE_END.split(json.loads(line)["text"]):
                yield [token.lower_ for token in nlp.make_doc(part) if not token.is_space]
    for path in treebanks:
        with lzma.open(path, "rt", encoding="utf8") as lines:
            for line in lines:
                if line.startswith("# text = "):
                    yield [token.lower_ for token in nlp.make_doc(line[9:].strip())]


def build(nlp: Language, news: Path, treebanks: list[Path], keep: int) -> None:
    """Give ``nlp`` vectors for the ``keep`` commonest words; one worker, so that the same corpus gives the same vectors."""
    corpus = list(sentences(nlp, news, treebanks))
    model = Word2Vec(corpus, vector_size=WIDTH, window=3, min_count=4, sg=1, negative=8, epochs=8, workers=1, seed=1, max_final_vocab=keep)
    data = model.wv.vectors / numpy.linalg.norm(model.wv.vectors, axis=1, keepdims=True)
    nlp.vocab.vectors = Vectors(
        strings=nlp.vocab.strings, data=data.astype("float32"), keys=model.wv.index_to_key, name="lacos_pt", attr="LOWER"
    )
    print(f"{len(corpus)} sentences, {sum(map(len, corpus))} tokens, {len(model.wv)} vectors")


def main() -> None:
    data = Path(__file__).parents[2] / "shared" / "data"
    out = Path(__file__).parent / "work" / "pt" / "vectors"
    nlp = spacy.blank("pt")
    build(nlp, data / "news" / "fakebr-true-dev.jsonl.xz", sorted((data / "ud").glob("pt_*-[tp]*.xz")), 15_000)
    nlp.to_disk(out)


if __name__ == "__main__":
    main()
