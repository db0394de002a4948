"""The matrix of claims: a row a happening, a column an actor, and in each cell who asserts, denies or condemns it."""

from __future__ import annotations

import math
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import altair as alt

from lacos.ledger import Told
from lacos.records import Standing
from lacos.ties.acts import is_past
from lacos.ties.charts.caption import Caption
from lacos.ties.charts.chart import Chart
from lacos.ties.charts.labels import REAL, Labels
from lacos.ties.charts.marks import Row, across, data, down, encoded, layered, text, texts
from lacos.ties.charts.sheet import sentence, sheet
from lacos.ties.charts.theme import MARGIN, PALE
from lacos.ties.charts.voices import SIGNS, TEXT, UNNAMED, voices

ORDER = (Standing.CONTESTED, Standing.DENIED, Standing.ATTRIBUTED)
"""The standings that somebody's word makes, those that readers look for first on top."""
MOST, ACTORS = 18, 10
"""Happenings and actors that are drawn."""
CHARACTER = 5.2
"""Pixels of a character."""
APART = 9
"""Pixels between the signs of a cell."""
SAID = 200
"""Characters of the words that a page shows beside a sign."""
TALL, WIDE, LEFT, DATED = 17, 26, 344, 70
"""Pixels of a row and a column, of the room for the happenings' names, and within it for their dates."""
NAME = 55
"""Characters of a happening's name."""


def claims(told: Sequence[Told], caption: Caption, labels: Labels) -> Chart:
    """The happenings that most is claimed of, by how they stand, the latest first."""
    some = [one for one in told if one.happening["standing"] in ORDER and voices(one) and not is_slip(one)]
    if not some:
        return sheet([sentence(labels.words("note_no_claims"))], caption, labels)
    chosen = sorted(some, key=weight)[:MOST]
    caption = replace(caption, counted=counted(some, labels))
    if len(chosen) < len(some):
        caption = caption.noting(labels.words("note_claims_cut", shown=labels.number(len(chosen)), all=labels.number(len(some))))
    return sheet([Matrix(tuple(ordered(chosen)), columns(chosen), labels).drawn()], caption.noting(labels.words("note_claims")), labels)


def is_slip(one: Told) -> bool:
    """Whether a happening is said to have taken place on a day after all of its reports, which no chart shows."""
    happening = one.happening
    return happening["status"] in REAL and not is_past(happening["day"], happening["last_reported"])


def weight(one: Told) -> tuple[int, bool, int, int, str]:
    """What sorts happenings: how they stand, whether they took place, how many take a position, how widely they are told."""
    happening, actors = one.happening, {voice.who for voice in voices(one)}
    standing, is_real = ORDER.index(Standing(happening["standing"])), happening["status"] in REAL
    return standing, not is_real, -len(actors), -happening["origins"], happening["id"]


def counted(some: Sequence[Told], labels: Labels) -> str:
    """ "3 contestados, 7 só negados, 3 set. 2017 a 18 mar. 2018": what is claimed, by how it stands, and of which time."""
    count = Counter(one.happening["standing"] for one in some)
    claimed = labels.listed(labels.count(standing, count[standing]) for standing in ORDER if count[standing])
    days = sorted(filter(None, map(day, some)))
    if not days:
        return claimed
    return labels.words("counted_claims", claims=claimed, first=labels.when(days[0]), last=labels.when(days[-1]))


def ordered(chosen: Sequence[Told]) -> Iterator[Told | Standing]:
    """The happenings, the latest first, each standing before those that stand so."""
    for standing in ORDER:
        some = [one for one in chosen if one.happening["standing"] == standing]
        if some:
            yield standing
            yield from sorted(some, key=day, reverse=True)


def day(one: Told) -> str:
    """When a happening took place, else when it was told first."""
    happening = one.happening
    return str(happening["date"] or happening["day"] or happening["first_reported"] or "")


def columns(chosen: Sequence[Told]) -> tuple[str, ...]:
    """Those that take positions on most happenings: the texts first, then actors, at last those whom the texts do not name."""
    count = Counter(who for one in chosen for who in {voice.who for voice in voices(one)})
    ranked = sorted(count, key=lambda who: (who != TEXT, -count[who], who))[:ACTORS]
    return tuple(sorted(ranked, key=lambda who: who == UNNAMED))


