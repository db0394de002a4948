"""Adding: nothing twice, nothing lost, nothing by halves, whoever else is at work."""

import hashlib
import json
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import articles
import processes
import pytest
from soundness import content, counts, faults, snapshot
from sqlalchemy import event

import lacos
from lacos.ledger import Added, Ledger, LedgerError, Recoded
from lacos.ledger.adding import SHOWN
from lacos.reader import Reading
from lacos.records import Document
from lacos.sources import Problem, documents

pytestmark = pytest.mark.slow

ENGLISH = "The foreign minister met his counterpart in Geneva on Monday and praised the agreement that both had signed."


LONG = "".join(hashlib.sha256(bytes([n])).hexdigest() for n in range(24))


def amounts(outcome: Added) -> tuple[int, int, int, int, int]:
    return outcome.added, outcome.replaced, outcome.unchanged, outcome.aside, outcome.failed


def test_the_same_twice_changes_nothing(ledger: Ledger) -> None:
    some = articles.documents()
    assert amounts(ledger.add(some)) == (len(some), 0, 0, 0, 0)
    before, held = counts(ledger), snapshot(ledger)
    assert amounts(ledger.add(some)) == (0, 0, len(some), 0, 0)
    assert (counts(ledger), snapshot(ledger)) == (before, held)
    assert faults(ledger) == []


def test_the_same_document_twice_in_one_input_is_there_already(ledger: Ledger) -> None:
    (one,) = articles.documents("palma")
    assert amounts(ledger.add([one, one])) == (1, 0, 1, 0, 0)
    assert faults(ledger) == []


def test_a_corrected_text_replaces_its_records(filled: Ledger) -> None:
    (one,) = articles.documents("trigo")
    mended = replace(one, text="A Índia enviou arroz ao Nepal. Katmandu agradeceu a ajuda de Nova Déli.")
    assert amounts(filled.add([mended])) == (0, 1, 0, 0, 0)
    assert filled.reading("trigo").document.text == mended.text
    assert {row["recipient"] for row in filled.events(lacos.ledger.Filter(document="trigo"))} == {"NPL", "IND"}
    assert not [row for row in filled.happenings() if "AFG" in row["actor"] + row["recipient"]]
    assert faults(filled) == []


def test_a_correction_is_seen_whole_or_not_at_all(address: str, readings: dict[str, Reading]) -> None:
    """A reader that is in the middle of a document when another process replaces it sees it as it was."""
    old = readings["missil-1"]
    new = lacos.read("A Índia elogiou o Brasil.", id="missil-1", published="2017-11-28", source=articles.PACIFICO)
    with Ledger(address) as reader, Ledger(address) as writer:
        reader.record(old)
        replaced: list[bool] = []

        def meanwhile(_connection: object, _cursor: object, statement: str, *_: object) -> None:
            if "FROM documents" in statement and not replaced:
                replaced.append(True)
                writer.record(new)

        event.listen(reader.database.engine, "after_cursor_execute", meanwhile)
        assert reader.reading("missil-1") == old
        assert replaced
        event.remove(reader.database.engine, "after_cursor_execute", meanwhile)
        assert reader.reading("missil-1") == new


