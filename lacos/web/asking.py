"""What an address asks for: its filters and its part of a list, and the way back from a filter to an address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from starlette.datastructures import QueryParams
from starlette.requests import Request

from lacos.actors import ActorError, code_of
from lacos.ledger import Filter
from lacos.records import EventType, Standing, Status
from lacos.web.addresses import with_query
from lacos.web.errors import WrongValueError

WHO = ("actor", "recipient", "among")
CHOICES: Mapping[str, tuple[str, type[StrEnum]]] = {
    "type": ("types", EventType),
    "status": ("statuses", Status),
    "standing": ("standings", Standing),
}
"""Parameters that may be given several times, with the field of a filter and its vocabulary."""
SPAN = ("since", "until")
WORDS = ("source", "document")
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
LAST = "-99"
"""After every day of a month and every month of a year."""
LIMIT, MOST = 50, 500
"""Things of a list on a page, where the address does not say and at most."""
FARTHEST = 10_000_000
LONGEST = 1000
"""Characters of a value."""
Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True)
class Page:
    """A part of a list: ``limit`` things after the first ``offset``."""

    limit: int = LIMIT
    offset: int = 0


def asked(request: Request) -> Filter:
    """The filter of an address: ``actor``, ``recipient``, ``among`` (codes or names), ``tie`` ("RUS,PRK"), ``type``, ``status`` and
    ``standing`` (each as often as wanted), ``contested=1``, ``since``, ``until``, ``source``, ``document``; empty values ask nothing.

    Raises WrongValueError for a value that means nothing.
    """
    given = request.query_params
    fields: dict[str, Any] = {name: code(name, words) for name in WHO if (words := value(given, name))}
    fields |= {name: words for name in WORDS if (words := value(given, name))}
    fields |= {name: moment(name, words) for name in SPAN if (words := value(given, name))}
    for name, (field, vocabulary) in CHOICES.items():
        fields[field] = tuple(dict.fromkeys(chosen(name, words, vocabulary) for words in given.getlist(name) if words))
    if flag(given, "contested"):
        fields["standings"] = (Standing.CONTESTED,)
    if words := value(given, "tie"):
        fields["tie"] = pair(words)
    if "since" in fields and "until" in fields and fields["since"] > fields["until"] + LAST:
        raise WrongValueError("until", "wrong_span", since=fields["since"], until=fields["until"])
    return Filter(**fields)


def page(request: Request) -> Page:
    """The part of a list that an address asks for. Raises WrongValueError for what is no number of things."""
    return Page(whole(request.query_params, "limit", LIMIT, 1, MOST), whole(request.query_params, "offset", 0, 0, FARTHEST))


def parameters(found: Filter) -> Iterator[tuple[str, str]]:
    """What an address says to ask for a filter."""
    for name in (*WHO, *SPAN, *WORDS):
        if words := getattr(found, name):
            yield name, words
    if found.tie:
        yield "tie", ",".join(found.tie)
    for name, (field, _) in CHOICES.items():
        yield from ((name, str(one)) for one in getattr(found, field))


def query(found: Filter, **more: object) -> str:
    """A filter, and whatever else, as the end of an address: "?type=ASSAULT&since=2017"; "" where it asks nothing."""
    return with_query("", [*parameters(found), *((name, str(one)) for name, one in more.items() if one not in (None, ""))])


def value(given: QueryParams, name: str) -> str:
    """A value without the blanks around it. Raises WrongValueError for one that is too long or has characters that nobody types."""
    words = given.get(name, "").strip()
    if len(words) > LONGEST or "\0" in words:
        raise WrongValueError(name, "wrong_text", most=LONGEST)
    return words


def flag(given: QueryParams, name: str) -> bool:
    """Whether an address says yes to something."""
    words = value(given, name)
    if words not in ("", "0", "1"):
        raise WrongValueError(name, "wrong_flag", given=words)
    return words == "1"


def code(name: str, words: str) -> str:
    """The code that words stand for."""
    try:
        return code_of(words)
    except ActorError as error:
        raise WrongValueError(name, "wrong_actor", given=words) from error


def pair(words: str) -> tuple[str, str]:
    one, comma, other = words.partition(",")
    if not comma or "," in other:
        raise WrongValueError("tie", "wrong_tie", given=words)
    return code("tie", one.strip()), code("tie", other.strip())


def moment(name: str, words: str) -> str:
    """A day, month or year of the calendar, as it is written."""
    try:
        if DATE.fullmatch(words) and date.fromisoformat((words + "-01-01")[:10]):
            return words
    except ValueError:
        pass
    raise WrongValueError(name, "wrong_date", given=words)


def chosen(name: str, words: str, vocabulary: type[Choice]) -> Choice:
    """A value of a vocabulary, in capitals or not."""
    found = next((one for one in vocabulary if one.value.lower() == words.lower()), None)
    if found is None:
        raise WrongValueError(name, "wrong_choice", given=words, some=", ".join(vocabulary))
    return found


def whole(given: QueryParams, name: str, default: int, least: int, most: int) -> int:
    words = value(given, name)
    if not words:
        return default
    if not (words.isascii() and words.isdecimal() and len(words) < 10 and least <= int(words) <= most):
        raise WrongValueError(name, "wrong_number", given=words, least=least, most=most)
    return int(words)
