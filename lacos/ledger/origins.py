"""Which reports of a happening are independent of each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any


def groups(reports: Iterable[Mapping[str, Any]]) -> dict[int, int]:
    """The origin of each document that tells of a happening: texts of one wire, copies of one text and texts of one outlet have one.

    ``reports`` have ``n``, ``wires``, ``origin`` and ``outlet`` of documents. An origin is known by the least number of the documents that
    its texts copy or are.
    """
    above: dict[str, str] = {}
    least: dict[int, int] = {}

    def top(key: str) -> str:
        while above.setdefault(key, key) != key:
            key = above[key]
        return key

    for report in reports:
        least[report["n"]] = report["origin"] or report["n"]
        for key in shared(report):
            above[top(key)] = top(f"text {report['n']}")
    first: dict[str, int] = {}
    for n, origin in least.items():
        first[top(f"text {n}")] = min(origin, first.get(top(f"text {n}"), origin))
    return {n: first[top(f"text {n}")] for n in least}


def shared(report: Mapping[str, Any]) -> Iterator[str]:
    """What a report may have in common with others that it is not independent of."""
    yield from (f"wire {wire}" for wire in report["wires"].split("+") if wire)
    yield f"copy {report['origin']}"
    if report["outlet"]:
        yield f"outlet {report['outlet']}"
