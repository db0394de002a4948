"""Words of articles, which anybody may have written, made safe for the formats that they go into."""

from __future__ import annotations

import re

FORMULA = re.compile(r"^\s*[=+\-@＝＋－＠]|^[\t\r\n]")
"""Beginnings that spreadsheets take for a formula."""
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 does not have."""


def inert(text: str) -> str:
    """A cell that no spreadsheet runs: one that looks like a formula begins with an apostrophe (OWASP, CSV injection)."""
    return "'" + text if FORMULA.match(text) else text


def for_xml(text: str) -> str:
    """Text whose every character XML may have; others become U+FFFD."""
    return NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def one_line(text: str) -> str:
    """Text without tabs and line breaks."""
    return " ".join(text.split())
