"""``lacos add`` and ``lacos recode``: texts into a ledger, and what an earlier version read, again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from lacos import engine, sources
from lacos.cli.options import Lang, Where, speaking
from lacos.cli.report import Report
from lacos.cli.retrying import MOST, Manner, batches
from lacos.cli.rows import output
from lacos.ledger import Added, Ledger
from lacos.messages import Messages

Workers = Annotated[int, typer.Option(min=1, help="Processes that read.")]
Pipeline = Annotated[str | None, typer.Option(help="An installed spaCy pipeline instead of ours, e.g. pt_core_news_lg.")]
Actors = Annotated[Path | None, typer.Option("--actors", help="A table of your own actors, whose names go before ours (docs/actors.md).")]

Advance = Callable[[Added], None]
Tell = Callable[[sources.Problem], None]


def add(
    ledger: Where,
    paths: Annotated[
        list[str] | None, typer.Argument(help="Files, folders, patterns, - for standard input, addresses of pages, feeds and sitemaps.")
    ] = None,
    workers: Workers = 1,
    retry: Annotated[bool, typer.Option("--retry", help="Try again what could not be read before, with the options of then.")] = False,
    published: Annotated[str | None, typer.Option(help="Publication date (YYYY-MM-DD) of texts that do not say it themselves.")] = None,
    text: Annotated[str | None, typer.Option(help="Column of tables that holds the texts; guessed where it is plain.")] = None,
    day: Annotated[str | None, typer.Option("--date", help="Column of the publication dates.")] = None,
    title: Annotated[str | None, typer.Option(help="Column of the titles.")] = None,
    url: Annotated[str | None, typer.Option(help="Column of the addresses.")] = None,
    outlet: Annotated[str | None, typer.Option("--source", help="Column of the outlets.")] = None,
    id: Annotated[str | None, typer.Option("--id", help="Column of the ids.")] = None,
    follow: Annotated[
        bool | None,
        typer.Option(
            "--follow/--no-follow", help="Follow feeds, lists of feeds and sitemaps to the pages that they name.", show_default="follow"
        ),
    ] = None,
    since: Annotated[str | None, typer.Option(help="Of a sitemap, only pages from this day on (YYYY-MM-DD).")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Of a sitemap, at most so many pages.", show_default=str(MOST))] = None,
    pipeline: Pipeline = None,
    actors: Actors = None,
    lang: Lang = None,
) -> None:
    """Read texts into a ledger, which is made if it is not there. What is in it already changes nothing."""
    words = speaking(lang)
    for option, value in (("--published", published), ("--since", since)):
        if value is not None and not is_day(value):
            raise typer.BadParameter(words("no_day", value=value), param_hint=option)
    if not (paths or retry):
        raise typer.BadParameter(words("nothing_to_add"), param_hint="PATHS")
    manner = Manner(published, text, day, title, url, outlet, id, follow, since, limit)
    coder = engine.Coder(pipeline, actors)
    with Ledger(ledger) as opened, sources.Fetcher() as fetcher:
        wanted = batches(paths or (), opened.failures() if retry else (), manner)
        if not wanted:
            output().print(words("nothing_to_retry"))
            return
        work = partial(add_all, opened, wanted, fetcher, workers, coder)
        raise typer.Exit(keep(work, words, sources.expected(chain.from_iterable(wanted.values()))))


def add_all(
    ledger: Ledger,
    wanted: Mapping[Manner, list[str]],
    fetcher: sources.Fetcher,
    workers: int,
    coder: engine.Coder,
    progress: Advance,
    tell: Tell,
) -> Added:
    """Add the inputs of each manner, one manner after another."""
    done = Added()

    def further(outcome: Added) -> None:
        progress(done + outcome)

    for manner, inputs in wanted.items():
        done += ledger.add(manner.documents(inputs, fetcher), workers, coder, further, tell, inputs, manner.given)
    return done


def keep(work: Callable[[Advance, Tell], Added], words: Messages, expected: int | None = None) -> int:
    """Add documents, showing how it goes; says what it came to. Returns the exit code. ``expected`` is about how many there are."""
    report = Report(words)

    def progress(outcome: Added) -> None:
        shown.update(task, completed=outcome.total)

    with bar(report, words) as shown:
        task = shown.add_task(words("adding"), total=expected)
        outcome = work(progress, report.tell)
        progress(outcome)
    report.console.print(words("added", **{name: getattr(outcome, name) for name in ("added", "replaced", "unchanged", "aside", "failed")}))
    return report.conclude(outcome.total)


def recode(ledger: Where, workers: Workers = 1, pipeline: Pipeline = None, actors: Actors = None, lang: Lang = None) -> None:
    """Read anew what an earlier version of the coder read, and say what changed."""
    words = speaking(lang)
    report = Report(words)
    with Ledger(ledger, create=False) as opened, bar(report, words) as shown:
        task = shown.add_task(words("recoding"), total=None)
        coder = engine.Coder(pipeline, actors)
        outcome = opened.recode(workers, coder, lambda so_far: shown.update(task, completed=so_far.read), report.tell)
    report.console.print(words("recoded", **vars(outcome)))
    raise typer.Exit(1 if outcome.failed else 0)


class Rate(TextColumn):
    """Documents a second."""

    def __init__(self, words: Messages) -> None:
        super().__init__("")
        self.words = words

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(self.words("rate", rate=f"{speed:.1f}") if speed else "", "dim")


def bar(report: Report, words: Messages) -> Progress:
    """How far it is, on a terminal only."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate(words), TimeRemainingColumn())
    return Progress(*columns, console=report.console, transient=True, disable=not report.console.is_terminal)


def is_day(value: str) -> bool:
    """Whether a value is a date of the form YYYY-MM-DD."""
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False
