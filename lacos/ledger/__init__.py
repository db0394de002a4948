"""The ledger: many documents, one record of what happened, who says so and who denies it."""

from lacos.ledger.adding import Added, Recoded
from lacos.ledger.corrections import Change, CorrectionError
from lacos.ledger.errors import LedgerError
from lacos.ledger.filters import Filter
from lacos.ledger.queries import Taken, Told
from lacos.ledger.rows import Rows
from lacos.ledger.store import Ledger

__all__ = ["Added", "Change", "CorrectionError", "Filter", "Ledger", "LedgerError", "Recoded", "Rows", "Taken", "Told"]
