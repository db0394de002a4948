"""``lacos add`` and ``lacos recode``: texts into a ledger, and what an earlier version read, again."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from lacos import engine, sources
from lacos.cli.asking import Lang, Where, speaking
from lacos.cli.report import Report
from lacos.cli.rows import output
from lacos.ledger import Added, Ledger
from lacos.messages import Messages

Workers = Annotated[int, typer.Option(min=1, help="Processes that read.")]
Pipeline = Annotated[str | None, typer.Option(help="An installed spaCy pipeline instead of ours, e.g. pt_core_news_lg.")]
Actors = Annotated[Path | None, typer.Option("--actors", help="A table of your own actors, whose names go before ours (docs/actors.md).")]


def add(
    ledger: Where,
    paths: Annotated[
        list[str] | None, typer.Argument(help="Files, folders, patterns, - for standard input, addresses of pages, feeds and sitemaps.")
    ] = None,
    workers: Workers = 1,
    retry: Annotated[bool, typer.Option("--retry", help="Try again what could not be read before.")] = False,
    published: Annotated[str | None, typer.Option(help="Publication date (YYYY-MM-DD) of texts that do not say it themselves.")] = None,
    text: Annotated[str | None, typer.Option(help="Column of tables that holds the texts; guessed where it is plain.")] = None,
    day: Annotated[str | None, typer.Option("--date", help="Column of the publication dates.")] = None,
    title: Annotated[str | None, typer.Option(help="Column of the titles.")] = None,
    url: Annotated[str | None, typer.Option(help="Column of the addresses.")] = None,
    outlet: Annotated[str | None, typer.Option("--source", help="Column of the outlets.")] = None,
    id: Annotated[str | None, typer.Option("--id", help="Column of the ids.")] = None,
    follow: Annotated[bool, typer.Option(help="Follow feeds, lists of feeds and sitemaps to the pages that they name.")] = True,
    since: Annotated[str | None, typer.Option(help="Of a sitemap, only pages from this day on (YYYY-MM-DD).")] = None,
    most: Annotated[int, typer.Option("--limit", min=1, help="Of a sitemap, at most so many pages.")] = 1000,
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
    columns = sources.Columns(text=text, title=title, published=day, url=url, source=outlet, id=id)
    with Ledger(ledger) as opened, sources.Fetcher() as fetcher:
        failed = map(input_of, (row["name"] for row in opened.failures())) if retry else ()
        wanted = list(dict.fromkeys([*(paths or ()), *failed]))
        if not wanted:
            output().print(words("nothing_to_retry"))
            return
        incoming = sources.documents(
            *(wanted, published),
            columns=columns,
            fetcher=fetcher if follow else None,
            follow=follow,
            limit=most,
            since=date.fromisoformat(since) if since else None,
        )
        coder = engine.Coder(pipeline, actors)
        work = lambda progress: opened.add(incoming, workers, coder, progress, wanted)  # noqa: E731
        raise typer.Exit(keep(work, words, sources.expected(wanted)))


def keep(work: Callable[[Callable[[Added], None]], Added], words: Messages, expected: int | None = None) -> int:
    """Add documents, showing how it goes; says what it came to. Returns the exit code. ``expected`` is about how many there are."""
    report = Report(words)
    told = 0

    def progress(outcome: Added) -> None:
        nonlocal told
        for problem in outcome.problems[told:]:
            report.tell(problem)
        told = len(outcome.problems)
        shown.update(task, completed=outcome.total)

    with bar(report, words) as shown:
        task = shown.add_task(words("adding"), total=expected)
        outcome = work(progress)
        progress(outcome)
    report.console.print(words("added", **{name: getattr(outcome, name) for name in ("added", "replaced", "unchanged", "aside", "failed")}))
    return report.conclude(outcome.total)


def recode(ledger: Where, workers: Workers = 1, pipeline: Pipeline = None, actors: Actors = None, lang: Lang = None) -> None:
    """Read anew what an earlier version of the coder read, and say what changed."""
    words = speaking(lang)
    report = Report(words)
    with Ledger(ledger, create=False) as opened, bar(report, words) as shown:
        task = shown.add_task(words("recoding"), total=None)
        outcome = opened.recode(workers, engine.Coder(pipeline, actors), lambda so_far: shown.update(task, completed=so_far.read))
    for problem in outcome.problems:
        report.tell(problem)
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


def input_of(name: str) -> str:
    """The input that a failure's name belongs to: "a.zip!b.txt" to a.zip, "news.jsonl:12" to news.jsonl, if no file has the very name."""
    if "://" in name or Path(name).exists():
        return name
    return re.sub(r":\d+$", "", name.partition("!")[0])


def is_day(value: str) -> bool:
    """Whether a value is a date of the form YYYY-MM-DD."""
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False
