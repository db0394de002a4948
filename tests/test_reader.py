"""The front door: one document in, a Reading out, the same every time."""

import json
import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

import lacos
from lacos.language import LanguageError
from lacos.reader import BATCH, COLUMNS, EmptyTextError, OtherLanguageError, Reading, batched, read_all
from lacos.records import Document, LacosError, RecordError, SpanError

ENGLISH = "The foreign minister met his counterpart in Geneva on Monday."
EXAMPLE = Path(__file__).parents[1] / "examples" / "noticia.txt"
slow = pytest.mark.slow


@pytest.fixture(scope="module")
def reading(example: str) -> Reading:
    return lacos.read(example, published="2025-10-14", id="n1", source="Agência")


@slow
def test_the_same_text_gives_the_same_reading_and_ids(reading: Reading, example: str) -> None:
    again = lacos.read(example, published="2025-10-14", id="n1", source="Agência")
    assert again == reading
    assert [event.id for event in again.events] == [event.id for event in reading.events]
    assert [said.id for said in again.statements] == [said.id for said in reading.statements]
    assert len({event.id for event in reading.events}) == len(reading.events) > 10
    assert len({said.id for said in reading.statements}) == len(reading.statements) > 3


@slow
def test_company_in_a_batch_changes_nothing(reading: Reading, example: str) -> None:
    other = Document("O presidente da França visitou a Alemanha.", id="n2")
    documents = [other, Document(example, id="n1", published=date(2025, 10, 14), source="Agência"), other]
    assert list(read_all(documents))[1] == reading


@slow
def test_ids_do_not_depend_on_the_documents_name(reading: Reading, example: str) -> None:
    other = lacos.read(example, published="2025-10-14", id="outro")
    assert [event.id for event in other.events] == [event.id for event in reading.events]


@slow
def test_a_reading_survives_json(reading: Reading) -> None:
    assert Reading.from_json(json.loads(json.dumps(reading.to_json()))) == reading


@slow
def test_a_reading_of_another_text_is_refused(reading: Reading) -> None:
    data = reading.to_json() | {"text": "X" + reading.document.text}
    with pytest.raises(SpanError):
        Reading.from_json(data)


@slow
def test_all_words_are_those_of_the_text(reading: Reading, example: str) -> None:
    for event in reading.events:
        assert example[event.trigger.start : event.trigger.end] == event.trigger.text
        assert event.trigger in event.sentence
    for said in reading.statements:
        assert example[said.content.start : said.content.end] == said.content.text


@slow
def test_a_frame_has_a_row_an_event() -> None:
    pytest.importorskip("pandas")
    frame = lacos.read("A França e a Alemanha condenaram a Rússia.", published="2024-01-16", id="n1").to_frame()
    assert list(frame.columns) == list(COLUMNS)
    (row,) = frame.to_dict("records")
    assert set(row["actor"].split("+")) == {"DEU", "FRA"}
    assert (row["document"], row["type"], row["recipient"], row["trigger"], row["start"]) == ("n1", "ACCUSE", "RUS", "condenaram", 22)


@slow
def test_a_frame_without_events_has_its_columns() -> None:
    pytest.importorskip("pandas")
    frame = lacos.read("Choveu muito na terça-feira em toda a cidade.").to_frame()
    assert (len(frame), list(frame.columns)) == (0, list(COLUMNS))


@slow
def test_a_date_can_be_a_date_or_its_text() -> None:
    text = "Trump criticou a China."
    assert lacos.read(text, published=date(2018, 5, 1), language="pt") == lacos.read(text, published="2018-05-01", language="pt")


@pytest.mark.parametrize("text", ["", " \n\t ", "... --- ?!"])
def test_a_text_without_words_is_refused_by_name(text: str) -> None:
    with pytest.raises(EmptyTextError, match="document 'n9' has no words"):
        lacos.read(text, id="n9")


def test_a_text_in_another_language_is_refused_by_name() -> None:
    with pytest.raises(LanguageError, match="document 'n9' is in 'en', and Laços reads pt"):
        lacos.read(ENGLISH, id="n9")


def test_an_unknown_pipeline_is_named() -> None:
    with pytest.raises(LanguageError, match="no pipeline 'nao_ha'"):
        lacos.read("A Rússia respondeu.", pipeline="nao_ha")


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(RecordError, match="n9"):
        lacos.read("A Rússia respondeu.", id="n9", published="ontem")


@slow
def test_one_that_cannot_be_read_gives_its_error_in_its_place() -> None:
    texts = ["", "A Rússia condenou o ataque.", ENGLISH, "O Brasil respondeu à Argentina."]
    results = list(read_all(Document(text, id=f"n{rank}") for rank, text in enumerate(texts)))
    assert [type(result) for result in results] == [EmptyTextError, Reading, OtherLanguageError, Reading]
    assert all(isinstance(result, Reading | LacosError) for result in results)
    assert [result.document.id for result in results if isinstance(result, Reading)] == ["n1", "n3"]


def test_batches_are_bounded() -> None:
    assert [len(batch) for batch in batched(Document("a", id=str(rank)) for rank in range(BATCH + 1))] == [BATCH, 1]
    assert [len(batch) for batch in batched([Document("a" * 500_000), Document("b")])] == [1, 1]
    assert list(batched([])) == []


@slow
def test_a_text_four_times_as_long_takes_about_four_times_as_long() -> None:
    def seconds(sentences: int) -> float:
        begun = time.process_time()
        lacos.read("A Rússia condenou o ataque da Ucrânia. " * sentences, language="pt")
        return time.process_time() - begun

    seconds(10)
    assert seconds(600) < 6 * seconds(150)


@slow
def test_the_same_text_gives_the_same_records_whatever_the_hash_seed(tmp_path: Path) -> None:
    """Sets of words are iterated in another order in every process, unless the seed is fixed; no record may depend on it."""
    two = "Os ministros Gilmar Mendes e Rosa Weber viajaram a Lisboa. Eles criticaram o governo. Eles e o presidente foram recebidos."
    paths = [str(EXAMPLE), str(tmp_path / "dois.txt")]
    (tmp_path / "dois.txt").write_text(two, "utf8")
    command = [sys.executable, "-m", "lacos.cli", "read", *paths, "--format", "jsonl"]
    outputs = {
        subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout for seed in "1234"
    }
    assert len(outputs) == 1
    assert b'"events"' in outputs.pop()
