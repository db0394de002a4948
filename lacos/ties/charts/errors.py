"""What can be wrong with a chart."""

from lacos.records import LacosError


class ChartError(LacosError):
    """A chart that cannot be drawn or saved; the message says what to do."""
