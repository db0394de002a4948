"""The text of a document with what it says marked: events, statements and actors, each with an anchor of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lacos.briefs.rendering.notes import UNPRINTABLE
from lacos.reader import Reading
from lacos.views import html

COLOURS = 8
"""Colours that actors are told apart by, one after the other."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with the same marks. ``ids`` are the events and statements that begin here, ``why`` the one that it leads to."""

    text: str
    classes: str = ""
    ids: tuple[str, ...] = ()
    why: str = ""
    actor: str = ""


def paragraphs(reading: Reading) -> Iterator[list[Piece]]:
    """The text by its lines, the empty ones left out."""
    colours = {code: rank % COLOURS for rank, code in enumerate(dict.fromkeys(one.actor.state for one in reading.mentions))}
    seen: set[str] = set()
    for line in html.paragraphs(list(html.pieces(reading, colours))):
        yield [piece(one, seen) for one in line if one.text]


def piece(run: html.Piece, seen: set[str]) -> Piece:
    """A run of text as a page shows it; ``seen`` are the records that have begun already."""
    begun = tuple(key for key in dict.fromkeys(run.keys) if key not in seen)
    seen.update(begun)
    colour = [f"colour-{run.hue}"] if run.hue is not None else []
    why = run.keys[0] if "trigger" in run.classes else run.keys[-1] if "cue" in run.classes else ""
    return Piece(UNPRINTABLE.sub("", run.text), " ".join(dict.fromkeys([*run.classes, *colour])), begun, why, run.actor)
