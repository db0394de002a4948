"""Our annotations point into the corpus: their words are found where the offsets say."""

import pytest

from training import annotated

pytestmark = pytest.mark.usefixtures("shared")


@pytest.mark.parametrize(("part", "documents"), [("tune", 179), ("check", 45)])
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
