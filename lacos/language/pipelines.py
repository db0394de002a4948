"""Loading pipelines: ours, which ship inside the package, or any installed spaCy pipeline with the same UD components."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import use_ops

from lacos.language import embedding, lemmas, sentences
from lacos.records import LacosError

LANGUAGES = ("pt",)
"""The languages that have a pipeline of ours."""
TOGETHER = 8
"""Texts analysed at a time: more are hardly faster and take more memory."""
PIECE = 100_000
"""Characters analysed at a time: memory stays bounded however long the text."""

_REGISTERED = (embedding.build_word_parts, lemmas.LexiconLemmas, sentences.NewsSentences)
_NEEDED = {"a tree": ("parser",), "parts of speech": ("morphologizer", "tagger"), "lemmas": ("trainable_lemmatizer", "lemmatizer")}


class LanguageError(LacosError):
    """A language or a pipeline that cannot be used; the message says what is missing."""


@cache
def load(name: str = "pt") -> Language:
    """The pipeline of a language ("pt") or an installed spaCy pipeline ("pt_core_news_lg").

    Raises LanguageError where there is none, or where it lacks what we need.
    """
    if name in LANGUAGES:
        return _load_own(name)
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise LanguageError(
            f"no pipeline {name!r}: it is neither one of ours ({', '.join(LANGUAGES)}) nor an installed spaCy pipeline; "
            f"try: pip install {name}"
        ) from error
    for what, components in _NEEDED.items():
        if not any(component in nlp.pipe_names for component in components):
            raise LanguageError(
                f"pipeline {name!r} gives no {what}: it needs one of {', '.join(components)}; it has {', '.join(nlp.pipe_names)}"
            )
    return nlp


def _load_own(language: str) -> Language:
    path = Path(__file__).parent / language / "model"
    if not path.is_dir():
        raise LanguageError(f"the {language} pipeline is missing from this installation ({path}): install lacos again")
    with use_ops("numpy", use_blis=False):  # numpy's own BLAS is up to three times as fast as the default on these matrices
        nlp = spacy.load(path)
    for _, component in nlp.pipeline:
        if hasattr(component, "model"):
            widen(component.model)
    vectors = nlp.vocab.vectors
    if vectors.data.dtype == "float16":
        vectors.data = vectors.data.astype("float32")
    return nlp


def widen(model: Any) -> None:
    """Turn half-precision weights, as they are shipped, into single precision, in which they are computed."""
    for node in model.walk():
        for name in node.param_names:
            if node.has_param(name) and node.get_param(name).dtype == "float16":
                node.set_param(name, node.get_param(name).astype("float32"))


def analyse(nlp: Language, text: str) -> Doc:
    """The analysis of the whole ``text``, long ones in pieces cut at line or sentence ends."""
    if len(text) <= PIECE:
        return nlp(text)
    return Doc.from_docs(list(nlp.pipe(pieces(text), batch_size=4)), ensure_whitespace=False)


def analyse_all(texts: Iterable[tuple[Language, str]]) -> Iterator[Doc]:
    """The analyses of many texts in order, those of one pipeline in batches, which is faster."""
    for nlp, group in groupby(texts, key=lambda item: item[0]):
        for is_short, run in groupby((text for _, text in group), key=lambda text: len(text) <= PIECE):
            if is_short:
                yield from nlp.pipe(run, batch_size=TOGETHER)
            else:
                yield from (analyse(nlp, text) for text in run)


def pieces(text: str, size: int = PIECE) -> Iterator[str]:
    """``text`` cut into pieces of at most ``size`` characters, at the best place near each end; joined they are the text again."""
    at = 0
    while len(text) - at > size:
        window = text[at : at + size]
        cut = next((found + len(mark) for mark in ("\n\n", "\n", ". ", " ") if (found := window.rfind(mark)) > size // 2), size)
        yield window[:cut]
        at += cut
    yield text[at:]


def describe(nlp: Language) -> dict[str, Any]:
    """Name, version, components and measured scores of a pipeline, for ``lacos doctor``."""
    meta = nlp.meta
    return {
        "name": f"{meta['lang']}_{meta['name']}",
        "version": meta["version"],
        "components": nlp.pipe_names,
        "scores": {key: value for key, value in meta.get("performance", {}).items() if isinstance(value, float)},
    }
