"""Every actor near every event of a document as a row of one table, so that what is said of it beside one event informs another."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy

from lacos.events.network.arrays import Ints

NONE = -1


@dataclass(frozen=True)
class Entries:
    """For each entry (an actor near an event): its event, groups of entries of the same actor, and its neighbours among these.

    ``actor`` groups all entries of the actor, ``typed`` those at events of one type, ``worded`` those at events told by one word;
    ``before`` and ``after`` are the entries of the actor at the events next to it, NONE where there is none.
    """

    event: Ints
    actor: Ints
    typed: Ints
    worded: Ints
    before: Ints
    after: Ints

    @classmethod
    def of(cls, events: Sequence[int], codes: Sequence[str], kinds: Sequence[int], lemmas: Sequence[str]) -> Entries:
        """From the event and the code of each entry, in the order of the events, and the type and lemma of each event."""
        before, after, last = [NONE] * len(codes), [NONE] * len(codes), dict[str, int]()
        for i, code in enumerate(codes):
            if code in last:
                before[i] = last[code]
                after[last[code]] = i
            last[code] = i
        return cls(
            numpy.array(events, dtype=numpy.int32),
            numbered(codes),
            numbered((code, kinds[event]) for code, event in zip(codes, events, strict=True)),
            numbered((code, lemmas[event]) for code, event in zip(codes, events, strict=True)),
            numpy.array(before, dtype=numpy.int32),
            numpy.array(after, dtype=numpy.int32),
        )


def numbered(values: Iterable[Hashable]) -> Ints:
    """The number of each value, counted as they come."""
    known: dict[Hashable, int] = {}
    return numpy.array([known.setdefault(value, len(known)) for value in values], dtype=numpy.int32)
