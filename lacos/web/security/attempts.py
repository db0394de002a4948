"""Failed sign-ins: each makes the next wait longer, without work for us."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

FREE, FREE_ADDRESS = 5, 50
"""Wrong passwords of a name from an address, and of all names from it, before they are made to wait."""
LONGEST, LONGEST_ADDRESS = 900.0, 60.0
"""Seconds that they wait at most."""
KEPT = 20_000
"""Names and addresses that are remembered; the oldest are forgotten."""

Key = tuple[str, ...]


@dataclass(slots=True)
class Failures:
    number: int = 0
    until: float = 0.0


class Attempts:
    """Who failed to sign in, and until when they wait: a name at an address, and an address whatever the name.

    What a pair did does not touch the same name elsewhere, so nobody can lock another out; a pair that once came in does not wait for
    what others do at its address.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failed: OrderedDict[Key, Failures] = OrderedDict()
        self._entered: OrderedDict[Key, None] = OrderedDict()

    def wait(self, name: str, address: str) -> float:
        """Seconds before a name may try again from an address; 0 where it may now."""
        keys: list[Key] = [(name, address)] if (name, address) in self._entered else [(name, address), (address,)]
        return max(0.0, *(self._failed[key].until - self._clock() for key in keys if key in self._failed), 0.0)

    def failed(self, name: str, address: str) -> None:
        """Count a wrong password."""
        for key, free, longest in (((name, address), FREE, LONGEST), ((address,), FREE_ADDRESS, LONGEST_ADDRESS)):
            failures = self._failed.pop(key, None) or Failures()
            failures.number += 1
            if failures.number >= free:
                failures.until = self._clock() + min(longest, 2.0 ** min(failures.number - free + 1, 10))
            remember(self._failed, key, failures)

    def entered(self, name: str, address: str) -> None:
        """Forget what failed: the right password came."""
        self._failed.pop((name, address), None)
        self._entered.pop((name, address), None)
        remember(self._entered, (name, address), None)


def remember(kept: OrderedDict[Key, Any], key: Key, value: Any) -> None:
    """Keep a value as the newest, and the oldest no more where there are too many."""
    kept[key] = value
    while len(kept) > KEPT:
        kept.popitem(last=False)
