"""Who may sign in: added with a password or a token, listed, removed; secrets on stdout alone, and once."""

import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from lacos.cli.user import user
from lacos.web.security import UserError, load
from lacos.web.security.passwords import matches
from lacos.web.security.register import Register

PASSWORD = "quatro ventos no cais"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LACOS_LANG", "en")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "users.json"


def run(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(user, [*map(str, arguments)], input=stdin)


def test_one_who_is_asked_for_a_password_types_it_twice_and_nobody_sees_it(file: Path) -> None:
    result = run("add", file, "Ana", "--role", "judge", stdin=f"{PASSWORD}\n{PASSWORD}\n")
    assert result.exit_code == 0, result.output
    assert "ana may sign in: read, judge" in result.stderr
    assert PASSWORD not in result.output + file.read_text("utf8")
    assert result.stdout.strip() == ""
    (ana,) = load(file)
    assert matches(PASSWORD, ana.password)
    assert ana.may("judge")
    assert not ana.may("write")


def test_two_different_ones_are_none(file: Path) -> None:
    result = run("add", file, "ana", stdin=f"{PASSWORD}\n{PASSWORD}.\n")
    assert result.exit_code == 2
    assert "differ" in result.stderr
    assert not file.exists()


def test_a_password_may_come_from_a_pipe(file: Path) -> None:
    assert run("add", file, "ana", "--stdin", stdin=f"{PASSWORD}\n").exit_code == 0
    assert matches(PASSWORD, load(file)[0].password)


def test_a_password_that_is_easily_guessed_is_refused(file: Path) -> None:
    result = run("add", file, "ana", "--stdin", stdin="curta\n")
    assert isinstance(result.exception, UserError)
    assert not file.exists()


def test_a_program_gets_a_token_on_stdout(file: Path) -> None:
    result = run("add", file, "coletor", "--role", "write", "--token")
    token = result.stdout.strip()
    holder = Register(file).holder(token)
    assert holder is not None
    assert (holder.name, holder.may("write")) == ("coletor", True)
    assert token not in result.stderr + file.read_text("utf8")


def test_a_new_token_makes_the_old_one_worthless_and_leaves_the_password(file: Path) -> None:
    run("add", file, "ana", "--stdin", stdin=f"{PASSWORD}\n")
    old, new = (run("add", file, "ana", "--role", role, "--token").stdout.strip() for role in ("read", "judge"))
    register = Register(file)
    assert register.holder(old) is None
    ana = register.holder(new)
    assert ana is not None
    assert ana.may("judge")
    assert matches(PASSWORD, ana.password)


def test_a_role_that_there_is_not_is_wrong_usage(file: Path) -> None:
    result = run("add", file, "ana", "--role", "admin", "--token")
    assert result.exit_code == 2
    assert "read, write, judge" in result.stderr


def test_they_are_listed_without_what_they_know(file: Path) -> None:
    run("add", file, "bia", "--stdin", stdin=f"{PASSWORD}\n")
    run("add", file, "ana", "--role", "judge", "--role", "write", "--token")
    told = [json.loads(line) for line in run("list", file, "--format", "jsonl").stdout.splitlines()]
    assert told == [{"name": "ana", "roles": "judge+read+write", "by": "token"}, {"name": "bia", "roles": "read", "by": "password"}]
    assert "read, add, judge" in run("list", file).stdout
    assert "ler, acrescentar, julgar" in run("list", file, "--lang", "pt").stdout


def test_one_who_is_removed_does_not_come_in(file: Path) -> None:
    run("add", file, "bia", "--token")
    token = run("add", file, "ana", "--token").stdout.strip()
    assert "ana may not sign in" in run("remove", file, "ANA").stderr
    assert [one.name for one in load(file)] == ["bia"]
    assert Register(file).holder(token) is None


def test_one_who_is_not_there_cannot_be_removed(file: Path) -> None:
    run("add", file, "bia", "--token")
    assert "lacos user list" in str(run("remove", file, "ana").exception)


def test_no_file_is_told(file: Path) -> None:
    assert "No such file" in str(run("list", file).exception)
