"""What a person corrects shows everywhere, holds whenever the text is read again, and goes when it is undone."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from news import Fact, article
from soundness import content, faults, snapshot

import lacos
from lacos import engine
from lacos.ledger import Change, CorrectionError, Filter, Ledger, LedgerError
from lacos.reader import Reading
from lacos.records import Actor, Claim, Document, EventType, LacosError, Mention, Position, Stance, Statement

RAID = Fact(EventType.ASSAULT, "RUS", "JPN", "2017-09-08")
PRAISE = Fact(EventType.SUPPORT, "BRA", "COL", "2017-09-08")


def reports() -> dict[str, Reading]:
    """Two reports of a raid, the first of which tells of praise, too; and of a third outlet another praise."""
    some = (
        article("ataque-1", "2017-09-09", "O Clarim", RAID, PRAISE),
        article("ataque-2", "2017-09-10", "Diário do Minho", RAID),
        article("elogio", "2017-09-09", "A Gazeta", PRAISE),
    )
    return {one.document.id: one for one in some}


@pytest.fixture
def kept(ledger: Ledger) -> Ledger:
    """A ledger of these."""
    for reading in reports().values():
        ledger.record(reading)
    return ledger


def event(ledger: Ledger, document: str = "ataque-1", rank: int = 0) -> dict[str, object]:
    """An event of a document, as everybody sees it."""
    return ledger.events(Filter(document=document))[rank]


def raid(ledger: Ledger, document: str = "ataque-1") -> str:
    return str(next(row["id"] for row in ledger.events(Filter(document=document)) if row["trigger"] == "atacou"))


def test_a_wrong_event_is_nowhere_and_comes_back_when_that_is_undone(kept: Ledger) -> None:
    before, id = content(kept), raid(kept)
    number = kept.correct(id, Change(wrong=True), by="Ana", note="foi um exercício")
    assert [row["type"] for row in kept.events(Filter(document="ataque-1"))] == ["SUPPORT"]
    assert [one.type for one in kept.reading("ataque-1").events] == [EventType.SUPPORT]
    assert kept.reading("ataque-1", as_coded=True) == reports()["ataque-1"]
    (happening,) = kept.happenings(Filter(types=("ASSAULT",)))
    assert (happening["articles"], happening["first_reported"]) == (1, "2017-09-10")
    assert faults(kept) == []
    (row,) = kept.corrections()
    assert (row["n"], row["event"], row["document"], row["wrong"], row["by"], row["note"], row["undone_at"]) == (
        *(number, id, "ataque-1", True, "Ana", "foi um exercício"),
        None,
    )
    kept.undo(number)
    after = content(kept)
    assert after == before
    assert kept.corrections()[0]["undone_at"]
    assert faults(kept) == []


def test_an_event_is_mended_under_its_id(kept: Ledger) -> None:
    id = raid(kept)
    change = Change(type="MOBILIZE", mode="troops", status="ongoing", date="2017-09", actor=("RUS", "BLR"), recipient=())
    kept.correct(id, change, by="Ana", note="só tropas")
    row = event(kept)
    assert {name: row[name] for name in ("id", "type", "mode", "status", "date", "actor", "recipient")} == {
        **{"id": id, "type": "MOBILIZE", "mode": "troops", "status": "ongoing", "date": "2017-09", "actor": "RUS+BLR", "recipient": ""}
    }
    assert str(row["because"]).startswith("corrected by Ana: type MOBILIZE, mode troops,")
    (told,) = kept.claims(Filter(types=("MOBILIZE",)))
    assert (told.happening["actor"], told.happening["date"]) == ("BLR+RUS", "2017-09")
    assert kept.events(Filter(actor="BLR"))[0]["id"] == id
    (mended, _) = kept.reading("ataque-1").events
    assert (mended.id, mended.actor[0].text, mended.actor[1].span) == (id, "A Rússia", None)
    assert Reading.from_json(kept.reading("ataque-1").to_json()).events[0].id == id
    assert faults(kept) == []


def test_what_is_not_corrected_stays_in_its_happening(kept: Ledger) -> None:
    praised = event(kept, rank=1)["happening"]
    kept.correct(raid(kept), Change(type="THREATEN"), by="Ana")
    assert event(kept, rank=1)["happening"] == event(kept, "elogio")["happening"] == praised


def test_a_mended_event_joins_what_others_tell_of(kept: Ledger) -> None:
    kept.record(article("engano", "2017-09-10", "Jornal de Luanda", replace(RAID, actor="CHN")))
    assert event(kept, "engano")["happening"] != event(kept)["happening"]
    number = kept.correct(raid(kept, "engano"), Change(actor=("RUS",)), by="Ana")
    assert event(kept, "engano")["happening"] == event(kept)["happening"]
    (happening,) = kept.happenings(Filter(tie=("RUS", "JPN")))
    assert happening["articles"] == 3
    assert not kept.dyads(Filter(tie=("CHN", "JPN")))
    kept.undo(number)
    assert len(kept.dyads(Filter(tie=("CHN", "JPN")))) == 1
    assert faults(kept) == []


def test_corrections_are_put_one_upon_the_other_and_undone_one_by_one(kept: Ledger) -> None:
    id = raid(kept)
    first = kept.correct(id, Change(type="COERCE"), by="Ana")
    second = kept.correct(id, Change(actor=("China",)), by="Rui")
    assert (event(kept)["type"], event(kept)["actor"]) == ("COERCE", "CHN")
    kept.undo(first)
    assert (event(kept)["type"], event(kept)["actor"]) == ("ASSAULT", "CHN")
    with pytest.raises(LedgerError, match=f"no judgement {first} in force"):
        kept.undo(first)
    kept.undo(second)
    assert kept.reading("ataque-1") == reports()["ataque-1"]


def test_judgements_and_corrections_are_numbered_together(kept: Ledger) -> None:
    one = kept.judge(raid(kept), raid(kept, "ataque-2"), same=False, by="Ana")
    two = kept.correct(raid(kept), Change(date="2017-09-07"), by="Ana")
    three = kept.judge(raid(kept), raid(kept, "ataque-2"), same=True, by="Ana")
    assert two == one + 1
    assert three == two + 1
    assert event(kept)["happening"] == event(kept, "ataque-2")["happening"]
    kept.undo(three)
    kept.undo(two)
    assert event(kept)["date"] == "2017-09-08"


@pytest.mark.parametrize("change", [Change(wrong=True), Change(type="COERCE", recipient=("KOR",))])
def test_a_correction_survives_the_text_added_again_and_read_anew(kept: Ledger, change: Change, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.correct(raid(kept), change, by="Ana")
    held = content(kept)
    kept.record(reports()["ataque-1"])
    assert content(kept)["events"] == held["events"]
    monkeypatch.setattr(lacos, "__version__", "9.9.9")
    recoded = kept.recode(coder=Knowing())
    assert (recoded.read, recoded.changed, recoded.came, recoded.went) == (3, 0, 0, 0)
    assert content(kept)["events"] == held["events"]
    assert kept.reading("ataque-1", as_coded=True) == reports()["ataque-1"]
    assert faults(kept) == []


class Knowing(engine.Coder):
    """A coder that knows what it finds."""

    def read(self, documents: Iterable[Document]) -> list[Reading | LacosError]:
        return [reports()[one.id] for one in documents]


def test_a_later_coder_that_codes_the_trigger_otherwise_is_corrected_too(kept: Ledger) -> None:
    kept.correct(raid(kept), Change(actor=("BRA",), date=""), by="Ana")
    otherwise = article("ataque-1", "2017-09-09", "O Clarim", RAID, PRAISE)
    other = replace(otherwise.events[0], type=EventType.COERCE, coded=None)
    claims = (Claim((other,), (other.id,)), otherwise.claims[1])
    kept.record(replace(otherwise, events=(other, otherwise.events[1]), claims=claims))
    assert [(event(kept)[name]) for name in ("id", "type", "actor", "date")] == [other.id, "COERCE", "BRA", None]


def test_a_correction_holds_for_all_copies_of_a_text_and_for_those_to_come(kept: Ledger) -> None:
    def copy(id: str) -> Reading:
        one = article("ataque-1", "2017-09-09", id, RAID, PRAISE)
        return Reading.from_json({**one.to_json(), "id": id})

    kept.record(copy("cópia-1"))
    number = kept.correct(raid(kept), Change(wrong=True), by="Ana")
    kept.record(copy("cópia-2"))
    for id in ("ataque-1", "cópia-1", "cópia-2"):
        assert [row["type"] for row in kept.events(Filter(document=id))] == ["SUPPORT"]
        assert len(kept.corrections(id)) == 1
    assert not kept.corrections("elogio")
    kept.undo(number)
    assert len(kept.events(Filter(types=("ASSAULT",)))) == 4
    assert faults(kept) == []


def test_a_later_text_of_the_document_is_another(kept: Ledger) -> None:
    kept.correct(raid(kept), Change(wrong=True), by="Ana")
    kept.record(article("ataque-1", "2017-09-09", "O Clarim", replace(RAID, day="2017-09-07")))
    assert raid(kept)


def test_a_mention_that_says_something_else_leaves_its_claim_with_who_says_it(ledger: Ledger) -> None:
    ledger.record(retold())
    assert [len(one.events) for one in ledger.reading("nota").claims] == [2]
    first, second = (row["id"] for row in ledger.events())
    number = ledger.correct(second, Change(type="THREATEN"), by="Ana")
    stays, leaves = ledger.reading("nota").claims
    assert ([one.id for one in stays.events], stays.positions, stays.own_voice) == ([first], (), (first,))
    assert [one.id for one in leaves.events] == [second]
    assert [(one.actor.code if one.actor else "", one.stance) for one in leaves.positions] == [("KOR", Stance.ASSERT)]
    assert faults(ledger) == []
    ledger.correct(first, Change(type="THREATEN"), by="Ana")
    assert [len(one.events) for one in ledger.reading("nota").claims] == [2]
    ledger.undo(number)
    ledger.correct(second, Change(wrong=True), by="Ana")
    (left,) = ledger.reading("nota").claims
    assert ([one.id for one in left.events], left.positions) == ([first], ())


def test_who_said_that_it_was_denies_it_where_it_is_mended_to_what_was_not(ledger: Ledger) -> None:
    ledger.record(retold())
    second = ledger.events()[1]["id"]
    ledger.correct(second, Change(status="negated"), by="Ana")
    (claim,) = ledger.reading("nota").claims
    assert [(one.actor.code if one.actor else "", one.stance) for one in claim.positions] == [("KOR", Stance.DENY)]
    assert claim.standing == "contested"


def retold() -> Reading:
    """A text that tells a raid in its own voice, then as the word of Seoul."""
    plain = article("nota", "2017-09-09", "O Clarim", RAID, replace(RAID, day="2017-09-08"))
    first, second = plain.events
    seoul = Mention(Actor("KOR", "Coreia do Sul"), None)
    told = replace(second, attributed_to=(seoul,))
    said = Statement(seoul, None, told.sentence, told.sentence)
    claim = Claim((first, told), (first.id,), (Position(seoul, Stance.ASSERT, told.sentence, said.id),))
    return replace(plain, events=(first, told), statements=(said,), claims=(claim,))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (Change(), "says this already"),
        (Change(type="ASSAULT", actor=("RUS",)), "says this already"),
        (Change(wrong=True, type="AID"), "give one of both"),
        (Change(type="WAR"), "'WAR' is no type: give one of AGREE, CONSULT"),
        (Change(mode="visit"), "ASSAULT has no mode 'visit': give one of"),
        (Change(status="maybe"), "'maybe' is no status: give one of occurred"),
        (Change(date="2017-9-8"), "'2017-9-8' is no date: give a day"),
        (Change(date="2017-02-30"), "is no date"),
        (Change(actor=("RSU",)), "'RSU' is no actor that Laços knows"),
        (Change(actor=(), recipient=()), "say that it is wrong"),
    ],
)
def test_a_change_that_cannot_be_is_an_error(kept: Ledger, change: Change, message: str) -> None:
    with pytest.raises(CorrectionError, match=message):
        kept.correct(raid(kept), change, by="Ana")
    assert not kept.corrections()


def test_events_that_are_not_there_are_errors(kept: Ledger) -> None:
    with pytest.raises(LedgerError, match=r"has no event 'e0'$"):
        kept.correct("e0", Change(wrong=True), by="Ana")
    id = raid(kept)
    number = kept.correct(id, Change(wrong=True), by="Ana")
    with pytest.raises(LedgerError, match=f"correction {number} says that it is wrong, and can be undone"):
        kept.correct(id, Change(status="future"), by="Rui")


def test_another_process_that_remembers_claims_heeds_corrections(kept: Ledger, address: str) -> None:
    """What it remembers of a claim is no longer what the claim says."""
    with Ledger(address) as other:
        other.record(article("antes", "2017-09-09", "Jornal de Luanda", RAID))
        for id in ("ataque-1", "ataque-2", "antes"):
            kept.correct(raid(kept, id), Change(actor=("CHN",)), by="Ana")
        other.record(article("depois", "2017-09-10", "Gazeta do Norte", replace(RAID, actor="CHN")))
        (happening,) = other.happenings(Filter(tie=("CHN", "JPN")))
        assert happening["articles"] == 4
        assert faults(other) == []


def test_a_claim_that_leaves_the_happening_that_it_founded(kept: Ledger) -> None:
    """Its id stays with those who still tell of it."""
    known = event(kept, "ataque-2")["happening"]
    number = kept.correct(raid(kept), Change(date="2016-09-08"), by="Ana")
    assert event(kept, "ataque-2")["happening"] == known != event(kept)["happening"]
    assert faults(kept) == []
    kept.undo(number)
    assert event(kept)["happening"] == known


def test_what_is_said_to_be_history_is_in_no_sum(kept: Ledger) -> None:
    number = kept.correct(raid(kept, "ataque-2"), Change(historical=True), by="Ana")
    other = kept.correct(raid(kept), Change(historical=True), by="Ana")
    assert kept.status()["corrections"] == 2
    assert kept.status()["tie_days"] == 1
    kept.undo(number)
    kept.undo(other)
    assert (kept.status()["corrections"], kept.status()["tie_days"]) == (0, 2)


def test_a_ledger_from_before_is_brought_up_to_date(kept: Ledger, address: str) -> None:
    before = snapshot(kept)
    with kept.database.writing() as connection:
        for table in ("corrections", "coded", "event_parties", "happening_parties"):
            connection.exec_driver_sql(f"DROP TABLE {table}")
        connection.exec_driver_sql("CREATE INDEX ix_sides_state_side_document_event ON sides (state, side, document, event)")
        connection.exec_driver_sql("CREATE INDEX ix_ties_actor_recipient_day ON ties (actor, recipient, day)")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    with Ledger(address) as opened:
        assert snapshot(opened) == before
        opened.correct(raid(opened), Change(wrong=True), by="Ana")
        assert len(opened.corrections()) == 1
