"""Happenings pair by pair, and the origins of their reports."""

from news import Fact, article

from lacos.ledger import Filter, Ledger
from lacos.ledger.dyads import Sides
from lacos.ledger.origins import groups
from lacos.records import EventType, Standing, Status

ACCORD, ATTACK = EventType.AGREE, EventType.ASSAULT


def pairs(ledger: Ledger, asked: Filter | None = None, sides: Sides | None = None) -> list[tuple[str, str, bool]]:
    return [(row["actor"], row["recipient"], row["joint"]) for row in ledger.dyads(asked, sides)]


def test_a_happening_is_there_once_for_each_pair_of_its_sides(anywhere: Ledger) -> None:
    anywhere.record(article("a", "2017-09-05", "O Clarim", Fact(ATTACK, "USA+KOR", "PRK", "2017-09-04")))
    assert pairs(anywhere) == [("KOR", "PRK", False), ("USA", "PRK", False)]
    (only,) = anywhere.dyads(Filter(tie=("PRK", "USA")))
    assert (only["actor"], only["type"], only["day"], only["origins"], only["counted"]) == ("USA", "ASSAULT", "2017-09-04", 1, True)


def test_who_acts_upon_nobody_or_itself_makes_no_pair(anywhere: Ledger) -> None:
    anywhere.record(article("a", "2017-09-05", "O Clarim", Fact(ATTACK, "PRK", "", "2017-09-04"), Fact(ACCORD, "BRA", "BRA", "2017-09-04")))
    assert len(anywhere.happenings()) == 2
    assert pairs(anywhere) == []


def test_sets_of_actors_meet_each_other_or_anybody(anywhere: Ledger) -> None:
    facts = [Fact(ACCORD, one, other, "2017-09-04") for one, other in (("BRA", "VEN"), ("COL", "CHN"), ("CHN", "JPN"))]
    anywhere.record(article("a", "2017-09-05", "O Clarim", *facts))
    assert pairs(anywhere, sides=Sides(("VEN", "CHN"))) == [("BRA", "VEN", False), ("COL", "CHN", False), ("CHN", "JPN", False)]
    assert pairs(anywhere, sides=Sides(("BRA", "COL"), ("CHN",))) == [("COL", "CHN", False)]
    assert pairs(anywhere, sides=Sides(("VEN/OPP",))) == [("BRA", "VEN", False)]


def test_time_and_type_are_asked_for(anywhere: Ledger) -> None:
    facts = [Fact(ACCORD, "BRA", "VEN", "2016-05-01"), Fact(ATTACK, "VEN", "BRA", "2017-09-04")]
    anywhere.record(article("a", "2017-09-05", "O Clarim", *facts))
    assert pairs(anywhere, Filter(since="2017")) == [("VEN", "BRA", False)]
    assert pairs(anywhere, Filter(until="2016-05")) == [("BRA", "VEN", False)]
    assert pairs(anywhere, Filter(types=("ASSAULT",))) == [("VEN", "BRA", False)]


def test_what_did_not_take_place_does_not_count(anywhere: Ledger) -> None:
    anywhere.record(article("a", "2017-09-05", "O Clarim", Fact(ATTACK, "USA", "PRK", "2017-09-20", status=Status.FUTURE)))
    anywhere.record(article("b", "2017-09-05", "A Gazeta", Fact(ATTACK, "PRK", "KOR", "1950-06-25", historical=True)))
    assert [row["counted"] for row in anywhere.dyads()] == [False, False]


def test_reports_of_one_wire_one_outlet_or_one_text_have_one_origin(anywhere: Ledger) -> None:
    fact = Fact(ATTACK, "USA", "PRK", "2017-09-04")
    for id, outlet, credit in (("a", "O Clarim", "(Reuters)"), ("b", "A Gazeta", "(Reuters)"), ("c", "A Gazeta", ""), ("d", "Diário", "")):
        anywhere.record(article(id, "2017-09-05", outlet, fact, credit=credit))
    anywhere.record(article("e", "2017-09-06", "Tribuna", fact, Fact(ACCORD, "CHN", "PRK", "2017-09-05")))
    found = [(row["document"], row["origin"]) for row in anywhere.reports(Filter(tie=("USA", "PRK")))]
    assert found == [("a", "a"), ("b", "a"), ("c", "a"), ("d", "d"), ("e", "e")]
    assert [(row["document"], row["outlet"]) for row in anywhere.reports(Filter(tie=("CHN", "PRK")))] == [("e", "Tribuna")]


def test_a_copy_has_the_origin_of_the_text_that_it_copies(anywhere: Ledger) -> None:
    accord = Fact(ACCORD, "CHN", "PRK", "2017-09-04")
    anywhere.record(article("original", "2017-09-05", "O Clarim", accord))
    anywhere.record(article("cópia", "2017-09-05", "A Gazeta", accord, copies="original"))
    anywhere.record(article("outro", "2017-09-05", "Diário", accord))
    assert {row["document"]: row["origin"] for row in anywhere.reports()} == {"original": "original", "cópia": "original", "outro": "outro"}


def test_origins_are_as_many_as_the_ledger_says(anywhere: Ledger) -> None:
    outlets = ("O Clarim", "A Gazeta", "O Clarim", "Diário", "Tribuna", "A Gazeta")
    for n, outlet in enumerate(outlets):
        facts = [Fact(ATTACK, "USA", "PRK", "2017-09-04")] + [Fact(ACCORD, "CHN", "JPN", "2017-09-03")] * (n % 2)
        anywhere.record(article(f"n{n}", "2017-09-05", outlet, *facts, credit="(AFP)" if n in (2, 4) else ""))
    counts: dict[str, set[str]] = {}
    for row in anywhere.reports():
        counts.setdefault(row["happening"], set()).add(row["origin"])
    assert {row["happening"]: row["origins"] for row in anywhere.dyads()} == {key: len(some) for key, some in counts.items()}
    assert sorted(len(some) for some in counts.values()) == [2, 3]


def test_a_chain_of_reports_has_the_origin_of_its_first() -> None:
    """4 copies 2, 2 and 3 credit AFP, 3 and 9 are of one outlet; 5 has nothing in common with them."""
    rows = [
        {"n": 9, "origin": 9, "wires": "", "outlet": "B"},
        {"n": 4, "origin": 2, "wires": "", "outlet": None},
        {"n": 3, "origin": 3, "wires": "afp+efe", "outlet": "B"},
        {"n": 2, "origin": 2, "wires": "afp", "outlet": "C"},
        {"n": 5, "origin": None, "wires": "", "outlet": None},
    ]
    assert groups(rows) == {9: 2, 4: 2, 3: 2, 2: 2, 5: 5}


def test_a_contested_happening_says_so(anywhere: Ledger) -> None:
    anywhere.record(article("a", "2017-09-05", "O Clarim", Fact(ATTACK, "USA", "PRK", "2017-09-04", denied_by="USA")))
    assert [row["standing"] for row in anywhere.dyads()] == [Standing.CONTESTED]
