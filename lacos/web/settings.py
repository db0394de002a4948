"""What a server is told when it starts: which ledger, where it listens, who may come in, how much is allowed."""

from __future__ import annotations

import ipaddress
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from lacos.records import LacosError

LOOPBACK = "127.0.0.1"
SHORTEST_TOKEN = 24


class ServeError(LacosError):
    """A server that must not start as it was told to; the message says why and what to do."""


@dataclass(frozen=True)
class Settings:
    """How a ledger is served. The default is open for reading on this computer alone.

    ``language`` is for readers whose browser asks for none of ours. ``users`` is the file of those who may sign in (``lacos user add``),
    ``token`` one that reads and adds texts (LACOS_TOKEN). ``names`` are those by which browsers know the server, ``proxy`` the addresses
    of proxies whose word for the reader's address is taken. ``body_limit`` is in bytes, ``rate`` in requests a second for each reader
    beyond this computer (0: any), ``patience`` the seconds that requests have left when the server stops. ``secret`` signs sessions
    where there is no users file, which has one of its own.
    """

    ledger: str
    host: str = LOOPBACK
    port: int = 8000
    language: str | None = None
    users: Path | None = None
    token: str | None = field(default=None, repr=False)
    names: tuple[str, ...] = ()
    proxy: tuple[str, ...] = ()
    certificate: Path | None = None
    key: Path | None = None
    allow_private: bool = False
    body_limit: int = 2_000_000
    rate: float = 20.0
    workers: int = 1
    patience: int = 30
    secret: str = field(default_factory=lambda: secrets.token_hex(32), repr=False)

    def __post_init__(self) -> None:
        """Raises ServeError for what would leave a ledger open to strangers, or cannot work."""
        if not self.open and self.users is None and self.token is None:
            raise ServeError(
                f"{self.host}{' behind a proxy' if self.proxy else ''} is reached from other computers, and nobody is asked who they are: "
                "make a reader with lacos user add users.json NAME and serve with --users users.json, or set LACOS_TOKEN"
            )
        if self.token is not None and len(self.token) < SHORTEST_TOKEN:
            raise ServeError(f"LACOS_TOKEN is shorter than {SHORTEST_TOKEN} characters: take one from: openssl rand -hex 32")
        if (self.certificate is None) != (self.key is None):
            raise ServeError("TLS needs both a certificate and its key: give --certificate and --key")
        for file in (self.certificate, self.key):
            if file is not None and not file.is_file():
                raise ServeError(f"no file {file}: give the certificate and its key as PEM files")

    @property
    def local(self) -> bool:
        """Whether it listens to this computer alone."""
        return is_loopback(self.host)

    @property
    def open(self) -> bool:
        """Whether one may read without saying who one is: where nothing but this computer reaches it, through no proxy either."""
        return self.local and not self.proxy


def is_loopback(host: str) -> bool:
    """Whether a name or an address is this computer as it knows itself."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"
