"""What, when, where: the ontology, the frames, and the coder that reads events from an analysed document."""

from lacos.events.coder import code
from lacos.events.ontology import ontology, score

__all__ = ["code", "ontology", "score"]
