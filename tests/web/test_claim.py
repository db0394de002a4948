"""A claim's page: who takes which position, in the order of time, in which words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from quarrels import quarrel
from starlette.testclient import TestClient

from lacos.ledger import Ledger
from lacos.records import Stance


@pytest.fixture
def page(ledger: Ledger, serve: Callable[[Ledger], TestClient]) -> Callable[[str], str]:
    """The page of an attack that Russia denies first, and owns up to later."""
    ledger.record(quarrel("porto-2", "2017-09-10", "Diário do Minho", said="Moscou confirmou: atacou", stance=Stance.ASSERT))
    ledger.record(quarrel("porto-1", "2017-09-08", "O Clarim"))
    client = serve(ledger)
    (row,) = ledger.happenings()
    return lambda query: client.get(f"/claim/{row['id']}{query}").text


def test_positions_stand_in_the_order_of_time_with_their_words_and_their_place(page: Callable[[str], str]) -> None:
    positions = page("?lang=pt").partition("As posições")[2]
    assert positions.index("Moscou negou ter atacado o porto de Yokohama") < positions.index("Moscou confirmou")
    assert positions.index("/document/porto-1#s") < positions.index("/document/porto-2#s")
    assert "(Sergei Lavrov)" in positions
    assert "<mark>Moscou negou ter atacado o porto de Yokohama</mark>: “É mentira”" in positions


def test_it_says_how_it_stands_and_who_takes_which_position(page: Callable[[str], str]) -> None:
    text = page("?lang=en")
    who = text[text.index("Who takes which position") : text.index("The positions")]
    assert "Some assert it, some deny it" in text
    assert who.index(">asserts<") < who.index(">denies<")
    assert who.count('href="/actor/RUS"') == 2
    assert "Texts that tell it on their own account" in who


def test_an_address_may_ask_for_one_stance(page: Callable[[str], str]) -> None:
    text = page("?stance=deny&lang=pt").partition("As posições")[2]
    assert "Moscou negou" in text
    assert "Moscou confirmou" not in text


def test_an_unknown_stance_is_refused_by_name(page: Callable[[str], str]) -> None:
    assert "stance=talvez" in page("?stance=talvez")


def test_positions_are_a_file(page: Callable[[str], str]) -> None:
    header, one, other = page("?format=csv").lstrip("\ufeff").splitlines()
    assert header == "stance,actor,person,words,document,mark,outlet,published,because"
    assert one.startswith("deny,RUS,Sergei Lavrov,Moscou negou ter atacado o porto de Yokohama,porto-1,s")
    assert other.startswith("assert,RUS")


def test_what_texts_tell_themselves_takes_no_position(client: TestClient, library: Ledger) -> None:
    told = next(row for row in library.happenings() if row["standing"] == "told")
    text = client.get(f"/claim/{told['id']}?lang=en").text
    assert "Nobody takes a position" in text
