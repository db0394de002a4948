"""Documents from paths: files, folders of them, patterns, standard input, and addresses on the network."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from glob import has_magic, iglob
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from lacos.records import Document
from lacos.sources import kinds
from lacos.sources.arrivals import arrived
from lacos.sources.columns import Columns
from lacos.sources.feeds import Entry, followed
from lacos.sources.inputs import Input, Options
from lacos.sources.problems import Problem, SourceError
from lacos.sources.registry import expanded, read
from lacos.sources.web import Fetcher

STDIN = "-"


def documents(
    paths: Iterable[str | Path],
    published: str | None = None,
    stdin: BinaryIO | None = None,
    *,
    columns: Columns | None = None,
    fetcher: Fetcher | None = None,
    follow: bool = True,
    limit: int = 1000,
    since: date | None = None,
) -> Iterator[Document | Problem]:
    """The documents at ``paths`` in order, one at a time; a bad input gives a Problem in its place and the others go on.

    A path is a file, a folder (read by name, hidden files left out), a pattern ("news/**/*.html"), ``-`` for standard input, or an address
    that begins with http:// or https://. ``published`` (YYYY-MM-DD) dates those that say no date; ``columns`` names the columns of tables.

    The network is used for addresses among the paths, by ``fetcher`` or one made for them; what files name on it (feeds, OPML, sitemaps) is
    only followed when ``fetcher`` is given. ``follow`` says whether feeds are followed to the pages that they announce; of a sitemap
    the pages ``since`` a day are read, ``limit`` of them. Raises SourceError for a ``published`` that is no date.
    """
    options = Options(columns or Columns(), fetcher, follow, limit, since)
    day = _day(published)
    for path in map(str, paths):
        if path == STDIN:
            yield from read(Input("stdin", kinds.UNKNOWN, stdin or sys.stdin.buffer, published=day), options)
        elif path.startswith(("http://", "https://")):
            yield from _address(path, day, options)
        elif Path(path).is_dir():
            yield from _folder(Path(path), day, options)
        elif has_magic(path) and not Path(path).exists():
            yield from _pattern(path, day, options)
        else:
            yield from _file(Path(path), day, options)


def texts(entries: Iterable[Entry | Problem], fetcher: Fetcher, follow: bool = True) -> Iterator[Document | Problem]:
    """The texts of entries that :func:`poll` gave: as the feed has them if whole, else from their pages."""
    options = Options(fetcher=fetcher, follow=follow)
    return expanded(followed(entries, options), options, ("list",))


def _address(url: str, published: date | None, options: Options) -> Iterator[Document | Problem]:
    if options.fetcher:
        yield from expanded(arrived(url, options, published), options)
        return
    try:
        with Fetcher() as fetcher:
            options = replace(options, fetcher=fetcher)
            yield from expanded(arrived(url, options, published), options)
    except SourceError as error:
        yield Problem(url, str(error))


def _folder(folder: Path, published: date | None, options: Options) -> Iterator[Document | Problem]:
    files = _within(folder)
    first = next(files, None)
    if first is None:
        yield Problem(str(folder), f"no {', '.join(kinds.EXTENSIONS)} file in this folder")
        return
    for path in chain([first], files):
        yield from [path] if isinstance(path, Problem) else _file(path, published, options)


def _within(folder: Path) -> Iterator[Path | Problem]:
    """The files of known kinds by name, folders in their place; hidden ones, and links to folders, left out."""
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        yield Problem(str(folder), error.strerror or str(error))
        return
    for path in paths:
        if path.name.startswith("."):
            continue
        if path.is_dir():
            if not path.is_symlink():
                yield from _within(path)
        elif kinds.of_name(path.name) != kinds.UNKNOWN:
            yield path


def _pattern(pattern: str, published: date | None, options: Options) -> Iterator[Document | Problem]:
    files = sorted(path for path in map(Path, iglob(pattern, recursive=True)) if path.is_file())  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not files:
        yield Problem(pattern, "no file matches this pattern")
    for path in files:
        yield from _file(path, published, options)


def _file(path: Path, published: date | None, options: Options) -> Iterator[Document | Problem]:
    try:
        with path.open("rb") as stream:
            yield from read(Input(str(path), kinds.of_name(path.name), stream, published=published), options)
    except FileNotFoundError:
        yield Problem(str(path), "no such file or folder")
    except OSError as error:
        yield Problem(str(path), error.strerror or str(error))


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published) if published else None
    except ValueError as error:
        raise SourceError(f"{published!r} is no date of the form YYYY-MM-DD") from error
