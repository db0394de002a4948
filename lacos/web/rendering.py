"""Pages from templates. All that stands in a template is escaped: articles are hostile input."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from starlette.requests import Request
from starlette.responses import HTMLResponse

from lacos import __version__
from lacos.events import ontology
from lacos.ledger import Told
from lacos.records import EventType, Stance, Standing, Status
from lacos.ties.charts import Labels
from lacos.web import addresses, asking
from lacos.web.assets import asset
from lacos.web.dependencies import asked_language, chosen, language, reader_of
from lacos.web.words import words

VOCABULARY = {"type": tuple(EventType), "status": tuple(Status), "standing": tuple(Standing), "stance": tuple(Stance)}
"""The values that filters and forms choose from."""
WHOLE = 60
"""Characters of a sentence that is more than a heading or a caption."""
CLIPPED = 240
"""Characters of words that are shown in a list."""


def render(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page of a template of templates/, with what all pages have: ``words``, ``labels``, ``user``, ``csrf``, ``theme``, ``here``.

    ``asked_lang`` is the language that the address asks for: whatever leads to another part of the page keeps it.
    """
    tongue = language(request)
    shared = {
        "words": words(tongue),
        "labels": Labels(tongue),
        "language": tongue,
        "user": reader_of(request),
        "csrf": getattr(request.state, "csrf", ""),
        "theme": chosen(request, "theme"),
        "here": here(request),
        "asked_lang": asked_language(request),
    }
    body = environment().get_template(template).render(**shared, **values)
    return HTMLResponse(body, status, {"Content-Language": tongue, "Vary": "Accept-Language, Cookie"})


def here(request: Request) -> str:
    """The address of a page."""
    return addresses.with_query(request.scope.get("raw_path", b"/").decode("latin-1"), request.query_params.multi_items())


@cache
def environment() -> Environment:
    """The templates, with their filters."""
    made = Environment(loader=PackageLoader("lacos.web"), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
    made.globals |= {"addresses": addresses, "asset": asset, "query": asking.query, "version": __version__, "vocabulary": VOCABULARY}
    made.filters |= {
        "day": day,
        "moment": moment,
        "number": number,
        "actor": actor,
        "actors": actors,
        "codes": codes,
        "quad": quad,
        "clipped": clipped,
        "telling": telling,
    }
    return made


@pass_context
def day(context: Context, value: object) -> str:
    """A date of any precision: "3 set. 2017"; "?" for none."""
    return labels(context).when(str(value) if value else None)


@pass_context
def moment(context: Context, value: str) -> str:
    """A moment of the ledger's clock to the minute, in UTC: "3 set. 2017, 14:05"."""
    return f"{day(context, value[:10])}, {value[11:16]}" if value else "?"


@pass_context
def number(context: Context, value: float, decimals: int = 0, signed: bool = False) -> str:
    """A number as the language writes it: "2.480", "+1,5"."""
    return labels(context).number(value, decimals, signed)


@pass_context
def actor(context: Context, code: str) -> str:
    """The short name of an actor: "EUA"."""
    return labels(context).actor(code)


@pass_context
def actors(context: Context, side: str | Iterable[str]) -> str:
    """The short names of all actors of a side: "Rússia e China"; "?" for nobody."""
    return labels(context).actors(codes(side)) or "?"


def quad(kind: str) -> str:
    """The quad class of an event type as a CSS class: "material-conflict"."""
    return ontology()[EventType(kind)].quad.lower().replace(" ", "-")


def clipped(text: str, length: int = CLIPPED) -> str:
    """The first words of a text, on one line."""
    words = " ".join(text.split())
    return words if len(words) <= length else (words[:length].rpartition(" ")[0] or words[:length]) + " …"


def telling(told: Told) -> Mapping[str, Any] | None:
    """The sentence that tells a happening best: by the text itself, with its status, a whole sentence that asks nothing, the first."""

    def fit(said: Mapping[str, Any]) -> tuple[bool, bool, bool]:
        is_whole = len(said["words"]) >= WHOLE and not said["words"].rstrip(' ”"').endswith("?")
        return said["own_voice"], said["status"] == told.happening["status"], is_whole

    return max(told.sentences, key=fit, default=None)


def codes(side: str | Iterable[str]) -> list[str]:
    """The codes of a side as happenings have it, joined by "+"."""
    return [one for one in side.split("+") if one] if isinstance(side, str) else list(side)


def labels(context: Context) -> Labels:
    found: Labels = context["labels"]
    return found
