"""What the server says of itself on stderr: a JSON object a line, a line for people where they look on at a terminal."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Any

ROOT = "lacos"
LIBRARIES = ("uvicorn.error",)
FIELDS = "fields"
"""The attribute of a log record that holds the values of its line."""


class AsJson(logging.Formatter):
    """A record as a JSON object; what others sent is escaped, so that nobody writes lines of their own."""

    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            "process": record.process,
            **getattr(record, FIELDS, {}),
        }
        if record.exc_info:
            told["trace"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=True, default=str)


class AsLine(logging.Formatter):
    """The same as a line to read."""

    def format(self, record: logging.LogRecord) -> str:
        fields = getattr(record, FIELDS, {})
        told = " ".join(ascii(value).strip("'") for key, value in fields.items() if key in SHOWN and value is not None)
        line = f"{datetime.fromtimestamp(record.created):%H:%M:%S} {told or record.getMessage()}"
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


SHOWN = ("method", "path", "status", "ms", "user")


def write_logs(terminal: bool | None = None) -> None:
    """From now on write what we and our server say to stderr."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(AsLine() if (sys.stderr.isatty() if terminal is None else terminal) else AsJson())
    for name in (ROOT, *LIBRARIES):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(logging.INFO if name == ROOT else logging.WARNING)
