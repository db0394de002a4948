"""What a ledger holds in the formats of other tools."""

from lacos.exports.errors import ExportError
from lacos.exports.registry import FORMATS, export

__all__ = ["FORMATS", "ExportError", "export"]
