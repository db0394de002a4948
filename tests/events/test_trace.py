"""What is told of a sentence is what was done: its events are those coded, its frames those of the tables, each failing for a reason."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

import lacos
from lacos.actors import Mentions
from lacos.events import Scene, judge
from lacos.events.frames import TABLES, Condition
from lacos.events.network.decisions import WITH_FRAME, WITHOUT_FRAME
from lacos.events.scene import Standing
from lacos.events.trace import Fate, Outcome, Predicate, Trace, trace
from lacos.reader import Reading, read_all
from lacos.records import Document

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent


def sentences() -> Iterator[str]:
    """Every sentence that the tests of events and of statements read."""
    for path in sorted([*HERE.glob("test_*.py"), *HERE.parent.glob("statements/test_*.py")]):
        for node in ast.walk(ast.parse(path.read_text("utf8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.endswith(".") and node.value.count(" ") > 2:
                yield node.value


def traced(text: str) -> Trace:
    """How the one sentence of a text was read."""
    (found,) = lacos.read(text, published="2024-01-16", language="pt", explain=True).trace
    return found


def told(text: str, word: str) -> Predicate:
    """What was made of one word."""
    found = traced(text)
    (one,) = [item for item in found.predicates if found.words[item.word].text == word]
    return one


def predicates(reading: Reading) -> list[Predicate]:
    return [one for trace in reading.trace for one in trace.predicates]


@pytest.fixture(scope="module")
def article(example: str) -> Reading:
    return lacos.read(example, published="2025-10-14", explain=True)


def assert_told_as_coded(reading: Reading) -> None:
    assert [one.event for one in predicates(reading) if one.event] == list(reading.events)


def test_the_events_told_are_those_coded() -> None:
    texts = dict.fromkeys(sentences())
    assert len(texts) > 100
    documents = [Document(text, language="pt") for text in texts]
    readings = [item for item in read_all(documents, explain=True) if isinstance(item, Reading)]
    assert len(readings) == len(documents)
    for reading in readings:
        assert_told_as_coded(reading)


def test_the_events_told_are_those_coded_in_a_whole_article(article: Reading) -> None:
    assert len(article.events) > 10
    assert_told_as_coded(article)


def test_asking_changes_nothing(example: str, article: Reading) -> None:
    plain = lacos.read(example, published="2025-10-14")
    assert plain == article
    assert plain.trace == ()
    assert plain.to_json() == article.to_json()


def test_each_sentence_with_words_is_told_once(example: str, article: Reading) -> None:
    assert [one.span.start for one in article.trace] == sorted({one.span.start for one in article.trace})
    assert all(any(map(str.isalnum, one.span.text)) for one in article.trace)
    rest = example
    for one in article.trace:
        rest = rest.replace(one.span.text, "", 1)
    assert not any(map(str.isalnum, rest))


def test_the_sides_told_are_those_of_the_event(article: Reading) -> None:
    for one in predicates(article):
        if one.event is not None:
            for fate, side in ((Fate.ACTOR, one.event.actor), (Fate.RECIPIENT, one.event.recipient)):
                assert {item.mention.code for item in one.considered if item.fate in (fate, Fate.BOTH)} == {
                    mention.code for mention in side
                }
            if one.frame is not None and one.frame.type is one.type:
                assert one.event.because.startswith(f"{one.frame.predicate} ({one.frame.pos.lower()}, {one.frame.source})")
            else:
                assert "(no frame)" in one.event.because or ", no frame)" in one.event.because


def test_a_frame_fails_for_something_that_its_row_asks_for(article: Reading) -> None:
    lines = {path.name: path.read_text("utf8").splitlines() for path in TABLES}
    failed = [attempt for one in predicates(article) for attempt in one.tried if attempt.missing is not None]
    assert len(failed) > 100
    for attempt in failed:
        table, _, number = attempt.frame.source.partition(", line ")
        row = lines[table][int(number) - 1]
        if isinstance(attempt.missing, Condition):
            assert attempt.missing in attempt.frame.conditions
            assert attempt.missing.written in row
        else:
            assert attempt.missing in (*attempt.frame.others, *(["se"] if attempt.frame.reflexive else []))
            assert attempt.missing in row


def test_only_the_last_frame_tried_holds(article: Reading) -> None:
    for one in predicates(article):
        assert all(attempt.missing is not None for attempt in one.tried[:-1])


@pytest.mark.parametrize(
    ("text", "word", "predicate", "missing"),
    [
        pytest.param("O Irã negou a acusação dos Estados Unidos.", "negou", "negar", None, id="the one that holds"),
        pytest.param("O Irã negou ter atacado Israel.", "negou", "negar-se", "se", id="no reflexive"),
        pytest.param("A França acusou o Irã.", "acusou", "acusar golpe", "golpe", id="a word that is not there"),
        pytest.param("A França acusou o Irã.", "acusou", "acusar", "has=comp", id="a condition"),
    ],
)
def test_why_a_frame_fails(text: str, word: str, predicate: str, missing: str | None) -> None:
    found = [attempt.missing for attempt in told(text, word).tried if attempt.frame.predicate == predicate]
    assert missing in [item.written if isinstance(item, Condition) else item for item in found]


@pytest.mark.parametrize(
    ("text", "word", "outcome"),
    [
        ("Israel atacou o Líbano.", "atacou", Outcome.EVENT),
        ("O ministro português esconde a carta.", "esconde", Outcome.NO_FRAME),
        ("Moçambique e Tanzânia reforçam a cooperação militar.", "cooperação", Outcome.TAKEN),
        ("Ela fez um teste de DNA.", "teste", Outcome.NO_EVENT),
        ("O cachorro atacou o carteiro na rua.", "atacou", Outcome.DOUBTED),
        ("Os moradores atacaram a empresa.", "atacaram", Outcome.PRIVATE),
    ],
)
def test_what_came_of_a_word(text: str, word: str, outcome: Outcome) -> None:
    found = told(text, word)
    assert found.outcome is outcome
    assert (found.event is not None) == (outcome is Outcome.EVENT)


def test_a_word_of_a_preposition_is_not_tried() -> None:
    words = {"De": "case", "acordo": "fixed", "com": "fixed", "Lisboa": "obl", "choveu": "root"}
    heads, classes = [3, 0, 0, 4, 4], ["ADP", "NOUN", "ADP", "PROPN", "VERB"]
    doc = Doc(
        spacy.blank("pt").vocab, list(words), deps=list(words.values()), heads=heads, pos=classes, lemmas=[word.lower() for word in words]
    )
    (found,) = trace(judge(Scene(doc, Document(doc.text), Mentions())))
    (one,) = found.predicates
    assert (found.words[one.word].text, one.outcome, one.tried) == ("acordo", Outcome.FIXED, ())


def test_a_word_taken_up_names_its_taker() -> None:
    found = traced("Moçambique e Tanzânia reforçam a cooperação militar.")
    (taken,) = [one for one in found.predicates if one.outcome is Outcome.TAKEN]
    assert taken.taken_by is not None
    assert found.words[taken.taken_by].text == "reforçam"


def test_whom_the_frame_names() -> None:
    actor, recipient = told("A França acusou o Irã.", "acusou").slots
    assert ([one.code for one in actor.mentions], actor.place) == (["FRA"], "subj")
    assert ([one.code for one in recipient.mentions], recipient.place) == (["IRN"], "obj")


def test_candidates_have_their_probabilities() -> None:
    france, iran = sorted(told("A França acusou o Irã.", "acusou").considered, key=lambda one: one.mention.code)
    assert (france.fate, iran.fate) == (Fate.ACTOR, Fate.RECIPIENT)
    assert france.actor > 0.5 > france.recipient
    assert iran.recipient > 0.5 > iran.actor


def test_the_likeliest_candidates_come_first(article: Reading) -> None:
    for one in predicates(article):
        chances = [max(item.actor, item.recipient) for item in one.considered]
        assert chances == sorted(chances, reverse=True)
    assert {item.fate for one in predicates(article) for item in one.considered} > {Fate.ACTOR, Fate.RECIPIENT}


def test_a_word_that_tells_an_event_is_likelier_to_than_not(article: Reading) -> None:
    for one in predicates(article):
        assert (one.chance >= (WITH_FRAME if one.frame and one.frame.type else WITHOUT_FRAME)) == (one.type is not None)


def test_the_tree_and_its_mentions() -> None:
    found = traced("O governo russo visitou Pequim e ameaçou a França em Genebra.")
    assert [word.text for word in found.words if word.head is None] == ["visitou"]
    named = {(found.words[one.word].text, one.standing, one.mention.code) for one in found.named}
    assert {("governo", Standing.PHRASE, "RUS"), ("russo", Standing.ADJECTIVE, "RUS"), ("Genebra", Standing.PLACE, "CHE")} <= named
