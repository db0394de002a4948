"""What a person judges wins over what we make of it, until it is undone."""

import pytest
from soundness import faults

import lacos
from lacos.ledger import Filter, Ledger, LedgerError
from lacos.reader import Reading

pytestmark = pytest.mark.slow


def homes(ledger: Ledger) -> dict[str, str]:
    """The happenings of the assaults, by document."""
    return {row["document"]: row["happening"] for row in ledger.events(Filter(types=("ASSAULT",), actor="RUS"))}


@pytest.fixture
def attacks(ledger: Ledger, readings: dict[str, Reading]) -> tuple[Ledger, dict[str, str]]:
    """A ledger of two reports of one attack and one of another, with the id of an assault of each."""
    for id in ("ataque-1", "ataque-2", "ataque-3"):
        ledger.record(readings[id])
    found = homes(ledger)
    assert found["ataque-1"] == found["ataque-2"] != found["ataque-3"]
    return ledger, {row["document"]: row["id"] for row in reversed(list(ledger.events(Filter(types=("ASSAULT",), actor="RUS"))))}


def test_not_the_same_parts_and_undoing_joins_again(attacks: tuple[Ledger, dict[str, str]]) -> None:
    ledger, ids = attacks
    number = ledger.judge(ids["ataque-1"], ids["ataque-2"], same=False, by="Ana", note="outra cidade")
    found = homes(ledger)
    assert found["ataque-1"] != found["ataque-2"]
    assert faults(ledger) == []
    (row,) = ledger.judgements()
    assert (row["n"], row["same"], row["by"], row["note"], row["undone_at"]) == (number, False, "Ana", "outra cidade", None)
    ledger.undo(number)
    found = homes(ledger)
    assert found["ataque-1"] == found["ataque-2"]
    assert ledger.judgements()[0]["undone_at"]
    assert faults(ledger) == []


def test_the_same_joins_and_undoing_parts_again(attacks: tuple[Ledger, dict[str, str]]) -> None:
    ledger, ids = attacks
    number = ledger.judge(ids["ataque-3"], ids["ataque-1"], same=True, by="Ana")
    assert len(set(homes(ledger).values())) == 1
    (happening,) = ledger.happenings(Filter(tie=("RUS", "UKR"), types=("ASSAULT",)))
    assert (happening["articles"], happening["origins"]) == (3, 3)
    ledger.undo(number)
    assert len(set(homes(ledger).values())) == 2
    assert faults(ledger) == []


@pytest.mark.parametrize("same", [True, False])
def test_a_judgement_survives_its_documents_read_anew(
    attacks: tuple[Ledger, dict[str, str]], readings: dict[str, Reading], same: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger, ids = attacks
    other = "ataque-3" if same else "ataque-2"
    ledger.judge(ids["ataque-1"], ids[other], same=same, by="Ana")
    for id in ("ataque-1", other):
        ledger.record(readings[id])
        assert (homes(ledger)["ataque-1"] == homes(ledger)[other]) is same
    monkeypatch.setattr(lacos, "__version__", "9.9.9")
    assert ledger.recode().read == 3
    assert (homes(ledger)["ataque-1"] == homes(ledger)[other]) is same
    assert faults(ledger) == []


def test_of_two_judgements_of_one_pair_the_latest_counts(attacks: tuple[Ledger, dict[str, str]]) -> None:
    ledger, ids = attacks
    pair = ids["ataque-1"], ids["ataque-2"]
    first = ledger.judge(*pair, same=False, by="Ana")
    second = ledger.judge(*reversed(pair), same=True, by="Rui")
    found = homes(ledger)
    assert found["ataque-1"] == found["ataque-2"]
    assert [(row["n"], bool(row["undone_at"])) for row in ledger.judgements()] == [(second, False), (first, True)]
    with pytest.raises(LedgerError, match=f"no judgement {first} in force"):
        ledger.undo(first)


def test_a_judgement_of_a_text_holds_for_its_copies(attacks: tuple[Ledger, dict[str, str]], readings: dict[str, Reading]) -> None:
    """Copies of a text have the same events: what is judged of one is judged of all."""
    ledger, ids = attacks
    copy = lacos.read(readings["ataque-2"].document.text, id="cópia", published="2023-09-05", source="Jornal de Luanda")
    ledger.record(copy)
    ledger.judge(ids["ataque-1"], ids["ataque-2"], same=False, by="Ana")
    found = homes(ledger)
    assert found["ataque-1"] not in (found["ataque-2"], found["cópia"])


def test_events_that_are_not_there_are_errors(attacks: tuple[Ledger, dict[str, str]]) -> None:
    ledger, ids = attacks
    for pair in ((ids["ataque-1"], "e0"), ("e0", ids["ataque-1"])):
        with pytest.raises(LedgerError, match="has no event 'e0'"):
            ledger.judge(*pair, same=True, by="Ana")
    with pytest.raises(LedgerError, match="stay together"):
        ledger.judge(ids["ataque-1"], ids["ataque-1"], same=True, by="Ana")
    with pytest.raises(LedgerError, match="no judgement 99"):
        ledger.undo(99)
    assert len(ledger.judgements()) == 0
