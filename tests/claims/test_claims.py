"""Who asserts, denies and condemns what a text tells."""

import spacy
from spacy.tokens import Doc

from lacos.claims import claims as of
from lacos.records import Actor, Claim, Document, Event, EventType, Mention, Stance, Standing, Statement, Status

TEXT = (
    "O Chade acusou o Sudão de entregar armas aos rebeldes. Cartum rejeitou essas acusações. A ONU condenou as entregas. "
    "Houve suposta entrega de mísseis ao Chade."
)
DOCUMENT = Document(TEXT, language="pt")

DOC: Doc = spacy.blank("pt")(TEXT)


def claims(events: list[Event], said: list[Statement]) -> tuple[Claim, ...]:
    return of(events, said, DOC)


def span(words: str, after: int = 0) -> tuple[int, int]:
    start = TEXT.index(words, after)
    return start, start + len(words)


def sentence(start: int) -> tuple[int, int]:
    return TEXT.rfind(". ", 0, start) + 1, TEXT.index(".", start) + 1


def mention(code: str) -> Mention:
    return Mention(Actor(code), None)


def event(trigger: str, kind: str = "AID", actor: str = "SDN", recipient: str = "TCD", **others: object) -> Event:
    place = span(trigger)
    return Event(
        EventType(kind),
        DOCUMENT.span(*place),
        DOCUMENT.span(*sentence(place[0])),
        (mention(actor),),
        (mention(recipient),),
        **others,  # type: ignore[arg-type]
    )


def statement(speaker: str, content: str, stance: Stance) -> Statement:
    place = span(content)
    return Statement(mention(speaker), None, DOCUMENT.span(*place), DOCUMENT.span(*sentence(place[0])), stance)


def test_an_accusation_and_its_denial_contest_a_claim() -> None:
    (claim,) = claims(
        [event("entregar")],
        [statement("TCD", "de entregar armas aos rebeldes", Stance.ACCUSE), statement("SDN", "essas acusações", Stance.DENY)],
    )
    assert claim.standing is Standing.CONTESTED
    assert [(one.actor.code if one.actor else "", one.stance) for one in claim.positions] == [("TCD", Stance.ASSERT), ("SDN", Stance.DENY)]
    assert claim.positions[1].words.text == "essas acusações"
    assert "SDN" in claim.positions[1].because
    assert claim.by(Stance.DENY)[0].code == "SDN"


def test_who_takes_no_part_denies_nothing() -> None:
    (claim,) = claims(
        [event("entregar")],
        [statement("TCD", "de entregar armas aos rebeldes", Stance.ACCUSE), statement("KEN", "essas acusações", Stance.DENY)],
    )
    assert claim.standing is Standing.ATTRIBUTED


def test_who_condemns_says_that_it_took_place() -> None:
    (claim,) = claims([event("entregas")], [statement("UNO", "as entregas", Stance.CONDEMN)])
    assert [one.stance for one in claim.positions] == [Stance.ASSERT, Stance.CONDEMN]


def test_an_assertion_of_what_did_not_happen_denies_it() -> None:
    (claim,) = claims([event("entregar", status=Status.NEGATED)], [statement("SDN", "de entregar armas aos rebeldes", Stance.ASSERT)])
    assert claim.standing is Standing.DENIED


def test_a_hedge_of_the_text_is_nobodys_word() -> None:
    (claim,) = claims([event("entrega de mísseis", alleged=True)], [])
    assert (claim.standing, claim.own_voice) == (Standing.ATTRIBUTED, ())
    assert claim.positions[0].actor is None


def test_the_texts_own_voice() -> None:
    told = event("acusou", "ACCUSE", "TCD", "SDN")
    (claim,) = claims([told], [])
    assert (claim.standing, claim.own_voice, claim.positions) == (Standing.TOLD, (told.id,), ())


def test_a_claim_comes_back_from_json() -> None:
    events = [event("entregar"), event("entregas")]
    (claim,) = claims(events, [statement("TCD", "de entregar armas aos rebeldes", Stance.ACCUSE)])
    assert {"same actor", "same word"} <= set(claim.because.split(", "))
    assert type(claim).from_json(claim.to_json(), DOCUMENT, {one.id: one for one in events}) == claim
