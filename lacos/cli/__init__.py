"""The commands. Results go to stdout, errors and notices to stderr, each naming its input.

Exit codes: 0 done, 1 some inputs failed, 2 wrong usage.
"""

from __future__ import annotations

import sys

import typer

from lacos.cli.adding import add, recode
from lacos.cli.asking import claims, events, failed, search, status
from lacos.cli.brief import brief
from lacos.cli.doctor import doctor
from lacos.cli.evaluate import evaluate
from lacos.cli.export import export
from lacos.cli.judging import judge
from lacos.cli.read import read
from lacos.cli.serve import serve
from lacos.cli.tie import tie
from lacos.cli.user import user
from lacos.cli.watching import watch
from lacos.records import LacosError

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__, pretty_exceptions_enable=False)
for command in (read, add, status, events, claims, search, failed, judge, recode, watch, tie, brief, export, serve, evaluate, doctor):
    app.command()(command)
app.add_typer(user, name="user")


def main() -> None:
    """The ``lacos`` command."""
    try:
        app()
    except LacosError as error:
        sys.stderr.write(f"lacos: {error}\n")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
