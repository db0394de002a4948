"""Bytes to text: UTF-8 first, UTF-16 by its mark, else the Windows code page of Western Europe; binary data is refused."""

from __future__ import annotations

import codecs

from lacos.records import LacosError

CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\f\v\x1b\x85")
LEGACY = "cp1252"


class NotTextError(LacosError):
    """Bytes that are no text in any encoding we know."""


def decode(data: bytes) -> tuple[str, str]:
    """The text of ``data`` and the encoding that it was in. Raises NotTextError for binary data. Line ends become ``\\n``."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text, encoding = _decoded(data, "utf-16")
    elif CONTROLS & set(data[:4096]):
        raise NotTextError("binary data, not text")
    else:
        try:
            text, encoding = data.decode("utf-8-sig"), "utf-8"
        except UnicodeDecodeError:
            text, encoding = _decoded(data, LEGACY)
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _decoded(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        raise NotTextError(f"neither UTF-8 nor {encoding}: byte {error.start} is {data[error.start]:#04x}") from error
