"""Running it: one process or several behind one socket, stopped without breaking off what they answer."""

from __future__ import annotations

import signal
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

import uvicorn

from lacos.ledger import Ledger
from lacos.web.app import create_app
from lacos.web.observing import write_logs
from lacos.web.security import known
from lacos.web.settings import ServeError, Settings
from lacos.web.workers import Workers

STOPS = (signal.SIGTERM, signal.SIGINT)
BACKLOG = 2048
"""Connections that wait to be taken up."""
IDLE = 15
"""Seconds that a connection is kept for another request."""


def serve(settings: Settings, tell: Callable[[str], None] = lambda _: None) -> None:
    """Serve until SIGTERM or Ctrl-C; requests under way are answered first. ``tell`` is given the address that we listen at.

    Raises ServeError where the address cannot be had or the certificate not be used, LedgerError and UserError for a ledger or users that
    cannot be read.
    """
    Ledger(settings.ledger, create=False).close()
    certified(settings)
    with listening(settings) as place:
        known(settings)
        tell(address(settings, place))
        if settings.workers > 1:
            Workers(partial(run, settings, place), settings.workers, settings.patience, place).run()
        else:
            run(settings, place)


def run(settings: Settings, place: socket.socket) -> None:
    """Serve with this process."""
    write_logs()
    server = Server(configured(settings))
    for stop in STOPS:
        signal.signal(stop, server.handle_exit)
    server.run([place])


class Server(uvicorn.Server):
    """One that ends well when it is told to; uvicorn's own ends by the signal, which looks like a failure."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def configured(settings: Settings) -> uvicorn.Config:
    """What uvicorn is told."""
    return uvicorn.Config(
        partial(create_app, settings),
        factory=True,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.proxy),
        forwarded_allow_ips=list(settings.proxy),
        ssl_certfile=settings.certificate,
        ssl_keyfile=settings.key,
        timeout_keep_alive=IDLE,
        timeout_graceful_shutdown=settings.patience,
        lifespan="on",
        ws="none",
    )


def certified(settings: Settings) -> None:
    """Raise ServeError for a certificate and a key that https cannot be spoken with."""
    if settings.certificate is None:
        return
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(settings.certificate, settings.key, password=lambda: "")
    except OSError as error:  # of which those of ssl are
        raise ServeError(
            f"{settings.certificate} and {settings.key} cannot be used ({error}): give a certificate with its chain and its own key, "
            "both as PEM files, the key without a password"
        ) from error


@contextmanager
def listening(settings: Settings) -> Iterator[socket.socket]:
    """A socket that listens where the settings say."""
    place = bind(settings)
    try:
        yield place
    finally:
        place.close()


def bind(settings: Settings) -> socket.socket:
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0]
        place = socket.socket(family, kind, protocol)
        place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        place.bind(where)
        place.listen(BACKLOG)
    except (OSError, OverflowError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise ServeError(f"{settings.host}:{settings.port}: {reason}: give an address of this computer and a free port (--port)") from error
    return place


def address(settings: Settings, place: socket.socket) -> str:
    """Where a browser on this computer finds us."""
    host, port = place.getsockname()[:2]
    name = next(iter(settings.names), "localhost" if host in ("0.0.0.0", "::") else f"[{host}]" if ":" in host else host)
    return f"{'https' if settings.certificate else 'http'}://{name}:{port}/"
