"""What the text has spoken of so far, for words that point back: "o país", "ele", "os dois", a verb without a subject.

States are ranked by salience, which every mention adds to by its place in the sentence and which fades from sentence to sentence
(after Lappin and Leass 1994, "An algorithm for pronominal anaphora resolution"); persons and groups by recency, the last subjects first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from spacy.tokens import Token

from lacos.actors.mentions import Found
from lacos.actors.roles import role_of
from lacos.actors.tables import is_state
from lacos.language.syntax import features, has, relation

REACH = 6
"""Sentences back that a pointing word can reach."""
FADE = 0.3
"""What is left of a mention's salience a sentence later."""
WEIGHT = {"nsubj": 3.0, "obj": 1.5, "obl": 0.6, "amod": 0.1}
"""What a mention adds to the salience of its state by its relation; 1 for any other."""
TOPIC = 0.2
"""What it adds for good: a document keeps to its subject."""
TITLE = 5
"""How much more what the first sentence names belongs to that subject."""
LEADER = 0.5
"""The share of its leader's name in the salience of a state that is asked for as "o país"."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One mention as the discourse remembers it."""

    found: Found
    sentence: int
    relation: str
    plural: bool
    feminine: bool | None
    lemma: str
    human: bool = False
    place: bool = False
    """Where something is: only "o país" points back to it."""
    named: bool = False
    unknown: bool = False
    """A person named in the text whom nothing ties to an actor: a pronoun that means this person means nobody we know."""

    @property
    def subject(self) -> bool:
        return self.relation == "nsubj"

    @property
    def state(self) -> bool:
        return not self.place and len(self.found) == 1 and is_state(self.found[0].code)

    @property
    def person(self) -> bool:
        return self.unknown or (len(self.found) == 1 and not self.plural and (self.found[0].person is not None or self.human))


