"""``lacos watch``: feeds polled again and again, what is new added."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Annotated

import typer

from lacos import engine, sources
from lacos.cli.adding import Actors, Pipeline, Workers, keep
from lacos.cli.options import Lang, Where, speaking
from lacos.ledger import Ledger

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
SHORTEST = 60
"""Seconds between two polls: feeds do not change oftener, and their servers are others'."""


def watch(
    ledger: Where,
    feeds: Annotated[
        list[str] | None, typer.Argument(help="Addresses of feeds, and OPML files of them; those known before if none.")
    ] = None,
    every: Annotated[str, typer.Option(help="Time between two polls: 15m, 2h, 1d.")] = "15m",
    once: Annotated[bool, typer.Option("--once", help="Poll once and stop.")] = False,
    follow: Annotated[bool, typer.Option(help="Follow entries to their pages where the feed carries only a part.")] = True,
    workers: Workers = 1,
    pipeline: Pipeline = None,
    actors: Actors = None,
    lang: Lang = None,
) -> None:
    """Poll feeds on a schedule and add what is new, until Ctrl-C. Servers are asked only for what changed since."""
    words, wait, coder = speaking(lang), seconds(every), engine.Coder(pipeline, actors)
    urls = [url for name in feeds or () for url in addresses(name)]
    with Ledger(ledger) as opened, sources.Fetcher() as fetcher:
        opened.follow(urls)
        watched = urls or [row["url"] for row in opened.feeds()]
        if not watched:
            raise typer.BadParameter(words("nothing_to_watch"), param_hint="FEEDS")
        while True:
            code = keep(lambda progress, tell: opened.poll(watched, fetcher, follow, workers, coder, progress, tell), words)
            if once:
                raise typer.Exit(code)
            time.sleep(wait)


def addresses(name: str) -> list[str]:
    """The addresses of feeds that an argument stands for: itself, or those of an OPML file."""
    if name.startswith(("http://", "https://")):
        return [name]
    try:
        with Path(name).open("rb") as stream:
            return list(sources.feed_urls(stream))
    except OSError as error:
        raise sources.SourceError(f"{name}: {error.strerror or error}: give the address of a feed, or an OPML file") from error


def seconds(every: str) -> int:
    """A span of time in seconds."""
    match = re.fullmatch(r"(\d+)([smhd])", every)
    if match is None or (span := int(match[1]) * UNITS[match[2]]) < SHORTEST:
        raise typer.BadParameter(f"{every!r}: give a number of minutes, hours or days, as 15m, 2h, 1d; at least 1m", param_hint="--every")
    return span
