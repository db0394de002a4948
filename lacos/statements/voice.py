"""Who says what, and so who "nós", "nosso" and "vamos" are within a quotation: whoever is quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from lacos.actors import Mentions
from lacos.language.lexicon import lexicon
from lacos.language.syntax import has, is_finite, surface_subject
from lacos.records import Document, Mention, MentionKind, Span, Statement
from lacos.statements.quotations import quotations

CONFIDENCE = 0.8


def give_voice(doc: Doc, document: Document, statements: Sequence[Statement], mentions: Mentions) -> None:
    """Tell ``mentions`` who says what and whom the first person of each quotation means: pronouns, possessives, subjectless verbs."""
    for statement in statements:
        if statement.speaker:
            mentions.put_voice(statement.content.start, statement.content.end, (statement.speaker,))
    words = lexicon(doc.lang_).reference["first_person"]
    for quotation in quotations(document.text):
        speakers = [item.speaker for item in statements if item.speaker and overlaps(item, quotation.start, quotation.end)]
        run = doc.char_span(quotation.start, quotation.end, alignment_mode="contract") if speakers else None
        for token in run or ():
            if token.lower_ in words and not mentions.of(token):
                place = document.span(token.idx, token.idx + len(token.text))
                mentions.put(token, tuple(as_first_person(speaker, MentionKind.PRONOUN, place) for speaker in speakers))
            elif token.pos_ in ("VERB", "AUX") and is_finite(token) and has(token, "Person", "1") and surface_subject(token) is None:
                mentions.put_elided(token, tuple(as_first_person(speaker, MentionKind.ELLIPSIS, None) for speaker in speakers))


def overlaps(statement: Statement, start: int, end: int) -> bool:
    """Whether a quotation at ``start`` to ``end`` is what the statement says, or most of it."""
    shared = min(statement.content.end, end) - max(statement.content.start, start)
    return shared > (end - start) / 2


def as_first_person(speaker: Mention, kind: MentionKind, span: Span | None) -> Mention:
    return replace(speaker, span=span, kind=kind, confidence=CONFIDENCE, because=f"first person of «{speaker.text}», who is quoted")
