"""How the API answers: JSON with a tag of what it says, so that what has not changed is not sent again; lists part by part."""

from __future__ import annotations

import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b
from typing import Any

from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from lacos.web import asking
from lacos.web.changes import version
from lacos.web.dependencies import opened

CONTROL = {"Cache-Control": "private, no-cache", "Vary": "Authorization, Cookie"}
"""Whoever keeps an answer asks whether it still holds each time."""
MOST = 10_000
"""Tags that are remembered."""
Find = Callable[[int, int], Iterable[Any]]
"""Gives at most so many things after so many."""


class Tags:
    """The tags of what was answered, by the ledger's version and the address: who has the same need not wait for it to be made again."""

    def __init__(self, most: int = MOST) -> None:
        self.most = most
        self._known: OrderedDict[tuple[str, str], str] = OrderedDict()
        self._lock = threading.Lock()

    def __getitem__(self, key: tuple[str, str]) -> str | None:
        with self._lock:
            return self._known.get(key)

    def __setitem__(self, key: tuple[str, str], tag: str) -> None:
        with self._lock:
            self._known[key] = tag
            while len(self._known) > self.most:
                self._known.popitem(last=False)


tags = Tags()


def unchanged(request: Request) -> None:
    """Answers 304 at once where the asker has what would be answered; as a dependency, after those that say who may ask.

    Not for what may be a little older than the ledger (see :class:`lacos.web.changes.Kept`).
    """
    request.state.version = version(opened(request))
    tag = tags[request.state.version, str(request.url)]
    if tag and has(request, tag):
        raise HTTPException(304, headers={**CONTROL, "ETag": tag})


def answer(request: Request, found: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Something as JSON; what was asked for by GET with its tag, or only that it has not changed."""
    body = json.dumps(found, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=plain).encode()
    return tagged(request, body, "application/json", status, headers)


def tagged(request: Request, body: bytes, media: str, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """The same of something that is bytes already."""
    if request.method != "GET":
        return Response(body, status, {**(headers or {}), "Cache-Control": "no-store"}, media)
    tag = f'W/"{blake2b(body, digest_size=12).hexdigest()}"'
    if known := getattr(request.state, "version", None):
        tags[known, str(request.url)] = tag
    if has(request, tag):
        return Response(None, 304, {**CONTROL, "ETag": tag})
    return Response(body, status, {**(headers or {}), **CONTROL, "ETag": tag}, media)


def has(request: Request, tag: str) -> bool:
    """Whether who asks says to have what has this tag."""
    given = request.headers.get("if-none-match", "")
    return tag.removeprefix("W/") in (one.strip().removeprefix("W/") for one in given.split(","))


def plain(found: Any) -> Any:
    """A model as JSON takes it."""
    if isinstance(found, BaseModel):
        return found.model_dump(mode="json")
    raise TypeError(f"{type(found).__name__} is no JSON")


def listed(request: Request, find: Find) -> Response:
    """The part of a list that is asked for, with the addresses of the parts around it, in the body and as links (RFC 8288)."""
    page = asking.page(request)
    found = list(find(page.limit + 1, page.offset))
    after = at(request, page.offset + page.limit, page.limit) if len(found) > page.limit else None
    before = at(request, max(0, page.offset - page.limit), page.limit) if page.offset else None
    links = ", ".join(f'<{address}>; rel="{rel}"' for rel, address in (("next", after), ("prev", before)) if address)
    told = {"items": found[: page.limit], "limit": page.limit, "offset": page.offset, "next": after, "previous": before}
    return answer(request, told, headers={"Link": links} if links else None)


def at(request: Request, offset: int, limit: int) -> str:
    """The address of another part of a list."""
    return str(request.url.include_query_params(limit=limit, offset=offset).replace(scheme="", netloc=""))


def part(some: Iterable[Any]) -> Find:
    """A list that is made as a whole, part by part."""
    whole = list(some)
    return lambda limit, offset: whole[offset : offset + limit]
