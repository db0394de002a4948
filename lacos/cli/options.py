"""Options that many commands have."""

from __future__ import annotations

from typing import Annotated

import typer

from lacos import views
from lacos.cli.read import Interface
from lacos.cli.rows import RowFormat
from lacos.messages import Messages, preferred

Where = Annotated[str, typer.Argument(metavar="LEDGER", help="The ledger: a file, or postgresql://user@host/name.")]
Lang = Annotated[Interface | None, typer.Option(help="Language of the interface.")]
Format = Annotated[RowFormat, typer.Option("--format", "-f", help="How to show what was found.")]
Limit = Annotated[int | None, typer.Option(min=1, help="At most so many.")]


def speaking(lang: Interface | None) -> Messages:
    """The words of the interface."""
    return views.messages((lang or preferred()).lower())