class Discourse:
    """The mentions of a document up to the word being read."""

    def __init__(self) -> None:
        self.sentence = 0
        self._spoken: list[Spoken] = []
        self._titles: dict[str, set[str | None]] = defaultdict(set)
        """Persons by what they were called: "presidente"."""
        self._feminine: dict[str, bool] = {}  # persons' gender by what they were called: "a presidente ..., Samia Hassan"

    def add(self, token: Token, found: Found, place: bool = False) -> None:
        """Remember that ``token`` heads a mention of ``found``, or of the place where they are."""
        plural = has(token, "Number", "Plur") or len(found) > 1 or any(child.dep_ == "conj" for child in token.children)
        role = role_of(token)
        self._speak(token, found, plural, human=role is not None and role.human, place=place)

    def add_unknown(self, token: Token) -> None:
        """Remember a named person of no known actor."""
        self._speak(token, (), plural=False, human=True, unknown=True)

    def _speak(self, token: Token, found: Found, plural: bool, *, human: bool, place: bool = False, unknown: bool = False) -> None:
        feminine = gender(token)
        name = found[0].person if len(found) == 1 else None
        if name and human:
            self._titles[token.lemma_.lower()].add(name)
        if name and feminine is not None and human:
            self._feminine.setdefault(name, feminine)
        if name:
            feminine = self._feminine.get(name, feminine)
        named = token.pos_ == "PROPN" and not place
        self._spoken.append(
            Spoken(found, self.sentence, relation(token), plural, feminine, token.lemma_.lower(), human, place, named, unknown)
        )

    def _recent(self) -> list[Spoken]:
        near = [spoken for spoken in self._spoken if self.sentence - spoken.sentence <= REACH]
        before = [spoken for spoken in near if spoken.subject]
        return sorted(near, key=lambda spoken: (spoken in before[-2:], spoken.sentence), reverse=True) if near else []

    def role(self, lemma: str) -> Found:
        """The last actor called by this noun, however long ago, or the last person named who had been called so."""
        called = self._titles.get(lemma, set())
        return next(
            (
                spoken.found
                for spoken in reversed(self._spoken)
                if spoken.lemma == lemma or (spoken.found and spoken.found[0].person in called)
            ),
            (),
        )

    def state(self, impersonal: bool = False, but: frozenset[str] = frozenset()) -> Found:
        """The most salient state that is none of ``but``; with ``impersonal`` its leader's name counts for less, and places count."""
        weights: dict[tuple[str, int], float] = defaultdict(float)  # of a state in a sentence: its best mention counts
        last: dict[str, Found] = {}
        for spoken in self._spoken:
            if spoken.place and not impersonal:
                continue
            for one in spoken.found:
                if is_state(one.code) and one.code not in but:
                    weight = WEIGHT.get(spoken.relation, 1.0) * (LEADER if impersonal and one.person else 1.0) / len(spoken.found)
                    weights[one.code, spoken.sentence] = max(weights[one.code, spoken.sentence], weight)
                    last[one.code] = (one,)
        salience: dict[str, float] = defaultdict(float)
        for (code, sentence), weight in weights.items():
            salience[code] += weight * FADE ** (self.sentence - sentence) + TOPIC * (1 if sentence else TITLE)
        return last[max(reversed(last), key=lambda code: salience[code])] if last else ()

    def state_among(self, codes: frozenset[str]) -> Found:
        """Of these states the one spoken of most often so far, the last of equals."""
        spoken = [item.found for item in self._spoken if len(item.found) == 1 and item.found[0].code in codes]
        counted = Counter(found[0].code for found in spoken)
        return max(reversed(spoken), key=lambda found: counted[found[0].code], default=())

    def person(self, feminine: bool) -> Found:
        """The person last spoken of that a singular pronoun of this gender can mean, else the last of unknown gender."""
        people = [spoken for spoken in self._recent() if spoken.person]
        same = [spoken for spoken in people if spoken.feminine == feminine]
        return next((spoken.found for spoken in (*same, *people) if spoken.feminine in (feminine, None)), ())

    def scene(self) -> Found:
        """Where things happened last."""
        return next((spoken.found for spoken in reversed(self._spoken) if spoken.place and self.sentence - spoken.sentence <= 2), ())

    def body(self, sector: str) -> Found:
        """The firm, paper or the like of this sector last called by its name; for "" the organisation or group that is no state."""
        for spoken in reversed(self._spoken):
            if not spoken.named or len(spoken.found) != 1 or spoken.found[0].person or self.sentence - spoken.sentence > REACH:
                continue
            actor = spoken.found[0].actor
            if actor.sector == sector if sector else not is_state(actor.state):
                return spoken.found
        return ()

    def politician(self, codes: set[str]) -> Found:
        """The person last spoken of by name who acts for one of these."""
        people = (spoken.found for spoken in reversed(self._spoken) if spoken.person and spoken.found and spoken.found[0].person)
        return next((found for found in people if found[0].code in codes), ())

    def group(self, size: int | None = None, but: frozenset[str] = frozenset(), feminine: bool = False) -> Found:
        """The actors last spoken of together, none of them of ``but``; the last ``size`` states apart when there was no group.

        With ``feminine`` ("elas") not a group that is known to be masculine.
        """
        for spoken in reversed(self._spoken):
            near = self.sentence - spoken.sentence <= REACH and not spoken.place
            fits = spoken.plural and not (feminine and spoken.feminine is False)
            if near and fits and len(spoken.found) >= 2 and but.isdisjoint(one.code for one in spoken.found):
                return spoken.found
        if size is None:
            fitting = (spoken for spoken in self._recent() if spoken.plural and (not feminine or spoken.feminine is not False))
            return next((spoken.found for spoken in fitting), ())
        apart: dict[str, Found] = {}  # adjectives of origin count here: "mísseis norte-coreanos ... a Rússia ... ambos os países"
        for spoken in reversed(self._spoken):
            if spoken.state and spoken.found[0].code not in but:
                apart.setdefault(spoken.found[0].code, spoken.found)
            if len(apart) == size:
                return tuple(mention for found in reversed(apart.values()) for mention in found)
        return ()

    def pair(self) -> Found:
        """Two or more states that were last spoken of together."""
        for spoken in reversed(self._spoken):
            if self.sentence - spoken.sentence <= REACH and len(spoken.found) > 1 and all(is_state(one.code) for one in spoken.found):
                return spoken.found
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
