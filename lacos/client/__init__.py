"""A ledger that another computer serves, asked as if it were here: ``lacos.connect("https://lacos.example", token)``."""

from lacos.client.errors import RemoteError
from lacos.client.remote import RemoteLedger
from lacos.client.tie import RemoteTie

__all__ = ["RemoteError", "RemoteLedger", "RemoteTie"]
