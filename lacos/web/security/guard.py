"""Addresses that others name and we fetch: public ones alone, unless this place says otherwise."""

from __future__ import annotations

from lacos.sources import Fetcher
from lacos.web.settings import Settings


def fetcher(settings: Settings) -> Fetcher:
    """A Fetcher that does not open our own network to those who name addresses; redirects are looked at anew."""
    return Fetcher(allow_private=settings.allow_private, timeout=10.0, total=30.0, size=5_000_000)
