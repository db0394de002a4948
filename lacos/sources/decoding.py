"""Bytes to text: UTF-8 first, UTF-16 by its mark, else the Windows code page of Western Europe; binary data is refused."""

from __future__ import annotations

import codecs
import re

from lacos.records import LacosError

CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
LEGACY = "cp1252"
META_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


class NotTextError(LacosError):
    """Bytes that are no text in any encoding we know."""


def decode(data: bytes) -> tuple[str, str]:
    """The text of ``data`` and the encoding that it was in. Raises NotTextError for binary data. Line ends become ``\\n``."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text, encoding = _decoded(data, "utf-16")
    elif CONTROLS.search(data, 0, 4096):
        raise NotTextError("binary data, not text")
    else:
        try:
            text, encoding = data.decode("utf-8-sig"), "utf-8"
        except UnicodeDecodeError:
            text, encoding = _decoded(data, LEGACY)
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def decode_page(data: bytes, charset: str | None = None) -> str:
    """The text of an HTML page, which a stray byte does not spoil.

    A byte order mark counts first, then UTF-8 if all of the page is in it, whatever it says (old templates often say the wrong thing), then
    the ``charset`` of its HTTP header, its own <meta>, and last the Windows code page, which is also meant by "iso-8859-1".
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    said = META_CHARSET.search(data, 0, 4096)
    declared = _known(charset) or _known(said[1].decode("ascii") if said else None)
    try:
        return data.decode("utf-16" if declared and declared.startswith("utf-16") else "utf-8-sig")
    except UnicodeDecodeError:
        pass
    if declared == "utf-8" and _mostly_utf8(data):
        return data.decode("utf-8-sig", "replace")
    return data.decode(LEGACY if declared in (None, "utf-8", "iso8859-1", "ascii") else declared, "replace")


def _mostly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    return text.count("\ufffd") * 2 < sum(sign > "\x7f" for sign in text)


def _known(charset: str | None) -> str | None:
    """Python's name for a charset, None for one that it has not."""
    try:
        return codecs.lookup(charset).name if charset else None
    except LookupError:
        return None


def _decoded(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        raise NotTextError(f"neither UTF-8 nor {encoding}: byte {error.start} is {data[error.start]:#04x}") from error
