"""The kind of an input by its name, or by its first bytes."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

UNKNOWN = "unknown"
"""The kind of an input that has to be sniffed."""
EXTENSIONS = {
    ".txt": "text", ".text": "text", ".md": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".pdf": "pdf", ".docx": "word", ".doc": "other", ".odt": "other", ".rtf": "other",
    ".csv": "table", ".tsv": "table", ".parquet": "parquet", ".jsonl": "lines", ".ndjson": "lines", ".json": "json",
    ".zip": "zip", ".gz": "gzip", ".bz2": "bzip2", ".xz": "xz", ".warc": "warc", ".warc.gz": "warc",
    ".xml": "list", ".rss": "list", ".atom": "list", ".opml": "list",
}  # fmt: skip
PACKED = {"gzip": ".gz", "bzip2": ".bz2", "xz": ".xz"}
"""Kinds of files compressed alone, and the extension that they add to the name of what is inside."""
HEAD = 4096
MAGIC = {
    b"%PDF-": "pdf",
    b"\x1f\x8b": "gzip",
    b"BZh": "bzip2",
    b"\xfd7zXZ\x00": "xz",
    b"PAR1": "parquet",
    b"WARC/1.": "warc",
    b"{\\rtf": "other",
}
ROOT = re.compile(rb"(?:\s|<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*(?:\[.*?\])?[^>]*>)*<([a-z:]+)", re.DOTALL | re.IGNORECASE)
LISTS = frozenset({b"rss", b"feed", b"rdf:rdf", b"opml", b"urlset", b"sitemapindex"})
"""Root elements of XML that lists texts."""


def of_name(name: str) -> str:
    """The kind that the extension of a file's name tells, else UNKNOWN."""
    suffixes = PurePosixPath(name.lower()).suffixes
    return EXTENSIONS.get("".join(suffixes[-2:])) or EXTENSIONS.get("".join(suffixes[-1:]), UNKNOWN)


def of_bytes(head: bytes) -> str | None:
    """The kind of an input that begins with ``head``, or None for what has no mark of its own."""
    for magic, kind in MAGIC.items():
        if head.startswith(magic):
            return kind
    if head.startswith(b"PK\x03\x04"):
        return "word" if b"word/" in head else "zip"
    return _of_markup(head.removeprefix(b"\xef\xbb\xbf").lstrip())


def _of_markup(head: bytes) -> str | None:
    root = ROOT.match(head)
    name = root[1].lower() if root else b""
    if name in LISTS:
        return "list"
    if name in (b"html", b"head", b"body") or head[:14].lower() == b"<!doctype html":
        return "html"
    if head.startswith(b"<?xml"):
        return "list"
    if head.startswith(b"{"):
        return "lines"
    return "json" if re.match(rb"\[\s*\{", head) else None
