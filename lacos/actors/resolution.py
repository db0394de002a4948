"""Who each phrase of a document stands for: names first, then roles with their complements; words that point back by ``pointing``."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from spacy.tokens import Doc, Token

from lacos.actors.discourse import Discourse
from lacos.actors.mentions import GUESSED, Found, Mentions, owned, part_of
from lacos.actors.names import Names, is_place, most_named
from lacos.actors.phrases import is_adjective, is_dateline, is_party_tag, is_some, span_of
from lacos.actors.pieces import is_joined
from lacos.actors.pointing import PARTIES, Pointing
from lacos.actors.roles import Role, is_former, is_then, role_of, sector_of
from lacos.actors.tables import all_entities, is_state
from lacos.actors.unlisted import Unlisted
from lacos.language.lexicon import lexicon
from lacos.language.syntax import children, preposition, relation
from lacos.records import Actor, Document, Mention, MentionKind, Span

DEEPEST = 2
"""Nouns that are no actors between a role and its owner at most."""
PRIVATE = frozenset({"BUS", "MED", "NGO"})
"""Sectors of houses whose former heads are no politicians."""
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def resolve(doc: Doc, document: Document, own: Path | None = None) -> Mentions:
    """The mentions of political actors in ``doc``, the analysis of ``document.text``. Nothing outside the tables is known.

    ``own`` is a user's table, whose names go before ours. Raises TableError for one that cannot be used.
    """
    return _Resolver(doc, document, own).run()


@cache
def _compounds() -> tuple[dict[str, str], dict[str, str]]:
    """(first parts of compound demonyms, demonyms), by form."""
    first = {entity.form.lower(): entity.code for entity in all_entities() if entity.kind == "combining"}
    second = {entity.form.lower(): entity.code for entity in all_entities() if entity.kind == "demonym"}
    return first, second


class _Resolver:
    def __init__(self, doc: Doc, document: Document, own: Path | None = None) -> None:
        self.doc, self.document = doc, document
        self.words = lexicon(doc.lang_).reference
        self.names = Names(doc, document, own)
        self.mentions = Mentions()
        self.discourse = Discourse()
        self.named: dict[int, Found] = {}
        self.aliases: dict[str, Mention] = {}
        self.kinds: dict[int, str] = {}
        """What the words of known names are: the kind of the name for its head, "" for the others."""
        self.common: dict[int, str] = {}
        """Heads of names that many states give to theirs, and the note that says so: "Congresso", "Forças Armadas"."""
        self.called: dict[str, Actor] = {}
        """Persons as what their title here makes them: "o juiz Moro", "o ex-presidente Lula"."""

    def run(self) -> Mentions:
        self.read_names()
        self.home, self.is_domestic = most_named(
            mention.code for found in self.named.values() for mention in found if is_state(mention.actor.state)
        )
        self.mentions.home = self.home if self.is_domestic else None
        self.pointing = Pointing(self.document, self.mentions, self.discourse, self.named, self.home, self.is_domestic, self.words)
        Unlisted(self.doc, self.document, self.names, self.named, self.aliases, self.explicit, self.pointing).read()
        for index, sentence in enumerate(self.doc.sents):
            self.discourse.sentence = index
            for token in sentence:
                found = self.read(token)
                if found:
                    self.mentions.put(token, found)
                    self.discourse.add(token, found)
                elif adjective := self.mentions.adjective(token):
                    self.discourse.add(token, adjective)
                elif place := self.mentions.place(token):
                    self.discourse.add(token, place, place=True)
                elif token.ent_type_ == "PER" and token.ent_iob_ == "B":
                    self.discourse.add_unknown(token)
            for token in sentence:
                if any(child.dep_ == "conj" for child in token.children) and len(group := self.mentions.group(token)) > 1:
                    self.discourse.add(token, group)
            for token in sentence:
                if token.pos_ in ("VERB", "AUX") and (found := self.pointing.elided(token)):
                    self.mentions.put_elided(token, found)
        return self.mentions

    # names

    def read_names(self) -> None:
        """Set aside places and adjectives of origin; keep the other names by their head for the pass in text order."""
        for head, span, hit in self.names.heads():
            found, kind = self.names.mentions(span, hit)
            if not found:
                if kind == "other":
                    self.kinds.update({token.i: "" for token in span})
                continue
            if kind == "name" and found[0].actor.sector in PARTIES and is_party_tag(span):
                continue
            self.kinds.update({token.i: "" for token in span} | {head.i: kind})
            if kind == "metonym" and (entity := self.names.entity(hit)) is not None and entity.common:
                self.common[head.i] = entity.note
            if is_dateline(span):
                self.mentions.put_place(head, found)
                continue
            if kind == "demonym" and is_adjective(head):
                self.mentions.put_adjective(head, found)
            elif is_place(head, kind):
                self.mentions.put_place(head, found)
            else:
                if kind == "demonym" and is_some(head):
                    found = tuple(replace(one, actor=Actor(f"{one.actor.state}/CVL")) for one in found if is_state(one.code)) or found
                self.named[head.i] = found
                if kind == "person" and len(span) > 1:
                    for alias in (span[-1].text, span[0].text):
                        if span.text.isupper() or not alias.isupper():  # "XVI"
                            self.aliases.setdefault(alias, found[0])
        for token in self.doc:
            if token.i in self.names.by_token:
                continue
            if "-" in token.text:
                if pair := self.compound(token):
                    self.mentions.put_adjective(token, pair)
                elif pair := self.names.joined(token):
                    self.named[token.i] = pair
            elif token.pos_ == "PROPN" and (meant := self.names.misspelt(token)):
                if is_place(token, "capital"):
                    self.mentions.put_place(token, meant)
                else:
                    self.named[token.i] = meant

    def compound(self, token: Token) -> Found:
        """Both actors of a compound demonym: "sino-americano", "russo-ucraniana"."""
        first, second = _compounds()
        left, _, right = token.lower_.partition("-")
        if left not in first or right not in second:
            return ()
        span = span_of(self.document, token, token)
        return tuple(Mention(Actor(code), span, MentionKind.DEMONYM, 0.9, "compound demonym") for code in (first[left], second[right]))

    # one word in text order

    def read(self, token: Token) -> Found:
        """The actors that ``token`` heads a mention of."""
        if token.i in self.named:
            if self.kinds.get(token.i) == "demonym" and (member := self.pointing.member(token, self.named[token.i])):
                return member
            bodies = self.bodies_of(token) or self.body_of_context(token) if token.i in self.common else ()
            return bodies or tuple(replace(one, actor=self.called.get(one.person or "", one.actor)) for one in self.named[token.i])
        if token.pos_ == "PROPN" and (known := self.aliases.get(token.text)) and not self.is_of_another(token, known):
            return (replace(known, span=span_of(self.document, token, token), kind=MentionKind.NAME, confidence=0.85),)
        if token.pos_ not in NOMINAL or token.i in self.kinds:
            return ()
        if token.pos_ in ("PRON", "NUM"):
            return self.pointing.pronoun(token)
        role = role_of(token)
        if role is None or relation(token) == "flat":
            return ()
        return self.explicit(token) or self.pointing.pointed_at(token, role)

    def is_of_another(self, token: Token, known: Mention) -> bool:
        """Whether a surname stands in the full name of somebody else than ``known``."""
        if token.i in self.kinds or not is_joined(self.doc[token.i : token.i + 1]):
            return False
        own = known.person or ""
        return not any(token in entity and (entity.text in own or own in entity.text) for entity in self.doc.ents)

    def bodies_of(self, token: Token) -> Found:
        """The bodies of the states named with a name that several states give to theirs: "Forças Armadas da Coreia do Sul"."""
        found = self.explicit(token)
        if found or self.named[token.i][0].actor.sector is None:
            return found
        own = self.named[token.i][0]
        sector, span = own.actor.sector, own.span
        return tuple(
            replace(
                owner, actor=Actor(f"{owner.code}/{sector}"), span=span, kind=MentionKind.ROLE, because=f"{own.because} of «{owner.text}»"
            )
            for owner in self.owners(token, 0)
            if is_state(owner.code)
        )

    def body_of_context(self, token: Token) -> Found:
        """The body of the state in question where only a common name says which: "o Congresso" in an article on the United States."""
        own = self.named[token.i][0]
        if self.common[token.i] == "default" and own.actor.state in self.names.states:
            return ()
        spoken = () if self.is_domestic else self.discourse.state()
        state = spoken[0].actor.state if spoken else self.home
        if state is None or state == own.actor.state:
            return ()
        because = f"{own.because}, of «{spoken[0].text}» before" if spoken else f"{own.because}, of the state named most in the document"
        return (replace(own, actor=Actor(part_of(state, own.actor.sector)), confidence=GUESSED, because=because),)

    def explicit(self, token: Token, depth: int = 0) -> Found:
        """The actors of a role whose state, organisation or holder is named with it: "o premiê japonês", "tropas dos EUA e de Seul"."""
        role = role_of(token)
        if role is None or role.kind == "side" or depth > 4:
            return ()
        holder = next((mention for word in self.title_of(token) for mention in self.named.get(word.i, ()) if mention.person), None)
        owners = self.owners(token, depth)
        ends = [mention.span.end for mention in (*owners, holder) if mention is not None and mention.span is not None]
        span = self.document.span(token.idx, max([token.idx + len(token.text), *ends]))
        if holder is not None:
            self.called[holder.person or ""] = actor = as_called(holder, token, role, owners)
            return (replace(holder, actor=actor, span=span, kind=MentionKind.OFFICE),)
        if role.kind == "counsel":
            owners = tuple(owner for owner in owners if owner.person)
        sector = sector_of(token, role)
        return tuple(
            self.part(owner, role, owner.actor.sector if is_former(token) and owner.actor.sector in PRIVATE else sector, span)
            for owner in owners
        )

    def part(self, owner: Mention, role: Role, sector: str, span: Span) -> Mention:
        """The part of ``owner`` that the role means: its army, its press; the owner itself for a role without a sector."""
        because = f"{role.lemma} ({role.source}) of «{owner.text}»: {owner.because}"
        return Mention(Actor(owned(owner, sector), owner.actor.name), span, MentionKind.ROLE, 0.9, because)

    def title_of(self, token: Token) -> list[Token]:
        """The personal name that follows a role, as apposition or joined: "o presidente dos EUA, Donald Trump"."""
        beside = children(token, "appos", "flat", "nmod", "compound")
        lower = [
            child for owner in children(token, "nmod") for child in children(owner, "appos")
        ]  # hung on "Kremlin" in "porta-voz do Kremlin, X"
        return [child for child in (*beside, *lower) if child.i in self.named and not preposition(child)]

    def owners(self, token: Token, depth: int) -> Found:
        """Whose role it is: adjectives of origin and "de" phrases, through other roles and through nouns that are no actors."""
        found: list[Mention] = []
        for child in token.children:
            if relation(child) not in ("amod", "nmod", "compound", "appos", "acl", "flat", "obl"):
                continue
            if preposition(child) == "em" and (role := role_of(token)) is not None and role.kind == "person":
                continue  # "especialista em Coreia do Norte"
            found.extend(self.owner(child, depth))
        unique = {mention.code: mention for mention in found}
        return tuple(unique.values())

    def owner(self, child: Token, depth: int) -> Found:
        adjective = self.mentions.adjective(child)
        if adjective:
            return adjective + tuple(mention for word in child.children if word.dep_ == "conj" for mention in self.mentions.adjective(word))
        if relation(child) == "appos" or depth > 4:
            return ()
        if preposition(child) not in ("de", "em") and relation(child) not in ("compound", "flat"):
            return ()
        if child.i in self.named and not self.named[child.i][0].person:
            joined = [word for word in child.children if word.dep_ == "conj" and word.i in self.named]
            return self.named[child.i] + tuple(mention for word in joined for mention in self.named[word.i])
        if child.i in self.named and preposition(child) == "de":
            return self.named[child.i]
        if preposition(child) == "de" and (place := self.mentions.place(child)):
            return place
        if preposition(child) == "em":
            return ()
        if (role := role_of(child)) is not None and role.kind != "counsel":
            return self.explicit(child, depth + 1) or (
                self.pointing.pointed_at(child, role) if role.kind in ("government", "organ") else ()
            )
        if depth >= DEEPEST:
            return ()
        return self.owners(child, DEEPEST if child.pos_ == "PROPN" else depth + 1)  # "Ministério da Agricultura da França", no deeper


def as_called(holder: Mention, title: Token, role: Role, owners: Found) -> Actor:
    """Whom a person acts for by the title beside the name: a former office holder is a politician, a judge or deputy of that body.

    Who is out of office by the tables but not by the text holds the office that it names ("o novo diretor da Polícia Federal").
    """
    if not is_state(holder.code):
        return holder.actor
    if is_former(title):
        return Actor(part_of(holder.code, role.former), holder.actor.name)
    if is_then(title) and not role.sector:
        return Actor(holder.actor.state, holder.actor.name)
    house = next((owner for owner in owners if owner.actor.state == holder.actor.state), None)
    if house is not None and role.kind == "government" and holder.actor.sector in ("OPP", "CVL"):
        return Actor(house.code, holder.actor.name)
    return Actor(f"{holder.code}/{role.sector}", holder.actor.name) if role.sector in ("JUD", "LEG") else holder.actor
