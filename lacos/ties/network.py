"""The network of all ties of a period: who cooperates with whom, in which communities, and who is central."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from lacos.ledger import Ledger
from lacos.ties.acts import day_of
from lacos.ties.errors import TieError, chosen
from lacos.ties.findings import Act, Edge, Every, Network, Node, Report
from lacos.ties.pairs import LEAST, counted, pair_of, sampled
from lacos.ties.periods import check, periods

if TYPE_CHECKING:
    import networkx

SEED = 0
"""Of the order in which communities are looked for."""


def network(ledger: Ledger, since: str | None = None, until: str | None = None, least: int = LEAST) -> Network:
    """The network of ties of a period. Ties that less than ``least`` origins tell of are left out, and so are actors without any other.

    Raises TieError for dates that are none.
    """
    check(since, until)
    return of(*counted(ledger, since, until), least)


def networks(
    ledger: Ledger, every: Every = Every.YEAR, since: str | None = None, until: str | None = None, least: int = LEAST
) -> tuple[Network, ...]:
    """The network of each period, in the order of time; of those in which too little is told it is empty."""
    check(since, until)
    acts, reports = counted(ledger, since, until)
    spans = periods(day_of(acts[0]), day_of(acts[-1]), chosen(Every, every)) if acts else ()
    return tuple(of([act for act in acts if span.first <= day_of(act) <= span.last], reports, least) for span in spans)


def of(acts: Sequence[Act], reports: Sequence[Report], least: int) -> Network:
    """The network of some acts."""
    if not acts:
        return Network(None, None, (), ())
    edges = edges_of(acts, reports, least)
    return Network(day_of(acts[0]), day_of(acts[-1]), nodes(edges), edges)


def edges_of(acts: Sequence[Act], reports: Sequence[Report], least: int) -> tuple[Edge, ...]:
    """The ties of any two that enough origins tell of, in the order of the alphabet."""
    sample = sampled(acts, reports)
    pairs = sorted({pair_of(act) for act in sample.happenings})
    place = {pair: n for n, pair in enumerate(pairs)}
    cells = sample.cells([place[pair_of(act)] for act in sample.happenings])
    happenings, scores = np.bincount(cells), np.bincount(cells, sample.scores)
    origins = sample.telling(cells, len(pairs))
    return tuple(
        Edge(one, other, int(happenings[n]), int(origins[n]), round(float(scores[n] / happenings[n]), 4))
        for n, (one, other) in enumerate(pairs)
        if origins[n] >= least
    )


def nodes(edges: Iterable[Edge]) -> tuple[Node, ...]:
    """The actors of ties, the most central first."""
    graph = graph_of(edges)
    community, central = communities(graph), centrality(graph)
    happenings = dict(graph.degree(weight="happenings"))
    found = (Node(code, community[code], central[code], happenings[code]) for code in graph)
    return tuple(sorted(found, key=lambda node: (-node.centrality, node.code)))


def graph_of(edges: Iterable[Edge]) -> networkx.Graph:
    """Ties as a graph. Raises TieError without networkx."""
    try:
        import networkx
    except ImportError as error:
        raise TieError("networks need networkx: pip install 'lacos[ties]'") from error
    graph = networkx.Graph()
    for edge in edges:
        graph.add_edge(edge.one, edge.other, happenings=edge.happenings, cooperation=max(0.0, edge.net * edge.happenings))
    return graph


def communities(graph: networkx.Graph) -> dict[str, int]:
    """The number of each actor's community, the largest first: those who cooperate more with each other than with others.

    Louvain (Blondel et al. 2008) on the sums of scores of ties that are cooperative on the whole; who has none is alone.
    """
    from networkx.algorithms.community import louvain_communities

    codes = sorted(graph)  # numbers for names: sets of words have no order
    allied = type(graph)()
    allied.add_nodes_from(range(len(codes)))
    place = {code: n for n, code in enumerate(codes)}
    allied.add_weighted_edges_from((place[a], place[b], weight) for a, b, weight in graph.edges(data="cooperation") if weight > 0)
    found = louvain_communities(allied, seed=SEED) if allied.number_of_edges() else [{n} for n in allied]
    ordered = sorted(found, key=lambda some: (-len(some), min(some)))
    return {codes[n]: number for number, some in enumerate(ordered) for n in some}


def centrality(graph: networkx.Graph) -> dict[str, float]:
    """How central each actor is, from 0 to 1: much passes between it and others with whom much passes (eigenvector centrality)."""
    import networkx

    if not graph:
        return {}
    found = networkx.eigenvector_centrality(graph, max_iter=10_000, weight="happenings")
    highest = max(found.values())
    return {code: round(value / highest, 4) for code, value in found.items()}
