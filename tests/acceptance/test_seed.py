"""The text that the project starts from: Moscow and Pyongyang drawing closer, with what is claimed and who rejects it."""

from pathlib import Path

import pytest

import lacos
from lacos.reader import Reading
from lacos.records import Mention, Stance, Standing

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def reading(shared: Path) -> Reading:
    (path,) = (shared / "data" / "seeds").glob("*.txt")
    return lacos.read(path.read_text("utf8"), published="2024-01-17")


def states(mentions: tuple[Mention, ...]) -> set[str]:
    return {mention.actor.state for mention in mentions}


@pytest.mark.parametrize(
    ("trigger", "kind", "actor", "recipient"),
    [
        pytest.param(
            *("intensificando", "SUPPORT", {"RUS"}, {"PRK"}),
            marks=pytest.mark.xfail(reason="the network gives the word .25", strict=True),
        ),
        ("elogiar", "SUPPORT", {"PRK"}, {"RUS"}),
        ("conversas", "CONSULT", {"RUS", "PRK"}, set()),
        ("entregas", "AID", {"PRK"}, {"RUS"}),
        ("rejeitaram", "REJECT", {"RUS", "PRK"}, set()),
        ("apoio", "SUPPORT", {"SUN"}, {"PRK"}),
    ],
)
def test_who_did_what_to_whom(reading: Reading, trigger: str, kind: str, actor: set[str], recipient: set[str]) -> None:
    found = [(event.type.value, states(event.actor), states(event.recipient)) for event in reading.events if event.trigger.text == trigger]
    assert (kind, actor, recipient) in found


def test_troops_are_sent_in_2022_and_the_soviet_support_is_history(reading: Reading) -> None:
    (sending,) = [event for event in reading.events if event.trigger.text == "envio"]
    assert (sending.type.value, states(sending.actor), sending.historical) == ("MOBILIZE", {"RUS"}, True)
    assert sending.date is not None
    assert sending.date.value == "2022"
    founding = next(event for event in reading.events if states(event.actor) == {"SUN"})
    assert founding.historical


def test_peskov_asserts_and_both_deny(reading: Reading) -> None:
    said = {
        (statement.speaker.code, statement.stance.value, statement.cue.text)
        for statement in reading.statements
        if statement.speaker and statement.cue
    }
    assert {("RUS", "assert", "de acordo com"), ("RUS", "deny", "rejeitaram"), ("PRK", "deny", "rejeitaram")} <= said
    assert {("RUS", "deny", "negam"), ("PRK", "deny", "negam"), ("USA", "assert", "afirmam")} <= said
    peskov = next(statement for statement in reading.statements if statement.cue and statement.cue.text == "de acordo com")
    assert peskov.content.text.startswith("A Rússia está intensificando seus laços")
    assert peskov.speaker is not None
    assert peskov.speaker.person == "Dmitri Peskov"


def test_the_deliveries_are_one_contested_claim(reading: Reading) -> None:
    """North Korea delivers missiles to Russia: the United States assert and condemn it, both deny."""
    (claim,) = [claim for claim in reading.claims if "entregas" in {event.trigger.text for event in claim.events}]
    by = {stance: {mention.actor.state for mention in claim.by(stance)} for stance in Stance}
    assert claim.standing is Standing.CONTESTED
    assert "USA" in by[Stance.ASSERT]
    assert "USA" in by[Stance.CONDEMN]
    assert {"RUS", "PRK"} <= by[Stance.DENY]
    assert not claim.own_voice


@pytest.mark.xfail(reason="the network puts the United States beside North Korea as actors of the transfer", strict=True)
def test_the_supposed_transfer_tells_of_the_deliveries_again(reading: Reading) -> None:
    (claim,) = [claim for claim in reading.claims if "entregas" in {event.trigger.text for event in claim.events}]
    assert "transferência" in {event.trigger.text for event in claim.events}
