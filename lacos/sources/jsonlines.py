"""JSON: one object a line, or an array of objects, or one object; an object is a document."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lacos.records import Document, LacosError
from lacos.sources.columns import record
from lacos.sources.decoding import decode
from lacos.sources.inputs import Input, Item, Options, rows, whole
from lacos.sources.problems import Problem, SourceError


def lines(input: Input, options: Options) -> Iterator[Item]:
    """A document a line; a bad line is a Problem named by its number."""
    for number, line in enumerate(rows(input), 1):
        if not line.strip():
            continue
        name = f"{input.name}:{number}"
        try:
            yield from _document(json.loads(decode(line)[0]), name, input, options)
        except (json.JSONDecodeError, RecursionError) as error:
            yield Problem(name, f"not JSON: {error}")
        except LacosError as error:
            yield Problem(name, str(error))


def array(input: Input, options: Options) -> Iterator[Item]:
    """The objects of a JSON file, which has to be in memory at once; JSON lines under this name are read as such."""
    data = whole(input, "one object a line (.jsonl) may be of any size")
    try:
        found = json.loads(decode(data)[0])
    except (json.JSONDecodeError, RecursionError) as error:
        if isinstance(error, json.JSONDecodeError) and error.msg == "Extra data":
            yield from lines(replace(input, stream=io.BytesIO(data)), options)
            return
        raise SourceError(f"not JSON: {error}") from error
    yield from _objects(found if isinstance(found, list) else [found], input, options)


def _objects(found: Iterable[object], input: Input, options: Options) -> Iterator[Document | Problem]:
    for number, fields in enumerate(found, 1):
        name = f"{input.name}:{number}"
        try:
            yield from _document(fields, name, input, options)
        except LacosError as error:
            yield Problem(name, str(error))


def _document(fields: object, name: str, input: Input, options: Options) -> Iterator[Document | Problem]:
    if not isinstance(fields, dict):
        raise SourceError("not a JSON object")
    yield from record(fields, options.columns.found(fields, sparse=True), name, input.published)
