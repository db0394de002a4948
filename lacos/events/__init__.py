"""What, when, where: the ontology, the frames, and the coder that reads events from an analysed document."""

from lacos.events.coder import code
from lacos.events.network.decisions import Verdict, judge
from lacos.events.ontology import cameo_root, context_labels, ontology, score
from lacos.events.scene import Scene
from lacos.events.trace import Trace, trace

__all__ = ["Scene", "Trace", "Verdict", "cameo_root", "code", "context_labels", "judge", "ontology", "score", "trace"]
