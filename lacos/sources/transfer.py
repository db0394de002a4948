"""One HTTP request: the answer within bounds of size and time, or a FetchError that says what to do."""

from __future__ import annotations

import socket
import ssl
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from typing import Any

from lacos.sources.extras import needed
from lacos.sources.problems import FetchError

STEP = 64_000


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most bytes of a body, unpacked; seconds without a sign of life; seconds in all."""

    size: int
    silence: float
    total: float


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


def get(client: Any, url: str, headers: Mapping[str, str], bounds: Bounds, address: str | None = None) -> Answer:
    """The answer to one GET, redirects not followed; the body only of a success. Raises FetchError.

    With ``address`` it connects there, whatever the host resolves to by now.
    """
    with _explained(url, bounds):
        request = _request(client, url, headers, address)
        deadline = monotonic() + bounds.total
        response = client.send(request, stream=True)
        try:
            body = _body(response, bounds, deadline) if response.is_success else b""
        finally:
            response.close()
    return Answer(response.status_code, response.headers, body)


def _request(client: Any, url: str, headers: Mapping[str, str], address: str | None) -> Any:
    if address is None:
        return client.build_request("GET", url, headers=headers)
    target = needed("httpx", "httpx").URL(url)
    named = {**headers, "Host": target.netloc.decode("ascii")}
    return client.build_request("GET", target.copy_with(host=address), headers=named, extensions={"sni_hostname": target.host})


def _body(response: Any, bounds: Bounds, deadline: float) -> bytes:
    encoding = response.headers.get("content-encoding", "identity").lower()
    if encoding not in ("identity", "gzip", "x-gzip"):
        raise FetchError(f"sent in the encoding {encoding!r}, which was not asked for")
    chunks = response.iter_raw(STEP)
    body = bytearray()
    for chunk in chunks if encoding == "identity" else _unpacked(chunks):
        body += chunk
        if len(body) > bounds.size:
            raise FetchError(f"more than {bounds.size:,} bytes: not read")
        if monotonic() > deadline:
            raise FetchError(f"too slow: not all came in {bounds.total:g} seconds")
    return bytes(body)


def _unpacked(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """What gzip packed, a little at a time, so that a small chunk cannot fill the memory."""
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    for chunk in chunks:
        while chunk:
            yield unpacker.decompress(chunk, STEP)
            chunk = unpacker.unconsumed_tail
    if not unpacker.eof:
        raise FetchError("broke off before its end: try again")


@contextmanager
def _explained(url: str, bounds: Bounds) -> Iterator[None]:
    httpx = needed("httpx", "httpx")
    try:
        yield
    except httpx.TimeoutException as error:
        raise FetchError(f"no answer in {bounds.silence:g} seconds: try again later") from error
    except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
        raise FetchError(f"no web address: {error}") from error
    except httpx.HTTPError as error:
        raise FetchError(_reason(error, httpx.URL(url).host)) from error
    except zlib.error as error:
        raise FetchError(f"damaged on the way ({error}): try again") from error


def _reason(error: BaseException, host: str) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, socket.gaierror):
            return f"there is no host {host}: check the address and the connection"
        if isinstance(cause, ConnectionRefusedError):
            return f"{host} refused the connection: is a server there?"
        if isinstance(cause, ssl.SSLError):
            return f"no secure connection to {host} ({cause.reason or cause}): not fetched"
        cause = cause.__cause__ or cause.__context__
    return f"the connection to {host} failed ({error}): try again later"
