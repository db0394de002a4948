"""An event and a time expression as the network sees them: how the one stands to the other, and what the rules date by it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from lacos.events.dates import is_limit, of_document, of_event, owner, places
from lacos.events.network.facts import Facts, precision
from lacos.events.network.pairs import distance, path
from lacos.events.scene import Scene
from lacos.language.syntax import lemma

COLUMNS = ("path", "distance", "sentences", "kind", "recency", "marker", "owner", "rule", "same type", "same word", "title")
REACH = 60
"""Sentences within which an expression may date an event, besides the headline."""
FAR = 4
"""Sentences from which on all are equally far."""
RECENCY = ((0, "same day"), (1, "yesterday"), (7, "week"), (31, "month"), (366, "year"))
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class When:
    """A time expression that can date an event, with the value that it gives it."""

    word: Token
    value: str
    because: str


class Calendar:
    """The time expressions of a document, and what the rules date by them; ``facts`` are those of its events in text order."""

    def __init__(self, scene: Scene, facts: Sequence[Facts]) -> None:
        self.scene, self.facts = scene, facts
        self.expressions = [found for some in of_document(scene.doc, scene.published).values() for found in some]
        self._near = [self.scene.sentence_of[span.root.i] for _, span in self.expressions]
        self._alike: dict[Hashable, list[int]] = {}
        for rank, one in enumerate(facts):
            if one.date is not None:
                kind, value, word = one.hit.frame.type, one.date.value, lemma(one.hit.token)
                for key in ((kind, value), (kind, value, word)):
                    self._alike.setdefault(key, []).append(rank)
        self._owners = [owner(span, item, scene.published).i for item, span in self.expressions]
        self._types = {one.hit.token.i: one.hit.frame.type for one in facts}

    def describe(self, rank: int) -> list[tuple[When, Row]]:
        """The expressions that may date an event, each with its row of categories in the order of :data:`COLUMNS`."""
        scene, facts = self.scene, self.facts[rank]
        token, kind = facts.hit.token, facts.hit.frame.type
        here, above = scene.sentence_of[token.i], scene.above(token.i)
        own = {word.i for word in places(token, facts.status)}
        found: list[tuple[When, Row]] = []
        for (item, span), at, sentence in zip(self.expressions, self._owners, self._near, strict=True):
            if sentence > 0 and abs(sentence - here) > REACH:
                continue
            value = of_event(item, token, facts.status)
            if value is None:
                continue
            root = span.root
            sentences = sentence - here
            owned = "trigger" if at == token.i else "place" if at in own else "word" if lemma(scene.doc[at]) == lemma(token) else ""
            row = (
                path(scene, above, root.i) if not sentences else "other sentence",
                distance(root.i - token.i),
                str(max(-FAR, min(sentences, FAR))),
                f"{item.type} {precision(value)}{' ago' if item.is_ago else ''}{' limit' if is_limit(span) else ''}",
                recency(value, scene.published),
                scene.markers[root.i],
                owned or ("type" if self._types.get(at) is kind else "event" if at in self._types else "other"),
                "rule" if facts.date is not None and facts.date.value == value else "another" if facts.date is not None else "",
                self._told(rank, kind, value),
                self._told(rank, kind, value, lemma(token)),
                "title" if sentence == 0 else "",
            )
            found.append((When(root, value, item.because), row))
        return found

    def _told(self, rank: int, *key: Hashable) -> str:
        """Whether another event, alike by this type, date and word, is told before, or only after."""
        ranks = self._alike.get(key) or [rank]
        return "before" if ranks[0] < rank else "after" if ranks[-1] > rank else ""


def recency(value: str, published: date | None) -> str:
    """How far a date lies from publication."""
    if published is None:
        return ""
    if len(value) < 10:
        same = value == published.isoformat()[: len(value)]
        return f"{precision(value)} {'same' if same else 'later' if value > published.isoformat() else 'earlier'}"
    days = (published - date.fromisoformat(value[:10])).days
    return "later" if days < 0 else next((name for limit, name in RECENCY if days <= limit), "long ago")
