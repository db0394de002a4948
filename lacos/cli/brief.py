"""``lacos brief``: what a ledger says of a tie or an actor, in cited prose."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from lacos import briefs
from lacos.actors import code_of
from lacos.briefs import BriefError, BriefFormat, Length
from lacos.cli.filtering import Since, Until, check_span
from lacos.cli.options import Lang, Where
from lacos.ledger import Ledger
from lacos.messages import preferred

BINARY = (BriefFormat.DOCX, BriefFormat.PDF)


def brief(
    ledger: Where,
    one: Annotated[str, typer.Argument(help="An actor: a code (RUS, UNO) or a name.")],
    other: Annotated[str | None, typer.Argument(help="The other of a tie; without it, all that the one has to do with others.")] = None,
    length: Annotated[Length, typer.Option(help="How long it is.")] = Length.PAGE,
    lang: Lang = None,
    format: Annotated[BriefFormat, typer.Option("--format", "-f", help="What to write it as.")] = BriefFormat.MARKDOWN,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The file to write; without it, standard output.")] = None,
    since: Since = None,
    until: Until = None,
) -> None:
    """Write cited prose about a tie or an actor: its state and trend, what happened, what is claimed and denied, what is open."""
    check_span(since, until, lang)
    if output is None and format in BINARY and sys.stdout.isatty():
        raise typer.BadParameter(f"{format} is no text for a terminal: name a file", param_hint="--output")
    language = (lang or preferred()).lower()
    with Ledger(ledger, create=False) as opened:
        written = briefs.brief(opened, code_of(one), code_of(other) if other else "", length, language, since, until)
    write(briefs.render(written, format), output)


def write(content: bytes, output: Path | None) -> None:
    """Write to a file, or to standard output. Raises BriefError where the file cannot be written."""
    if output is None:
        sys.stdout.buffer.write(content)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise BriefError(f"{output} cannot be written: {error.strerror}; choose another file with --output") from error
