"""What can be wrong with a ledger, and with one document that it is to keep."""

from lacos.records import LacosError


class LedgerError(LacosError):
    """A ledger that cannot be opened, read or written; the message names it and says what to do."""


class VersionError(LedgerError):
    """A ledger made by a later version of Laços."""


class RefusedError(LedgerError):
    """A document that the database does not take; the others are none the worse for it."""
