"""Where an event took place: the locative phrases of its clause, resolved to a state and, where the table knows it, to coordinates.

Nothing is placed by guess: an event whose clause names no place has none, and an actor named by its seat ("Moscou disse") is no place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from lacos.actors import Mentions
from lacos.actors.tables import all_entities, is_state
from lacos.events.atlas import LONGEST, TABLE_KINDS, Known, find
from lacos.events.locatives import DEPENDENTS, locatives, marked
from lacos.events.matching import Match
from lacos.language.lexicon import lexicon
from lacos.language.syntax import children, lemma, preposition
from lacos.records import Document, EventType, Mention, MentionKind, Place

KINDS = ("country", *TABLE_KINDS, "place")
"""What a place may be; "place" is one that the table does not have, of a state that the text names with it."""
UNSAID = frozenset({"country", "capital", "seat"})
"""What an attack aims at as an actor and not as a place: "o ataque a Moscou" may be one of words."""
DEEPEST = 4
"""Steps down from a locative phrase to the name in it."""


class Places:
    """Looks for the places of events in one document."""

    def __init__(self, document: Document, mentions: Mentions) -> None:
        self.document, self.mentions = document, mentions
        self.states = {mention.actor.state for mention in mentions}

    def of(self, match: Match) -> Place | None:
        """Where the event of ``match`` took place, as its clause says."""
        found: list[Place] = []
        beside: frozenset[str] = frozenset()
        for heads in locatives(match):
            beside |= self.states_beside(heads)
            found += [place for head in heads if (place := self.resolve(head, beside)) is not None]
            if found and found[0].kind != "country":
                break
        return sharpest(found) if found else self.target(match)

    def states_beside(self, heads: list[Token]) -> frozenset[str]:
        """The states named in any of several locative phrases: in "em Trípoli, no Líbano" they tell which Trípoli is meant."""
        return frozenset(code for head in heads for word in head.subtree for code in self.state_of(word))

    def target(self, match: Match) -> Place | None:
        """The town or base that an attack is made on, or the place that is visited."""
        words = lexicon(match.token.doc.lang_).places
        if match.frame.mode == "visit":
            aims = [*children(match.token, "obj"), *marked(match.token, words["destinations"])]
            found = [place for aim in aims if (place := self.resolve(aim, frozenset()))]
        elif match.frame.type is EventType.ASSAULT:
            aims = [*children(match.token, "obj"), *marked(match.token, words["targets"])]
            found = [place for aim in aims if (place := self.resolve(aim, frozenset())) and place.kind not in UNSAID]
        else:
            return None
        return sharpest(found) if found else None

    def resolve(self, head: Token, beside: frozenset[str], depth: int = 0) -> Place | None:
        """The place that the phrase of ``head`` names, itself or, after "cidade de", "norte de" and the like, in its complement."""
        return self.named(head, beside) or self.in_complement(head, beside, depth) or self.unlisted(head, beside)

    def in_complement(self, head: Token, beside: frozenset[str], depth: int) -> Place | None:
        words = lexicon(head.doc.lang_).places
        is_part = lemma(head) in words["located"] or head.lower_ in words["located"]
        if depth == DEEPEST:
            return None
        for link in ("de", "", *sorted(words["links"] - {"de"})) if is_part else ("em",):
            for child in children(head, *DEPENDENTS):
                if preposition(child) == link and (place := self.resolve(child, beside, depth + 1)):
                    return told_with(place, head)
        if is_part:
            for child in children(head, "amod", "nmod"):
                if adjective := self.mentions.adjective(child):
                    return told_with(self.country(adjective[0]), head)
            if lemma(head) in words["country"]:
                return next((self.country(one) for one in self.mentions.of(head) if self.is_sure(one, head)), None)
        return None

    def named(self, head: Token, beside: frozenset[str]) -> Place | None:
        """A place called by its name: one of the table, a state, or a town that the text itself ties to a state."""
        for run, known in names(head):
            if (chosen := self.choose(known, run, beside)) is not None:
                return Place(
                    chosen.name,
                    self.document.span(run.start_char, run.end_char),
                    chosen.code,
                    chosen.kind,
                    chosen.latitude,
                    chosen.longitude,
                    f"«{run.text}» ({chosen.source})",
                )
        if head.ent_type_ == "ORG":
            return None
        if state := next((mention for mention in self.mentions.place(head)), None) or self.state(head):
            return self.country(state)
        return None

    def choose(self, known: tuple[Known, ...], run: SpacySpan, beside: frozenset[str]) -> Known | None:
        """Which of several namesakes: the one whose state is named beside it, else the one of a state of the document, else the best known.

        A word that is also a common one must be a place for the entity recogniser, and a club or firm is none.
        """
        kind = run.root.ent_type_
        sure = [place for place in known if place.code in beside]
        if sure:
            return sure[0]
        told = [place for place in known if place.code in self.states] if len(known) > 1 else []
        for place in (*told, *(place for place in known if not place.lesser or len(known) == 1)):
            if (kind in ("ORG", "PER") and place.kind not in ("seat", "site", "base")) or (place.ambiguous and kind != "LOC"):
                continue
            return place
        return None

    def state(self, head: Token) -> Mention | None:
        """The state that ``head`` names, by its name alone."""
        found = (mention for mention in self.mentions.of(head) if mention.kind is MentionKind.NAME and not mention.person)
        return next((mention for mention in found if "/" not in mention.code and mention.because.startswith("name ")), None)

    def state_of(self, word: Token) -> Iterator[str]:
        """The codes of the states that a word may tie a place to: "na Síria", "(SP)"."""
        if (mention := self.state(word)) is not None:
            yield mention.code
        yield from (mention.code for mention in self.mentions.place(word))
        words = lexicon(word.doc.lang_).places
        if word.text in words["provinces"] and word.i and word.nbor(-1).text in ("(", "-", "/"):
            yield from words["provinces_of"]

    def is_sure(self, pointed: Mention, head: Token) -> bool:
        """Whether "o país" is the state named last before it in its sentence, or the one on whose affairs the document is."""
        if pointed.kind is not MentionKind.COREFERENCE:
            return False
        for word in reversed(head.doc[head.sent.start : head.i]):
            if codes := [*self.state_of(word), *(mention.code for mention in self.mentions.adjective(word))]:
                return pointed.code in codes
        return pointed.code == self.mentions.home

    def country(self, mention: Mention) -> Place | None:
        """The whole of a state, or a place in it that the table does not have."""
        if mention.span is None or not is_state(mention.code):
            return None
        listed = mention.because.startswith("place ")
        name = mention.text if listed else state_names().get(mention.code, mention.text)
        kind = "place" if listed else "country"
        return Place(name, mention.span, mention.code, kind, because=f"«{mention.text}»: {mention.because}")

    def unlisted(self, head: Token, beside: frozenset[str]) -> Place | None:
        """A name in no table, of the one state that the text names with it: "em Tashkurgan, na China", "em Registro (SP)"."""
        known = lexicon(head.doc.lang_).places["located"]
        if head.pos_ != "PROPN" or len(beside) != 1 or head.lower_ in known or not (head.ent_type_ == "LOC" or is_of_province(head)):
            return None
        run = next((entity for entity in head.sent.ents if entity.start == head.i), head.doc[head.i : head.i + 1])
        (code,) = beside
        if any(code in self.state_of(word) for word in run):  # "Montana" in "Laguneta de La Montana"
            return None
        span = self.document.span(run.start_char, run.end_char)
        return Place(run.text, span, code, "place", because=f"«{run.text}», in no table, of the state named with it")


@cache
def state_names() -> dict[str, str]:
    """The usual name of every state by its code."""
    named = (entity for entity in reversed(all_entities()) if entity.kind == "name" and entity.source.startswith("states-"))
    return {entity.code: entity.form for entity in named}


def names(head: Token) -> Iterator[tuple[SpacySpan, tuple[Known, ...]]]:
    """The names of the table that ``head`` is part of, the longest first; no pieces of a longer name."""
    doc, sentence = head.doc, head.sent
    for start in range(head.i, max(sentence.start, head.i - 2) - 1, -1):
        if start != head.i and not doc[start].text[:1].isupper():
            break
        for end in range(min(start + LONGEST, sentence.end), head.i, -1):
            run = doc[start:end]
            if (known := find(run.text)) and not goes_on(run):
                yield run, known


def is_of_province(name: Token) -> bool:
    """Whether the state of a federation stands in brackets after a town: "(SP)"."""
    provinces = lexicon(name.doc.lang_).places["provinces"]
    return any(child.text in provinces for child in name.children)


def goes_on(run: SpacySpan) -> bool:
    """Whether a name goes on to the right or left: "Nova" in "Nova Lima"."""
    doc = run.doc
    after = doc[run.end] if run.end < len(doc) else None
    before = doc[run.start - 1] if run.start > run.sent.start else None
    return any(word is not None and word.text[:1].isupper() and word.pos_ == "PROPN" for word in (after, before))


def sharpest(found: list[Place]) -> Place:
    """The first place, or a more exact one in it that the same clause names: "na Suíça, em Genebra"."""
    first = found[0]
    exact = [place for place in found[1:] if place.code == first.code and place.kind != "country"]
    return exact[0] if first.kind == "country" and exact else first


def told_with(place: Place | None, head: Token) -> Place | None:
    """``place`` with the noun that led to it: "«norte»"."""
    return replace(place, because=f"{head.text}: {place.because}") if place is not None else None
