"""Ties: what passes between two actors over time, how sure that is, where it breaks, and who moved closer."""

from lacos.ties.errors import TieError
from lacos.ties.findings import (
    Act,
    Asymmetry,
    Break,
    Comparison,
    Edge,
    Every,
    Measure,
    Move,
    Network,
    Node,
    Period,
    Point,
    Report,
    Series,
    Share,
    Trend,
)
from lacos.ties.moves import moves
from lacos.ties.network import network, networks
from lacos.ties.tables import tabled
from lacos.ties.tie import Tie

__all__ = [
    "Act",
    "Asymmetry",
    "Break",
    "Comparison",
    "Edge",
    "Every",
    "Measure",
    "Move",
    "Network",
    "Node",
    "Period",
    "Point",
    "Report",
    "Series",
    "Share",
    "Tie",
    "TieError",
    "Trend",
    "moves",
    "network",
    "networks",
    "tabled",
]
