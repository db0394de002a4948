"""Claims of many documents, gathered into happenings with their counts, ties and daily sums."""

import random
import time
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

import articles
import pytest
from soundness import faults
from sqlalchemy import select

import lacos
from lacos.ledger import Filter, Ledger
from lacos.ledger.happenings import summary
from lacos.ledger.parties import pairs
from lacos.ledger.schema import daily
from lacos.reader import Reading
from lacos.records import Document, Stance

pytestmark = pytest.mark.slow


def told(ledger: Ledger, **asked: object) -> list[tuple[str, str, str, str | None, str, int, int]]:
    names = ("type", "actor", "recipient", "date", "standing", "origins", "articles")
    return [tuple(row[name] for name in names) for row in ledger.happenings(Filter(**asked))]  # type: ignore[arg-type]


def record(ledger: Ledger, readings: dict[str, Reading], *ids: str) -> None:
    for id in ids:
        ledger.record(readings[id])


def test_reports_of_several_outlets_are_one_happening(ledger: Ledger, readings: dict[str, Reading]) -> None:
    record(ledger, readings, "bomba-1", "bomba-2")
    assert told(ledger, types=("MOBILIZE",)) == [("MOBILIZE", "PRK", "", "2017-09-03", "told", 2, 2)]
    record(ledger, readings, "fronteira-1", "fronteira-2")
    assert told(ledger, actor="VEN", types=("SANCTION",)) == [("SANCTION", "VEN", "COL", "2019-02-23", "told", 2, 2)]


def test_two_articles_of_one_outlet_are_one_origin(ledger: Ledger, readings: dict[str, Reading]) -> None:
    record(ledger, readings, "ataque-1")
    ledger.record(lacos.read(articles.NEWS["ataque-2"][2], id="outra", published="2023-09-05", source=articles.CLARIM))
    assert told(ledger, actor="RUS", types=("ASSAULT",)) == [("ASSAULT", "RUS", "UKR", "2023-09-03", "contested", 1, 2)]


def test_articles_of_one_wire_are_one_origin(ledger: Ledger) -> None:
    for id, source, credit in (("a", "O Clarim", "(Reuters)"), ("b", "A Gazeta", "(Com Reuters e AFP)"), ("c", "Diário do Minho", "")):
        text = f"A Rússia atacou a Ucrânia no domingo (3) com mísseis.\n{credit}"
        ledger.record(lacos.read(text, id=id, source=source, published="2023-09-04"))
    assert told(ledger, types=("ASSAULT",)) == [("ASSAULT", "RUS", "UKR", "2023-09-03", "told", 2, 3)]


def test_who_acts_with_another_does_not_act_upon_itself() -> None:
    """One report has two sign an accord, the other has one of them sign it with the other."""
    same = {"published": "2022-06-08", "date": "2022-06-07", "real": True, "historical": False, "type": "SUPPORT", "mode": None}
    same |= {"status": "occurred", "standing": "told", "wires": "", "outlet": None}
    together = same | {"n": 1, "origin": 1, "actor": "BOL+CHL", "recipient": ""}
    upon = same | {"n": 2, "origin": 2, "actor": "BOL", "recipient": "CHL"}
    for rows in ([together, upon], [upon, together]):
        found = [(one, other) for one, other, _ in pairs(summary(rows))]
        assert ("BOL", "CHL") in found
        assert ("CHL", "CHL") not in found


def test_another_day_is_another_happening(ledger: Ledger, readings: dict[str, Reading]) -> None:
    record(ledger, readings, "ataque-1", "ataque-3")
    assert [row[3] for row in told(ledger, actor="RUS", types=("ASSAULT",))] == ["2023-09-09", "2023-09-03"]


def test_a_later_denial_makes_it_contested(ledger: Ledger, readings: dict[str, Reading]) -> None:
    record(ledger, readings, "missil-1")
    assert [row[4] for row in told(ledger, types=("MOBILIZE",))] == ["attributed"]
    record(ledger, readings, "missil-3")
    assert told(ledger, types=("MOBILIZE",)) == [("MOBILIZE", "PRK", "", "2017-11-28", "contested", 2, 2)]
    (claim,) = ledger.claims(Filter(standings=("contested",)))
    assert (claim.by(Stance.ASSERT), claim.by(Stance.DENY)) == (("KOR",), ("PRK",))
    assert [(one.published, one.stance.value) for one in claim.positions] == [("2017-11-28", "assert"), ("2017-11-30", "deny")]


def test_a_denial_alone_is_denied_and_not_counted(ledger: Ledger, readings: dict[str, Reading]) -> None:
    record(ledger, readings, "missil-3")
    assert [row[4] for row in told(ledger, types=("MOBILIZE",))] == ["denied"]
    with ledger.database.reading() as connection:
        assert "MOBILIZE" not in connection.execute(select(daily.c.type)).scalars().all()


