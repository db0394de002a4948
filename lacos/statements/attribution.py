"""Which events are only somebody's word: those told inside a content carry its speakers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lacos.events.ontology import SPEECH_ACTS
from lacos.records import Event, Statement


def attribute(events: Iterable[Event], statements: Iterable[Statement]) -> tuple[Event, ...]:
    """The events, each with the speakers of the smallest content around it; a speaker's own act of speech stays the text's."""
    found = list(statements)
    return tuple(_attributed(event, found) for event in events)


def _attributed(event: Event, statements: list[Statement]) -> Event:
    around = [item for item in statements if event.trigger in item.content]
    if not around:
        return event
    nearest = min(around, key=lambda item: item.content.end - item.content.start)
    speakers = tuple(item.speaker for item in around if item.content == nearest.content and item.speaker)
    actors = {mention.actor.state for mention in event.actor}
    if event.type in SPEECH_ACTS and actors & {mention.actor.state for mention in speakers}:
        return event
    return replace(event, attributed_to=speakers)
