"""Pages and an API over a ledger, for people and for programs."""

from lacos.web.app import create_app
from lacos.web.settings import Settings

__all__ = ["Settings", "create_app"]
