"""Documents from paths: text files, JSON lines, folders of them, and standard input."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from lacos.records import Document, LacosError
from lacos.sources.decoding import LEGACY, decode

STDIN = "-"
TEXT = frozenset({".txt", ".md", ".text", ""})
LINES = frozenset({".jsonl", ".ndjson"})


class SourceError(LacosError):
    """An input that cannot be read; the message names it and says what to do."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong with one input; ``fatal`` is False where the input was read all the same (another encoding)."""

    name: str
    message: str
    fatal: bool = True


def documents(paths: Iterable[str], published: str | None = None, stdin: BinaryIO | None = None) -> Iterator[Document | Problem]:
    """The documents at ``paths`` in order, folders recursively by name; ``-`` is standard input.

    ``published`` dates those that say no date. A bad input gives a Problem in its place and the others go on.
    """
    for path in paths:
        if path == STDIN:
            yield from _from_stream(stdin or sys.stdin.buffer, published)
        elif Path(path).is_dir():
            yield from _from_folder(Path(path), published)
        else:
            yield from _from_file(Path(path), published)


def _from_stream(stream: BinaryIO, published: str | None) -> Iterator[Document | Problem]:
    """JSON lines if the first line is an object, else one text."""
    data = stream.read()
    if data.lstrip()[:1] == b"{":
        yield from _from_lines(data.splitlines(), "stdin", published)
    else:
        yield from _from_bytes(data, "stdin", published)


def _from_folder(folder: Path, published: str | None) -> Iterator[Document | Problem]:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix.lower() in (TEXT - {""}) | LINES)
    if not files:
        yield Problem(str(folder), f"no {', '.join(sorted((TEXT - {''}) | LINES))} file in this folder")
    for path in files:
        yield from _from_file(path, published)


def _from_file(path: Path, published: str | None) -> Iterator[Document | Problem]:
    try:
        if path.suffix.lower() in LINES:
            with path.open("rb") as lines:
                yield from _from_lines(lines, str(path), published)
        else:
            yield from _from_bytes(path.read_bytes(), str(path), published)
    except FileNotFoundError:
        yield Problem(str(path), "no such file or folder")
    except OSError as error:
        yield Problem(str(path), error.strerror or str(error))


def _from_bytes(data: bytes, name: str, published: str | None) -> Iterator[Document | Problem]:
    if not data.strip():
        yield Problem(name, "empty")
        return
    try:
        text, encoding = decode(data)
        document = Document.from_json({"text": text, "id": name, "published": published})
    except LacosError as error:
        yield Problem(name, str(error))
        return
    if encoding == LEGACY:
        yield Problem(name, f"not UTF-8: read as {LEGACY}", fatal=False)
    yield document


def _from_lines(lines: Iterable[bytes], name: str, published: str | None) -> Iterator[Document | Problem]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{name}:{number}"
        try:
            fields = json.loads(decode(line)[0])
            if not isinstance(fields, dict):
                raise SourceError("not a JSON object")
            if not isinstance(fields.get("text"), str):
                raise SourceError('the object has no string "text"')
            fields["published"] = fields.get("published") or fields.get("date") or published
            yield Document.from_json({"id": where} | fields)
        except json.JSONDecodeError as error:
            yield Problem(where, f"not JSON: {error}")
        except LacosError as error:
            yield Problem(where, str(error))
