"""The time, as the ledger writes it down."""

from datetime import UTC, datetime


def moment() -> str:
    """Now, in UTC, to the microsecond: the order of these is that of time."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
