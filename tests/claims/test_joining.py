"""Mentions that tell of one happening, and those that something keeps apart."""

import pytest

from lacos.claims.joining import join, oppose
from lacos.records import Actor, Document, Event, EventDate, EventType, Mention, Status

TEXT = "O Quênia atacou a Somália. O ataque matou dez soldados. A Etiópia condenou o ataque. O Quênia voltou a atacar."
DOCUMENT = Document(TEXT, language="pt")


def mention(code: str) -> Mention:
    return Mention(Actor(code), None)


def event(
    trigger: str,
    kind: str = "ASSAULT",
    actor: str = "KEN",
    recipient: str = "SOM",
    date: str | None = None,
    status: str = "occurred",
    historical: bool = False,
    after: int = 0,
) -> Event:
    start = TEXT.index(trigger, after)
    first, last = TEXT.rfind(". ", 0, start) + 1, TEXT.index(".", start) + 1
    sides = [tuple(mention(code) for code in codes.split()) for codes in (actor, recipient)]
    return Event(
        EventType(kind),
        DOCUMENT.span(start, start + len(trigger)),
        DOCUMENT.span(first, last),
        *sides,
        status=Status(status),
        historical=historical,
        date=EventDate(date) if date else None,
    )


def words(events: list[Event]) -> list[list[str]]:
    return [[one.trigger.text for one in happening.events] for happening in join(events)]


def test_a_verb_and_the_noun_that_takes_it_up_are_one() -> None:
    assert words([event("atacou"), event("ataque"), event("condenou", "ACCUSE", "ETH", "KEN")]) == [["atacou", "ataque"], ["condenou"]]


@pytest.mark.parametrize(
    "other",
    [
        {"date": "2019-03-02"},
        {"actor": "ETH"},
        {"recipient": "ETH"},
        {"historical": True},
        {"status": "hypothetical"},
        {"status": "negated"},
        {"kind": "MOBILIZE"},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_what_keeps_two_mentions_apart(other: dict[str, str]) -> None:
    assert len(join([event("atacou", date="2019-03-01"), event("ataque", **other)])) == 2


def test_a_side_left_out_and_a_coarser_date_keep_nothing_apart() -> None:
    (one,) = join([event("atacou", date="2019-03-01"), event("ataque", date="2019-03-01", recipient="")])
    assert {"same actor", "same date", "in the headline"} <= set(one.because.split(", "))


def test_the_reason_is_what_all_pairs_share() -> None:
    (one,) = join(
        [event("atacou", date="2019-03-01"), event("ataque", date="2019-03-01"), event("ataque", date="2019-03-01", after=80 - 20)]
    )
    assert "same actor" in one.because


def test_a_denial_is_joined_to_what_it_denies() -> None:
    told = join([event("atacou"), event("condenou", "ACCUSE", "ETH", "KEN"), event("atacar", status="negated")])
    assert [[one.trigger.text for one in happening.events] for happening in oppose(told)] == [["atacou", "atacar"], ["condenou"]]
    alone = join([event("atacou", recipient="ETH"), event("atacar", status="negated")])
    assert len(oppose(alone)) == 2
