"""Treebanks and entity corpora as spaCy documents: contractions kept as one token, several sentences a document."""

from __future__ import annotations

import lzma
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

MISSING = "-"


@dataclass
class Token:
    """One surface token: a UD word, or a contraction's words merged, as spaCy's own converter merges them."""

    form: str
    lemma: str
    pos: str
    morph: str
    head: int  # index in the sentence; its own for the root
    dep: str
    space: bool
    entity: str = MISSING  # IOB2, or missing


@dataclass
class Sentence:
    tokens: list[Token] = field(default_factory=list)


def blocks(path: Path) -> Iterator[list[list[str]]]:
    """The tab-separated rows of each sentence of a CoNLL-like file (plain or .xz)."""
    opener = lzma.open if path.suffix == ".xz" else open
    rows: list[list[str]] = []
    with opener(path, "rt", encoding="utf8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line.strip():
                if rows:
                    yield rows
                rows = []
            elif not line.startswith("# ") and not line.startswith("#\t"):
                rows.append(line.split("\t"))
    if rows:
        yield rows


def read_entities(path: Path) -> dict[tuple[str, ...], list[str]]:
    """IOB2 labels of each sentence of a Universal NER file, found by its words; entities other than PER, ORG, LOC are dropped."""
    found = {}
    for rows in blocks(path):
        rows = [row for row in rows if "-" not in row[0] and "." not in row[0]]
        labels = [row[2] if row[2][2:] in ("PER", "ORG", "LOC") else "O" for row in rows]
        found[tuple(row[1] for row in rows)] = labels
    return found


def read_conllu(path: Path, entities: dict[tuple[str, ...], list[str]] | None = None) -> Iterator[Sentence]:
    """The sentences of a UD treebank with contractions merged, and entity labels where ``entities`` has the sentence."""
    for rows in blocks(path):
        words = [row for row in rows if row[0].isdigit()]
        ranges = [(int(a), int(b), row) for row in rows if "-" in row[0] for a, b in [row[0].split("-")]]
        labels = (entities or {}).get(tuple(row[1] for row in words))
        yield merge(words, ranges, labels)


def merge(words: list[list[str]], ranges: list[tuple[int, int, list[str]]], labels: list[str] | None) -> Sentence:
    """Join the words of each contraction: the head is the word attached outside, lemmas are joined by a space, features united."""
    group_of = {index: (index, index, None) for index in range(1, len(words) + 1)}
    for first, last, row in ranges:
        group_of.update(dict.fromkeys(range(first, last + 1), (first, last, row)))
    starts = sorted({first for first, _, _ in group_of.values()})
    position = {index: starts.index(group_of[index][0]) for index in group_of}
    sentence = Sentence()
    for start in starts:
        first, last, row = group_of[start]
        inside = range(first, last + 1)
        top = min(inside, key=lambda i: depth(words, i))
        word = words[top - 1]
        features: dict[str, set[str]] = {}
        for i in inside:
            for feature in words[i - 1][5].split("|"):
                if "=" in feature:
                    name, value = feature.split("=", 1)
                    features.setdefault(name, set()).update(value.split(","))
        head = int(word[6])
        misc = (row or word)[9]
        sentence.tokens.append(
            Token(
                form=(row or word)[1],
                lemma=" ".join(words[i - 1][2] for i in inside),
                pos=word[3],
                morph="|".join(f"{name}={','.join(sorted(values))}" for name, values in sorted(features.items())),
                head=position[head] if head else position[top],
                dep="ROOT" if head == 0 else word[7],
                space="SpaceAfter=No" not in misc,
                entity=next((labels[i - 1] for i in inside if labels[i - 1] != "O"), "O") if labels else MISSING,
            )
        )
    return sentence


def to_doc(nlp: Language, sentences: Iterable[Sentence]) -> Doc:
    """One document of consecutive sentences."""
    words: list[Token] = []
    heads: list[int] = []
    starts: list[bool] = []
    for sentence in sentences:
        offset = len(words)
        for index, token in enumerate(sentence.tokens):
            words.append(token)
            heads.append(token.head + offset)
            starts.append(index == 0)
        words[-1].space = True
    entities = [token.entity for token in words]
    if not any(token.pos for token in words):  # a corpus of entities alone
        return Doc(nlp.vocab, words=[token.form for token in words], spaces=[token.space for token in words], ents=iob2(entities))
    return Doc(
        nlp.vocab,
        words=[token.form for token in words],
        spaces=[token.space for token in words],
        lemmas=[token.lemma for token in words],
        pos=[token.pos for token in words],
        morphs=[token.morph for token in words],
        heads=heads,
        deps=[token.dep for token in words],
        ents=iob2(entities),
    )


def depth(words: list[list[str]], index: int) -> int:
    """How many arcs the word at ``index`` (from 1) is below the root."""
    steps = 0
    while index:
        index, steps = int(words[index - 1][6]), steps + 1
    return steps


def iob2(labels: list[str]) -> list[str]:
    """Labels in which every entity begins with B; an unlabelled token stays unlabelled."""
    out: list[str] = []
    for label in labels:
        previous = out[-1] if out else "O"
        if label.startswith("I-") and previous[2:] != label[2:]:
            label = "B" + label[1:]
        out.append("" if label == MISSING else label)
    return out


def grouped(sentences: Iterable[Sentence], size: int) -> Iterator[list[Sentence]]:
    """Consecutive sentences, ``size`` at a time."""
    group: list[Sentence] = []
    for sentence in sentences:
        group.append(sentence)
        if len(group) == size:
            yield group
            group = []
    if group:
        yield group
