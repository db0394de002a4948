"""What is known of a document before its events are decided: the frames that hold, whom they name, and every actor that may fill a side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

import numpy
from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from lacos.actors import Mentions
from lacos.events.frames import Frame
from lacos.events.matching import POS, Match, match
from lacos.events.slots import Filled, fill
from lacos.language.syntax import lemma, preposition
from lacos.language.trees import tree
from lacos.records import Document, EventType, Mention, Statement

HIGHEST = 12
"""Words above a word that are looked at."""
BEFORE = 3
"""Sentences before that of an event whose actors may fill its sides; those of the first sentence, the headline, always may."""

NO_FRAME = "no frame"
"""What stands for the table's row where the network alone sees the event."""


class Standing(StrEnum):
    """How words stand for an actor: as a phrase, an adjective, a mere place, or a verb whose subject is left out."""

    PHRASE = "phrase"
    ADJECTIVE = "adjective"
    PLACE = "place"
    ELIDED = "elided"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor at one place of the text that may fill a side of an event; ``word`` heads the words, or is the verb without its subject."""

    word: Token
    sentence: int
    standing: Standing
    mention: Mention


class Scene:
    """A document with its actors, its statements and the frames that hold in it."""

    def __init__(self, doc: Doc, document: Document, mentions: Mentions, said: Sequence[Statement] = ()) -> None:
        self.doc, self.document, self.mentions, self.said = doc, document, mentions, said
        self.sentences: list[SpacySpan] = list(doc.sents)
        found = [matches(sentence, mentions) for sentence in self.sentences]
        self.taken: frozenset[int] = frozenset(place for some in found for place in taken_up(some))
        """The words that a longer predicate took up."""
        self.denied: frozenset[int] = frozenset(hit.token.i for some in found for hit in some if hit.frame.type is None)
        """The words of which a frame says that they tell no event."""
        self.hits: dict[int, Match] = {hit.token.i: hit for some in found for hit in some if hit.token.i not in self.taken | self.denied}
        """The frames that hold, by the place of their word, in text order."""
        self.filled: dict[int, tuple[Filled, Filled]] = {place: fill(hit, mentions) for place, hit in self.hits.items()}
        """Whom each frame names, as actor and as recipient."""
        self._inside = [list(candidates(i, sentence, mentions)) for i, sentence in enumerate(self.sentences)]
        self.candidates: list[Candidate] = [one for some in self._inside for one in some]

    @property
    def published(self) -> date | None:
        """The day of publication."""
        return self.document.published

    @cached_property
    def sentence_of(self) -> list[int]:
        """The number of the sentence of each word."""
        return [i for i, sentence in enumerate(self.sentences) for _ in sentence]

    @cached_property
    def heads(self) -> list[int]:
        """The place of the head of each word; of a root its own."""
        offsets = self.doc.to_array("HEAD").astype(numpy.int64)
        return list((numpy.arange(len(offsets)) + offsets).tolist())

    @cached_property
    def lemmas(self) -> list[str]:
        """The lemma of each word."""
        return tree(self.doc).lemmas

    @cached_property
    def relations(self) -> list[str]:
        """The relation of each word to its head."""
        return tree(self.doc).relations

    @cached_property
    def markers(self) -> list[str]:
        """The preposition of each word."""
        found = [""] * len(self.doc)
        for token in self.doc:
            if self.relations[token.i] == "case" and not found[self.heads[token.i]]:
                found[self.heads[token.i]] = preposition(token.head)
        return found

    def above(self, place: int) -> list[int]:
        """The places of a word and of those above it, the nearest first."""
        found = [place]
        while self.heads[found[-1]] != found[-1] and len(found) <= HIGHEST:
            found.append(self.heads[found[-1]])
        return found

    def joint(self, one: int, other: int) -> int:
        """The place of the lowest word that both of two words are under; of the first one's root where no word is."""
        below, above = self.above(one), self.above(other)
        return next((place for place in below if place in above), below[-1])

    @cached_property
    def rank(self) -> dict[str, int]:
        """How often each actor is named beside the others: 0 for the most frequent."""
        counted = Counter(one.mention.code for one in self.candidates)
        return {code: rank for rank, (code, _) in enumerate(counted.most_common())}

    def match_of(self, token: Token, event_type: EventType) -> Match:
        """The frame that holds at a word, if it is of the type; else one that stands for none."""
        hit = self.hits.get(token.i)
        if hit is not None and hit.frame.type is event_type:
            return hit
        return Match(Frame(lemma(token), POS.get(token.pos_, token.pos_), event_type, None, (), (), source=NO_FRAME), token)

    def near(self, token: Token) -> list[Candidate]:
        """The candidates for the sides of what ``token`` expresses: those of its sentence, of the few before and of the first.

        Of the sentences before, mere places do not count; the word itself only as the verb of a subject left out.
        """
        here = self.sentence_of[token.i]
        before = sorted({0, *range(max(0, here - BEFORE), here)} - {here})
        return [
            *(one for number in before for one in self._inside[number] if one.standing is not Standing.PLACE),
            *(one for one in self._inside[here] if one.word.i != token.i or one.standing is Standing.ELIDED),
        ]


def candidates(number: int, sentence: SpacySpan, mentions: Mentions) -> Iterator[Candidate]:
    """The actors at the words of a sentence, without those that are part of another of the same state ("sírio" in "exército sírio")."""
    named = [
        Candidate(word, number, standing, mention)
        for word in sentence
        for standing, here in ((Standing.PHRASE, mentions.of(word)), (Standing.ADJECTIVE, mentions.adjective(word)))
        for mention in here
    ]
    yield from (one for one in named if not any(is_part(one.mention, other.mention) for other in named))
    for word in sentence:
        yield from (Candidate(word, number, Standing.PLACE, mention) for mention in mentions.place(word))
        yield from (Candidate(word, number, Standing.ELIDED, mention) for mention in mentions.elided(word))


def is_part(one: Mention, other: Mention) -> bool:
    """Whether the words of a mention lie within those of another of the same state."""
    if one.span is None or other.span is None or one.actor.state != other.actor.state:
        return False
    return one.span in other.span and one.span != other.span


def matches(sentence: SpacySpan, mentions: Mentions) -> list[Match]:
    """The frame of each word of a sentence that has one, those that say "no event" among them."""
    return [hit for token in sentence if (hit := match(token, mentions)) is not None]


def taken_up(found: list[Match]) -> dict[int, Match]:
    """The words that predicates took up besides their heads, by their place in the document, each with the match that took it."""
    return {word.i: hit for hit in found for word in hit.words}
