"""Events as lines of JSON, the most that any format says of them: each mention, each position, with its words and offsets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from lacos.exports.columns import OURS
from lacos.exports.files import save
from lacos.exports.options import Options
from lacos.ledger.streaming import Stream, Telling


def write(stream: Stream, file: BinaryIO, options: Options) -> int:
    """A line an event: as ``lacos read`` gives it, with its document, claim and happening; or flat, under the names of other columns."""
    return save(file, (json.dumps(item, ensure_ascii=False) + "\n" for item in items(stream, options)))


def items(stream: Stream, options: Options) -> Iterator[dict[str, Any]]:
    """The objects of an export, one a line: in our form, or with the columns of a layout."""
    if options.layout is OURS:
        return map(item, stream.events())
    return (dict(zip(options.layout.names, row, strict=True)) for row in options.layout.rows(stream))


def item(one: Telling) -> dict[str, Any]:
    """An event with what stands beside it. The text of its document is left out."""
    about = {name: value for name, value in one.document.to_json().items() if name != "text"}
    return {
        **one.event.to_json(),
        "document": {**about, "outlet": one.outlet, "wires": list(one.wires), "coder": one.coder},
        "claim": {
            "id": one.claim,
            "standing": one.standing,
            "own_voice": one.own_voice,
            "positions": [position.to_json() for position in one.positions],
        },
        "happening": one.happening,
    }
