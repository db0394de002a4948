"""The pages. Each file that has a ``router`` is one, or several of a kind."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from fastapi import APIRouter


def routers() -> Iterator[APIRouter]:
    """The routers of all pages, in the order of their files' names."""
    for name in sorted(module.name for module in iter_modules(__path__)):
        router = getattr(import_module(f"{__name__}.{name}"), "router", None)
        if isinstance(router, APIRouter):
            yield router
