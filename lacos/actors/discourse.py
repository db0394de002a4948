"""What the text has spoken of so far, for words that point back: "o país", "ele", "os dois", a verb without a subject.

A plain recency account: the last subject first, then the last mention that fits (after Lappin and Leass 1994, without weights).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from spacy.tokens import Token

from lacos.actors.mentions import Found
from lacos.actors.roles import role_of
from lacos.actors.tables import is_state
from lacos.language.syntax import features, has, relation

REACH = 6
"""Sentences back that a pointing word can reach."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One mention as the discourse remembers it."""

    found: Found
    sentence: int
    subject: bool
    plural: bool
    feminine: bool | None
    lemma: str

    human: bool = False
    unknown: bool = False
    """A person named in the text whom nothing ties to an actor: a pronoun that means this person means nobody we know."""

    @property
    def state(self) -> bool:
        return len(self.found) == 1 and is_state(self.found[0].code)

    @property
    def person(self) -> bool:
        return self.unknown or (len(self.found) == 1 and not self.plural and (self.found[0].person is not None or self.human))


class Discourse:
    """The mentions of a document up to the word being read."""

    def __init__(self) -> None:
        self.sentence = 0
        self._spoken: list[Spoken] = []
        self._feminine: dict[str, bool] = {}  # persons' gender by what they were called: "a presidente ..., Samia Hassan"

    def add(self, token: Token, found: Found) -> None:
        """Remember that ``token`` heads a mention of ``found``."""
        plural = has(token, "Number", "Plur") or len(found) > 1 or any(child.dep_ == "conj" for child in token.children)
        role = role_of(token)
        self._speak(token, found, plural, human=role is not None and role.human, unknown=False)

    def add_unknown(self, token: Token) -> None:
        """Remember a named person of no known actor."""
        self._speak(token, (), plural=False, human=True, unknown=True)

    def _speak(self, token: Token, found: Found, plural: bool, *, human: bool, unknown: bool) -> None:
        feminine = gender(token)
        name = found[0].person if len(found) == 1 else None
        if name and feminine is not None and human:
            self._feminine.setdefault(name, feminine)
        if name:
            feminine = self._feminine.get(name, feminine)
        self._spoken.append(
            Spoken(found, self.sentence, relation(token) == "nsubj", plural, feminine, token.lemma_.lower(), human, unknown)
        )

    def _recent(self) -> list[Spoken]:
        near = [spoken for spoken in self._spoken if self.sentence - spoken.sentence <= REACH]
        before = [spoken for spoken in near if spoken.subject]
        return sorted(near, key=lambda spoken: (spoken in before[-2:], spoken.sentence), reverse=True) if near else []

    def role(self, lemma: str) -> Found:
        """The last actor that was called by this noun, however long ago."""
        return next((spoken.found for spoken in reversed(self._spoken) if spoken.lemma == lemma), ())

    def state(self, impersonal: bool = False) -> Found:
        """The state last spoken of, subjects first; with ``impersonal`` one called so rather than by the name of its leader."""
        found = [spoken.found for spoken in self._recent() if spoken.state]
        return next((one for one in found if impersonal and one[0].person is None), next(iter(found), ()))

    def state_among(self, codes: frozenset[str]) -> Found:
        """Of these states the one spoken of most often so far, the last of equals."""
        spoken = [item.found for item in self._spoken if item.state and item.found[0].code in codes]
        counted = Counter(found[0].code for found in spoken)
        return max(reversed(spoken), key=lambda found: counted[found[0].code], default=())

    def person(self, feminine: bool) -> Found:
        """The person last spoken of that a singular pronoun of this gender can mean, else the last of unknown gender."""
        people = [spoken for spoken in self._recent() if spoken.person]
        same = [spoken for spoken in people if spoken.feminine == feminine]
        return next((spoken.found for spoken in (*same, *people) if spoken.feminine in (feminine, None)), ())

    def group(self, size: int | None = None) -> Found:
        """The actors last spoken of together; of the last ``size`` states apart when there was no group."""
        for spoken in reversed(self._spoken):
            if spoken.plural and len(spoken.found) >= 2 and self.sentence - spoken.sentence <= REACH:
                return spoken.found
        if size is None:
            return next((spoken.found for spoken in self._recent() if spoken.plural), ())
        apart: dict[str, Found] = {}  # adjectives of origin count here: "mísseis norte-coreanos ... a Rússia ... ambos os países"
        for spoken in reversed(self._spoken):
            if spoken.state:
                apart.setdefault(spoken.found[0].code, spoken.found)
            if len(apart) == size:
                return tuple(mention for found in reversed(apart.values()) for mention in found)
        return ()

    def topic(self, plural: bool) -> Found:
        """The subject last spoken of, of the same number: what a finite verb without a subject takes over."""
        subjects = [spoken for spoken in reversed(self._spoken) if spoken.subject and self.sentence - spoken.sentence <= 2]
        return next((spoken.found for spoken in subjects if spoken.plural == plural), ())


def gender(token: Token) -> bool | None:
    """Whether a phrase is feminine by its article or its head; None where neither says."""
    words = [*(child for child in token.children if relation(child) in ("det", "case")), token]
    for word in words:
        values = features(word, "Gender")
        if len(values) == 1:
            return values[0] == "Fem"
    return None
