"""Who speaks at a cue: by the tree, by who spoke last, or, of somebody unknown, by the state on whose affairs the document is."""

from __future__ import annotations

from spacy.tokens import Span, Token

from lacos.actors import GUESSED, Mentions
from lacos.events.slots import behind
from lacos.language.syntax import children, complements, is_passive, surface_subject
from lacos.records import Actor, Document, Mention, MentionKind


class Speakers:
    """The speakers of a document, asked for in text order; remembers who spoke last."""

    def __init__(self, document: Document, mentions: Mentions) -> None:
        self.document, self.mentions = document, mentions
        self._last: tuple[Mention, ...] = ()
        self._sentence = 0

    def remember(self, speakers: tuple[Mention, ...], sentence: Span) -> None:
        """Keep who spoke in a sentence."""
        self._last, self._sentence = speakers, sentence.start

    def lately(self, sentence: Span) -> tuple[Mention, ...]:
        """Who spoke last, if in this sentence or the one before."""
        here = self._sentence == sentence.start
        return self._last if here or (sentence.start > 0 and sentence.doc[sentence.start - 1].sent.start == self._sentence) else ()

    def of(self, token: Token) -> tuple[Mention, ...]:
        """Who speaks: the subject, agent or owner of the cue, or who spoke last where the cue has no subject."""
        if token.pos_ == "NOUN":
            for place, word in complements(token):
                if place in ("de", "por") and (found := self.mentions.group(word)):
                    return found
            return tuple(mention for child in children(token, "amod") for mention in self.mentions.adjective(child))
        if is_passive(token):
            return tuple(mention for marker, word in complements(token) if marker == "por" for mention in self.mentions.group(word))
        subject = surface_subject(token)
        if subject is None:
            return self.lately(token.sent) or self.mentions.elided(token)
        found = self.whose(subject)
        if not found and subject.pos_ == "PRON":  # "condenaram o que afirmam ser ...": the subject is that of the verb above
            above = next((word for word in subject.ancestors if word.pos_ in ("VERB", "AUX") and word != token), None)
            outer = surface_subject(above) if above is not None else None
            found = self.whose(outer) if outer is not None else ()
        return found or self.citizen(subject)

    def citizen(self, subject: Token) -> tuple[Mention, ...]:
        """A speaker whom nothing else is known of: somebody of the state on whose affairs the document is."""
        home = self.mentions.home
        if home is None or subject.pos_ not in ("NOUN", "PROPN"):
            return ()
        words = self.document.span(subject.idx, subject.idx + len(subject.text))
        return (Mention(Actor(f"{home}/CVL"), words, MentionKind.ROLE, GUESSED, "speaker of no known actor, of the document's own state"),)

    def whose(self, word: Token) -> tuple[Mention, ...]:
        """The actors of a phrase, or those that it belongs to: "a parte russa", "estatísticas do governo"."""
        return self.mentions.group(word) or tuple(behind(word, self.mentions))
