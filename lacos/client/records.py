"""Answers of the API as the records that a local ledger gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from lacos.briefs import Brief, Citation, Kind, Length, Part, Section, Sentence
from lacos.ledger import Filter, Rows, Taken, Told
from lacos.ledger.queries import HAPPENING
from lacos.records import EventType, Stance, Standing, Status
from lacos.ties import Act, Edge, Move, Network, Node, Report

Row = Mapping[str, Any]


def asking(asked: Filter | None) -> Iterator[tuple[str, str]]:
    """A filter as the API is asked."""
    wanted = asked or Filter()
    for name in ("actor", "recipient", "among", "since", "until", "source", "document"):
        if words := getattr(wanted, name):
            yield name, words
    if wanted.tie:
        yield "tie", ",".join(wanted.tie)
    for name, values in (("type", wanted.types), ("status", wanted.statuses), ("standing", wanted.standings)):
        yield from ((name, str(value)) for value in values)


def rows(columns: tuple[str, ...], items: Iterable[Row]) -> Rows:
    """The items of a list under the columns of the local ledger; what a server of another version does not tell is None."""
    return Rows(columns, [tuple(item.get(name) for name in columns) for item in items])


def told(row: Row) -> Told:
    """A happening with what is told and claimed of it."""
    positions = (Taken(**{**one, "stance": Stance(one["stance"])}) for one in row["positions"])
    return Told({name: row[name] for name in HAPPENING}, tuple(row["sentences"]), tuple(positions))


def act(row: Row) -> Act:
    """What passes between two."""
    values = {name: value for name, value in row.items() if name in Act.__dataclass_fields__}
    values |= {"type": EventType(row["type"]), "status": Status(row["status"]), "standing": Standing(row["standing"])}
    return Act(**{**values, "day": date.fromisoformat(row["day"]) if row["day"] else None})


def report(row: Row) -> Report:
    return Report(**row)


def network(row: Row) -> Network:
    """The network of all ties of a time."""
    first, last = (date.fromisoformat(row[name]) if row[name] else None for name in ("first", "last"))
    return Network(first, last, tuple(Node(**one) for one in row["nodes"]), tuple(Edge(**one) for one in row["edges"]))


def move(row: Row) -> Move:
    """How two came closer or drew apart."""
    values = {name: value for name, value in row.items() if name in Move.__dataclass_fields__}
    return Move(**{**values, "acts": tuple(map(act, row["acts"]))})


def brief(row: Row) -> Brief:
    """A brief with its sentences and what they rest on."""
    values = {name: row[name] for name in ("title", "language", "one", "other", "since", "until")}
    return Brief(**values, length=Length(row["length"]), sections=tuple(section(one) for one in row["sections"]))


def section(row: Row) -> Section:
    return Section(row["title"], tuple(tuple(sentence(one) for one in paragraph) for paragraph in row["paragraphs"]))


def sentence(row: Row) -> Sentence:
    parts = tuple(Part(one["text"], Kind(one["kind"]), one["key"]) for one in row["parts"])
    return Sentence(parts, tuple(Citation(**one) for one in row["citations"]), tuple(row["happenings"]))
