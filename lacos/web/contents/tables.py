"""The tables behind the charts of a tie, and what else of it is counted, as rows of plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lacos.events.ontology import ontology
from lacos.ledger import Told
from lacos.records import EventType, Stance, Standing
from lacos.ties import Every, Measure, Network, Tie, tabled
from lacos.ties.charts.theme import QUADS
from lacos.ties.media import country
from lacos.ties.network import edges_of
from lacos.ties.pairs import SECTORS

OPEN = (Standing.CONTESTED, Standing.DENIED)
"""How what is claimed stands where somebody denies it."""
SAID = (Standing.CONTESTED, Standing.DENIED, Standing.ATTRIBUTED)
"""How what is claimed stands where it is not simply told."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; ``name`` is that of its file, and of its words."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def timeline(tie: Tie) -> Table:
    """Happenings and net cooperation by month, months without any included."""
    counts, net = (tie.series(measure, Every.MONTH).points if tie.first else () for measure in (Measure.HAPPENINGS, Measure.NET))
    rows = ((one.period.label, one.happenings, one.origins, two.value, two.low, two.high) for one, two in zip(counts, net, strict=True))
    return Table("timeline", ("period", "happenings", "origins", "net", "low", "high"), tuple(rows))


def profile(tie: Tie) -> Table:
    """Happenings by type and way, the types from the most cooperative to the most conflictual; types without any are left out."""
    ways = {(2 if act.joint else 0 if act.actor in tie.one else 1, act.type, act.happening) for act in tie.counted}
    count = Counter((way, kind) for way, kind, _ in ways)
    rows = ((kind.value, *(count[way, kind] for way in range(3))) for kind in types())
    return Table("profile", ("type", "forth", "back", "together"), tuple(row for row in rows if any(row[1:])))


def types() -> list[EventType]:
    """The types by quad class, then by score, as the chart has them."""
    quads = list(QUADS)
    return sorted(EventType, key=lambda kind: (quads.index(ontology()[kind].quad), -ontology()[kind].score))


def calendar(tie: Tie) -> Table:
    """Happenings by month, and the days of each on which any took place, with how many."""
    days = Counter(day for _, day in {(act.happening, act.day) for act in tie.counted if act.day})
    months: dict[str, list[date]] = {}
    for day in sorted(days):
        months.setdefault(day.isoformat()[:7], []).append(day)
    rows = ((month, sum(days[day] for day in some), " ".join(written(day, days[day]) for day in some)) for month, some in months.items())
    return Table("calendar", ("period", "happenings", "days"), tuple(rows))


def written(day: date, number: int) -> str:
    """ "3", or "3×2" where two happenings took place."""
    return f"{day.day}×{number}" if number > 1 else str(day.day)


def claims(tie: Tie) -> Table:
    """What is somebody's word, contested or denied, and the states that take each position."""
    columns = ("happening", "date", "type", "actor", "recipient", "standing", "asserted_by", "denied_by", "condemned_by", "articles")
    return Table("claims", columns, tuple(claimed(one) for one in tie.claims(SAID)))


def claimed(told: Told) -> tuple[Any, ...]:
    row = told.happening
    by = ("+".join(told.by(stance)) for stance in (Stance.ASSERT, Stance.DENY, Stance.CONDEMN))
    return (row["id"], row["date"], row["type"], row["actor"], row["recipient"], row["standing"], *by, row["articles"])


def outlets(tie: Tie) -> Table:
    """The outlets that the reports of what is counted come from, with their countries and shares."""
    rows = ((one.name, country(one.name), one.count, one.share, one.low, one.high) for one in tie.outlets())
    return Table("outlets", ("outlet", "country", "articles", "share", "share_low", "share_high"), tuple(rows))


def partners(tie: Tie) -> Table:
    """Those at the other ends of a tie of one with all others, those with whom most passes first; groups of no state are none."""
    acts = [act for act in tie.counted if not {act.actor, act.recipient} & SECTORS]
    edges = edges_of(acts, tie.reports, 1) if acts else ()
    rows = ((edge.other if edge.one in tie.one else edge.one, edge.happenings, edge.origins, edge.net) for edge in edges)
    return Table("partners", ("other", "happenings", "origins", "net"), tuple(sorted(rows, key=lambda row: (-row[1], -row[2], row[0]))))


def edges(found: Network) -> Table:
    """The ties of a network, those along which most passes first."""
    some = sorted(found.edges, key=lambda edge: (-edge.happenings, edge.one, edge.other))
    rows = ((edge.one, edge.other, edge.happenings, edge.origins, edge.net) for edge in some)
    return Table("network", ("one", "other", "happenings", "origins", "net"), tuple(rows))


def breaks(tie: Tie) -> Table:
    """Where net cooperation changes its level or its trend."""
    found = tabled(tie.breaks())
    return Table("breaks", found.columns, tuple(found.values))


TABLES: Mapping[str, Callable[[Tie], Table]] = {
    made.__name__: made for made in (timeline, profile, calendar, claims, outlets, breaks, partners)
}
"""The tables of a tie by name."""


def named(table: Table) -> Iterator[dict[str, Any]]:
    """The rows of a table by their columns' names."""
    return (dict(zip(table.columns, row, strict=True)) for row in table.rows)
