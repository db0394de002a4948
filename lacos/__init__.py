"""Laços turns news into a ledger of relations between states: who did what to whom, who says so, who denies it."""

from lacos.reader import Reader, Reading, read
from lacos.records import LacosError

__version__ = "0.1.0"
__all__ = ["LacosError", "Reader", "Reading", "read"]
