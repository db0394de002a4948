"""Files compressed alone: what is inside is read by the name without the last extension, or by its first bytes."""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from lacos.sources import kinds
from lacos.sources.inputs import Input, Item, Options
from lacos.sources.problems import SourceError

OPENERS: dict[str, Callable[..., Any]] = {"gzip": gzip.open, "bzip2": bz2.open, "xz": lzma.open}


def compressed(input: Input, _options: Options) -> Iterator[Item]:
    """The input inside, under the same name. Raises SourceError for one that is compressed twice."""
    inside = kinds.of_name(input.name.lower().removesuffix(kinds.PACKED[input.kind]))
    if inside in kinds.PACKED or set(input.within[-2:]) & set(kinds.PACKED):
        raise SourceError("compressed twice: unpack it yourself")
    with OPENERS[input.kind](input.stream) as stream:
        yield replace(input, stream=stream, kind=inside)
