"""The tree of an analysed document as plain lists: looked at many times, it is taken out of spaCy once.

Nothing here holds a token, which would keep the document alive.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from spacy.attrs import DEP, HEAD, LEMMA, MORPH
from spacy.tokens import Doc

KEY = "lacos tree"


class Tree:
    """Of each word the places of its dependents in text order, its relation with and without the language's part, its lemma and morphology.

    Lemmas are in lower case, without the pronoun of a clitic form ("reunir se" is "reunir").
    """

    __slots__ = ("children", "features", "labels", "lemmas", "morphologies", "relations")

    def __init__(self, doc: Doc) -> None:
        rows = doc.to_array([HEAD, DEP, MORPH, LEMMA])
        strings = doc.vocab.strings
        self.children: list[list[int]] = [[] for _ in range(len(doc))]
        for place, step in enumerate(rows[:, 0].astype("int64").tolist()):
            if step:
                self.children[place + step].append(place)
        self.labels: list[str] = [strings[label] for label in rows[:, 1].tolist()]
        self.relations: list[str] = [label.partition(":")[0] for label in self.labels]
        lemmas = (strings[key].lower() for key in rows[:, 3].tolist())
        self.lemmas: list[str] = [bare(lemma) if "-" in token.text else lemma for token, lemma in zip(doc, lemmas, strict=True)]
        self.morphologies: list[str] = [strings[key] for key in rows[:, 2].tolist()]
        self.features: list[Mapping[str, list[str]]] = [parsed(morphology) for morphology in self.morphologies]


_latest: tuple[Doc, Tree] | None = None
"""The document asked about last, which is the one asked about next nearly always."""


def tree(doc: Doc) -> Tree:
    """The tree of a document, which must be analysed to the end; kept in ``doc.user_data``."""
    global _latest
    latest = _latest
    if latest is not None and latest[0] is doc:
        return latest[1]
    known: Tree | None = doc.user_data.get(KEY)
    if known is None:
        known = doc.user_data[KEY] = Tree(doc)
    _latest = doc, known
    return known


def bare(lemma: str) -> str:
    """The lemma of the verb alone where a clitic is written with it."""
    return lemma.split(" ")[0].split("-")[0]


@lru_cache(maxsize=10_000)
def parsed(morphology: str) -> Mapping[str, list[str]]:
    """The values of each feature: {"Number": ["Plur"]} for "Number=Plur"."""
    pairs = (item.split("=", 1) for item in morphology.split("|") if "=" in item)
    return {name: values.split(",") for name, values in pairs}
