"""Whether the text tells an event as background from an earlier period: more than about a month before it was published."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from spacy.tokens import Token

from lacos.actors.territories import territories
from lacos.events.dates import of_sentence, owner, places
from lacos.events.matching import tense
from lacos.language import times
from lacos.language.lexicon import lexicon
from lacos.language.syntax import clause, head_of_clause, relation
from lacos.language.times import TimeExpression
from lacos.records import EventDate, Mention, Status

MONTH = timedelta(days=30)


def is_historical(token: Token, published: date | None, when: EventDate | None, status: Status = Status.OCCURRED) -> bool:
    """Whether its date, or else a time expression of its clause or of one that says when, lies well before ``published``."""
    if when is not None:
        return is_earlier(when.value, published)
    if status in (Status.HYPOTHETICAL, Status.FUTURE):
        return False
    near = [*places(token, status), *clause(token), *clauses_above(token)]
    if any(is_of_the_past(word) for word in near):
        return True
    words = {word.i for word in near if word == token or word.pos_ in ("VERB", "AUX", "ADJ")}
    return any(is_past(item, published) and owner(span, item, published).i in words for item, span in of_sentence(token, published))


def is_past(item: TimeExpression, published: date | None) -> bool:
    """Whether an expression says an earlier period: an old date, a decade or a century gone by, "há muitos anos"."""
    value = item.behind or item.value
    last = value.rpartition("/")[2]
    if last.isdigit() and len(last) < 4:  # a decade, a century
        return published is None or int(last.ljust(4, "9")) < published.year
    iso = times.iso(last)
    return iso is not None and is_earlier(iso, published)


def is_earlier(value: str, published: date | None) -> bool:
    """Whether an ISO date cut to its precision lies more than a month before publication; a year must be over."""
    if published is None:
        return True
    if len(value) == 4:
        return int(value) < published.year
    return date.fromisoformat((value + "-15")[:10]) < published - MONTH


def is_of_the_past(word: Token) -> bool:
    """Words that say so without a date: "outrora", "na época", "no passado"."""
    return word.lower_ in lexicon(word.doc.lang_).time["earlier"] and word.pos_ in ("NOUN", "ADV")


def is_of_former_state(sides: Iterable[Mention], published: date | None) -> bool:
    """Whether a state on either side was no more at publication."""
    known = (territories().get(mention.actor.state) for mention in sides)
    return any(one.until is not None and (published is None or one.until < published) for one in known if one is not None)


def clauses_above(token: Token) -> list[Token]:
    """The words of the clauses above whose period is that of the clause of ``token``: one that says when ("remonta a 1948, quando foi
    fundada"), one that it is the content of, told as past ("em 1990, o Iraque negou que ..."), one that it is coordinated with.
    """
    top, words = head_of_clause(token), list[Token]()
    while top.head != top and shares_period(top):
        top = head_of_clause(top.head)
        words += clause(top)
    return words


def shares_period(top: Token) -> bool:
    label = relation(top)
    if label in ("advcl", "acl"):
        return any(word.lower_ in ("quando", "onde", "que") for word in top.children)
    return label in ("ccomp", "conj", "xcomp") and tense(top.head) == "past"
