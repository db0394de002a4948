"""The sheet that a chart is drawn on: title on top, panels, a list of keyed lines, and the foot with notes and source."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import altair as alt

from lacos.ties.charts.caption import UNBROKEN, Caption
from lacos.ties.charts.chart import Chart
from lacos.ties.charts.labels import Labels
from lacos.ties.charts.marks import Panel, layered, text, texts
from lacos.ties.charts.theme import GREY, INK, LEADING, MARGIN, SMALL, TEXT, config

INDENT = 18
"""Pixels of the marks before the lines of a list."""
FOOT, LINE, SENTENCE, HEAD = 118, 118, 102, 68
"""Characters that fit on a line of the foot, of the list, of a sentence or what was counted, of the title, in the widest font."""


def sheet(panels: Sequence[Panel], caption: Caption, labels: Labels) -> Chart:
    """A chart of some panels, one beneath the other."""
    counted = wrapped(caption.counted, SENTENCE)
    title = alt.TitleParams(wrapped(caption.title, HEAD), subtitle=counted, offset=12, subtitlePadding=4, dx=-MARGIN)
    drawing = alt.vconcat(*panels, foot(caption), title=title, config=config(labels.words))
    drawing.description = " ".join([*(f"{words}." for words in (caption.title, caption.counted) if words), *caption.notes, caption.source])
    return Chart(caption.title, drawing)


def lines(texts: Iterable[str], width: int) -> list[str]:
    """Texts broken into lines."""
    return [line for text in texts for line in wrapped(text, width)]


def wrapped(text: str, width: int) -> list[str]:
    """A text broken into lines, none between a number and its sign."""
    return textwrap.wrap(text.replace(" %", f"{UNBROKEN}%"), width, break_on_hyphens=False)


def foot(caption: Caption) -> Panel:
    """Notes and source, small."""
    return written(lines((*caption.notes, caption.source), FOOT), GREY, SMALL)


def sentence(text: str) -> Panel:
    """A plain sentence where something would be drawn."""
    return written(lines([text], SENTENCE), INK, TEXT)


def written(some: Sequence[str], color: str, size: float) -> Panel:
    """Lines of text from the left edge of the sheet on."""
    rows = [text(-MARGIN, LEADING * number, line, color=color) for number, line in enumerate(some)]
    return layered(texts(rows, "top", fontSize=size), height=LEADING * len(rows))


class Entry(NamedTuple):
    """A line beneath a chart with the mark that it explains, "" for none: "A", "1". Those quoted are grey."""

    mark: str
    text: str
    is_quoted: bool = False


def keyed(entries: Iterable[Entry]) -> Panel:
    """Entries one beneath the other."""
    lines = [
        ("" if rank else entry.mark, line, GREY if entry.is_quoted else INK)
        for entry in entries
        for rank, line in enumerate(wrapped(entry.text, LINE))
    ]
    rows = [text(-MARGIN, LEADING * rank, mark, weight="bold") for rank, (mark, *_) in enumerate(lines)]
    rows += [text(INDENT - MARGIN, LEADING * rank, line, color=color) for rank, (_, line, color) in enumerate(lines)]
    return layered(texts(rows, "top"), height=LEADING * len(lines))
