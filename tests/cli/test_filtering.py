"""The options that filter: the same on every command that filters, names as codes, what is wrong told by name."""

from dataclasses import fields

import pytest
import typer
from typer.main import get_command
from typer.testing import CliRunner

from lacos.cli import app
from lacos.cli.filtering import filtering
from lacos.cli.options import Lang
from lacos.ledger import Filter
from lacos.records import EventType, Standing, Status

OPTIONS = ["--actor", "--recipient", "--among", "--tie", "--type", "--status", "--standing", "--since", "--until", "--source", "--document"]


def options_of(command: str) -> dict[str, tuple[str, ...]]:
    """The options of a command of ours by the name of what they are passed as."""
    found = get_command(app).commands[command].params  # type: ignore[attr-defined]
    return {str(option.name): tuple(option.opts) for option in found}


FILTERING = [name for name in get_command(app).commands if {"among", "standings", "statuses", "types"} & options_of(name).keys()]  # type: ignore[attr-defined]
"""The commands that have some option that nothing but filtering has."""


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LACOS_LANG", "en")


@filtering
def question(place: str, asked: Filter, most: int = 5, lang: Lang = None) -> None:
    """Ask something."""
    print(place, most, lang, asked, sep="|")


@filtering
def between(tie: tuple[str, str], asked: Filter) -> None:
    """Ask of two."""
    print(*tie, asked, sep="|")


def ask(*arguments: str, command: object = question) -> tuple[int, str, str]:
    """The exit code, stdout and stderr of a command that shows what it is asked."""
    asking = typer.Typer(add_completion=False)
    asking.command()(command)  # type: ignore[arg-type]
    result = CliRunner().invoke(asking, list(arguments), env={"COLUMNS": "300"})
    return result.exit_code, result.stdout.strip(), result.stderr


@pytest.mark.parametrize("command", FILTERING)
def test_a_command_that_filters_has_an_option_for_all_that_can_be_asked(command: str) -> None:
    found = options_of(command)
    assert [found[field.name] for field in fields(Filter)] == [(option,) for option in OPTIONS]
    shown = CliRunner().invoke(app, [command, "--help"], env={"COLUMNS": "200"}).stdout
    for words in (*OPTIONS, "Who is acted upon.", "Two who act upon each other or together", "From this day, month or year on", "SANCTION"):
        assert words in shown


def test_those_that_ask_of_the_ledger_are_among_them() -> None:
    assert {"claims", "events"} <= set(FILTERING)


def test_the_options_stand_where_the_filter_does() -> None:
    assert list(options_of("events")) == ["ledger", *(field.name for field in fields(Filter)), "limit", "format", "lang"]


def test_nothing_asked_is_the_empty_filter() -> None:
    assert ask("aqui", "--most", "3") == (0, f"aqui|3|None|{Filter()}", "")


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        (["--actor", "Rússia", "--recipient", "ONU"], Filter(actor="RUS", recipient="UNO")),
        (["--among", "Coreia do Norte"], Filter(among="PRK")),
        (["--actor", "PRK/MED"], Filter(actor="PRK/MED")),
        (["--tie", "Kremlin", "EUA"], Filter(tie=("RUS", "USA"))),
        (
            ["--type", "AID", "--type", "ACCUSE", "--status", "future"],
            Filter(types=(EventType.AID, EventType.ACCUSE), statuses=(Status.FUTURE,)),
        ),
        (["--standing", "contested", "--source", "O Clarim"], Filter(standings=(Standing.CONTESTED,), source="O Clarim")),
        (["--since", "2016", "--until", "2016-02-29", "--document", "n1"], Filter(since="2016", until="2016-02-29", document="n1")),
        (["--since", "2016-05-04", "--until", "2016"], Filter(since="2016-05-04", until="2016")),
        (["--since", "2016-05", "--until", "2016-05"], Filter(since="2016-05", until="2016-05")),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_names_become_codes_and_the_rest_is_taken_as_it_is(arguments: list[str], asked: Filter) -> None:
    assert ask("aqui", *arguments) == (0, f"aqui|5|None|{asked}", "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--actor", "Atlântida"], "--actor: 'Atlântida' is no actor"),
        (["--recipient", ""], "--recipient: '' is no actor"),
        (["--among", "Congo"], "--among: 'Congo' may be COD, COG"),
        (["--tie", "RUS", "Atlântida"], "--tie: 'Atlântida' is no actor"),
        (["--type", "WAR"], "WAR"),
        (["--since", "03/09/2017"], "--since: '03/09/2017' is no day, month or year"),
        (["--since", "2017-02-29"], "--since: '2017-02-29' is no day"),
        (["--until", "2017-13"], "--until: '2017-13' is no day"),
        (["--until", "0000"], "--until: '0000' is no day"),
        (["--since", "２０１７"], "--since: '２０１７' is no day"),
        (["--until", ""], "--until: '' is no day"),
        (["--since", "2017-09-03", "--until", "2017-09-02"], "--until: 2017-09-02 comes before --since 2017-09-03"),
        (["--since", "2018", "--until", "2017-12"], "--until: 2017-12 comes before --since 2018"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_wrong_is_wrong_usage_and_told_by_its_option(arguments: list[str], message: str) -> None:
    code, out, err = ask("aqui", *arguments)
    assert (code, out) == (2, "")
    assert message in err


def test_it_is_told_in_the_language_of_the_interface() -> None:
    assert "2017-02-29' não é um dia" in ask("aqui", "--since", "2017-02-29", "--lang", "pt")[2]


def test_what_a_command_has_itself_is_asked_for_as_it_is_there() -> None:
    """The two of a tie may be arguments instead."""
    asked = Filter(tie=("RUS", "USA"), types=(EventType.AID,))
    assert ask("Rússia", "EUA", "--type", "AID", command=between) == (0, f"Rússia|EUA|{asked}", "")
    assert ask("--tie", "RUS", "USA", command=between)[0] == 2
