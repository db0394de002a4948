"""What the network makes of the statements that the rules found."""

import numpy
import pytest
import spacy

from lacos.events.network.network import STANCES
from lacos.records import Actor, Document, Mention, MentionKind, Stance, Statement
from lacos.statements.weighing import describe, likelier, voices

TEXT = "O Quênia disse que a Somália atacou, e a Etiópia negou."
DOCUMENT = Document(TEXT, language="pt")


def mention(code: str, kind: MentionKind = MentionKind.NAME) -> Mention:
    return Mention(Actor(code), None, kind)


def statement(speaker: str | None = "KEN") -> Statement:
    start = TEXT.index("a Somália")
    content, cue = DOCUMENT.span(start, TEXT.index(",")), DOCUMENT.span(TEXT.index("disse"), TEXT.index("disse") + 5)
    return Statement(mention(speaker) if speaker else None, cue, content, DOCUMENT.span(0, len(TEXT)))


def stances(best: Stance, chance: float) -> numpy.ndarray:
    found = numpy.full(1 + len(STANCES), (1 - chance) / len(STANCES), dtype=numpy.float32)
    found[1 + STANCES.index(best)] = chance
    return found


@pytest.mark.parametrize(
    ("ruled", "candidates", "kept"),
    [
        ("KEN", {"KEN": 0.9, "SOM": 0.1}, ["KEN"]),
        ("KEN", {"KEN": 0.3, "SOM": 0.8}, ["KEN"]),
        ("KEN", {"KEN": 0.05, "SOM": 0.8}, ["SOM"]),
        ("KEN", {"KEN": 0.05, "SOM": 0.8, "ETH": 0.7}, ["SOM", "ETH"]),
        ("KEN", {"KEN": 0.05, "SOM": 0.1}, [None]),
        ("KEN", {"SOM": 0.1}, ["KEN"]),
        (None, {"SOM": 0.9}, ["SOM"]),
        (None, {"SOM": 0.1}, [None]),
    ],
)
def test_who_speaks(ruled: str | None, candidates: dict[str, float], kept: list[str | None]) -> None:
    said = describe([statement(ruled)], spacy.blank("pt")(TEXT))
    found = voices(said, [(mention(code), chance) for code, chance in candidates.items()])
    assert [one.code if one else None for one, _ in found] == kept


def test_a_likely_speaker_keeps_the_words_that_the_rules_found() -> None:
    said = describe([statement()], spacy.blank("pt")(TEXT))
    ((found, because),) = voices(said, [(mention("KEN", MentionKind.PRONOUN), 0.8)])
    assert found is not None
    assert (found.kind, because) == (MentionKind.NAME, "speaker KEN 0.80")


def test_the_likeliest_stance_and_its_reason() -> None:
    said = describe([statement()], spacy.blank("pt")(TEXT))
    (found,) = likelier(said, stances(Stance.ACCUSE, 0.6), [(mention("KEN"), 0.9)])
    assert found.stance is Stance.ACCUSE
    assert found.because == "speaker KEN 0.90; accuse 0.63"


def test_what_is_described() -> None:
    said = describe([statement(), statement("SOM")], spacy.blank("pt")(TEXT))
    assert said.speakers == {"KEN", "SOM"}
    assert (said.cue.text, said.content.text) == ("disse", "a Somália atacou")
    assert said.row == ("assert", "", "assert", "", "after", "name")
