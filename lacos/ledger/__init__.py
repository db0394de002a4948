"""The ledger: many documents, one record of what happened, who says so and who denies it."""

from lacos.ledger.database import LedgerError
from lacos.ledger.store import Added, Ledger

__all__ = ["Added", "Ledger", "LedgerError"]
