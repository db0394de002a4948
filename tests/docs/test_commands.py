"""Every command and option that a page names exists, and the README names every command."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer
from click import Command

from lacos.cli import app

COMMANDS: dict[str, Command] = typer.main.get_command(app).commands  # type: ignore[attr-defined]
NAMED = re.compile(r"\blacos ([a-z]+)")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
OPTION = re.compile(r"(?<![\w-])--[a-z][\w-]*")
OTHER = re.compile(r"\S*(python|pip|curl|systemctl|docker) ")
"""Other programs, whose options are their own."""


def code(text: str) -> list[str]:
    """The lines of a shell in a page, in blocks or inline, without comments."""
    blocks = [line for language, block in BLOCK.findall(text) if language in ("", "sh") for line in block.splitlines()]
    return [line.split(" # ")[0] for line in (*blocks, *re.findall(r"`([^`\n]+)`", BLOCK.sub("", text)))]


def options(command: Command) -> set[str]:
    """The long options of a command, and of its subcommands."""
    below = [options(one) for one in getattr(command, "commands", {}).values()]
    return {name for one in command.params for name in (*one.opts, *one.secondary_opts)}.union({"--help"}, *below)


def test_commands_exist(page: Path) -> None:
    named = {name for line in code(page.read_text("utf8")) for name in NAMED.findall(line)}
    assert named <= set(COMMANDS)


def test_options_exist(page: Path, root: Path) -> None:
    programs = (file for folder in ("benchmarks", "training") for file in (root / folder).rglob("*.py"))
    every = {option for file in programs for option in OPTION.findall(file.read_text("utf8"))}.union(*map(options, COMMANDS.values()))
    for line in code(page.read_text("utf8")):
        if OTHER.match(line):
            continue
        called = [options(COMMANDS[name]) for name in NAMED.findall(line) if name in COMMANDS]
        assert set(OPTION.findall(line)) <= (set().union(*called) if called else every), line


@pytest.mark.parametrize("name", ["README.md", "README.pt-BR.md"])
def test_options_in_the_table_are_those_of_its_commands(root: Path, name: str) -> None:
    rows = re.findall(r"^\| (`lacos [^|]*)\|(.*)$", (root / name).read_text("utf8"), re.MULTILINE)
    assert len(rows) > 10
    for commands, rest in rows:
        called = [options(COMMANDS[one]) for one in re.findall(r"`(?:lacos )?([a-z]+)", commands) if one in COMMANDS]
        assert called, commands
        assert set(re.findall(r"`(--[a-z-]+)", rest)) <= set().union(*called), commands


@pytest.mark.parametrize("name", ["README.md", "README.pt-BR.md"])
def test_the_readme_names_every_command(root: Path, name: str) -> None:
    table = re.findall(r"^\| (`lacos [^|]*)\|", (root / name).read_text("utf8"), re.MULTILINE)
    assert set(COMMANDS) <= {word for row in table for word in re.findall(r"`(?:lacos )?([a-z]+)", row)}
