"""The words of a document as the network sees them: what tree, frames, actors and statements say of each, and its vectors."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy
from spacy.tokens import Token

from lacos.actors.tables import is_state
from lacos.events.matching import tense
from lacos.events.network.arrays import Floats
from lacos.events.scene import Scene
from lacos.events.status import presented
from lacos.language import meanings
from lacos.language.syntax import is_passive
from lacos.language.trees import tree

COLUMNS = (
    *("lemma", "pos", "relation", "marker", "form", "tense", "frame", "mode"),
    *("said", "standing", "sector", "sentence", "shape", "presented"),
)
FORM = ("VerbForm", "Mood", "Tense", "Person", "Number", "Definite", "PronType")
QUOTES = frozenset("\"“”«»'")
LATER = 3
"""The sentence from which on all count alike."""

CONTEXT, MEANING = 160, 96
"""Sizes of the vectors of a word in its context (``Doc.tensor``) and of the word itself that our pipelines give."""
VECTOR = CONTEXT + MEANING + meanings.SIZE
"""Size of all that is known of a word as numbers."""

Row = tuple[str, ...]


def vectors(scene: Scene) -> Floats:
    """The vectors of each word, in its context, by itself and of its lemma.

    The first two are zeros where the pipeline has none of these sizes, as others than ours.
    """
    doc = scene.doc
    found = numpy.zeros((len(doc), VECTOR), dtype=numpy.float32)
    found[:, CONTEXT + MEANING :] = meanings.meanings(doc.lang_).of(scene.lemmas)
    if doc.tensor.shape == (len(doc), CONTEXT):
        found[:, :CONTEXT] = doc.tensor
    table = doc.vocab.vectors
    if len(table.shape) == 2 and table.shape[1] == MEANING:
        rows = table.find(keys=[token.lower for token in doc])
        found[rows >= 0, CONTEXT : CONTEXT + MEANING] = table.data[rows[rows >= 0]]
    return found


def describe(scene: Scene) -> list[Row]:
    """A row of categories for each word, in the order of :data:`COLUMNS`."""
    said, standing, sector, forms = of_statements(scene), list(of_candidates(scene)), of_sectors(scene), tree(scene.doc).morphologies
    return [
        (
            *of_word(token, scene, forms[token.i]),
            *of_frame(scene, token),
            said[token.i],
            standing[token.i],
            sector.get(token.i, ""),
            str(min(scene.sentence_of[token.i], LATER)),
            shape(token),
            str(presented(scene.hits[token.i])) if token.i in scene.hits else "",
        )
        for token in scene.doc
    ]


def of_word(token: Token, scene: Scene, morphology: str) -> Row:
    """Lemma, part of speech, relation, preposition, form, and of verbs tense and voice."""
    when = ""
    if token.pos_ in ("VERB", "AUX"):
        when = tense(token) + (" passive" if token.pos_ == "VERB" and is_passive(token) else "")
    return scene.lemmas[token.i], token.pos_, scene.relations[token.i], scene.markers[token.i], form(morphology), when


@cache
def form(morphology: str) -> str:
    """The features that matter, without their names."""
    found = dict(item.split("=", 1) for item in morphology.split("|") if "=" in item)
    return "|".join(found.get(name, "") for name in FORM)


def of_frame(scene: Scene, token: Token) -> Row:
    """The type of the frame that holds at a word, or why none does, and with its mode whether it is reciprocal."""
    hit = scene.hits.get(token.i)
    if hit is None:
        return "denied" if token.i in scene.denied else "taken" if token.i in scene.taken else "", ""
    return str(hit.frame.type), f"{hit.frame.type}/{hit.frame.mode}{' reciprocal' if hit.frame.reciprocal else ''}"


def of_statements(scene: Scene) -> list[str]:
    """Of each word the stance of the content that it is in (with "?" where nobody is named who says it), or of its cue."""
    found = [""] * len(scene.doc)
    for statement in scene.said:
        content = scene.doc.char_span(statement.content.start, statement.content.end, alignment_mode="expand")
        for token in content or ():
            found[token.i] = f"{statement.stance}{'' if statement.speaker else '?'}"
        cue = scene.doc.char_span(statement.cue.start, statement.cue.end, alignment_mode="expand") if statement.cue else None
        for token in cue or ():
            if content is None or not content.start <= token.i < content.end:
                found[token.i] = f"cue {statement.stance}"
    return found


def of_candidates(scene: Scene) -> Iterator[str]:
    """How each word stands for actors, if it does."""
    found: dict[int, set[str]] = {}
    for one in scene.candidates:
        found.setdefault(one.word.i, set()).add(one.standing)
    return (" ".join(sorted(found.get(token.i, ()))) for token in scene.doc)


def of_sectors(scene: Scene) -> dict[int, str]:
    """What kind of actor a word stands for: a state, a sector, an organisation by its code."""
    found: dict[int, str] = {}
    for one in scene.candidates:
        actor = one.mention.actor
        found.setdefault(one.word.i, actor.sector or ("state" if is_state(actor.state) else actor.state))
    return found


def shape(token: Token) -> str:
    """Capitals, digits, quotation marks."""
    text = token.text
    if text in QUOTES:
        return "quote"
    return "capitals" if text.isupper() else "title" if text[:1].isupper() else "digits" if text.isdigit() else "lower"
