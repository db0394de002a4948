"""Our annotations point into the corpus: their words are found where the offsets say."""

import pytest

from training import annotated

pytestmark = pytest.mark.usefixtures("shared")


@pytest.mark.parametrize(("part", "documents"), [("tune", 999), ("check", 45)])
def test_the_words_stand_in_their_sentences(part: str, documents: int) -> None:
    found = annotated.load(part)
    assert len(found) == documents
    for document in found:
        for event in document.raw_events:
            assert event["trigger"] in document.sentences[event["sentence"]]
            assert event["trigger"] == event["trigger"].strip()


def test_no_document_is_in_both_parts() -> None:
    tune, check = ({document.id for document in annotated.load(part)} for part in ("tune", "check"))
    assert not tune & check


def test_the_words_of_written_articles_stand_in_their_sentences() -> None:
    found = annotated.written()
    assert len({document.id for document in found}) == len(found) > 100
    for document in found:
        for event in document.raw_events:
            assert event["trigger"] in document.sentences[event["sentence"]]
        for statement in document.raw_statements:
            assert statement["content"] in document.text
