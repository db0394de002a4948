"""Asking a server's API and taking its answers, in parts where they are long."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import urlsplit

from lacos.client.errors import RemoteError

if TYPE_CHECKING:
    import httpx

API = "/api/v1"
PART = 500
"""Things that are asked for at once."""
TRIES, LONGEST = 5, 60.0
"""How often a server that is busy is asked, and the most seconds that are waited in between."""
STRANGE = "this is no answer of lacos serve: is the address right?"
Query = Iterable[tuple[str, str]]


class Transfer:
    """The connection with one server. ``client`` is another's httpx client, for tests and proxies."""

    def __init__(self, url: str, token: str | None = None, timeout: float = 60.0, client: httpx.Client | None = None) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise RemoteError(f"{url!r} is no address of a server: give one such as http://127.0.0.1:8000")
        self.url = url.rstrip("/")
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._client = client or made(timeout)

    def get(self, path: str, query: Query = ()) -> Any:
        """What is at a path of the API. Raises RemoteError."""
        return self.send("GET", path, query)

    def send(self, method: str, path: str, query: Query = (), body: Any = None) -> Any:
        """What a server answers, None where that is nothing. Raises RemoteError for a problem, naming the address and what was wrong."""
        answer = self._answer(method, f"{self.url}{API}{path}", query, body)
        if answer.content and not answer.headers.get("content-type", "").startswith("application/json"):
            raise RemoteError(f"{answer.url}: {STRANGE}", answer.status_code)
        return answer.json() if answer.content else None

    def parts(self, path: str, query: Query = (), limit: int | None = None, offset: int = 0) -> Iterator[Any]:
        """The things of a list, so many after so many, or all."""
        asked = list(query)
        while limit is None or limit > 0:
            size = PART if limit is None else min(PART, limit)
            part = self.get(path, [*asked, ("limit", str(size)), ("offset", str(offset))])
            yield from part["items"]
            offset += size
            limit = None if limit is None else limit - size
            if part["next"] is None:
                return

    def save(self, path: str, query: Query, file: BinaryIO) -> None:
        """Write what is at a path into a file, as it comes. Raises RemoteError."""
        url = f"{self.url}{API}{path}"
        with unreached(url), self._client.stream("GET", url, params=list(query), headers=self._headers) as answer:
            if not answer.is_success:
                answer.read()
                raise refused(url, answer)
            for part in answer.iter_bytes():
                file.write(part)

    def close(self) -> None:
        self._client.close()

    def _answer(self, method: str, url: str, query: Query, body: Any) -> httpx.Response:
        """The answer to a request, which is sent again where the server says to wait."""
        for left in reversed(range(TRIES)):
            answer = self._sent(method, url, query, body)
            if left and answer.status_code in (429, 503) and (wait := seconds(answer)) <= LONGEST:
                time.sleep(wait)
            else:
                break
        if answer.is_success:
            return answer
        raise refused(url, answer)

    def _sent(self, method: str, url: str, query: Query, body: Any) -> httpx.Response:
        with unreached(url):
            return self._client.request(method, url, params=list(query), json=body, headers=self._headers)


@contextmanager
def unreached(url: str) -> Iterator[None]:
    """The errors of a server that does not answer as ours."""
    import httpx

    try:
        yield
    except httpx.HTTPError as error:
        raise RemoteError(f"{url} does not answer: is lacos serve running there, and can it be reached? ({error})") from error


def refused(url: str, answer: httpx.Response) -> RemoteError:
    """What a server says is wrong."""
    return RemoteError(f"{url}: {detail(answer)} ({answer.status_code})", answer.status_code)


def made(timeout: float) -> httpx.Client:
    """A client of httpx. Raises RemoteError where that is not installed."""
    try:
        import httpx
    except ImportError as error:
        raise RemoteError("asking a server needs httpx: pip install 'lacos[client]'") from error
    return httpx.Client(timeout=timeout)


def seconds(answer: httpx.Response) -> float:
    """How long a server that is busy says to wait."""
    said = answer.headers.get("retry-after", "")
    return float(said) if said.isdecimal() else 5.0


def detail(answer: httpx.Response) -> str:
    """What a server says is wrong: the detail of its problem, or that this is no server of ours."""
    if answer.headers.get("content-type", "").startswith("application/problem+json"):
        return str(answer.json().get("detail"))
    return STRANGE
