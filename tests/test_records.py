import json

import pytest

from lacos.records import (
    Actor,
    Document,
    Event,
    EventDate,
    EventType,
    Mention,
    MentionKind,
    RecordError,
    Span,
    SpanError,
    Stance,
    Statement,
    Status,
)

TEXT = "Lima condenou o ataque, disse o chanceler peruano."
DOCUMENT = Document(TEXT, id="d1")


def words(text: str) -> Span:
    return DOCUMENT.span(TEXT.index(text), TEXT.index(text) + len(text))


def an_event(**changes: object) -> Event:
    fields = {
        "type": EventType.ACCUSE,
        "trigger": words("condenou"),
        "sentence": DOCUMENT.span(0, len(TEXT)),
        "actor": (Mention(Actor("PER", "Peru"), words("Lima"), MentionKind.METONYM, 0.9, "capital"),),
        "status": Status.OCCURRED,
        "date": EventDate("2017-09", "text"),
        "because": "condenar",
    }
    return Event(**(fields | changes))  # type: ignore[arg-type]


def test_ids_come_from_content() -> None:
    assert Document(TEXT).id == Document(TEXT).id != Document(TEXT + " ").id
    assert an_event().id == an_event().id != an_event(type=EventType.REJECT).id


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (4, 4), (5, 3), (0, len(TEXT) + 1)])
def test_a_span_outside_its_text_cannot_be_built(start: int, end: int) -> None:
    with pytest.raises(SpanError, match="'d1' has 50 characters"):
        DOCUMENT.span(start, end)


def test_recorded_words_must_be_those_of_the_text() -> None:
    with pytest.raises(SpanError, match="has 'Lima' at 0, not 'Roma'"):
        Span.from_json({"start": 0, "end": 4, "text": "Roma"}, DOCUMENT)


def test_a_trigger_lies_in_its_sentence() -> None:
    with pytest.raises(SpanError, match="outside its sentence"):
        an_event(sentence=words("disse o chanceler"))


def test_an_event_survives_json() -> None:
    event = an_event()
    assert Event.from_json(json.loads(json.dumps(event.to_json())), DOCUMENT) == event


def test_a_statement_survives_json() -> None:
    speaker = Mention(Actor("PER"), words("o chanceler peruano"), MentionKind.ROLE)
    statement = Statement(speaker, words("disse"), words("Lima condenou o ataque"), DOCUMENT.span(0, len(TEXT)), Stance.ASSERT, ("PER",))
    assert Statement.from_json(json.loads(json.dumps(statement.to_json())), DOCUMENT) == statement


def test_a_document_without_text_is_refused_by_name() -> None:
    with pytest.raises(RecordError, match="'x7' has no 'text'"):
        Document.from_json({"id": "x7"})


@pytest.mark.parametrize(("value", "precision"), [("2022", "year"), ("2017-09", "month"), ("2017-09-03", "day")])
def test_a_date_knows_its_precision(value: str, precision: str) -> None:
    assert EventDate(value).precision == precision


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(RecordError, match="ontem"):
        EventDate("ontem")


def test_sector_and_state_of_a_code() -> None:
    assert (Actor("PRK/MED").state, Actor("PRK/MED").sector, Actor("PRK").sector) == ("PRK", "MED", None)
