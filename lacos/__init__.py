"""Laços turns news into a ledger of relations between states: who did what to whom, who says so, who denies it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lacos.reader import Reader, Reading, read
from lacos.records import LacosError

if TYPE_CHECKING:
    from lacos.client import RemoteLedger
    from lacos.front import Ledger

__version__ = "0.1.0"
__all__ = ["LacosError", "Reader", "Reading", "connect", "open", "read"]


def open(where: str | Path) -> Ledger:
    """The ledger at a path or an address (postgresql://...), made if it is not there. Raises LedgerError where it cannot be opened."""
    from lacos.front import Ledger

    return Ledger(where)


def connect(url: str, token: str | None = None) -> RemoteLedger:
    """The ledger that `lacos serve` serves at an address (docs/api.md). Raises RemoteError for what is no address."""
    from lacos.client import RemoteLedger

    return RemoteLedger(url, token)
