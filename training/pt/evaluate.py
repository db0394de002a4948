"""Score the packaged Portuguese pipeline on UD Bosque and UNER, and its speed on news: ``python -m training.pt.evaluate``."""

from __future__ import annotations

import json
import lzma
import time

from spacy.tokens import DocBin
from spacy.training import Example

from lacos import language
from training.pt import package
from training.pt.prepare import DATA, WORK

KEYS = ("token_f", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f", "ents_f")


def scores(split: str, only: tuple[str, ...] = KEYS) -> dict[str, float]:
    """The pipeline's scores on a prepared corpus, text to tree: its own tokens and sentences, punctuation left out of UAS and LAS."""
    nlp = language.load("pt")
    gold = DocBin().from_disk(WORK / f"{split}.spacy").get_docs(nlp.vocab)
    result = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in gold])
    return {key: round(result[key], 4) for key in only if result.get(key) is not None}


def speed(articles: int = 200) -> float:
    """Tokens per second of processor time on real articles, one core, tokeniser to entities."""
    nlp = language.load("pt")
    with lzma.open(DATA / "news" / "fakebr-true-dev.jsonl.xz", "rt", encoding="utf8") as lines:
        texts = [json.loads(line)["text"] for line, _ in zip(lines, range(articles), strict=False)]
    list(nlp.pipe(texts[:10]))
    start = time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(texts))
    return tokens / (time.process_time() - start)


def main() -> None:
    measured = {"dev": scores("dev"), "test": scores("test", KEYS[:-1]), "ner-dev": scores("ner-dev", ("ents_f",))}
    for split, result in measured.items():
        print(split, "  ".join(f"{key} {value:.4f}" for key, value in result.items()))
    print(f"speed {speed():.0f} tokens/s on one core")
    package.record_scores(measured["test"] | measured["ner-dev"])


if __name__ == "__main__":
    main()