@dataclass(frozen=True)
class Matrix:
    """Names, lines and signs, each at its pixels. ``entries`` are happenings beneath the standing that they have."""

    entries: tuple[Told | Standing, ...]
    actors: tuple[str, ...]
    labels: Labels

    @property
    def heads(self) -> list[str]:
        """The names of the columns."""
        others = {TEXT: self.labels.words("text_itself"), UNNAMED: self.labels.words("unnamed")}
        return [others.get(actor) or self.labels.actor(actor) for actor in self.actors]

    @property
    def top(self) -> float:
        """Pixels above the first row: the names of the columns stand there aslant."""
        return 8 + math.sin(math.pi / 4) * CHARACTER * max(map(len, self.heads))

    def middle(self, rank: int) -> float:
        """Pixels from the top to the middle of a row."""
        return self.top + TALL * (rank + 0.5)

    def centre(self, rank: int) -> float:
        """Pixels from the left edge of what is drawn to the middle of a column."""
        return LEFT - MARGIN + WIDE * (rank + 0.5)

    def drawn(self) -> alt.LayerChart:
        """All layers."""
        layers = (self.lines(), texts(self.names()), self.slanted(), self.signs())
        return layered(*layers, height=self.top + TALL * len(self.entries))

    def lines(self) -> alt.Chart:
        """A line beneath each row."""
        right = LEFT - MARGIN + WIDE * len(self.actors)
        rows = [{"x": -MARGIN, "x2": right, "y": self.middle(rank) + TALL / 2} for rank in range(len(self.entries))]
        return encoded(alt.Chart(data(rows)).mark_rule(color=PALE), x=across(), x2="x2:Q", y=down())

    def names(self) -> Iterator[Row]:
        """Standings, and beneath them dates and what was done."""
        for rank, one in enumerate(self.entries):
            y = self.middle(rank)
            if isinstance(one, Standing):
                yield text(-MARGIN, y, self.labels.words(f"group.{one}"), weight="bold")
            else:
                yield text(-MARGIN, y, self.labels.when(day(one)))
                yield text(DATED - MARGIN, y, self.labels.told(one.happening, NAME))

    def slanted(self) -> alt.Chart:
        """The actors above their columns."""
        return texts((text(self.centre(rank), self.top - 2, name) for rank, name in enumerate(self.heads)), angle=315)

    def signs(self) -> alt.Chart:
        """A sign a stance, side by side where an actor takes several."""
        cells = list(self.cells())
        named = {self.labels.words.term("stance", stance): sign for stance, sign in SIGNS.items()}
        stances = [name for name in named if any(cell["stance"] == name for cell in cells)]
        shapes, colors = ([named[name][part] for name in stances] for part in (0, 1))
        legend = alt.Legend(orient="top", direction="horizontal", columns=len(SIGNS), title=None, symbolStrokeWidth=1.8, symbolSize=55)
        scale = alt.Scale(domain=stances, range=colors)
        return encoded(
            alt.Chart(data(cells)).mark_point(strokeWidth=1.8, size=55, opacity=1),
            x=across(),
            y=down(),
            shape=alt.Shape("stance:N", scale=alt.Scale(domain=stances, range=shapes), legend=legend),
            stroke=alt.Stroke("stance:N", scale=scale, legend=legend),
            fill=alt.Fill("stance:N", scale=scale, legend=legend),
            tooltip=[alt.Tooltip("actor:N"), alt.Tooltip("stance:N"), alt.Tooltip("words:N")],
        )

    def cells(self) -> Iterator[Row]:
        """The signs of all rows, each with the first words that it stands for."""
        for rank, one in enumerate(self.entries):
            if isinstance(one, Standing):
                continue
            words = {(voice.who, voice.stance): voice.words for voice in reversed(voices(one))}
            for column, (actor, name) in enumerate(zip(self.actors, self.heads, strict=True)):
                stances = [stance for stance in SIGNS if (actor, stance) in words]
                for number, stance in enumerate(stances):
                    x = self.centre(column) + APART * (number - (len(stances) - 1) / 2)
                    said = textwrap.shorten(words[actor, stance], SAID, placeholder=" […]")
                    yield {"x": x, "y": self.middle(rank), "actor": name, "stance": self.labels.words.term("stance", stance), "words": said}
