"""``lacos user``: who may sign in to a server."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from lacos.cli.options import Format, Lang
from lacos.cli.rows import RowFormat, write
from lacos.cli.serve import installed, speaking
from lacos.ledger import Rows
from lacos.messages import Messages

user = typer.Typer(no_args_is_help=True, help="Say who may sign in to a server: add, list, remove.")
File = Annotated[Path, typer.Argument(metavar="FILE", help="The file of users, as for lacos serve --users.")]
Name = Annotated[str, typer.Argument(help="The user's name: letters, digits and . _ - @")]


@user.command()
def add(
    file: File,
    name: Name,
    role: Annotated[list[str] | None, typer.Option(help="read, write (add texts) or judge (correct); once a role. All may read.")] = None,
    token: Annotated[bool, typer.Option("--token", help="Make a token, for a program, and write it to stdout.")] = False,
    stdin: Annotated[bool, typer.Option("--stdin", help="Take the password from a line of standard input.")] = False,
    lang: Lang = None,
) -> None:
    """Let somebody in with a password, which is asked for, or a program with a token; or change what one who is there may or knows."""
    security, words = installed("lacos.web.security"), speaking(lang)
    if token and stdin:
        raise typer.BadParameter("a token is made, not given", param_hint="--stdin")
    try:
        roles = {security.Role.READ, *map(security.Role, role or ())}
    except ValueError as error:
        raise typer.BadParameter(f"{error}: {', '.join(security.Role)}", param_hint="--role") from error
    users = {one.name: one for one in security.load(file)} if file.exists() else {}
    known = security.named(name)
    one = replace(users.get(known) or security.User(known), roles=frozenset(roles))
    if token:
        made = security.new_token()
        security.save(file, {**users, known: replace(one, token=security.digest(made))}.values())
        say("token_once", words, known, roles)
        sys.stdout.write(made + "\n")
    else:
        hash = security.hashed(asked(words, stdin), known)
        security.save(file, {**users, known: replace(one, password=hash)}.values())
        say("added", words, known, roles)


@user.command("list")
def listed(file: File, format: Format = RowFormat.TABLE, lang: Lang = None) -> None:
    """List who may sign in, and to do what."""
    security, words = installed("lacos.web.security"), speaking(lang)
    eye = format is RowFormat.TABLE
    rows = [(one.name, doing(one.roles, words) if eye else "+".join(sorted(one.roles)), ways(one)) for one in security.load(file)]
    write(Rows(("name", "roles", "by"), rows), format, words, ("name", "roles", "by"))


@user.command()
def remove(file: File, name: Name, lang: Lang = None) -> None:
    """Let somebody in no more; what they judged stays."""
    security, words = installed("lacos.web.security"), speaking(lang)
    known, users = security.named(name), security.load(file)
    left = [one for one in users if one.name != known]
    if len(left) == len(users):
        raise security.UserError(f"{file} has no user {known!r}: lacos user list {file} names them")
    security.save(file, left)
    typer.echo(words("removed", name=known), err=True)


def asked(words: Messages, stdin: bool) -> str:
    """The password, typed twice where nobody sees it, or a line of standard input."""
    if stdin:
        return sys.stdin.readline().rstrip("\r\n")
    password: str = typer.prompt(words("password"), hide_input=True, err=True)
    if password != typer.prompt(words("again"), hide_input=True, err=True):
        raise typer.BadParameter(words("different"), param_hint="password")
    return password


def say(key: str, words: Messages, name: str, roles: Iterable[str]) -> None:
    """What was done, on stderr."""
    typer.echo(words(key, name=name, roles=doing(roles, words)), err=True)


def doing(roles: Iterable[str], words: Messages) -> str:
    """What roles allow, for the eye."""
    return ", ".join(words.term("role", role) for role in ("read", "write", "judge") if role in roles)


def ways(one: object) -> str:
    """What somebody signs in by."""
    return "+".join(way for way in ("password", "token") if getattr(one, way))
