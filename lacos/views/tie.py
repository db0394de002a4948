"""A tie in the terminal: how it moves, what passes each way, where it breaks, what is denied, whose reports these are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from lacos.messages import Messages, messages
from lacos.records import Standing
from lacos.ties import Break, Every, Measure, Share, Tie
from lacos.ties.charts import Labels, captioned
from lacos.views.cells import NONE, cell, grid
from lacos.views.claims import INDENT
from lacos.views.table import QUAD_STYLE

PATH = Path(__file__).parent / "tie.toml"
ACTS, OUTLETS = 3, 6
"""Happenings shown of a break, outlets shown."""
Line = Sequence[Text]


def show_tie(tie: Tie, every: Every, measure: Measure, console: Console, language: str) -> None:
    """Print a tie; ``every`` and ``measure`` are those of the series in which breaks are looked for."""
    labels, words = Labels(language), messages(language, PATH)
    caption = captioned(tie, "timeline", labels)
    console.print(cell(labels.tie(tie.one, tie.other), "bold"))
    for line in (caption.counted, *caption.notes):
        console.print(cell(line, "dim"))
    if tie.first is None:
        return
    for name, lines in (
        ("trend", trend(tie, labels, words)),
        ("quads", quads(tie, labels, words)),
        ("sides", sides(tie, every, labels, words)),
        ("reciprocity", reciprocity(tie, every, labels, words)),
        ("breaks", breaks(tie.breaks(measure, every), labels, words)),
        ("claims", denied(tie, labels)),
        ("outlets", shares(tie.outlets(), labels, words)),
        ("countries", shares([named(one, labels) for one in tie.countries()], labels, words)),
    ):
        console.print(cell(words(name), "bold"))
        console.print(Padding(grid(list(lines)), (0, 0, 0, INDENT), expand=False))


def trend(tie: Tie, labels: Labels, words: Messages) -> Iterator[Line]:
    """How the late half compares with the early half, where enough is told."""
    found = tie.trend()
    if found is None:
        yield [cell(words("too_few"))]
        return
    yield [cell(words("moved", split=labels.day(found.split), **labels.amounts(found)))]
    if not found.is_clear:
        yield [cell(words("unclear"), "yellow")]


def quads(tie: Tie, labels: Labels, words: Messages) -> Iterator[Line]:
    """The four quad classes."""
    for one in tie.quads():
        name = cell(labels.words(f"quad.{one.name}"), QUAD_STYLE.get(one.name, ""))
        yield [name, cell(labels.count("happenings", one.count)), cell(part(one, labels, words), "dim")]


def part(one: Share, labels: Labels, words: Messages) -> str:
    """A share with its interval: "42 % (30 a 55)"; of a whole there is none."""
    parts = {name: labels.number(100 * getattr(one, name)) for name in ("share", "low", "high")}
    return words("whole" if one.low == one.high else "share", **parts)


def sides(tie: Tie, every: Every, labels: Labels, words: Messages) -> Iterator[Line]:
    """What each does to the other, and both together."""
    found = tie.asymmetry(every)
    one, other = labels.actors(tie.one), labels.actors(tie.other) if tie.other else labels.words("all")
    for way, number, net in (
        (labels.words("towards", one=one, other=other), found.forth, found.forth_net),
        (labels.words("towards", one=other, other=one), found.back, found.back_net),
        (labels.words("together"), found.joint, None),
    ):
        score = "" if net is None else words("net", net=labels.number(net, 1, signed=True))
        yield [cell(way), cell(labels.count("happenings", number)), cell(score)]


def reciprocity(tie: Tie, every: Every, labels: Labels, words: Messages) -> Iterator[Line]:
    """How far one answers the other."""
    found = tie.asymmetry(every)
    if found.reciprocity is None:
        yield [cell(words("too_few_periods"))]
        return
    low, high = (NONE if bound is None else labels.number(bound, 2, signed=True) for bound in (found.low, found.high))
    yield [cell(words("answers", value=labels.number(found.reciprocity, 2, signed=True), low=low, high=high, periods=found.periods))]


def breaks(found: Sequence[Break], labels: Labels, words: Messages) -> Iterator[Line]:
    """Breaks, each with the happenings that weigh most in it."""
    if not found:
        yield [cell(words("none"))]
    for one in found:
        yield [cell(labels.broken(one), "bold")]
        yield from ([cell("  " + labels.dated(act))] for act in one.acts[:ACTS])


def denied(tie: Tie, labels: Labels) -> Iterator[Line]:
    """How many happenings some deny."""
    standings = list({act.happening: act.standing for act in tie.acts}.values())
    yield [cell(labels.listed(labels.count(one, standings.count(one)) for one in (Standing.CONTESTED, Standing.DENIED)))]


def shares(found: Sequence[Share], labels: Labels, words: Messages) -> Iterator[Line]:
    """Outlets, or countries, by the articles that come from them."""
    for one in found[:OUTLETS]:
        yield [cell(one.name or words("unknown")), cell(labels.count("articles", one.count)), cell(part(one, labels, words), "dim")]
    if len(found) > OUTLETS:
        yield [cell(labels.words("others", n=labels.number(len(found) - OUTLETS))), cell(""), cell("")]


def named(one: Share, labels: Labels) -> Share:
    """A country's share under its name."""
    return Share(labels.actor(one.name) if one.name else "", one.count, one.share, one.low, one.high)
