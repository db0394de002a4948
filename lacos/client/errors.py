"""What can be wrong with a server that is asked."""

from __future__ import annotations

from lacos.records import LacosError


class RemoteError(LacosError):
    """A server that cannot be reached, or does not do what was asked; the message names the address and what to do.

    ``status`` is that of HTTP, None where there was no answer.
    """

    def __init__(self, message: str, status: int | None = None) -> None:
        super().__init__(message)
        self.status = status
