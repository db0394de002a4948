"""Claims: what happened as one text tells it, who asserts it, who denies or condemns it."""

from lacos.claims.claiming import claims

__all__ = ["claims"]
