"""Persons and organisations that no table lists, by what the text says of them: their title, their house, the noun before them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from lacos.actors.mentions import GUESSED, Found
from lacos.actors.names import Names
from lacos.actors.phrases import beside, span_of
from lacos.actors.pointing import Pointing
from lacos.actors.roles import role_of
from lacos.language.syntax import children, preposition
from lacos.records import Actor, Document, Mention


@dataclass
class Unlisted:
    """Adds to ``named`` and ``aliases`` what the text makes of names in no table; ``explicit`` gives whom a role with its owner means."""

    doc: Doc
    document: Document
    names: Names
    named: dict[int, Found]
    aliases: dict[str, Mention]
    explicit: Callable[[Token], Found]
    pointing: Pointing

    def read(self) -> None:
        """Persons and organisations in no table are what the role beside their name says; surnames and acronyms stand for them then."""
        for entity in filter(None, map(without_title, self.doc.ents)):
            if any(token.i in self.names.by_token for token in entity):
                continue
            found = self.person(entity) if entity.label_ == "PER" else self.house(entity) if entity.label_ == "ORG" else ()
            if len(found) == 1:
                is_person = entity.label_ == "PER"
                mention = replace(
                    found[0],
                    span=span_of(self.document, entity[0], entity[-1]),
                    person=entity.text if is_person else None,
                    because=f"{entity.text}: {found[0].because}",
                )
                self.named[entity.root.i] = (mention,)
                for alias in {entity[-1].text, entity[0].text, entity.text} if is_person else {entity.text}:
                    self.aliases.setdefault(alias, mention)
        for name in (*self.named.values(),):
            self.acronym(name)

    def person(self, entity: SpacySpan) -> Found:
        """Whom a person's title or house makes of her, else a citizen of the state on whose affairs the document is.

        A surname alone stays whoever was named in full before.
        """
        role = role_beside(entity.root)
        found = (self.explicit(role) or self.described(role)) if role is not None else self.employer(entity.root)
        if found or not self.pointing.is_domestic or not is_name(entity) or self.is_known(entity):
            return found
        return (Mention(Actor(f"{self.pointing.home}/CVL"), None, confidence=GUESSED, because="in no table, of the document's state"),)

    def is_known(self, entity: SpacySpan) -> bool:
        return len(entity) == 1 and entity[0].pos_ == "PROPN" and entity.text in self.aliases

    def house(self, entity: SpacySpan) -> Found:
        """What an organisation is by the noun before it, with the state that it belongs to: "a ONG síria Mães de Damasco"."""
        noun = role_beside(entity.root)
        role = role_of(noun) if noun is not None else None
        return self.explicit(noun) if noun is not None and role is not None and not role.human else ()

    def acronym(self, name: Found) -> None:
        """The acronym in parentheses after a name stands for it from then on: "Fundação Mar Aberto (FMA)"."""
        words = self.doc.char_span(name[0].span.start, name[0].span.end, alignment_mode="expand") if name[0].span else None
        if words is None or name[0].person or words.end + 2 >= len(self.doc) or self.doc[words.end].text != "(":
            return
        acronym = self.doc[words.end + 1]
        if acronym.text.isupper() and acronym.i not in self.names.by_token and self.doc[words.end + 2].text in ")-–/":
            self.aliases.setdefault(acronym.text, name[0])

    def employer(self, person: Token) -> Found:
        """The house that a person's name is followed by: "Ana Reis, do Instituto Lowy"."""
        houses = [child for child in children(person, "nmod", "appos") if preposition(child) == "de" and child.i in self.named]
        return next((self.named[house.i] for house in houses if not self.named[house.i][0].person), ())

    def described(self, title: Token) -> Found:
        """Whom a title without a country makes of its bearer: a private person ("o economista X"), an official of the document's state."""
        role, span = role_of(title), span_of(self.document, title, title)
        if role is None or not role.human:
            return ()
        if role.kind == "person":
            return self.pointing.somebody(title, role, span)
        return self.pointing.of_home(role, span) if self.pointing.is_domestic else ()


def is_name(entity: SpacySpan) -> bool:
    """Whether a single word that the recogniser takes for a person is a name for the tagger, too: not "Leia" and "Abaixo"."""
    return len(entity) > 1 or entity[0].pos_ in ("PROPN", "NOUN")


def role_beside(name: Token) -> Token | None:
    """The role in one phrase with a name: "o economista X", "X, economista"."""
    words = (word for word in (name.head, *children(name, "appos", "nmod")) if word != name)
    return next((word for word in words if role_of(word) and beside(name, word)), None)


def without_title(entity: SpacySpan) -> SpacySpan | None:
    """A recognised name without the titles that it begins with ("Juiz Marcelo Bretas"); None where nothing is left."""
    doc, start = entity.doc, entity.start
    while start < entity.end and entity.label_ == "PER" and role_of(doc[start]) is not None:
        start += 1
    return SpacySpan(doc, start, entity.end, label=entity.label) if start < entity.end else None
