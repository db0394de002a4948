"""What can go wrong with an input, as a value that stands in the input's place and as the exceptions behind it."""

from __future__ import annotations

from dataclasses import dataclass

from lacos.records import LacosError


class SourceError(LacosError):
    """An input that cannot be read; the message says what is wrong and what to do."""


class FetchError(SourceError):
    """A page that did not come: the server's ``status``, if it answered, and for how many seconds it asks to be left alone."""

    def __init__(self, message: str, status: int | None = None, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong with one input; ``fatal`` is False where the input was read all the same (another encoding, no date).

    ``name`` is what to try again: a path, ``path:row``, ``archive!member`` or a URL.
    """

    name: str
    message: str
    fatal: bool = True
