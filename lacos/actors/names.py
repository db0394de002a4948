"""From the names found in a text to the one actor each means here: the person in office at the date, the actor or only the place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from lacos.actors.gazetteer import Hit, gazetteer
from lacos.actors.periods import likely_day
from lacos.actors.phrases import is_adjective
from lacos.actors.pieces import (
    is_abbreviation,
    is_demonym_as_name,
    is_language,
    is_part_of_other_name,
    is_product,
    is_quoted,
    is_shouted,
    is_single,
    neighbour,
)
from lacos.actors.roles import role_of
from lacos.actors.spelling import misspelt
from lacos.actors.tables import HEADS, NOBODY, Entity, Person
from lacos.language.syntax import preposition
from lacos.records import Actor, Document, Mention, MentionKind

PLACE_PREPOSITIONS = {
    "name": frozenset({"em", "através"}),
    "capital": frozenset({"em", "para", "até", "desde", "sobre", "perto", "através", "rumo"}),
}
"""What makes a place of the name of a state and of a capital: one sends arms "para a Rússia", but flies "para Moscou"."""
KIND = {"name": MentionKind.NAME, "metonym": MentionKind.METONYM, "capital": MentionKind.METONYM, "demonym": MentionKind.DEMONYM}
DOMESTIC = 0.7
"""Share of all states named from which a document is on the affairs of one."""
ORDER = ("other", "name", "metonym", "capital", "demonym", "place")


class Names:
    """The known names of one document, by token."""

    def __init__(self, doc: Doc, document: Document, own: Path | None = None) -> None:
        self.document = document
        self._find = gazetteer(own).find
        self.published = document.published
        self.by_token: dict[int, tuple[SpacySpan, Hit]] = {}
        hits = [(span, hit) for hit in self._find(doc.text) if (span := doc.char_span(hit.start, hit.end, alignment_mode="expand"))]
        if self.published is None:
            self.published = likely_day(hit.persons[0] for _, hit in hits if len(hit.persons) == 1 and not hit.entities)
        self._full_names = {person.name for span, hit in hits for person in hit.persons if len(span) > 1}
        sure = [one.code for _, hit in hits for one in hit.entities if not one.ambiguous and one.code != NOBODY]
        self._sure = set(sure)
        self.states = {code.partition("/")[0] for code in sure}
        self._most_named = most_named(iter(sure))[0]
        self._named_places = {place.text for place in doc.ents if place.label_ == "LOC"}
        for span, known in hits:
            hit = self.sifted(span, known)
            if not (hit.entities or hit.persons) or is_part_of_other_name(span, hit):
                continue
            for token in span:
                self.by_token[token.i] = (span, hit)
        self._other_bearers = {
            entity[end].text
            for entity in doc.ents
            if entity.label_ == "PER" and len(entity) > 1 and not any(token.i in self.by_token for token in entity)
            for end in (0, -1)
        }

    def heads(self) -> Iterator[tuple[Token, SpacySpan, Hit]]:
        """Each name once: the token that heads it, its span, what was found."""
        seen: set[int] = set()
        for span, hit in self.by_token.values():
            if span.start not in seen:
                seen.add(span.start)
                yield span.root, span, hit

    def sifted(self, span: SpacySpan, hit: Hit) -> Hit:
        """What is left of the meanings of a form where it is no demonym, no product, none of the bearers of a name that many bear."""
        entities, persons = hit.entities, hit.persons
        if is_demonym_as_name(span) or is_language(span):
            entities = tuple(entity for entity in entities if entity.kind != "demonym")
        if is_product(span):
            entities = tuple(entity for entity in entities if not entity.code.endswith("/BUS"))
        if is_abbreviation(span, hit):
            persons = ()
        if any(entity.code == NOBODY and entity.ambiguous for entity in entities):
            entities = tuple(entity for entity in entities if entity.code in self._sure)
            persons = tuple(person for person in persons if self.is_spoken_of(person))
        return replace(hit, entities=entities, persons=persons)

    def is_spoken_of(self, person: Person) -> bool:
        """Whether a name that many bear is that of a person of the tables: named in full here, or a head of a state named here."""
        if person.name in self._full_names:
            return True
        code, office, _ = person.standing(self.published)
        return office in HEADS and code in self.states

    def person(self, hit: Hit, words: str) -> Person | None:
        """Whom a personal name means: someone named in full in this document, else who holds an office at the date.

        Nobody where the document gives the short name to another: "Kim" after "Kim Ah-ra".
        """
        if any(entity.code == NOBODY for entity in hit.entities):
            return None
        people = [person for person in hit.persons if person.name in self._full_names or words not in self._other_bearers]
        if not people:
            return None

        return max(people, key=lambda person: (person.name in self._full_names, *prominence(person, self.published)))

    def is_alone(self, span: SpacySpan, entity: Entity) -> bool:
        """Whether an ambiguous name of a state has nothing else in the document to speak for that state: "Sul", "Reunião"."""
        if "/" in entity.code or span.text.strip() in self._named_places:
            return False
        return entity.code not in self._sure

    def is_doubtful(self, span: SpacySpan, entity: Entity) -> bool:
        """Whether an ambiguous word is no name here.

        It is one between quotation marks, after a role of its sector ("o jornal Público") or when it is its role itself; an acronym or the
        followers of a party ("PSD", "democratas") are so where the document speaks of their state; of its adjectives only those of a role
        ("o líder trabalhista") where it speaks of another state more.
        """
        state, _, sector = entity.code.partition("/")
        role = role_of(span[0])
        if not sector or not is_single(span) or (role is not None and role.sector == sector):
            return False
        if entity.kind == "demonym" and state in self.states:
            return state != self._most_named and is_adjective(span.root) and role_of(span.root.head) is None
        if span.text.isupper() and len(span.text) > 1 and state in self.states:
            return is_shouted(span)
        before = neighbour(span, -1)
        noun = role_of(before) if before is not None else None
        return not (is_quoted(span) or (noun is not None and noun.sector == sector))

    def entity(self, hit: Hit) -> Entity | None:
        """The thing named, by kind: a name before a seat, a seat before a demonym, any before a mere place.

        An ambiguous one gives way to any that is not, if its own state is not named while the other's is.
        """

        def rank(entity: Entity) -> tuple[bool, int, bool, bool]:
            gives_way = entity.ambiguous and any(is_named(other) >= is_named(entity) for other in hit.entities if not other.ambiguous)
            return gives_way, ORDER.index(entity.kind), entity.ambiguous, not is_named(entity)

        def is_named(entity: Entity) -> bool:
            return entity.code.partition("/")[0] in self.states

        return min(hit.entities, key=rank, default=None)

    def mentions(self, span: SpacySpan, hit: Hit) -> tuple[tuple[Mention, ...], str]:
        """What a name means and its kind ("person", "name", "capital", "place", "demonym" ...); nothing for a doubtful word."""
        entity, person = self.entity(hit), self.person(hit, span.text)
        words = self.document.span(hit.start, hit.end)
        if person is not None and (entity is None or entity.ambiguous or entity.kind == "place"):
            code, office, source = person.standing(self.published)
            because = f"{person.name}, {office or 'out of office'} ({source})"
            confidence = 0.95
            return (Mention(Actor(code, person.name), words, MentionKind.NAME, confidence, because, person.name),), "person"
        if entity is not None and entity.code == NOBODY:
            return (), entity.kind
        if entity is None or (entity.ambiguous and (self.is_doubtful(span, entity) or self.is_alone(span, entity))):
            return (), ""
        kind = KIND.get(entity.kind, MentionKind.NAME)
        confidence = 0.6 if entity.ambiguous else 0.95
        meant = [other for other in hit.entities if other.joint] if entity.joint else [entity]
        found = tuple(Mention(Actor(one.code, one.form), words, kind, confidence, f"{one.kind} ({one.source})") for one in meant)
        return found, entity.kind

    def joined(self, token: Token) -> tuple[Mention, ...]:
        """Both actors of two names that a hyphen joins: "a cúpula Trump-Kim", "as relações EUA-China"."""
        parts = token.text.split("-")
        after_bracket = token.i > 0 and token.nbor(-1).text == "("  # a politician's party and state: "(PT-PR)"
        if len(parts) != 2 or after_bracket or not all(part[:1].isupper() for part in parts):
            return ()
        found: list[Mention] = []
        for part in parts:
            hits = [hit for hit in self._find(part) if hit.end - hit.start == len(part)]
            read = [self.mentions(token.doc[token.i : token.i + 1], hit) for hit in hits]
            named = [mention for mentions, kind in read if kind != "place" for mention in mentions]  # no "PMDB-MG"
            if not named:
                return ()
            start = token.idx + token.text.index(part)
            found.append(replace(named[0], span=self.document.span(start, start + len(part))))
        return tuple(found)

    def misspelt(self, token: Token) -> tuple[Mention, ...]:
        """The state that a word on its own is a misspelling of: "Wahington"."""
        around = token.doc[max(0, token.i - 1) : token.i + 2]
        if any(word.pos_ == "PROPN" and word.i != token.i for word in around):
            return ()
        entity = misspelt(token.text, token.lang_)
        if entity is None or (token.ent_type_ == "PER" and entity.code not in self.states):
            return ()
        words = self.document.span(token.idx, token.idx + len(token.text))
        because = f"spelt much like «{entity.form}» ({entity.source})"
        return (Mention(Actor(entity.code, entity.form), words, KIND[entity.kind], 0.6, because),)


def prominence(person: Person, day: date | None) -> tuple[bool, bool, bool]:
    """How readily a short name means a person on ``day``: heads of state and government first, then other offices of a state, then any."""
    code, office, _ = person.standing(day)
    return office in HEADS, bool(office) and "/" not in code, bool(office)


def is_place(token: Token, kind: str) -> bool:
    """Whether a name means where and not who: capitals and states after certain prepositions; cities and regions always."""
    if kind == "place":
        return True
    return token.ent_type_ != "ORG" and preposition(token) in PLACE_PREPOSITIONS.get(kind, ())


def most_named(codes: Iterator[str]) -> tuple[str | None, bool]:
    """The state named most often, the first of equals, and whether it has most of all: the document is on its own affairs."""
    counted = Counter(code.partition("/")[0] for code in codes)
    if not counted:
        return None, False
    home = max(counted, key=lambda code: counted[code])
    return home, counted[home] >= DOMESTIC * counted.total()