@pytest.mark.parametrize(
    "change",
    [
        {"published": date(2022, 3, 2)},
        {"title": "Índia envia trigo"},
        {"url": "https://minho.example/trigo"},
        {"source": "O Clarim"},
        {"author": "Por Reuters"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_changed_metadata_alone_replaces_too(filled: Ledger, change: dict[str, object]) -> None:
    (one,) = articles.documents("trigo")
    changed = replace(one, **change)  # type: ignore[arg-type]
    assert amounts(filled.add([changed])) == (0, 1, 0, 0, 0)
    assert filled.reading("trigo").document == replace(changed, language="pt")
    assert amounts(filled.add([changed])) == (0, 0, 1, 0, 0)
    assert faults(filled) == []


def test_what_fails_is_kept_until_it_can_be_read(ledger: Ledger) -> None:
    (good,) = articles.documents("palma")
    bad = replace(good, text="... --- ...")
    assert amounts(ledger.add([bad])) == (0, 0, 0, 0, 1)
    ledger.add([bad])
    (failure,) = ledger.failures()
    assert (failure["name"], failure["attempts"]) == ("palma", 2)
    assert "no words" in failure["message"]
    assert amounts(ledger.add([good])) == (1, 0, 0, 0, 0)
    assert len(ledger.failures()) == 0


def test_a_file_that_is_as_it_was_again_has_not_failed(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "palma.txt"
    for text in (articles.NEWS["palma"][2], "", articles.NEWS["palma"][2]):
        path.write_text(text, "utf8")
        ledger.add(documents([path]))
    assert len(ledger.failures()) == 0


def test_a_failure_goes_when_its_text_turns_out_to_be_in_another_language(ledger: Ledger) -> None:
    ledger.add([Document("...", id="a")])
    assert amounts(ledger.add([Document(ENGLISH, id="a")])) == (0, 0, 0, 1, 0)
    assert len(ledger.failures()) == 0


def test_a_failure_of_a_line_goes_when_the_line_can_be_read(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "noticias.jsonl"
    path.write_text("nada\n", "utf8")
    ledger.add(documents([path]))
    assert [row["name"] for row in ledger.failures()] == [f"{path}:1"]
    path.write_text('{"id": "n1", "text": "A Índia elogiou o Brasil."}\n', "utf8")
    ledger.add(documents([path]))
    assert len(ledger.failures()) == 0


def test_a_failure_names_an_input_that_can_be_tried_again(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "noticias.jsonl"
    path.write_text('{"id": "n1", "text": "... ---"}\n', "utf8")
    ledger.add(documents([path]))
    (failure,) = ledger.failures()
    assert failure["name"].startswith(str(path))


def test_other_languages_are_set_aside_and_counted(ledger: Ledger) -> None:
    some = [Document(ENGLISH, id="en"), *articles.documents("palma")]
    assert amounts(ledger.add(some)) == (1, 0, 0, 1, 0)
    assert ledger.status()["aside"] == {"en": 1}
    assert ledger.reading("en").document.text == ENGLISH
    assert amounts(ledger.add(some)) == (0, 0, 2, 0, 0)
    assert faults(ledger) == []


def test_an_input_of_problems_only(ledger: Ledger) -> None:
    some = [Problem("a.txt", "empty"), Problem("b.pdf", "no text in it"), Problem("c.txt", "not UTF-8", fatal=False)]
    outcome = ledger.add(some)
    assert amounts(outcome) == (0, 0, 0, 0, 2)
    assert outcome.problems == some
    assert sorted(row["name"] for row in ledger.failures()) == ["a.txt", "b.pdf"]


@pytest.mark.parametrize("name", ["not\udcedcia.txt", "a\0.txt", "ação 🙂.txt", LONG], ids=range(4))
def test_a_failure_with_an_odd_name_stops_nothing(ledger: Ledger, name: str) -> None:
    """A file name that is no UTF-8 comes as lone surrogates."""
    outcome = ledger.add([Problem(name, f"no {name}"), *articles.documents("palma")], inputs=["palma"], options={"text": name})
    assert (amounts(outcome), len(ledger.failures())) == ((1, 0, 0, 0, 1), 1)
    ledger.add([], inputs=[name])
    assert len(ledger.failures()) == 0


def test_each_problem_is_told_and_the_first_are_held(ledger: Ledger) -> None:
    """A run over a million bad rows does not hold a million messages."""
    some = [Problem(f"a.csv:{n}", "empty", fatal=n % 3 > 0) for n in range(2 * SHOWN)]
    told: list[Problem] = []
    outcome = ledger.add(some, tell=told.append)
    assert told == some
    assert outcome.problems == some[:SHOWN]
    assert outcome.failed == len(ledger.failures()) == sum(one.fatal for one in some)


def test_what_two_runs_came_to_can_be_put_together() -> None:
    one, other = Added(added=2, failed=1, problems=[Problem("a", "empty")]), Added(added=1, unchanged=4, aside=1, replaced=3)
    assert one + other == Added(added=3, replaced=3, unchanged=4, aside=1, failed=1, problems=[Problem("a", "empty")])
    many = Added(failed=SHOWN, problems=[Problem("a", "empty")] * SHOWN)
    assert ((many + many).failed, len((many + many).problems)) == (2 * SHOWN, SHOWN)


def test_a_failure_knows_the_options_that_it_was_read_with_last(ledger: Ledger) -> None:
    bad, options = Problem("a.csv", "no column"), {"text": "corpo", "follow": False, "limit": 3}

    def known() -> object:
        (failure,) = ledger.failures()
        return json.loads(failure["options"])

    ledger.add([bad])
    assert known() == {}
    ledger.add([bad], options=options)
    assert known() == options
    ledger.add([bad])  # by who does not say them
    assert known() == options
    ledger.add([bad], options={})
    assert known() == {}


@pytest.mark.parametrize(
    "id", ["a'b\"c", "100%", "a;--", "ação/ñ 中文 🙂", " ", "\\", "\n", "a\u202eb", "https://x.example/" + LONG], ids=range(9)
)
def test_ids_with_odd_characters(ledger: Ledger, id: str) -> None:
    one = Document("A Índia elogiou o Brasil.", id=id)
    assert amounts(ledger.add([one, *articles.documents("palma")])) == (2, 0, 0, 0, 0)
    assert ledger.reading(id).document.id == id
    assert [row["document"] for row in ledger.events(lacos.ledger.Filter(document=id))] == [id]
    assert amounts(ledger.add([one])) == (0, 0, 1, 0, 0)


@pytest.mark.parametrize("url", ["http://[::1", "não é endereço", "javascript:alert(1)"])
def test_an_odd_address_stops_nothing(ledger: Ledger, url: str) -> None:
    odd = Document("A Índia elogiou o Brasil.", id="a", url=url)
    outcome = ledger.add([odd, *articles.documents("palma")])
    assert (outcome.total, ledger.status()["documents"] + outcome.failed) == (2, 2)


@pytest.mark.parametrize("language", ["pt-BR", "português do Brasil"])
def test_a_language_that_is_no_code_stops_nothing(ledger: Ledger, language: str) -> None:
    odd = Document("A Índia elogiou o Brasil.", id="a", language=language)
    assert ledger.add([odd, *articles.documents("palma")]).total == 2
    assert ledger.reading("palma").events


def test_a_text_of_a_book_is_kept(ledger: Ledger) -> None:
    """PostgreSQL's index takes at most a megabyte of different words of one text."""
    words = " ".join(f"palavra{n}" for n in range(75_000))
    one = Document(f"A Índia elogiou o Brasil.\n{words}", id="livro", language="en")
    assert ledger.add([one, *articles.documents("palma")]).total == 2
    assert ledger.reading("palma").events


def test_workers_give_the_same_records(address: str, tmp_path: Path) -> None:
    some = [*articles.documents(), Document("...", id="nada"), Document(ENGLISH, id="en")]
    with Ledger(tmp_path / "um.db") as one, Ledger(address) as two:
        assert amounts(one.add(some, workers=1)) == amounts(two.add(some, workers=2))
        assert snapshot(one) == snapshot(two)


def test_progress_is_told_after_each_document(ledger: Ledger) -> None:
    told: list[int] = []
    ledger.add([*articles.documents("palma", "trigo"), Problem("a.txt", "empty")], progress=lambda outcome: told.append(outcome.total))
    assert (told[-1], sorted(told)) == (3, told)


def test_two_processes_add_at_once(address: str, tmp_path: Path) -> None:
    """Both open a ledger that is not there yet, and one of its readers looks on."""
    some = articles.reprints(36)
    halves = [articles.folder(tmp_path / name, part) for name, part in (("a", some[::2]), ("b", some[1::2]))]
    outputs = [tmp_path / "a.out", tmp_path / "b.out"]
    running = [processes.lacos(output, "add", address, half) for output, half in zip(outputs, halves, strict=True)]
    seen: list[list[str]] = []
    with Ledger(address) as reader:
        while any(process.is_alive() for process in running):
            seen.append(faults(reader))
            time.sleep(0.02)
        assert [process.exitcode for process in running] == [0, 0], [output.read_text() for output in outputs]
        assert reader.status()["documents"] == len(some)
        assert len(seen) > 1
        assert [found for found in seen if found] == []


def test_a_ledger_is_made_once_by_many_that_open_it_at_once(address: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A Índia elogiou o Brasil.", "utf8")
    running = [processes.lacos(tmp_path / f"{n}.out", "add", address, path) for n in range(4)]
    for process in running:
        process.join(timeout=30)
        process.kill()
        process.join()
    assert [process.exitcode for process in running] == [0] * 4, [(tmp_path / f"{n}.out").read_text() for n in range(4)]
    with Ledger(address, create=False) as ledger:
        assert ledger.status()["documents"] == 1
        assert faults(ledger) == []


def test_recode_reads_what_another_version_read(filled: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    before = content(filled)
    assert filled.recode() == Recoded()
    monkeypatch.setattr(lacos, "__version__", "9.9.9")
    outcome = filled.recode()
    assert (outcome.read, outcome.changed, outcome.failed) == (len(articles.NEWS), 0, 0)
    assert filled.status()["coders"] == {"9.9.9": len(articles.NEWS)}
    after = content(filled)
    for document in (*before["documents"].values(), *after["documents"].values()):
        del document["coder"]
    assert after == before
    assert faults(filled) == []


def test_recode_says_what_changed(ledger: Ledger) -> None:
    reading = lacos.read("A Índia elogiou o Brasil. A China condenou a Índia.", id="a")
    ledger.record(replace(reading, events=reading.events[:1], claims=reading.claims[:1]))
    with ledger.database.writing() as connection:
        connection.exec_driver_sql("UPDATE documents SET coder = '0.0.1'")
    outcome = ledger.recode()
    assert (outcome.read, outcome.changed, outcome.came, outcome.went) == (1, 1, len(reading.events) - 1, 0)
    assert ledger.reading("a") == reading


def test_recode_goes_on_after_a_document_that_is_refused(filled: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new version may say what the tables do not take."""
    held = filled.reading("palma")
    monkeypatch.setattr(lacos, "__version__", "9.9.9")
    read = lacos.engine.Coder.read

    def spoilt(result: object) -> object:
        if not isinstance(result, Reading) or result.document.id != "palma":
            return result
        return replace(result, events=tuple(replace(one, because=None) for one in result.events))  # type: ignore[arg-type]

    monkeypatch.setattr(lacos.engine.Coder, "read", lambda coder, some: [spoilt(one) for one in read(coder, some)])
    told: list[str] = []
    outcome = filled.recode(tell=lambda problem: told.append(problem.name))
    assert (outcome.read, outcome.changed, outcome.failed, told) == (len(articles.NEWS) - 1, 0, 1, ["palma"])
    assert [row["name"] for row in filled.failures()] == ["palma"]
    assert filled.reading("palma") == held
    assert faults(filled) == []
    monkeypatch.setattr(lacos.engine.Coder, "read", read)
    assert (filled.recode().read, len(filled.failures())) == (1, 0)


def test_recode_stops_where_the_ledger_cannot_be_written(filled: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lacos, "__version__", "9.9.9")

    def full(*_: object) -> None:
        raise LedgerError("the disk is full")

    monkeypatch.setattr(lacos.ledger.recording, "record", full)
    with pytest.raises(LedgerError, match="the disk is full"):
        filled.recode()
    assert len(filled.failures()) == 0


def test_recode_does_not_bring_an_old_text_back(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process corrects a document between its reading anew and its recording."""
    (one,) = articles.documents("palma")
    mended = replace(one, text="Moçambique pediu ajuda à Tanzânia.")
    with Ledger(address) as ledger, Ledger(address) as other:
        ledger.add([one])
        monkeypatch.setattr(lacos, "__version__", "9.9.9")
        read = lacos.engine.Coder.read

        def reading(coder: lacos.engine.Coder, some: list[Document]) -> list[object]:
            found: list[object] = list(read(coder, some))
            monkeypatch.undo()
            other.add([mended])
            return found

        monkeypatch.setattr(lacos.engine.Coder, "read", reading)
        ledger.recode()
        assert ledger.reading("palma").document.text == mended.text


@pytest.mark.parametrize("stage", ["INSERT INTO events", "INSERT INTO ties", "INSERT INTO daily"])
def test_what_breaks_off_leaves_nothing_of_a_document(filled: Ledger, stage: str) -> None:
    held = snapshot(filled)
    new = lacos.read(articles.NEWS["missil-1"][2] + " A China condenou o Japão.", id="missil-1", published="2017-11-28")

    def breaking(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith(stage):
            raise KeyboardInterrupt

    event.listen(filled.database.engine, "before_cursor_execute", breaking)
    with pytest.raises(KeyboardInterrupt):
        filled.record(new)
    event.remove(filled.database.engine, "before_cursor_execute", breaking)
    assert snapshot(filled) == held
    filled.record(new)
    assert faults(filled) == []
