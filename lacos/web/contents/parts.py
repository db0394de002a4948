"""Parts of pages that are the same for all readers of a language, kept until the ledger changes."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from markupsafe import Markup
from starlette.requests import Request

from lacos.ties.charts import Labels
from lacos.web.dependencies import asked_language, kept, language
from lacos.web.rendering import environment
from lacos.web.words import words


def part(request: Request, template: str, key: Hashable, make: Callable[[], dict[str, Any]]) -> Markup:
    """A piece of a page: ``template`` with what ``make`` gives, which ``key`` stands for. It knows nothing of who reads."""
    tongue, asked = language(request), asked_language(request)

    def made() -> Markup:
        shared = {"words": words(tongue), "labels": Labels(tongue), "language": tongue, "asked_lang": asked}
        return Markup(environment().get_template(template).render(shared, **make()))

    return kept(request)((template, tongue, asked, key), made)
