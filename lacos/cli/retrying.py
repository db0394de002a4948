"""How ``lacos add`` reads its inputs, which is kept with those that fail so that ``--retry`` reads them in the same way."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from lacos import sources
from lacos.records import Document

MOST = 1000
"""Pages of a sitemap that are read where no limit is given."""


@dataclass(frozen=True)
class Manner:
    """The options of ``lacos add`` that say how inputs are read, None where not given; ``text`` to ``id`` name columns of tables."""

    published: str | None = None
    text: str | None = None
    date: str | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None
    id: str | None = None
    follow: bool | None = None
    since: str | None = None
    limit: int | None = None

    @property
    def given(self) -> dict[str, Any]:
        """The options that were given, as JSON has them."""
        return {name: value for name, value in asdict(self).items() if value is not None}

    def over(self, earlier: Mapping[str, Any]) -> Manner:
        """An earlier manner with what is given now put in its place."""
        return Manner(**{**earlier, **self.given})

    def documents(self, inputs: Iterable[str], fetcher: sources.Fetcher) -> Iterator[Document | sources.Problem]:
        """The texts of inputs, read so."""
        follow = self.follow is not False
        return sources.documents(
            *(inputs, self.published),
            columns=sources.Columns(text=self.text, title=self.title, published=self.date, url=self.url, source=self.source, id=self.id),
            fetcher=fetcher if follow else None,
            follow=follow,
            limit=self.limit or MOST,
            since=datetime.date.fromisoformat(self.since) if self.since else None,
        )


def batches(paths: Iterable[str], failures: Iterable[Mapping[str, Any]], given: Manner) -> dict[Manner, list[str]]:
    """The inputs to read, each once, by the manner: paths as given, and those of failures as before where nothing else is given."""
    found: dict[Manner, list[str]] = {}
    wanted = dict.fromkeys(paths, given)
    for failure in failures:
        wanted.setdefault(input_of(failure["name"]), given.over(json.loads(failure["options"])))
    for name, manner in wanted.items():
        found.setdefault(manner, []).append(name)
    return found


def input_of(name: str) -> str:
    """The input that a failure's name belongs to: "a.zip!b.txt" to a.zip, "news.jsonl:12" to news.jsonl, if no file has the very name."""
    if "://" in name or Path(name).exists():
        return name
    return re.sub(r":\d+$", "", name.partition("!")[0])
