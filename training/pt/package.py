"""Join the trained parts into one pipeline, in half precision, under lacos/language/pt/model."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy
import spacy
import srsly
from spacy.language import Language

from lacos.language import lemmas, sentences
from lacos.language.embedding import build_word_parts
from training.pt.prepare import ROOT, WORK

MODEL = ROOT / "lacos" / "language" / "pt" / "model"
REGISTERED = (build_word_parts, lemmas.LexiconLemmas, sentences.NewsSentences)
SOURCES = [
    {"name": "UD Portuguese-Bosque 2.16", "license": "CC BY-SA 4.0"},
    {"name": "UD Portuguese-Porttinari 2.16 (part, dev)", "license": "CC BY 4.0"},
    {"name": "UNER Portuguese-Bosque", "license": "CC BY-SA 4.0"},
    {"name": "word vectors and distilled analyses of the Fake.br corpus (true part)", "license": "research use; no text is contained"},
]


def assemble() -> Language:
    """The parser's pipeline with sentence ends before the tree, lexicon lemmas after the trained ones, and entities."""
    nlp = spacy.load(WORK / "parser_gold" / "model-best")
    entities = spacy.load(WORK / "ner_gold" / "model-best", vocab=nlp.vocab)
    nlp.add_pipe("lacos_sentences", before="parser")
    nlp.add_pipe("lacos_lemmas", after="trainable_lemmatizer")
    nlp.add_pipe("ner", source=entities)
    nlp.meta.update(
        name="lacos_news",
        version="0.1.0",
        license="CC BY-SA 4.0",
        author="Laços",
        description="Portuguese news: morphology, lemmas, tree, PER/ORG/LOC",
        sources=SOURCES,
        trained=datetime.now(UTC).date().isoformat(),
    )
    return nlp


def halve(value: Any) -> Any:
    """Every single-precision array inside a structure as a half-precision one."""
    if isinstance(value, numpy.ndarray) and value.dtype == numpy.float32:
        return value.astype("float16")
    if isinstance(value, dict):
        return {key: halve(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [halve(item) for item in value]
    return value


def shrink(path: Path) -> None:
    """Rewrite a pipeline's weights and vectors on disk in half precision."""
    for model in path.glob("*/model"):
        model.write_bytes(srsly.msgpack_dumps(halve(srsly.msgpack_loads(model.read_bytes()))))
    vectors = path / "vocab" / "vectors"
    numpy.save(vectors, numpy.load(vectors).astype("float16")) if vectors.exists() else None
    saved = vectors.with_suffix(".npy")
    if saved.exists():
        saved.replace(vectors)


def record_scores(scores: dict[str, float]) -> None:
    """Keep the measured scores in the pipeline's meta.json, where ``lacos doctor`` reads them."""
    path = MODEL / "meta.json"
    meta = json.loads(path.read_text("utf8"))
    meta["performance"] = scores
    path.write_text(json.dumps(meta, indent=2, ensure_ascii=False), "utf8")


def main() -> None:
    shutil.rmtree(MODEL, ignore_errors=True)
    assemble().to_disk(MODEL)
    shrink(MODEL)
    size = sum(file.stat().st_size for file in MODEL.rglob("*") if file.is_file())
    print(f"{MODEL.relative_to(ROOT)}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
