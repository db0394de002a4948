"""What the server tells those who keep it: logs, figures, its health."""

from lacos.web.observing.health import router
from lacos.web.observing.logs import write_logs
from lacos.web.observing.observed import Observed

__all__ = ["Observed", "router", "write_logs"]
