"""The permanent address of each thing, one function a thing. Whatever an id holds is quoted, so that an address is always one path."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

Query = Iterable[tuple[str, str]]


def home() -> str:
    return "/"


def tie(one: str, other: str = "") -> str:
    """What passes between two, or between one and all others; several of a side are joined by "+". A part of a state is the state."""
    return "/".join(["/tie", *(quote("+".join(state(code) for code in side.split("+")), safe="+") for side in (one, other) if side)])


def actor(code: str) -> str:
    """An actor by its code; a part of a state ("PRK/MED") has a path of two."""
    return f"/actor/{quote(code)}"


def happening(id: str) -> str:
    """A happening with all its reports."""
    return f"/happening/{quote(id, safe='')}"


def claim(id: str) -> str:
    """The positions taken on a happening."""
    return f"/claim/{quote(id, safe='')}"


def document(id: str, mark: str = "") -> str:
    """A document by its id, which may be anything; ``mark`` is the id of an event or statement in it."""
    return f"/document/{quote(id, safe='')}" + (f"#{quote(mark, safe='')}" if mark else "")


def search(words: str = "") -> str:
    return "/search" + (f"?{urlencode({'q': words})}" if words else "")


def sources() -> str:
    return "/sources"


def correcting() -> str:
    return "/correcting"


def method() -> str:
    return "/method"


def choose(name: str, value: str, back: str) -> str:
    """Where a reader chooses a language ("lang") or a theme, to come ``back`` to the same page."""
    return f"/choose?{urlencode({name: value, 'back': back})}"


def with_query(path: str, query: Query) -> str:
    """A path with what is asked of it."""
    asked = urlencode(list(query))
    return f"{path}?{asked}" if asked else path


def changed(address: str, **values: object) -> str:
    """An address with other values of some parameters; those of "" or None are left out."""
    address, mark, part = address.partition("#")
    path, _, asked = address.partition("?")
    others = [(name, value) for name, value in parse_qsl(asked, keep_blank_values=True) if name not in values]
    return with_query(path, [*others, *((name, str(value)) for name, value in values.items() if value not in (None, ""))]) + mark + part


def local(path: str) -> str:
    """A path of this place to send a reader to; home for an address that leads elsewhere."""
    parts = urlsplit(path)
    is_ours = path.startswith("/") and not path.startswith("//") and not parts.scheme and not parts.netloc
    return path if is_ours and path.isprintable() and "\\" not in path else home()


def state(code: str) -> str:
    return code.partition("/")[0]
