"""What can be wrong with an export."""

from lacos.records import LacosError


class ExportError(LacosError):
    """An export that cannot be made or written; the message says why and what to do."""
