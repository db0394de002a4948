"""What the rules say of an event, as the network sees it: the status presented, whether of an earlier period, the date found."""

from __future__ import annotations

from lacos.events.dates import dated
from lacos.events.history import is_historical
from lacos.events.matching import Match
from lacos.events.scene import Scene
from lacos.events.status import presented
from lacos.records import EventDate, Status

COLUMNS = ("presented", "earlier", "precision")


class Facts:
    """What the rules say of the event of a match."""

    def __init__(self, hit: Match, scene: Scene) -> None:
        self.hit = hit
        self.status: Status = presented(hit)
        self.date: EventDate | None = dated(hit.token, scene.published, self.status, hit.frame.type)
        self.is_earlier = is_historical(hit.token, scene.published, self.date, self.status)

    def row(self) -> tuple[str, ...]:
        """The categories, in the order of :data:`COLUMNS`."""
        return self.status.value, "earlier" if self.is_earlier else "", precision(self.date.value) if self.date else ""


def precision(value: str) -> str:
    """How exact an ISO date is."""
    return {4: "year", 7: "month", 10: "day"}.get(len(value), "other")
