"""The network of ties: actors, and what each did to each other in all. What GEXF and GraphML hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lacos.events.ontology import ontology, score
from lacos.exports.actors import kind, name
from lacos.ledger.streaming import Row, Stream
from lacos.ledger.sums import is_counted
from lacos.records import EventType, Standing

QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
Attributes = dict[str, str | int | float | bool]


@dataclass(slots=True)
class Edge:
    """All that one did to another, or (``together``) that both did together, in which case ``source`` comes first by code."""

    source: str
    target: str
    together: bool
    quads: Counter[str] = field(default_factory=Counter)
    sums: Counter[str] = field(default_factory=Counter)
    score: float = 0.0
    first: str = ""
    last: str = ""

    @property
    def id(self) -> str:
        """The sides' codes, joined by + where both act together."""
        return f"{self.source}{'+' if self.together else '-'}{self.target}"

    @property
    def happenings(self) -> int:
        """How many happenings pass along the edge."""
        return self.quads.total()

    def add(self, row: Row) -> None:
        """Count a happening in."""
        event_type = EventType(row["type"])
        self.quads[ontology()[event_type].quad] += 1
        self.sums.update(articles=row["articles"], origins=row["origins"], contested=int(row["standing"] == Standing.CONTESTED))
        self.score += score(event_type, row["mode"])
        self.first = min(self.first or row["day"], row["day"])
        self.last = max(self.last, row["day"])

    def attributes(self) -> Attributes:
        """What is known of it; ``net`` is the mean PLOVER score, from -10 (conflict) to +10 (cooperation)."""
        return {
            "together": self.together,
            "happenings": self.happenings,
            "articles": self.sums["articles"],
            "origins": self.sums["origins"],
            "contested": self.sums["contested"],
            "net": round(self.score / self.happenings, 3),
            **{quad.replace(" ", "_"): self.quads[quad] for quad in QUADS},
            "first": self.first,
            "last": self.last,
        }


@dataclass(frozen=True, slots=True)
class Network:
    """Edges by id, and how many happenings each actor has in them."""

    edges: tuple[Edge, ...]
    happenings: Counter[str]

    def nodes(self, language: str) -> Iterator[tuple[str, str, Attributes]]:
        """Actors by code, each with its name and what is known of it."""
        for code in sorted(self.happenings):
            yield code, name(code, language), {"kind": kind(code).value, "happenings": self.happenings[code]}


def network(stream: Stream) -> Network:
    """The network of what took place between two, each happening once for each pair of its sides. Domestic happenings are no ties."""
    edges: dict[tuple[str, str, bool], Edge] = {}
    happenings: Counter[str] = Counter()
    for row in stream.summaries():
        if not is_counted(row):
            continue
        ties = [tie for tie in stream.ties(row) if all(tie[:2]) and tie[0] != tie[1]]
        for tie in ties:
            edges.setdefault(tie, Edge(*tie)).add(row)
        happenings.update({code for tie in ties for code in tie[:2]})
    return Network(tuple(edges[key] for key in sorted(edges)), happenings)
