"""What can go wrong with a brief."""

from __future__ import annotations

from lacos.records import LacosError
from lacos.tables import TableError


class BriefError(LacosError):
    """A brief that cannot be written, or that says what the ledger does not hold; the message says which and what to do."""


class PredicateError(BriefError, TableError):
    """A row of the tables of what is said that cannot be used; the message names the file and the line."""
