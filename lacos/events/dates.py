"""When an event took place: the time expression of its sentence that is its own, by syntax and nearness. Nothing is dated by guess."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from spacy.tokens import Doc, Span, Token

from lacos.events.matching import tense
from lacos.events.ontology import SPEECH_ACTS
from lacos.language import times
from lacos.language.lexicon import lexicon
from lacos.language.syntax import has, has_article, head_of_clause, is_passive, lemma, preposition, relation, surface_subject
from lacos.language.times import TimeExpression
from lacos.records import EventDate, EventType, Status

RECENT = 8
"""Days before publication within which an expression such as "na terça" dates the clause, though the tree hangs it on a noun."""
VERBS = ("VERB", "AUX")


def dated(token: Token, published: date | None, status: Status = Status.OCCURRED, event_type: EventType | None = None) -> EventDate | None:
    """The date of what ``token`` expresses, or None: what hangs on it, else on the predicate that it shares its time with.

    What may never happen is only dated by what hangs on its own word; what is done by speaking also by what hangs on the verb of saying.
    """
    tied = [(item, span, owner(span, item, published)) for item, span in of_sentence(token, published)]
    said = saying(token) if event_type in SPEECH_ACTS and status is not Status.HYPOTHETICAL else ()
    for place in (*places(token, status), *said) if tied else ():
        here = [(item, span) for item, span, head in tied if head == place or place.i in range(span.start, span.end)]
        found = best(here, token, place if place.pos_ in VERBS else token, status)
        if found is not None:
            return found
    return None


def best(here: list[Written], token: Token, place: Token, status: Status) -> EventDate | None:
    """Of the expressions at one place the most exact, then the nearest to ``token``."""
    dates = [(of_event(item, place, status), span, item) for item, span in here]
    ranked = sorted((-len(value), abs(span.start - token.i), value, item.because) for value, span, item in dates if value is not None)
    return EventDate(*ranked[0][2:]) if ranked else None


def saying(token: Token) -> Iterator[Token]:
    """The verbs of saying over a clause not told as past: what it expresses is done by saying it ("disse que pretende cooperar")."""
    top = head_of_clause(token)
    if tense(top) == "past" and top.pos_ in VERBS:
        return
    if relation(top) in ("ccomp", "parataxis") and top.head.pos_ in VERBS:
        yield from governors(top.head)
    yield from (child for child in top.children if relation(child) == "parataxis" and tense(child) == "past")


Written = tuple[TimeExpression, Span]
"""A time expression and its words."""


def of_sentence(token: Token, published: date | None) -> Sequence[Written]:
    """The expressions in the sentence of ``token`` that can date an event; kept with the document, for every event asks."""
    key = f"lacos datable {published}"
    if key not in token.doc.user_data:
        by_sentence = of_document(token.doc, published).items()
        token.doc.user_data[key] = {start: [one for one in some if not is_limit(one[1])] for start, some in by_sentence}
    known: dict[int, list[Written]] = token.doc.user_data[key]
    return known.get(token.sent.start, ())


def of_document(doc: Doc, published: date | None) -> dict[int, list[Written]]:
    """The dates and times of a document by the first word of their sentence, in text order; kept with it, for every event asks."""
    key = f"lacos dates {published}"
    if key not in doc.user_data:
        found: dict[int, list[Written]] = {}
        for item in times.of(doc, published):
            span = doc.char_span(item.start, item.end, alignment_mode="expand") if item.type in ("DATE", "TIME") else None
            if span is not None:
                found.setdefault(span[0].sent.start, []).append((item, span))
        doc.user_data[key] = found
    known: dict[int, list[Written]] = doc.user_data[key]
    return known


def is_limit(span: Span) -> bool:
    """Whether the words only say since when or until when."""
    before = span.doc[max(0, span.start - 2) : span.start]
    return any(word.lower_ in words_of(word)["limits"] for word in before if word == before[-1] or before[-1].pos_ == "DET")


def owner(span: Span, item: TimeExpression, published: date | None) -> Token:
    """What an expression dates: the predicate or the noun that it hangs on, through names and nouns that are no events."""
    head = span.root.head
    if head.pos_ in VERBS:
        return head
    if preposition(span.root) == "de" or span[0].lower_.startswith("de") or (span.start and span.doc[span.start - 1].text == "("):
        return head
    value = times.iso(item.begin)
    recent = published is not None and value is not None and len(value) == 10 and abs((date.fromisoformat(value) - published).days) < RECENT
    while head.pos_ in ("NOUN", "PROPN", "ADV") and head.head != head and (recent or relation(head) != "conj"):
        if (head.pos_ == "NOUN" and not recent) or head.lower_ in words_of(head)["apart"]:
            return head
        head = head.head
    return head


def places(token: Token, status: Status) -> Iterator[Token]:
    """The words whose time is that of ``token``, the nearest first: itself, what says of a noun that it takes place, the verb that lends it
    its subject, the verbs that it is coordinated with or shares its time with.
    """
    yield token
    if token.pos_ not in VERBS:
        yield from takes_place(token)
    if status is Status.HYPOTHETICAL:
        return
    yield from governors(token)
    yield from (child for child in token.children if governor(child) == token and relation(child) == "xcomp")


def governors(token: Token) -> Iterator[Token]:
    """``token`` and the predicates above it whose time it shares."""
    step: Token | None = token
    while step is not None:
        yield step
        step = governor(step)


def takes_place(noun: Token) -> Iterator[Token]:
    """The clauses that say when what ``noun`` means was done: "exercícios realizados no domingo", "o ataque que matou três na terça"."""
    done = lexicon(noun.doc.lang_).light_verbs | words_of(noun)["happening"]
    for child in noun.children:
        if relation(child) == "acl" and (has(child, "VerbForm", "Part") or lemma(child) in done or is_its_deed(child, noun)):
            yield child
        elif relation(child) == "nmod":
            yield from (below for below in takes_place(child) if lemma(below) in done)


def is_its_deed(verb: Token, noun: Token) -> bool:
    """Whether ``noun`` is the subject of a relative clause told as past."""
    return tense(verb) == "past" and surface_subject(verb) == noun and not is_passive(verb)


def governor(token: Token) -> Token | None:
    """The predicate whose time is that of ``token``, or None."""
    head, label = token.head, relation(token)
    if head == token:
        return None
    if token.pos_ in VERBS:
        controlled = label == "xcomp" and lemma(head) not in lexicon(token.doc.lang_).object_control
        return head if head.pos_ in VERBS and (label == "conj" or controlled or is_at_the_time(token)) else None
    if label == "conj":
        return head
    if head.pos_ not in VERBS:
        return None
    lent = lemma(head) in lexicon(token.doc.lang_).light_verbs | words_of(token)["happening"]
    within = label == "obl" and preposition(token) in words_of(token)["during"]
    new = label == "obj" and not has_article(token)
    acting = token.dep_ == "nsubj" and tense(head) == "past"
    return head if within or new or acting or (lent and label in ("obj", "nsubj")) else None


def is_at_the_time(verb: Token) -> bool:
    """Whether a clause tells what happens at the time of the clause above: "..., quando atacou", "afirmou, acusando ..."."""
    if relation(verb) != "advcl":
        return False
    return has(verb, "VerbForm", "Ger") or any(child.lower_ in words_of(verb)["when"] for child in verb.children)


def words_of(token: Token) -> dict[str, frozenset[str]]:
    return lexicon(token.doc.lang_).time


def of_event(item: TimeExpression, token: Token, status: Status) -> str | None:
    """The ISO date of an event at the time of ``item``, cut to its precision; of a range of days the first; None for what is no date."""
    if ("/" in item.value and len(item.begin) < 10) or (item.is_ago and status is Status.ONGOING):
        return None
    when = tense(token if token.pos_ in VERBS else head_of_clause(token))
    if when != "past" and status in (Status.FUTURE, Status.HYPOTHETICAL):
        when = "future"
    chosen = item.ahead if when == "future" else item.behind if when == "past" else ""
    return times.iso((chosen or item.value).partition("/")[0])
