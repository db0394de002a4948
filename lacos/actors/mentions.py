"""The resolved mentions of a document, found by the token that heads their phrase."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from lacos.actors.tables import is_state
from lacos.language.syntax import conjuncts
from lacos.records import Mention

Found = tuple[Mention, ...]
GUESSED = 0.4
"""Confidence of a role that is taken to be of the state that the document names most."""


def is_guess(mention: Mention) -> bool:
    """Whether only the document's own state speaks for the mention's."""
    return mention.confidence == GUESSED


class Mentions:
    """Where each actor stands in an analysed document; filled by :func:`lacos.actors.resolve` and,
    for the first person of quotations, by :func:`lacos.statements.give_voice`."""

    def __init__(self) -> None:
        self.home: str | None = None
        """The state on whose own affairs the document is, if it is on those of one."""
        self._heads: dict[int, Found] = {}
        self._adjectives: dict[int, Found] = {}
        self._places: dict[int, Found] = {}
        self._elided: dict[int, Found] = {}
        self._voices: list[tuple[int, int, Found]] = []

    def __iter__(self) -> Iterator[Mention]:
        """Every mention that has words, in text order, those of places left out; the same order at every run."""
        parts = (self._heads, self._adjectives)
        found = dict.fromkeys(mention for part in parts for mentions in part.values() for mention in mentions if mention.span)
        return iter(sorted(found, key=lambda mention: (mention.span.start, mention.span.end) if mention.span else (0, 0)))

    def of(self, token: Token) -> Found:
        """The actors that the phrase headed by ``token`` stands for: one, or several for "ambos" and "eles"; none when it is no actor."""
        return self._heads.get(token.i, ())

    def group(self, token: Token) -> Found:
        """The actors of ``token`` and of all that is coordinated with it."""
        return tuple(mention for word in conjuncts(token) for mention in self.of(word))

    def adjective(self, token: Token) -> Found:
        """The actors that an adjective of origin or belonging names: "russo", "sino-americano"."""
        return self._adjectives.get(token.i, ())

    def place(self, token: Token) -> Found:
        """The state where the place named by ``token`` lies, when the place is not meant as an actor: "em Moscou"."""
        return self._places.get(token.i, ())

    def elided(self, verb: Token) -> Found:
        """The actors that a finite verb without a subject takes over from what goes before."""
        return self._elided.get(verb.i, ())

    def voice(self, token: Token) -> Found:
        """Who says what ``token`` is part of, in the innermost content around it; nobody for what the text says itself."""
        around = [(end - start, found) for start, end, found in self._voices if start <= token.idx < end]
        least = min((length for length, _ in around), default=0)
        return tuple(mention for length, found in around if length == least for mention in found)

    def put_voice(self, start: int, end: int, speakers: Found) -> None:
        """Remember who says what stands at these characters of the text."""
        self._voices.append((start, end, speakers))

    def put(self, token: Token, found: Found) -> None:
        self._heads[token.i] = found

    def put_adjective(self, token: Token, found: Found) -> None:
        self._adjectives[token.i] = found

    def put_place(self, token: Token, found: Found) -> None:
        self._places[token.i] = found

    def put_elided(self, verb: Token, found: Found) -> None:
        self._elided[verb.i] = found


def part_of(state: str, sector: str | None) -> str:
    return f"{state}/{sector}" if sector else state


def owned(owner: Mention, sector: str) -> str:
    """The code of a part of the owner's state; the owner's own code where it is no state."""
    return part_of(owner.actor.state, sector) if sector and is_state(owner.actor.state) else owner.code
