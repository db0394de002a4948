"""Which events a document tells within which statements."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from lacos.language.lexicon import lexicon
from lacos.language.syntax import children, lemma, relation
from lacos.records import Event, Stance, Statement
from lacos.statements.matching import cues_at
from lacos.statements.spans import words_of

GOES_ON = ("conj", "xcomp")
"""Relations of a word that shares what is said of its head: "atacou e ocupou", "pretende atacar"."""


class Telling:
    """The events and statements of a document, each asked for those of the other. ``doc`` must be the analysis of their text."""

    def __init__(self, events: Sequence[Event], said: Sequence[Statement], doc: Doc) -> None:
        self.doc = doc
        self.events = sorted(events, key=lambda event: event.trigger.start)
        self._starts = [event.trigger.start for event in self.events]
        self._inside = {one.id: [event for event in self._between(one) if event.trigger in one.content] for one in said}
        self._around: dict[str, list[Statement]] = {}
        for one in said:
            for event in self._inside[one.id]:
                self._around.setdefault(event.id, []).append(one)

    def _between(self, one: Statement) -> list[Event]:
        return self.events[bisect_left(self._starts, one.content.start) : bisect_left(self._starts, one.content.end)]

    def inside(self, one: Statement) -> list[Event]:
        """The events in the content of a statement, in text order."""
        return self._inside[one.id]

    def said_itself(self, one: Statement) -> list[Event]:
        """The events that a content says, not those that it says something of: "que houve um ataque", not "que o ataque fosse legal"."""
        return [event for event in self.inside(one) if heads(words_of(event.trigger, self.doc).root, words_of(one.content, self.doc))]

    def is_denial(self, one: Statement) -> bool:
        """Whether the cue of a statement denies ("negou", "não confirmou"), and not only the words of its content."""
        cue = words_of(one.cue, self.doc).root if one.cue else None
        negators = lexicon(self.doc.lang_).status["negators"]
        return cue is not None and (
            any(known.stance is Stance.DENY for known in cues_at(cue)) or any(word.lower_ in negators for word in children(cue, "advmod"))
        )

    def around(self, event: Event) -> list[Statement]:
        """The statements that have an event in their content."""
        return self._around.get(event.id, [])

    def before(self, one: Statement) -> list[Event]:
        """The events told before the content of a statement, in text order."""
        return self.events[: bisect_left(self._starts, one.content.start)]


def heads(word: Token, content: SpacySpan) -> bool:
    """Whether a word is the predicate of a content, goes on with it, or is what a verb without much meaning says: "houve um ataque"."""
    while relation(word) in GOES_ON and word != content.root and content.start <= word.head.i < content.end:
        word = word.head
    if word == content.root:
        return True
    known = lexicon(content.doc.lang_)
    return word.head == content.root and lemma(word.head) in known.light_verbs | known.claims["existence"]
