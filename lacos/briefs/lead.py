"""The lead: the state of a tie and its trend, with figures; or that there is too little to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lacos.briefs.brief import Citation, Length, Sentence
from lacos.briefs.clauses import told
from lacos.briefs.deeds import Deed, deeds
from lacos.briefs.figures import CONFIDENCE, Figures
from lacos.briefs.speech import Parts, Speech
from lacos.ledger import Ledger
from lacos.ties import Break

BREAKS = {Length.PARAGRAPH: 1, Length.PAGE: 2, Length.DOSSIER: 9}
"""Breaks that are told, the last ones."""
CITED = 3
"""Documents that a figure is shown with: those of the weightiest happenings that it counts."""


def lead(speech: Speech, ledger: Ledger, of: Figures, found: Sequence[Deed], length: Length) -> Iterator[Sentence]:
    """What passes between the two, more of it the longer the brief; ``found`` are the happenings, the weightiest first."""
    evidence = citations(of, found)
    if not evidence:
        yield Sentence(_nothing(speech, of))
        return
    yield Sentence(_state(speech, of), evidence)
    if of.tie.is_thin:
        yield Sentence(speech.say("lead.thin"), evidence)
        return
    yield Sentence(_balance(speech, of), evidence)
    breaks = [(number, change) for number, change in enumerate(of.breaks) if change.kind == "level"][-BREAKS[length] :]
    trend = _direction(of)
    if not breaks or trend not in ("unclear", *(_way(change) for _, change in breaks)):  # halves hide a break that came late
        yield Sentence(_trend(speech, of, trend), evidence)
    for number, change in breaks:
        yield Sentence(_break(speech, of, number, change), evidence)
        if length is Length.DOSSIER:
            yield from _acts(speech, ledger, change)
    if length is not Length.PARAGRAPH:
        yield Sentence(_sides(speech, of), evidence)


def citations(of: Figures, found: Sequence[Deed]) -> tuple[Citation, ...]:
    """The words of the weightiest happenings that figures count."""
    counted = [deed.telling.citation for deed in found if deed.id in of.counted]
    return tuple(dict.fromkeys(counted[:CITED]))


def _nothing(speech: Speech, of: Figures) -> Parts:
    dates = (("since", of.tie.since), ("until", of.tie.until))
    period = tuple(part for name, date in dates if date for part in speech.say(f"lead.{name}", date=(speech.date(date),)))
    return _between(speech, of, "lead.nothing", period=period)


def _state(speech: Speech, of: Figures) -> Parts:
    numbers = {name: speech.counted(name, of.count(name), name) for name in ("happenings", "articles", "outlets")}
    numbers["outlets"] = speech.say("lead.outlets", outlets=numbers["outlets"]) if of.outlets else ()
    return _between(speech, of, "lead.state", span=(speech.span(of.days[0], of.days[-1]),), **numbers)


def _between(speech: Speech, of: Figures, key: str, **parts: Parts) -> Parts:
    """A template about the two sides, or about one and all others."""
    if of.tie.other:
        return speech.say(key, tie=speech.names((*of.tie.one, *of.tie.other)), **parts)
    return speech.say(f"{key}.all", one=speech.names(of.tie.one), **parts)


def _balance(speech: Speech, of: Figures) -> Parts:
    conflict, cooperation = of.count("conflict"), of.count("cooperation")
    more, less = ("conflict", "cooperation") if conflict >= cooperation else ("cooperation", "conflict")
    which = "even" if conflict == cooperation else more if of.count(less) else f"only.{more}"
    counts = {more: speech.counted(more, of.count(more), "happenings"), less: _number(speech, of, less)}
    return speech.say(f"lead.balance.{which}", mean=speech.say("lead.balance.mean", net=_number(speech, of, "net")), **counts)


def _direction(of: Figures) -> str:
    """Where a tie goes: "better", "worse", "unclear", or "none" where there is too little to say."""
    if of.trend is None:
        return "none"
    low, high = round(of.trend.low, 1), round(of.trend.high, 1)  # as they are shown
    return "better" if low > 0 else "worse" if high < 0 else "unclear"


def _way(change: Break) -> str:
    return "better" if change.change > 0 else "worse"


def _trend(speech: Speech, of: Figures, direction: str) -> Parts:
    if direction == "none":
        return speech.say("lead.trend.none")
    numbers = {name: _number(speech, of, f"trend.{name}") for name in ("before", "after", "low", "high")}
    return speech.say(f"lead.trend.{direction}", confidence=(speech.figure("confidence", CONFIDENCE),), **numbers)


def _sides(speech: Speech, of: Figures) -> Parts:
    counts: dict[str, Parts] = {name: (speech.figure(f"sides.{name}", of.count(f"sides.{name}")),) for name in ("back", "joint")}
    counts["forth"] = speech.counted("sides.forth", of.count("sides.forth"), "happenings")
    preposition = speech.texts("lead.of")
    other = speech.names(of.tie.other, preposition) if of.tie.other else speech.say("lead.others")
    return speech.say("lead.sides", forth_of=speech.names(of.tie.one, preposition), back_of=other, **counts)


def _break(speech: Speech, of: Figures, number: int, change: Break) -> Parts:
    """A change of level."""
    numbers = {name: _number(speech, of, f"break.{number}.{name}") for name in ("before", "after")}
    return speech.say(f"lead.break.{_way(change)}", date=(speech.date(change.first.label),), **numbers)


def _acts(speech: Speech, ledger: Ledger, change: Break) -> Iterator[Sentence]:
    """The happening that weighs most in a change."""
    for act in deeds(ledger, change.acts[:1]):
        yield Sentence(speech.say("lead.break.act", clause=told(speech, act)), (act.telling.citation,), (act.id,))


def _number(speech: Speech, of: Figures, name: str) -> Parts:
    return (speech.figure(name, of(name)),)
