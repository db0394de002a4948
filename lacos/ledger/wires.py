"""Which wire agencies a text is credited to. ``data/wires.toml`` has their names and how texts credit them, and says how it is read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lacos.records import Document

DATA = Path(__file__).parent / "data" / "wires.toml"
EDGE = 300
"""Characters at either end of a text where it is credited."""
BLANK = " \t\n\r\f\v\ufeff\u00a0"
UNNAMED = "unnamed"


@dataclass(frozen=True)
class Wires:
    """Wires by the names that texts give them and by their domains, and the patterns of credits at the head and tail of texts."""

    forms: dict[str, str]
    domains: dict[str, str]
    names: re.Pattern[str]
    head: tuple[tuple[re.Pattern[str], str | None], ...]
    tail: tuple[tuple[re.Pattern[str], str | None], ...]
    unnamed: frozenset[str]

    def of(self, document: Document) -> tuple[str, ...]:
        """The codes of the wires that a document is credited to, sorted; those of agencies that it does not name are left out."""
        text = document.text.strip(BLANK)
        found = {*self._credited(text[:EDGE], self.head), *self._credited(text[-EDGE:], self.tail)}
        found |= set(self._credited(document.author or "", self.head))
        if (name := host(document.url)) in self.domains:
            found.add(self.domains[name])
        return tuple(sorted(found - self.unnamed))

    def _credited(self, edge: str, patterns: tuple[tuple[re.Pattern[str], str | None], ...]) -> Iterator[str]:
        named = self.names.search(edge) is not None
        for pattern, wire in patterns:
            if wire is None and not named:
                continue
            for match in pattern.finditer(edge):
                yield from [wire] if wire else (self.forms[name] for name in self.names.findall(match["names"]))


def host(url: str | None) -> str:
    """The host of an address without "www.", "" where it has none."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


@cache
def wires() -> Wires:
    """The wires of our table."""
    data = tomllib.loads(DATA.read_text("utf8"))
    forms = {form: wire["code"] for wire in data["wire"] for form in wire["forms"]}
    patterns: dict[str, list[tuple[re.Pattern[str], str | None]]] = {"head": [], "tail": []}
    for pattern in data["credits"]["patterns"]:
        text = expanded(pattern["text"], data["credits"], list(forms))
        patterns[pattern["place"]].append((re.compile(text, re.MULTILINE), pattern.get("wire")))
    return Wires(
        forms,
        {domain: wire["code"] for wire in data["wire"] for domain in wire.get("domains", ())},
        re.compile(any_of(list(forms))),
        tuple(patterns["head"]),
        tuple(patterns["tail"]),
        frozenset(wire["code"] for wire in data["wire"] if wire.get("kind") == UNNAMED),
    )


def expanded(text: str, credits: dict[str, Any], forms: list[str]) -> str:
    """A pattern with its parts, the outlets and the names in place of what stands for them."""
    for name, part in credits["parts"].items():
        text = text.replace(f"{{{name}}}", part)
    return text.replace("{outlet}", any_of(credits["outlets"])).replace("{name}", any_of(forms))


def any_of(words: list[str]) -> str:
    """A pattern for any of these words, whole, the longest first."""
    return r"(?<![\w-])(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + r")(?![\w-])"
