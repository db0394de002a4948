"""The embedding layer of our pipelines: each word seen as its form, its shape, and its beginnings and endings of several lengths.

Portuguese inflects at the end of the word ("-aram", "-ássemos", "-ções"), so endings of two to five letters carry what spaCy's default
three-letter suffix cannot. Like ``spacy.MultiHashEmbed.v2`` the parts are hashed into small tables and mixed by one maxout layer.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy
from spacy.ml.staticvectors import StaticVectors
from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate, ragged2list, with_array

PARTS = ("form", "shape", "start3", "end2", "end3", "end4", "end5")


@lru_cache(maxsize=200_000)
def word_parts(form: str, shape: int) -> tuple[int, ...]:
    """Hashes of the parts of a word, in the order of PARTS. Endings are marked so that none collides with a beginning."""
    lower = form.lower()
    return (hash_string(lower), shape, hash_string("^" + lower[:3]), *(hash_string(lower[-length:] + "$") for length in range(2, 6)))


def _forward(_model: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[list[Any], Any]:  # noqa: ARG001  thinc names it
    rows = [numpy.asarray([word_parts(token.text, token.shape) for token in doc], dtype="uint64").reshape(-1, len(PARTS)) for doc in docs]
    return rows, lambda _gradient: []


@registry.architectures("lacos.WordParts.v1")  # type: ignore[untyped-decorator]
def build_word_parts(width: int, part_width: int, rows: list[int], include_static_vectors: bool) -> Model[Any, Any]:
    """Embed the tokens of each Doc as ``width`` numbers; ``rows`` are the sizes of the tables of PARTS, ``part_width`` their width."""
    if len(rows) != len(PARTS):
        raise ValueError(f"lacos.WordParts.v1 takes {len(PARTS)} table sizes ({', '.join(PARTS)}), not {len(rows)}")
    tables: list[Model[Any, Any]] = [
        HashEmbed(part_width, size, column=column, seed=8 + column, dropout=0.0) for column, size in enumerate(rows)
    ]
    parts: Model[Any, Any] = chain(Model("word_parts", _forward), with_array(concatenate(*tables)))
    pieces = len(rows)
    if include_static_vectors:
        both: Model[Any, Any] = concatenate(parts, chain(StaticVectors(part_width, dropout=0.0), ragged2list()))
        pieces += 1
    else:
        both = parts
    return chain(both, with_array(Maxout(width, part_width * pieces, nP=3, dropout=0.0, normalize=True)))
