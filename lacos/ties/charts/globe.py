"""Where states lie on the sheet: the Equal Earth projection (Šavrič, Patterson and Jenny 2018), their capitals, room for their names."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lacos.events.atlas import atlas
from lacos.ties.charts.theme import MARGIN, WIDTH

SHAPES = Path(__file__).parent / "data" / "world.json"
"""The states as TopoJSON by code: Natural Earth 1:110m (public domain) as world-atlas 2.0.2 has it, changed as docs/charts.md says."""
FACTORS = (1.340264, -0.081106, 0.000893, 0.003796)
TURNED = 11
"""Degrees east of Greenwich in the middle: no state but Antarctica is cut by the edge."""
SCALE = (WIDTH + MARGIN) / 5.42
CENTRE = (WIDTH / 2 - MARGIN / 2, 156)
TALL = 280
REACHES = (0, 5, 10)
"""Pixels between a sign and a name above or beneath it."""
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Spot:
    """Where a state's sign stands: pixels from the left and from the top."""

    x: float
    y: float


@cache
def shapes() -> str:
    """The shapes of the states, as TopoJSON: text, which altair need not copy point by point."""
    return SHAPES.read_text("utf8")


@cache
def capitals() -> dict[str, Spot]:
    """The capital of each state."""
    found: dict[str, Spot] = {}
    for places in atlas().values():
        for _, place in places:
            if place.kind == "capital" and place.code:
                found.setdefault(place.code, projected(place.longitude, place.latitude))
    return found


def projected(longitude: float, latitude: float) -> Spot:
    """Degrees as pixels."""
    a1, a2, a3, a4 = FACTORS
    side = math.radians((longitude - TURNED + 180) % 360 - 180)
    theta = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    square = theta * theta
    sixth = square**3
    x = side * math.cos(theta) / (math.sqrt(3) / 2 * (a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)))
    y = theta * (a1 + a2 * square + sixth * (a3 + a4 * square))
    return Spot(round(CENTRE[0] + SCALE * x, 1), round(CENTRE[1] - SCALE * y, 1))


def lettered(spots: Sequence[tuple[Spot, float, str]], wide: float, tall: float) -> list[tuple[Spot, str, str]]:
    """Names beside signs where there is room, the first before the others: (where, alignment, name).

    ``spots`` are signs with their radius and their name; ``wide`` and ``tall`` are pixels of a character. A name that would lie on another
    name or sign, or nearer to another sign than to its own, is left out.
    """
    taken = [(spot.x - size, spot.y - size, spot.x + size, spot.y + size) for spot, size, _ in spots]
    found = []
    for spot, size, name in spots:
        width = wide * len(name)
        for align, x, y in around(spot, size, tall):
            left = {"left": x, "right": x - width, "center": x - width / 2}[align]
            box = (left, y - tall / 2, left + width, y + tall / 2)
            is_own = all(gap(box, spot) - size <= gap(box, other) - radius for other, radius, _ in spots)
            if box[0] >= -MARGIN and box[2] <= WIDTH and is_own and is_free(box, taken):
                taken.append(box)
                found.append((Spot(round(x, 1), round(y, 1)), align, name))
                break
    return found


def around(spot: Spot, size: float, tall: float) -> Iterator[tuple[str, float, float]]:
    """Places for a name, the nearest first: at the right, the left, beneath, above, in the corners."""
    yield "left", spot.x + size + 2, spot.y
    yield "right", spot.x - size - 2, spot.y
    for reach in REACHES:
        for y in (spot.y + size + reach + tall / 2, spot.y - size - reach - tall / 2):
            yield "center", spot.x, y
            yield "left", spot.x + 2, y
            yield "right", spot.x - 2, y


def gap(box: Box, spot: Spot) -> float:
    """Pixels from a box to a spot."""
    left, top, right, bottom = box
    return math.hypot(max(left - spot.x, 0, spot.x - right), max(top - spot.y, 0, spot.y - bottom))


def is_free(box: Box, taken: Iterable[Box]) -> bool:
    """Whether a box touches none of those taken."""
    left, top, right, bottom = box
    return all(right <= x or x2 <= left or bottom <= y or y2 <= top for x, y, x2, y2 in taken)
