"""What failed is tried again in the manner in which it was read."""

import json
from pathlib import Path

import pytest

from lacos.cli.retrying import Manner, batches, input_of

PLAIN = Manner()


def failure(name: str, **options: object) -> dict[str, object]:
    """A row of a ledger's failures."""
    return {"name": name, "options": json.dumps(options)}


def test_a_manner_says_what_was_given_alone() -> None:
    assert PLAIN.given == {}
    given = {"published": "2020-05-06", "text": "corpo", "follow": False, "limit": 3}
    assert Manner(**given).given == given  # type: ignore[arg-type]


def test_inputs_are_read_once_each_together_with_those_of_their_manner() -> None:
    failures = [
        failure("a.csv:3", text="corpo"),
        failure("a.csv:9", text="outro"),  # the last that was tried comes first
        failure("b.txt"),
        failure("c.zip!d.csv:1", text="corpo"),
        failure("e.txt", published="2020-05-06"),
    ]
    assert batches(["e.txt", "f.txt", "e.txt"], failures, PLAIN) == {
        PLAIN: ["e.txt", "f.txt", "b.txt"],
        Manner(text="corpo"): ["a.csv", "c.zip"],
    }


def test_what_is_given_goes_before_what_was() -> None:
    failures = [failure("a.csv", text="corpo", date="dia", follow=False)]
    assert batches([], failures, Manner(text="texto", follow=True)) == {Manner(text="texto", date="dia", follow=True): ["a.csv"]}


@pytest.mark.parametrize(
    ("name", "input"),
    [
        ("a.txt", "a.txt"),
        ("a.csv:12", "a.csv"),
        ("a.zip!b.csv:12", "a.zip"),
        ("https://clarim.example/a:12", "https://clarim.example/a:12"),
    ],
)
def test_the_input_of_a_failure(name: str, input: str) -> None:
    assert input_of(name) == input


def test_a_file_with_such_a_name_is_the_input(tmp_path: Path) -> None:
    odd = tmp_path / "ata!2020:12"
    odd.write_text("A Índia elogiou o Brasil.", "utf8")
    assert input_of(str(odd)) == str(odd)
