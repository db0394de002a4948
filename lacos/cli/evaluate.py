"""``lacos evaluate``: how right the coder is on annotated documents."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from lacos import evaluation
from lacos.reader import Reading, read_all

STATEMENT_KEYS = ("content", "speaker")
EVENT_KEYS = ("trigger", "type", "dyad", "pair")


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Annotated documents, as ../shared/data/gold/dev.json.")],
    errors: Annotated[int, typer.Option(help="Show this many mistakes of each kind.")] = 0,
    kind: Annotated[list[str] | None, typer.Option(help="Only these kinds of mistake (repeatable).")] = None,
    floors: Annotated[Path | None, typer.Option(help="A file of floors; under one of them the exit code is 1.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    pipeline: Annotated[str | None, typer.Option(help="An installed spaCy pipeline instead of ours.")] = None,
) -> None:
    """Score what `lacos read` finds against annotated documents, and list the mistakes by kind."""
    console = Console(soft_wrap=True, highlight=False)
    documents = evaluation.load(gold)
    found = {}
    for result in read_all((document.document() for document in documents), pipeline):
        if not isinstance(result, Reading):
            raise result
        found[result.document.id] = result.to_json()
    figures = evaluation.score(documents, found).to_json()
    if as_json:
        console.print_json(json.dumps(figures))
    else:
        show(figures, console)
    wrong = [mistake for document in documents for mistake in evaluation.mistakes(document, found[document.id])]
    if not as_json:
        counted = Counter(mistake.kind for mistake in wrong)
        console.print("mistakes: " + ", ".join(f"{name} {counted[name]}" for name in evaluation.KINDS))
    if errors:
        for name in kind or evaluation.KINDS:
            for mistake in [mistake for mistake in wrong if mistake.kind == name][:errors]:
                console.print(
                    f"{name}: {mistake.document} «{mistake.words}» gold [{mistake.gold}] found [{mistake.found}] | {mistake.sentence}",
                    markup=False,
                )
    if floors is not None:
        broken = list(evaluation.below(figures, floors))
        for line in broken:
            Console(stderr=True).print(f"lacos: {line}", markup=False)
        raise typer.Exit(1 if broken else 0)


def show(figures: dict[str, dict[str, dict[str, float]]], console: Console) -> None:
    """The figures as tables."""
    table = Table()
    for name in ("", "precision", "recall", "F1", "right", "gold", "found"):
        table.add_column(name, justify="right" if name else "left")
    groups = [("events", key, figures["events"][key]) for key in EVENT_KEYS]
    groups += [("statements", key, figures["statements"][key]) for key in STATEMENT_KEYS]
    groups += [("type", key, value) for key, value in figures["by_type"].items()]
    for group, key, value in groups:
        table.add_row(
            f"{group} {key}",
            *(f"{value[name]:.3f}" for name in ("p", "r", "f1")),
            *(str(value[name]) for name in ("tp", "gold", "predicted")),
        )
    console.print(table)
    console.print(
        "of events matched by type: " + ", ".join(f"{key} {value}" for key, value in figures["events"]["of_type_matched"].items())
    )
    console.print(f"stance of statements with the right speaker: {figures['statements']['stance_of_speaker_matched']}")
