"""Words that point back: a role without complement, "o país asiático", "ele", "os dois", a verb without a subject."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Token

from lacos.actors.discourse import Discourse
from lacos.actors.mentions import GUESSED, Found, Mentions, owned, part_of
from lacos.actors.phrases import is_definite, span_of
from lacos.actors.roles import Role, role_of, sector_of
from lacos.actors.tables import regions
from lacos.language.syntax import children, governor_subject, has, has_article, is_finite, lemma, preposition, relation, surface_subject
from lacos.records import Actor, Document, Mention, MentionKind, Span

FAR = 150
"""Words back that "o comunicado" can mean another called by another word."""
PARTIES = frozenset({"OPP", "LEG"})
"""Sectors of parties and of their followers."""
FEW = 4
"""States of a region at most that a plural means all of."""


@dataclass
class Pointing:
    """What a document has said up to the word being read, asked whom that word means.

    ``named`` are its names by the token that heads them, ``home`` the state that it names most, ``words`` the language's pointing words.
    """

    document: Document
    mentions: Mentions
    discourse: Discourse
    named: Mapping[int, Found]
    home: str | None
    is_domestic: bool
    words: Mapping[str, frozenset[str]]

    def pointed_at(self, token: Token, role: Role) -> Found:
        """The actor of a role without complement: the one last called so, else the state last spoken of or the article's own."""
        if relation(token) == "appos" and token.head.i in self.named:
            return ()
        if role.kind == "paper":
            return self.back(self.author(token), span_of(self.document, token, token), MentionKind.COREFERENCE, "")
        span = span_of(self.document, token, token)
        for adjective in children(token, "amod"):
            if region := regions().get(lemma(adjective)):
                words = span_of(self.document, *sorted((token, adjective), key=lambda word: word.i))
                return self.back(
                    self.among(region, has(token, "Number", "Plur")), words, MentionKind.COREFERENCE, role.sector, person=False
                )
        if role.kind == "neighbour":
            return self.back(self.neighbour(token), span, MentionKind.COREFERENCE, "", person=False)
        if role.kind == "country":
            return self.back(self.country(token), span, MentionKind.COREFERENCE, "", person=False)
        if role.kind in ("government", "organ") and has(token, "Number", "Plur") and self.is_both(token):
            return self.back(self.discourse.group(2), span, MentionKind.COREFERENCE, role.sector, person=False)
        if role.kind == "side":
            alone = has(token, "Number", "Plur") and not children(token, "nmod", "acl")
            sides = self.both(token) if alone or self.is_both(token) else ()
            return self.back(sides, span, MentionKind.COREFERENCE, "", person=False)
        if role.kind == "body":
            return self.again(token, self.discourse.body(""), span)
        if role.kind == "epithet":
            return self.again(token, self.discourse.person(has(token, "Gender", "Fem")), span) or self.somebody(token, role, span)
        if role.kind == "person":
            return self.of_the_state(token, role, span) or self.somebody(token, role, span)
        sector = sector_of(token, role)
        if self.is_possessed(token) and (owners := self.possessor(token)):
            return self.back(owners, span, MentionKind.COREFERENCE, sector, person=False)
        earlier = self.discourse.role(token.lemma_.lower()) if is_definite(token) else ()
        if earlier:
            return self.back(earlier, span, MentionKind.COREFERENCE, "")
        if role.kind in ("owned", "counsel"):
            return ()
        if not is_definite(token) and not role.sector:
            return ()
        state = (() if role.human else self.seat(token)) or self.discourse.state()
        return self.back(state, span, MentionKind.ROLE, sector, person=False) or self.of_home(role, span)

    def author(self, paper: Token) -> Found:
        """Who speaks in "o comunicado": whose it was called before, else the subject of the clause with the last paper, "em nota"."""
        known = self.discourse.role(paper.lemma_.lower())
        if known or not has_article(paper):
            return known
        earlier = [word for word in paper.doc[max(0, paper.i - FAR) : paper.i] if (role := role_of(word)) and role.kind == "paper"]
        subjects = (governor_subject(word) for word in reversed(earlier))
        return next((found for subject in subjects if subject is not None and (found := self.mentions.group(subject))), ())

    def seat(self, token: Token) -> Found:
        """The state from whose capital the sentence speaks before it names a body: "Em Lisboa, o Ministério ..."."""
        before = (self.mentions.place(word) for word in token.sent if word.i < token.i)
        return next((found for found in before if found and found[0].kind is MentionKind.METONYM), ())

    def country(self, token: Token) -> Found:
        """Which state "o país" or "seu país" is, or both of "os dois países"."""
        if self.is_possessed(token):
            return self.possessor(token)
        if has(token, "Number", "Plur"):
            return self.both(token) if self.is_both(token) else self.discourse.pair() if has_article(token) else ()
        return self.discourse.state(impersonal=True, but=self.beside(token)) if is_definite(token) else ()

    def both(self, token: Token) -> Found:
        """The two spoken of, none of them the subject of the clause, unless nobody else is."""
        return self.discourse.group(2, self.beside(token)) or self.discourse.group(2)

    def neighbour(self, token: Token) -> Found:
        """Whom "o vizinho" means: the most salient state that is no subject of its clause or of one above."""
        if not has_article(token) and not self.is_possessed(token):
            return ()
        subjects = (mention for subject in self.subjects_above(token) for mention in self.mentions.group(subject))
        return self.discourse.state(impersonal=True, but=frozenset(mention.actor.state for mention in subjects))

    def beside(self, token: Token) -> frozenset[str]:
        """The states that ``token`` cannot mean, since its clause names them as subject: "a China criticou o país"."""
        subject = governor_subject(token) if preposition(token) != "em" else None
        if subject is None or subject == token or token in subject.subtree:
            return frozenset()
        return frozenset(mention.actor.state for mention in self.mentions.group(subject))

    def among(self, region: frozenset[str], plural: bool) -> Found:
        """Of the states of a region the one spoken of, or all of a small one for a plural: "as repúblicas bálticas"."""
        if not plural:
            return self.discourse.state_among(region) or self.named_among(region)
        return tuple(Mention(Actor(code), None, because="a state of the region") for code in sorted(region)) if len(region) <= FEW else ()

    def named_among(self, region: frozenset[str]) -> Found:
        """The state of a region that the document names first, further on."""
        return next((found for found in self.named.values() if len(found) == 1 and found[0].code in region), ())

    def somebody(self, token: Token, role: Role, span: Span) -> Found:
        """Who "a analista" is: the one spoken of before, else somebody of no named country; criminals need one."""
        if not has(token, "Number", "Plur") and has_article(token):
            earlier = self.discourse.role(token.lemma_.lower())
            if role.human:
                earlier = earlier or self.discourse.person(has(token, "Gender", "Fem"))
            if not role.human:
                earlier = earlier or self.discourse.body(role.sector)
            if earlier and earlier[0].actor.sector == role.sector:
                return self.back(earlier, span, MentionKind.COREFERENCE, "")
        if role.sector == "CRM":
            return ()
        if role.sector == "CVL" and not children(token, "nmod", "acl") and (there := self.people_there(token)):
            return self.back(there, span, MentionKind.ROLE, role.sector, person=False)
        if self.is_domestic:
            return self.of_home(role, span)
        return (Mention(Actor(role.sector), span, MentionKind.ROLE, 0.2, f"{role.lemma} ({role.source}), of no named country"),)

    def people_there(self, token: Token) -> Found:
        """The state where something happens to people of whom nothing else is said: "13 pessoas morreram em Barcelona"."""
        verb = predicate_above(token)
        places = [found for word in (verb.subtree if verb is not None else token.sent) if (found := self.mentions.place(word))]
        if not places and not has_article(token):
            return self.discourse.scene()
        return places[0] if len({one.code for found in places for one in found}) == 1 else ()

    def member(self, token: Token, followers: Found) -> Found:
        """The politician whom "o republicano" means: the last one spoken of by name who may be of that party."""
        state, sector = followers[0].actor.state, followers[0].actor.sector
        if sector not in PARTIES:
            return ()
        codes = {followers[0].code, state} if sector == "LEG" else {followers[0].code}
        return self.again(token, self.discourse.politician(codes), span_of(self.document, token, token))

    def again(self, token: Token, antecedent: Found, span: Span) -> Found:
        """The antecedent of another word for the same, which must be singular and definite: "o grupo", "o magnata"."""
        definite = has_article(token) and not has(token, "Number", "Plur")
        return self.back(antecedent, span, MentionKind.COREFERENCE, "") if definite else ()

    def is_possessed(self, token: Token) -> bool:
        return any(child.lower_ in self.words["possessives"] for child in token.children)

    def of_the_state(self, token: Token, role: Role, span: Span) -> Found:
        """The press or firm that a state owns: "a emissora estatal" of the state last spoken of."""
        if not any(lemma(child) in self.words["state_owned"] for child in children(token, "amod")):
            return ()
        return self.back(self.discourse.state(), span, MentionKind.COREFERENCE, role.sector, person=False)

    def possessor(self, token: Token) -> Found:
        """Whose country "seu país" is: that of the first subject above that has one, people before things; else of the last subject."""
        subjects = self.subjects_above(token)
        people = [subject for subject in subjects if self.is_human(subject)]
        return self.mentions.group((people or subjects)[0]) if subjects else self.discourse.topic(plural=False)

    def subjects_above(self, token: Token) -> list[Token]:
        """The subjects of the clause of ``token`` and of those above it, where they are actors."""
        subjects: list[Token] = []
        step: Token | None = token
        while step is not None:
            subject = governor_subject(step)
            if subject is not None and token not in subject.subtree and self.mentions.group(subject):
                subjects.append(subject)
            step = predicate_above(step)
        return subjects

    def is_human(self, token: Token) -> bool:
        role = role_of(token)
        return role.human or role.kind == "government" if role is not None else True

    def of_home(self, role: Role, span: Span) -> Found:
        """A role of the state that the document names most, where none has been spoken of yet."""
        if not self.home:
            return ()
        because = f"{role.lemma} ({role.source}) of the state named most in the document"
        return (Mention(Actor(part_of(self.home, role.sector)), span, MentionKind.ROLE, GUESSED, because),)

    def is_both(self, token: Token) -> bool:
        return any(child.lower_ in self.words["both"] for child in token.children)

    def pronoun(self, token: Token) -> Found:
        """The actors that a personal or dual pronoun points back to."""
        form, span = token.lower_, span_of(self.document, token, token)
        if token.i + 1 < len(token.doc) and token.nbor().lower_ == "que":
            return ()
        if form in self.words["both"] and relation(token) in ("nsubj", "obj", "obl", "nmod"):
            return self.back(self.discourse.group(2), span, MentionKind.PRONOUN, "")
        if has(token, "PronType", "Dem") and (
            relation(token) not in ("nsubj", "obl") or children(token.head, "cop") or children(token, "conj")
        ):
            return ()  # "esta é a saída", "esta e outras perguntas"
        if form in self.words["singular_pronouns"]:
            return self.back(self.discourse.person(has(token, "Gender", "Fem")), span, MentionKind.PRONOUN, "")
        if form in self.words["plural_pronouns"]:
            return self.back(self.discourse.group(feminine=has(token, "Gender", "Fem")), span, MentionKind.PRONOUN, "")
        return ()

    def back(self, antecedents: Found, span: Span | None, kind: MentionKind, sector: str, person: bool = True) -> Found:
        """Mentions of the antecedents' actors at ``span``; ``sector`` makes them a part of their state. Without ``person`` the words are
        another's, or nobody's, than the person's who stood for the state before: "o país", "o governo".
        """
        return tuple(
            replace(
                mention,
                actor=Actor(owned(mention, sector), mention.actor.name if person or not (sector or mention.person) else ""),
                person=mention.person if person else None,
                span=span,
                kind=kind,
                confidence=0.5 if kind is MentionKind.ROLE else 0.75,
                because=f"as «{mention.text}» before",
            )
            for mention in antecedents
        )

    def elided(self, verb: Token) -> Found:
        """The actors of a finite verb without subject: those of the verb it depends on, else the last subject."""
        if not is_finite(verb) or surface_subject(verb) is not None or lemma(verb) in self.words["impersonal"] or has(verb, "Person", "1"):
            return ()
        if any(child.dep_ == "expl:pass" for child in verb.children):
            return ()
        plural = any(has(word, "Number", "Plur") for word in (verb, *children(verb, "aux")) if has(word, "VerbForm", "Fin"))
        step = verb
        found: Found = ()
        while not found and relation(step) in ("ccomp", "advcl", "conj", "parataxis", "acl") and step.head != step:
            step = step.head
            if step.pos_ in ("VERB", "AUX"):
                subject = surface_subject(step)
                found = self.mentions.group(subject) if subject is not None else self.mentions.elided(step)
        found = found or self.discourse.topic(plural)
        return self.back(found, None, MentionKind.ELLIPSIS, "")


def predicate_above(token: Token) -> Token | None:
    """The nearest verb that ``token`` depends on."""
    step = token
    while step.head != step:
        step = step.head
        if step.pos_ in ("VERB", "AUX"):
            return step
    return None
