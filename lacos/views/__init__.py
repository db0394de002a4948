"""Readings for the eye and for other programs: a table in the terminal, one HTML file, JSON lines, CSV. Portuguese and English."""

from lacos.messages import Messages
from lacos.views.claims import show_claims
from lacos.views.explain import explain
from lacos.views.html import page
from lacos.views.ledger import show_status, show_told
from lacos.views.messages import messages
from lacos.views.table import show

__all__ = ["Messages", "explain", "messages", "page", "show", "show_claims", "show_status", "show_told"]
