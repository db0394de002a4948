"""Many documents read at once: in order, with bounded memory, whatever happens to a process."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from lacos.engine import Coder, read_all
from lacos.engine.reading import AHEAD, CHUNK, LONG, chunks
from lacos.reader import OtherLanguageError, Reading
from lacos.records import Document, LacosError

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")]

LANDS = ["a Rússia", "a China", "a Índia", "a França", "Angola", "Portugal", "o Chile", "o Japão"]


def articles(number: int) -> list[Document]:
    texts = [f"{LANDS[n % 8].capitalize()} criticou {LANDS[(n // 8 + n + 1) % 8]} pela {n}ª vez." for n in range(number)]
    return [Document(text, id=str(n)) for n, text in enumerate(texts)]


def ids(results: list[tuple[Document, object]]) -> list[str]:
    return [document.id for document, _ in results]


@pytest.mark.parametrize("workers", [1, 2])
def test_documents_come_in_order_with_their_readings(workers: int) -> None:
    some = articles(30)
    found = list(read_all(some, workers=workers))
    assert ids(found) == [document.id for document in some]
    for document, reading in found:
        assert isinstance(reading, Reading)
        assert reading.document.text == document.text
        assert reading.events


def test_workers_change_nothing() -> None:
    assert list(read_all(articles(20), workers=2)) == list(read_all(articles(20)))


@pytest.mark.parametrize("workers", [1, 2])
def test_one_that_cannot_be_read_gives_its_error_in_its_place(workers: int) -> None:
    some = articles(3)
    some[1:1] = [Document("... ---", id="nada"), Document("The minister met his counterpart on Monday in Geneva.", id="en")]
    found = list(read_all(some, workers=workers))
    assert ids(found) == ["0", "nada", "en", "1", "2"]
    assert isinstance(found[1][1], LacosError)
    assert isinstance(found[2][1], OtherLanguageError)
    assert found[2][1].language == "en"
    assert isinstance(found[3][1], Reading)


@pytest.mark.parametrize("workers", [1, 2])
def test_nothing_gives_nothing(workers: int) -> None:
    assert list(read_all([], workers=workers)) == []


@pytest.mark.parametrize(("workers", "most"), [(1, CHUNK), (2, (2 * AHEAD + 1) * CHUNK)])
def test_no_more_is_taken_than_is_under_way(workers: int, most: int) -> None:
    taken = 0

    def endless() -> Iterator[Document]:
        nonlocal taken
        while True:
            taken += 1
            yield Document("A Rússia criticou a China.", id=str(taken))

    reading = read_all(endless(), workers=workers)
    for _ in range(10):
        next(reading)
    reading.close()  # type: ignore[attr-defined]
    assert taken <= 10 + most


def test_a_source_that_fails_leaves_no_process_behind() -> None:
    def failing() -> Iterator[Document]:
        yield from articles(12)
        raise RuntimeError("o disco saiu")

    before = children()
    with pytest.raises(RuntimeError, match="o disco saiu"):
        list(read_all(failing(), workers=2))
    assert children() <= before


@pytest.mark.parametrize("when", [CHUNK + 1, CHUNK * 2, CHUNK * 7 + 1])
def test_a_process_that_dies_loses_nothing(when: int) -> None:
    """It is killed while documents are handed out, as a system short of memory does."""
    some = articles(CHUNK * 9)

    def killing() -> Iterator[Document]:
        for n, document in enumerate(some):
            if n == when:
                kill_one()
            yield document

    found = list(read_all(killing(), workers=2))
    assert ids(found) == [document.id for document in some]
    assert all(isinstance(reading, Reading) for _, reading in found)


def children() -> set[int]:
    """The processes that read for us: the children of our forkserver."""
    return {pid for pid, parent in parents().items() if parents().get(parent) == os.getpid() and "forkserver" in command(parent)}


def parents() -> dict[int, int]:
    """The parent of each process that is not dead."""
    found: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, parent = path.read_text().rpartition(")")[2].split()[:2]
            if state != "Z":
                found[int(path.parent.name)] = int(parent)
    return found


def command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text()
    except OSError:
        return ""


def kill_one() -> None:
    """Kill a process that reads, once there is one, and wait until the others know."""
    deadline = time.monotonic() + 20
    while not (some := children()) and time.monotonic() < deadline:
        time.sleep(0.05)
    if some:
        os.kill(min(some), signal.SIGKILL)
        time.sleep(0.5)


def test_a_coder_of_another_pipeline_that_is_not_there() -> None:
    with pytest.raises(LacosError, match="nao_ha"):
        list(read_all(articles(1), Coder(pipeline="nao_ha")))
    with pytest.raises(LacosError, match="nao_ha"):
        list(read_all(articles(1), Coder(pipeline="nao_ha"), workers=2))


def test_long_documents_are_given_alone() -> None:
    texts = [Document("a" * length, str(length)) for length in (LONG + 1, 10, 20, LONG - 1, 2, 3)]
    assert [[int(one.id) for one in chunk] for chunk in chunks(texts)] == [[LONG + 1], [10, 20], [LONG - 1], [2, 3]]
