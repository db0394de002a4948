"""``lacos read``: texts in, events and statements out."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from lacos import sources, views
from lacos.cli.report import Report
from lacos.messages import Messages, preferred
from lacos.reader import COLUMNS, Reading, flat, read_all
from lacos.records import Document, LacosError

WIDE, NARROW = 160, 100
"""Columns of a table, and of an explanation, that does not go to a terminal."""


class Format(StrEnum):
    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"


class Interface(StrEnum):
    PT = "pt"
    EN = "en"


def read(
    paths: Annotated[list[str], typer.Argument(help="Text files, .jsonl files, folders of them, or - for standard input.")],
    format: Annotated[Format, typer.Option("--format", "-f", help="How to show what was read.")] = Format.TABLE,
    published: Annotated[str | None, typer.Option(help="Publication date (YYYY-MM-DD) of texts that do not say it themselves.")] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Draw how each sentence was read: tree, actors, frames tried, sides weighed. Only as table.")
    ] = False,
    sentence: Annotated[
        int | None, typer.Option(min=1, help="With --explain: draw only the sentence with this number, the first being 1.")
    ] = None,
    claims: Annotated[
        bool, typer.Option("--claims", help="Show what is claimed: each happening, who asserts, denies or condemns it. Only as table.")
    ] = False,
    person: Annotated[
        list[str] | None, typer.Option(help="Of whom to say who supports or opposes whom; once a name. Without it, of all persons found.")
    ] = None,
    pipeline: Annotated[str | None, typer.Option(help="An installed spaCy pipeline instead of ours, e.g. pt_core_news_lg.")] = None,
    actors: Annotated[Path | None, typer.Option(help="A table of your own actors, whose names go before ours (docs/actors.md).")] = None,
    lang: Annotated[Interface | None, typer.Option(help="Language of the interface.")] = None,
) -> None:
    """Read texts: who did what to whom, who says so, with the words as evidence."""
    words = views.messages((lang or preferred()).lower())
    if published is not None:
        try:
            date.fromisoformat(published)
        except ValueError as error:
            raise typer.BadParameter(f"{published!r} is no date of the form YYYY-MM-DD", param_hint="--published") from error
    if explain and format is not Format.TABLE:
        raise typer.BadParameter(words("explain_is_for_tables"), param_hint="--explain")
    if claims and format is not Format.TABLE:
        raise typer.BadParameter(words("claims_are_for_tables"), param_hint="--claims")
    if sentence is not None and not explain:
        raise typer.BadParameter(words("sentence_needs_explain"), param_hint="--sentence")
    report = Report(words)
    total = 0

    def readings() -> Iterator[Reading]:
        nonlocal total
        for item in read_or_fail(sources.documents(paths, published), pipeline, actors, explain, person):
            if isinstance(item, Reading):
                total += 1
                yield item
            elif isinstance(item, sources.Problem):
                total += item.fatal
                report.tell(item)
            else:
                total += 1
                report.tell_error(item)

    shown = progress(readings(), report.console, words)
    if explain:
        as_explanation(shown, words, sentence, report)
    elif claims:
        as_claims(shown, words)
    else:
        WRITERS[format](shown, words)
    raise typer.Exit(report.conclude(total))


def read_or_fail(
    items: Iterable[Document | sources.Problem],
    pipeline: str | None,
    actors: Path | None,
    explain: bool = False,
    persons: list[str] | None = None,
) -> Iterator[Reading | sources.Problem | LacosError]:
    """Each input's Reading or what went wrong, in order."""
    asked = 0
    problems: list[tuple[int, sources.Problem]] = []

    def documents() -> Iterator[Document]:
        nonlocal asked
        for item in items:
            if isinstance(item, sources.Problem):
                problems.append((asked, item))
            else:
                asked += 1
                yield item

    for rank, result in enumerate(read_all(documents(), pipeline, actors, explain, persons)):
        while problems and problems[0][0] <= rank:
            yield problems.pop(0)[1]
        yield result
    yield from (problem for _, problem in problems)


def progress(readings: Iterator[Reading], console: Console, words: Messages) -> Iterator[Reading]:
    """The readings as they come, counted on a terminal when results go elsewhere."""
    if not console.is_terminal or sys.stdout.isatty():
        yield from readings
        return
    columns = (SpinnerColumn(), TextColumn("{task.description} {task.completed}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(words("reading"), total=None)
        for reading in readings:
            yield reading
            bar.advance(task)


def as_explanation(readings: Iterable[Reading], words: Messages, sentence: int | None, report: Report) -> None:
    """Tables, then how each sentence was read; or that alone, of one sentence."""
    for reading in readings:
        if sentence is None:
            views.show(reading, output(WIDE), words)
        elif sentence > len(reading.trace):
            report.tell_misuse(words("no_such_sentence", document=reading.document.id, number=sentence, of=len(reading.trace)))
            continue
        views.explain(reading, output(NARROW), words, sentence)


def as_table(readings: Iterable[Reading], words: Messages) -> None:
    for reading in readings:
        views.show(reading, output(WIDE), words)


def as_claims(readings: Iterable[Reading], words: Messages) -> None:
    for reading in readings:
        views.show_claims(reading, output(NARROW), words)


def output(width: int) -> Console:
    """Standard output, as wide as the terminal that it is, else of ``width`` columns."""
    return Console(width=None if sys.stdout.isatty() else width)


def as_jsonl(readings: Iterable[Reading], _words: Messages) -> None:
    for reading in readings:
        sys.stdout.write(json.dumps(reading.to_json(), ensure_ascii=False) + "\n")


def as_csv(readings: Iterable[Reading], _words: Messages) -> None:
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for reading in readings:
        writer.writerows(flat(event) for event in reading.events)


def as_html(readings: Iterable[Reading], words: Messages) -> None:
    for rank, reading in enumerate(readings):
        if rank == 0:
            sys.stdout.write(views.page(reading, words) + "\n")
        elif rank == 1:
            Console(stderr=True).print(f"lacos: {words('notice')}: {words('many_for_html')}", markup=False)


WRITERS: dict[Format, Callable[[Iterable[Reading], Messages], None]] = {
    Format.TABLE: as_table,
    Format.JSONL: as_jsonl,
    Format.CSV: as_csv,
    Format.HTML: as_html,
}
