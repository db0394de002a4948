"""Finding statements: a cue, its speaker and its content, in direct, indirect and reported speech."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from itertools import takewhile

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from lacos.actors import Mentions, is_guess
from lacos.language.lexicon import lexicon
from lacos.language.syntax import children, complements, has, head_of_clause, is_finite, is_passive, lemma, relation, surface_subject
from lacos.records import Document, Mention, MentionKind, Span, Stance, Statement
from lacos.statements.cues import PREPOSITIONS, Cue
from lacos.statements.matching import cues_at, is_bare_participle, is_own_voice, is_supposed
from lacos.statements.quotations import SPEECH, Quotation, quotations
from lacos.statements.spans import Place, clause_of, last_adjacent, phrase, trimmed
from lacos.statements.speakers import Speakers
from lacos.statements.stance import stance_of


def find(doc: Doc, document: Document, mentions: Mentions) -> tuple[Statement, ...]:
    """The statements of ``doc``, in text order, one a speaker: two where "os EUA e o Japão dizem" the same.

    ``doc`` must be the analysis of ``document.text``.
    """
    return _Finder(doc, document, mentions).run()


RECENT = 100
"""Statements found last among which one is looked for that has the same words."""
POINTING = frozenset({MentionKind.PRONOUN, MentionKind.ELLIPSIS, MentionKind.COREFERENCE})


class _Finder:
    def __init__(self, doc: Doc, document: Document, mentions: Mentions) -> None:
        self.doc, self.document, self.mentions = doc, document, mentions
        self.words = lexicon(doc.lang_).statements
        self.named = [(mention.span.start, mention.span.end, mention.code) for mention in mentions if mention.span]
        self.quotations = quotations(document.text)
        self.speakers = Speakers(document, mentions)
        self.found: list[Statement] = []
        self.known: set[tuple[int, int, str | None]] = set()
        self.quoted: set[Quotation] = set()

    def run(self) -> tuple[Statement, ...]:
        for sentence in self.doc.sents:
            for token in sentence:
                for cue in cues_at(token):
                    if self.read(cue, token, sentence):
                        break
            self.left_over(sentence)
        return tuple(sorted(self.found, key=lambda item: (item.content.start, item.content.end, item.speaker.code if item.speaker else "")))

    def read(self, cue: Cue, token: Token, sentence: SpacySpan) -> bool:
        """Record the statement of a cue, if it has a content here; whether it had."""
        if cue.pos == "PREP":
            return self.read_phrase(cue, token, sentence)
        if token.pos_ in ("VERB", "AUX") and (is_own_voice(token) or is_supposed(token)):
            return False
        speakers = self.speakers.of(token)
        if cue.stance is Stance.CONDEMN and any(mention.actor.sector == "JUD" for mention in speakers):  # a sentence, no opinion
            return False
        if not self.has_its_speaker(token, speakers):
            return False
        content = self.content(cue, token, sentence, not all(is_guess(mention) for mention in speakers))
        if content is None:
            return False
        kind, (start, end) = content
        self.record(cue, token, speakers, start, end, sentence, f"{cue.text} ({cue.source}) with {kind}")
        return True

    def has_its_speaker(self, token: Token, speakers: tuple[Mention, ...]) -> bool:
        """Whether a cue that may only describe needs no speaker here or has one.

        A participle ("questionado", "reuniões relatadas por X") needs one, and within a quotation it must be somebody named.
        """
        if is_bare_participle(token) and not speakers:
            return False
        quoted = any(item.start <= token.idx < item.end and item.words >= SPEECH for item in self.quotations)
        return not quoted or any(mention.span and mention.kind not in POINTING for mention in speakers)

    # contents

    def content(self, cue: Cue, token: Token, sentence: SpacySpan, known: bool) -> tuple[str, Place] | None:
        """Where the content of a verb or noun cue stands and what it is: the first of the ways below that the cue allows."""
        says = bool(cue.constructions & {"clause", "que", "de"})
        tells = "clause" in cue.constructions and cue.pos == "VERB"
        ways: tuple[tuple[str, bool, Callable[[], Place | None]], ...] = (
            ("clause", says, lambda: self.clause(token, cue)),
            ("quotation", tells or "quote" in cue.constructions, lambda: self.quotation_of(token, sentence)),
            ("sentence around", tells, lambda: self.clause_around(token)),
            ("words before", tells, lambda: self.before_cue(token, sentence)),
            ("object", known and cue.pos == "VERB", lambda: self.object(token, cue)),
        )
        return next(((name, place) for name, allowed, way in ways if allowed and (place := way()) is not None), None)

    def object(self, token: Token, cue: Cue) -> Place | None:
        """The object of a cue whose row allows one: "condenou o ataque", "anunciou o envio", not "ameaçou Seul"."""
        for construction in (place for place in ("object", *PREPOSITIONS) if place in cue.constructions):
            for word in self.complement(token, construction):
                if cue.stance is Stance.DENY and lemma(word) in self.words["grants"]:  # "negou o recurso" refuses and denies nothing
                    continue
                is_named = bool(self.mentions.of(word)) and cue.stance in (Stance.THREATEN, Stance.SUPPORT, Stance.DEMAND)
                if (word.pos_ != "PRON" or children(word, "acl")) and not is_named:
                    return phrase(word)[0], phrase(last_adjacent(token, word))[1]
        return None

    def clause(self, token: Token, cue: Cue) -> Place | None:
        """The complement clause, with the whole of a quotation that begins in it: "disse que ...", "nega ter ..."."""
        clause = self.complement_clause(token, cue)
        return self.whole_quotation(*clause) if clause is not None else None

    def complement_clause(self, token: Token, cue: Cue) -> Place | None:
        if "de" in cue.constructions and token.pos_ != "NOUN":
            for child in children(token, "xcomp", "advcl", "ccomp", "acl"):
                if any(mark.lower_ == "de" for mark in children(child, "mark", "case")):
                    return phrase(child)
        if not cue.constructions & {"clause", "que"}:
            return None
        relations = ("ccomp", "xcomp", "csubj") if token.pos_ != "NOUN" else ("acl", "ccomp")
        for child in children(token, *relations):
            if (token.pos_ == "NOUN" or "que" in cue.constructions) and not any(mark.lower_ == "que" for mark in children(child, "mark")):
                continue
            if child.pos_ == "VERB" or children(child, "cop", "mark", "aux") or is_finite(child):
                return phrase(child)
        if cue.stance is Stance.DEMAND and token.pos_ != "NOUN":
            for child in children(token, "advcl", "acl"):
                if any(mark.lower_ in self.words["purpose"] for mark in children(child, "mark", "case")):
                    return phrase(child)
        return None

    def clause_around(self, token: Token) -> Place | None:
        """The sentence that a cue stands in by parataxis: "Acordo está próximo, diz Moscou"."""
        head = token.head
        if relation(token) == "parataxis" and head != token and head.pos_ in ("VERB", "AUX", "NOUN", "ADJ", "PROPN"):
            inside = {word.i for word in token.subtree}
            words = [word for word in head.subtree if word.i not in inside]
            return trimmed(words[0], words[-1]) if words else None
        for child in children(token, "parataxis"):
            return phrase(child)
        return None

    def before_cue(self, token: Token, sentence: SpacySpan) -> Place | None:
        """What stands before a cue that follows a comma: "Deixem de lado as diferenças, pediu Trump"."""
        first = min([token, *children(token, "aux", "expl")], key=lambda word: word.i)
        if (
            children(token, "obj", "ccomp", "xcomp")
            or is_passive(token)
            or any(subject.i < token.i for subject in children(token, "nsubj"))
        ):
            return None
        before = [word for word in sentence if word.i < first.i and not word.is_space]
        while before and before[-1].is_quote:
            before.pop()
        if len(before) < 4 or before[-1].text not in (",", "?", "!"):
            return None
        return trimmed(before[0], before[-1])

    def quotation_of(self, token: Token, sentence: SpacySpan) -> Place | None:
        """The quotation that the cue introduces or follows: the longest in its sentence, or one that ends right before it."""
        first, last = sentence.start_char - 3, sentence.end_char
        if sentence.text.rstrip().endswith(":"):
            last += 3  # the quotation that a colon announces may have been taken for the next sentence
        near = [item for item in self.quotations if item.start < last and item.end > first and item not in self.quoted]
        near = [item for item in near if item.words >= 2 and not item.start <= token.idx < item.end and not self.is_title(item)]
        objects = [word for word in children(token, "obj") if not any(item.start <= word.idx < item.end for item in near)]
        if not near or objects:
            return None
        item = max(near, key=lambda item: (item.words, -abs(item.start - token.idx)))
        self.quoted.add(item)
        return item.start, item.end

    def is_title(self, item: Quotation) -> bool:
        """Whether a quotation is the name of something: "Los Angeles Times"."""
        words = self.document.text[item.start : item.end].split()
        return len(words) < 2 * SPEECH and all(word[:1].isupper() for word in words if len(word) > 3)

    def whole_quotation(self, start: int, end: int) -> tuple[int, int]:
        """A clause stretched over the whole of a quotation that it shares words with, which may hold several sentences."""
        for item in self.quotations:
            if item.start < end and start < item.end and item.words >= SPEECH:
                self.quoted.add(item)
                start, end = min(start, item.start), max(end, item.end)
        return start, end

    def complement(self, token: Token, construction: str) -> list[Token]:
        if construction == "object":
            if token.pos_ == "NOUN":
                return []
            if is_passive(token):
                subject = surface_subject(token)
                return [subject] if subject is not None else []
            return children(token, "obj")
        near = [word for marker, word in complements(token) if marker == construction]
        if near or construction != "de":
            return near
        return [
            word for named in children(token, "obj") for marker, word in complements(named) if marker == "de" and self.mentions.of(named)
        ]

    # phrases

    def read_phrase(self, cue: Cue, token: Token, sentence: SpacySpan) -> bool:
        """ "Segundo X, ...", "para X, ...": the speaker is the phrase's noun, the content the rest of its clause."""
        last = self.doc[token.i + len(cue.words) - 1]
        speaker = next((word for word in (token.head, *token.ancestors) if word.i > last.i), None)
        if last.head.i > last.i:
            speaker = last.head
        if speaker is None or speaker not in sentence:
            return False
        phrase_head = speaker
        if speaker.pos_ in ("VERB", "AUX") and cue.text in self.words["weak"]:  # "para completar"
            return False
        if speaker.pos_ in ("VERB", "AUX"):
            speaker = surface_subject(speaker) or speaker
        speakers = self.speakers.whose(speaker) or (() if cue.text in self.words["weak"] else self.speakers.citizen(speaker))
        if cue.text in self.words["weak"] and not (speakers and self.stands_apart(token, speaker)):
            return False
        if not speakers and speaker.pos_ not in ("PROPN", "NOUN", "PRON"):
            return False
        low = min(token.i, phrase_head.left_edge.i)
        inside = set(range(low, phrase_head.right_edge.i + 1)) | {word.i for word in phrase_head.subtree}
        words = [word for word in clause_of(phrase_head) if word.i not in inside and not word.is_space]
        if len(words) < 3:
            words = [word for word in sentence if word.i not in inside and not word.is_space]
        if len(words) < 2:
            return False
        after, before = [word for word in words if word.i > max(inside)], [word for word in words if word.i < low]
        told = head_of_clause(phrase_head.head).i
        chosen = before if told in {word.i for word in before} and len(before) > 1 else after if len(after) >= len(before) else before
        if not chosen:
            return False
        start, end = self.whole_quotation(*trimmed(chosen[0], chosen[-1]))
        self.record(cue, token, speakers, start, end, sentence, f"{cue.text} ({cue.source})")
        return True

    def stands_apart(self, token: Token, speaker: Token) -> bool:
        """Whether a phrase with a weak cue ("para") is set off by commas: "Para Putin, ...", "..., para os EUA, ..."."""
        opens = bool(token.is_sent_start) or self.doc[token.i - 1].text == ","
        return opens and any(word.text == "," for word in self.doc[speaker.i + 1 : speaker.right_edge.i + 2])

    # the rest

    def left_over(self, sentence: SpacySpan) -> None:
        """What no cue took: quotations, and sentences in the first person, which a news text itself does not use."""
        self.left_quotations(sentence)
        verbs = (word for word in sentence if word.pos_ in ("VERB", "AUX"))
        own = any(has(word, "Person", "1") and is_finite(word) for word in verbs)
        whole = Quotation(*trimmed(sentence[0], sentence[-1]), len(sentence))
        if own and (last := self.speakers.lately(sentence)) and whole.words >= SPEECH and not self.touched(whole):
            self.record(None, None, last, whole.start, whole.end, sentence, "first person of the last speaker")

    def touched(self, item: Quotation) -> bool:
        """Whether a statement found has some of these words."""
        return any(done.content.start < item.end and item.start < done.content.end for done in self.found[-RECENT:])

    def left_quotations(self, sentence: SpacySpan) -> None:
        """Quotations that no cue took: of a name with a colon ("Trump: 'Y'"), else the last speaker's going on."""
        for item in self.quotations:
            inside = sentence.start_char <= item.start < sentence.end_char
            if not inside or item in self.quoted or item.words < SPEECH or self.covered(item):
                continue
            speakers, last = self.before_colon(item, sentence), self.speakers.lately(sentence)
            alone = item.end - item.start > 0.6 * (sentence.end_char - sentence.start_char) or item.end > sentence.end_char
            if speakers or (alone and last):
                self.quoted.add(item)
                self.record(
                    None,
                    None,
                    speakers or last,
                    item.start,
                    item.end,
                    sentence,
                    "quotation" + ("" if speakers else " of the last speaker"),
                )

    def covered(self, item: Quotation) -> bool:
        return any(done.content.start <= item.start and item.end <= done.content.end for done in self.found[-RECENT:])

    def before_colon(self, item: Quotation, sentence: SpacySpan) -> tuple[Mention, ...]:
        words = [word for word in sentence if word.idx < item.start and not word.is_quote]
        if not words or words[-1].text != ":":
            return ()
        return next((found for word in reversed(words) if (found := self.mentions.of(word))), ())

    def record(
        self, cue: Cue | None, token: Token | None, speakers: tuple[Mention, ...], start: int, end: int, sentence: SpacySpan, because: str
    ) -> None:
        if end - start < 2:
            return
        content = self.document.span(start, end)
        words = None
        if cue is not None and token is not None:
            last = self.doc[token.i + len(cue.words) - 1] if cue.pos == "PREP" else token
            words = self.document.span(token.idx, last.idx + len(last.text))
        inside = self.doc.char_span(start, end, alignment_mode="expand")
        stance, why = stance_of(cue, token, inside) if inside is not None else (Stance.ASSERT, "")
        for speaker in {mention.code: mention for mention in speakers}.values() or (None,):
            key = start, end, speaker.code if speaker else None
            if key in self.known:
                continue
            self.known.add(key)
            statement = Statement(
                speaker=speaker,
                cue=words,
                content=content,
                sentence=self.document.span(sentence.start_char, sentence.end_char),
                stance=stance,
                about=self.about(content),
                because="; ".join(part for part in (because, why) if part),
            )
            self.found.append(statement)
        self.speakers.remember(speakers, sentence)

    def about(self, content: Span) -> tuple[str, ...]:
        """The actors that the content names, in order."""
        first = bisect_left(self.named, content.start, key=lambda mention: mention[0])
        inside = takewhile(lambda mention: mention[0] < content.end, self.named[first:])
        return tuple(dict.fromkeys(code for _, end, code in inside if end <= content.end))