def test_claims_of_one_document_stay_apart(ledger: Ledger, readings: dict[str, Reading]) -> None:
    """Its reader has joined what belongs together: two claims of it are never one happening, like another's as both may be."""
    record(ledger, readings, "ataque-1")
    other = lacos.read(articles.NEWS["ataque-1"][2], id="outra", published="2023-09-04", source=articles.MINHO)
    first, *rest = other.claims
    parted = [replace(first, events=(event,), own_voice=(event.id,), positions=()) for event in first.events]
    assert len(parted) == 2
    ledger.record(replace(other, claims=(*parted, *rest)))
    assert faults(ledger) == []
    homes = [row["happening"] for row in ledger.events(Filter(document="outra", types=("ASSAULT",)))]
    assert len(set(homes)) == 2


def test_a_changed_text_moves_counts_and_ties(ledger: Ledger, readings: dict[str, Reading]) -> None:
    record(ledger, readings, "ataque-1", "ataque-2", "ataque-3")
    mended = articles.NEWS["ataque-2"][2].replace("no domingo (3)", "no sábado (9)").replace("Moscou negou ter atacado a Ucrânia.", "")
    ledger.record(lacos.read(mended, id="ataque-2", published="2023-09-10", source=articles.GAZETA))
    found = told(ledger, actor="RUS", types=("ASSAULT",))
    assert [(row[3], row[4], row[5]) for row in found] == [("2023-09-09", "told", 2), ("2023-09-03", "told", 1)]
    assert faults(ledger) == []


@pytest.mark.parametrize("seed", range(2))
def test_sums_are_right_after_any_order_of_changes(ledger: Ledger, readings: dict[str, Reading], seed: int) -> None:
    chance = random.Random(seed)
    ids = sorted(readings)
    for _ in range(20):
        id, text, day = chance.choice(ids), chance.choice(ids), chance.randrange(1, 4)
        published = replace(readings[text].document, id=id, published=date(2023, 9, day))
        (reading,) = lacos.reader.reader().read_all([published])
        assert isinstance(reading, Reading)
        ledger.record(reading)
    assert faults(ledger) == []
    for id in ids:
        ledger.add([Document("The minister met his counterpart in Geneva on Monday and praised the agreement that both signed.", id=id)])
    assert faults(ledger) == []
    assert (len(ledger.happenings()), ledger.status()["tie_days"], ledger.status()["events"]) == (0, 0, 0)


def test_the_order_of_arrival_hardly_matters(tmp_path_factory: pytest.TempPathFactory, readings: dict[str, Reading]) -> None:
    """Of the pairs of claims that some order joins nine in ten are joined by each other order."""
    results = []
    for seed in range(4):
        some = list(readings.values())
        random.Random(seed).shuffle(some)
        with Ledger(tmp_path_factory.mktemp("ordem") / "a.db") as ledger:
            for reading in some:
                ledger.record(reading)
            groups: dict[str, set[str]] = {}
            for row in ledger.events():
                groups.setdefault(row["happening"], set()).add(row["id"])
            results.append({pair for group in groups.values() for pair in combinations(sorted(group), 2)})
            assert faults(ledger) == []
    for one, other in combinations(results, 2):
        assert len(one & other) / len(one | other) >= 0.9


def test_a_busy_tie_stays_quick(tmp_path: Path) -> None:
    """Three hundred reports of one tie in a month: the last hundred take no more than three times as long as the second."""
    verbs = ("atacou", "bombardeou", "voltou a atacar", "invadiu")
    text = "A Rússia {verb} a Ucrânia na cidade número {n}. {m} civis morreram, segundo os bombeiros."
    some = [
        Document(
            text.format(verb=verbs[n % 4], n=n, m=n * 7 % 31 + 2), id=str(n), published=date(2023, 9, 1 + n % 28), source=f"Jornal {n % 9}"
        )
        for n in range(300)
    ]
    read = [one for one in lacos.reader.reader().read_all(some) if isinstance(one, Reading)]
    took = []
    with Ledger(tmp_path / "a.db") as ledger:
        for hundred in (read[:100], read[100:200], read[200:]):
            start = time.process_time()
            for reading in hundred:
                ledger.record(reading)
            took.append(time.process_time() - start)
        assert faults(ledger) == []
    assert took[2] < 3 * took[1] + 0.5
    assert took[2] < 10


def test_a_happening_keeps_its_id_when_its_document_is_read_anew(ledger: Ledger, readings: dict[str, Reading]) -> None:
    """Who wrote an id down finds the happening again after ``lacos recode``."""
    record(ledger, readings, "trigo")
    before = {row["id"] for row in ledger.happenings()}
    record(ledger, readings, "trigo")
    assert {row["id"] for row in ledger.happenings()} == before
