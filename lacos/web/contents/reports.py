"""A happening with all its reports, by the independent origins that they come from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select

from lacos.ledger import queries
from lacos.ledger.origins import groups
from lacos.ledger.schema import claims, documents, events
from lacos.web.contents.quotes import Quote, quote

Row = Mapping[str, Any]
INITIALS = 4
"""Letters of a wire that is known by its initials."""
OF_DOCUMENT = ("title", "url", "language", "origin")
OF_EVENT = ("rank", "type", "mode", "because", "trigger_start", "sentence_start")


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention of a happening: the event as its text has it, and the sentence with the trigger marked."""

    event: str
    quote: Quote
    type: str
    mode: str | None
    status: str
    own_voice: bool
    actor: str
    recipient: str
    because: str


@dataclass(frozen=True, slots=True)
class Report:
    """One document's telling of a happening. ``place`` is that of its claim, ``because`` says why the claim's mentions are one."""

    n: int
    place: tuple[int, int]
    document: str
    title: str | None
    url: str | None
    outlet: str | None
    published: str | None
    language: str | None
    wires: tuple[str, ...]
    origin: int
    because: str
    tellings: tuple[Telling, ...]

    @property
    def agencies(self) -> tuple[str, ...]:
        """The names of its wires: "AFP", "Reuters"."""
        return tuple(wire.upper() if len(wire) <= INITIALS else wire.capitalize() for wire in self.wires)

    @property
    def is_copy(self) -> bool:
        """Whether its text is that of an earlier document."""
        return self.origin != self.n


@dataclass(frozen=True, slots=True)
class Origin:
    """Reports that are not independent of each other, the first one first."""

    reports: tuple[Report, ...]

    @property
    def agencies(self) -> tuple[str, ...]:
        """The names of the wires that they are credited to."""
        return tuple(dict.fromkeys(name for report in self.reports for name in report.agencies))

    @property
    def outlets(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(report.outlet for report in self.reports if report.outlet))

    @property
    def copies(self) -> int:
        return sum(report.is_copy for report in self.reports)


def reports(connection: Connection, number: int) -> tuple[Report, ...]:
    """The reports of a happening, in the order of publication."""
    rows = [dict(row) for row in connection.execute(telling(number)).mappings()]
    on = queries.who(connection, [(row["n"], row["rank"]) for row in rows])
    of: dict[tuple[int, int], list[Row]] = {}
    for row in rows:
        of.setdefault((row["n"], row["claim"]), []).append(row)
    return tuple(report(place, some, on) for place, some in of.items())


def telling(number: int) -> Select[Any]:
    """What tells a happening, with what its page shows beyond the sentences."""
    return queries.telling([number]).add_columns(
        events.c.document.label("n"),
        events.c.claim,
        claims.c.because.label("joined"),
        *(documents.c[name] for name in OF_DOCUMENT),
        *(events.c[name] for name in OF_EVENT),
    )


def report(place: tuple[int, int], rows: Sequence[Row], on: Mapping[tuple[int, int, str], str]) -> Report:
    first = rows[0]
    return Report(
        n=first["n"],
        place=place,
        document=first["document"],
        title=first["title"],
        url=first["url"] if (first["url"] or "").startswith(("http://", "https://")) else None,
        outlet=first["source"],
        published=first["published"],
        language=first["language"],
        wires=tuple(filter(None, first["wires"].split("+"))),
        origin=first["origin"] or first["n"],
        because=first["joined"],
        tellings=tuple(told(row, on) for row in rows),
    )


def told(row: Row, on: Mapping[tuple[int, int, str], str]) -> Telling:
    start = row["trigger_start"] - row["sentence_start"]
    return Telling(
        event=row["event"],
        quote=quote(row["words"], start, start + len(row["trigger"])),
        type=row["type"],
        mode=row["mode"],
        status=row["status"],
        own_voice=row["own_voice"],
        actor=on.get((row["n"], row["rank"], "actor"), ""),
        recipient=on.get((row["n"], row["rank"], "recipient"), ""),
        because=row["because"],
    )


def origins(some: Iterable[Report]) -> tuple[Origin, ...]:
    """Reports by the origin that they come from: texts of one wire, copies of one text and texts of one outlet have one."""
    found = tuple(some)
    bonds = ({"n": one.n, "wires": "+".join(one.wires), "origin": one.origin, "outlet": one.outlet} for one in found)
    origin = groups(bonds)
    of: dict[int, list[Report]] = {}
    for one in found:
        of.setdefault(origin[one.n], []).append(one)
    return tuple(Origin(tuple(members)) for members in of.values())
