"""A ledger at a glance, and words looked for in it."""

from collections.abc import Callable
from typing import Any

import pytest

from lacos.ledger import Filter, Ledger, finding, overview


@pytest.fixture(scope="module")
def look(library: Ledger) -> Callable[..., Any]:
    """Asks a function of a connection to the ledger of all articles."""

    def ask(find: Callable[..., Any], *given: Any, **more: Any) -> Any:
        with library.database.reading() as connection:
            return find(connection, *given, **more)

    return ask


def test_the_busiest_ties(look: Callable[..., Any]) -> None:
    found = list(look(overview.busiest))
    counts = [row["happenings"] for row in found]
    assert counts == sorted(counts, reverse=True)
    assert all(row["one"] < row["other"] and row["one"] for row in found)
    assert len({(row["one"], row["other"]) for row in found}) == len(found)
    tie = next(row for row in found if (row["one"], row["other"]) == ("RUS", "UKR"))
    assert tie["happenings"] >= 2
    assert look(overview.busiest, 1).values == [look(overview.busiest).values[0]]


def test_the_busiest_ties_of_a_time_without_some(look: Callable[..., Any]) -> None:
    assert {row["first"][:4] for row in look(overview.busiest, None, "2023")} == {"2023"}
    assert "RUS" not in {row[side] for row in look(overview.busiest, but=["RUS"]) for side in ("one", "other")}


def test_the_most_contested_are_contested(look: Callable[..., Any]) -> None:
    found = look(overview.most_contested, 5)
    assert {one.happening["standing"] for one in found} == {"contested"}
    assert any(one.by("deny") for one in found)


def test_the_latest_happenings_took_place_by_the_last_report(look: Callable[..., Any]) -> None:
    found = [one.happening for one in look(overview.latest, 5)]
    days = [one["day"] for one in found]
    assert days == sorted(days, reverse=True)
    assert all(one["day"] <= one["last_reported"] for one in found)
    assert all(one.happening["origins"] > 1 for one in look(overview.latest, 5, 2))


def test_what_came_in_last(look: Callable[..., Any]) -> None:
    found = look(overview.arrivals, 3)
    assert [row["document"] for row in found] == ["cessar-fogo", "cabinda", "reuniao"]
    assert found[0]["opening"].startswith("A Armênia e o Azerbaijão")
    assert {row["source"] for row in look(overview.arrivals, 9, 0, "O Clarim")} == {"O Clarim"}


def test_outlets_months_and_languages(look: Callable[..., Any]) -> None:
    outlets = list(look(overview.outlets))
    assert sum(row["documents"] for row in outlets) == sum(row["documents"] for row in look(overview.months)) == 24
    assert outlets[0]["documents"] >= outlets[-1]["documents"]
    assert [(row["language"], row["documents"], row["read"]) for row in look(overview.languages)] == [("pt", 24, 24)]


def test_how_far_a_ledger_reaches(look: Callable[..., Any], ledger: Ledger) -> None:
    assert look(overview.frontier) == "2023-09-10"
    with ledger.database.reading() as connection:
        assert overview.frontier(connection) is None


def test_texts_by_words(look: Callable[..., Any]) -> None:
    found = look(finding.find_texts, "míssil lançado", Filter(), 1)
    assert (found.total, len(found.rows), found.cut) == (2, 1, False)
    assert look(finding.find_texts, "míssil", Filter(until="2017-11-28"), 9).rows[0]["document"] == "missil-1"
    assert look(finding.find_texts, "míssil", Filter(source="O Clarim"), 9).total == 1
    assert look(finding.find_texts, "", Filter(), 9).total == 0


def test_happenings_by_the_words_of_their_sentences(look: Callable[..., Any]) -> None:
    found = look(finding.find_told, "bomba de hidrogênio", Filter(), 9)
    assert [one.happening["actor"] for one in found] == ["PRK"]
    assert all("bomba de hidrogênio" in said["words"] for one in found for said in one.sentences)
    assert look(finding.find_told, "bomba condenou", Filter(), 9) == []  # in one text, but in two sentences
    assert look(finding.find_told, "bomba", Filter(types=("AID",)), 9) == []
