"""What is kept until the ledger changes."""

import threading
import time
from collections.abc import Iterator
from gc import collect
from pathlib import Path
from weakref import ref

import pytest
from news import Fact, article
from sqlalchemy import insert

from lacos.ledger import Ledger
from lacos.ledger.schema import feeds
from lacos.records import EventType
from lacos.web.changes import Kept, _watches, version

NEWS = Fact(EventType.ACCUSE, "RUS", "USA", "2017-09-03")


@pytest.fixture
def other(anywhere: Ledger) -> Iterator[Ledger]:
    """The same ledger, opened by somebody else."""
    with Ledger(anywhere.database.url.render_as_string(hide_password=False)) as opened:
        yield opened


def test_a_ledger_has_another_version_once_somebody_else_has_changed_it(anywhere: Ledger, other: Ledger) -> None:
    before = version(anywhere)
    assert version(anywhere) == before
    other.record(article("a", "2017-09-04", "O Clarim", NEWS))
    assert version(anywhere) != before
    changed = version(anywhere)
    anywhere.record(article("b", "2017-09-04", "A Gazeta", NEWS))
    assert version(anywhere) not in (before, changed)


def test_a_ledger_that_is_closed_is_not_watched_any_more(tmp_path: Path) -> None:
    with Ledger(tmp_path / "outro.db") as opened:
        version(opened)
        watch = ref(_watches[opened])
    del opened
    collect()
    assert watch() is None


def test_a_change_shows_once_it_is_committed(anywhere: Ledger, other: Ledger) -> None:
    with other.database.writing() as connection:
        connection.execute(insert(feeds).values(url="https://gazeta.example/rss"))
        before = version(anywhere)
    assert version(anywhere) != before


def test_ledgers_of_different_processes_never_have_one_version(anywhere: Ledger, other: Ledger) -> None:
    assert version(anywhere) != version(other)


def test_what_was_made_is_made_anew_after_a_change(ledger: Ledger) -> None:
    kept, made = Kept(ledger, patience=0), iter(range(9))
    assert [kept("a", lambda: next(made)) for _ in range(3)] == [0, 0, 0]
    ledger.record(article("a", "2017-09-04", "O Clarim", NEWS))
    assert [kept("a", lambda: next(made)) for _ in range(2)] == [1, 1]


def test_what_is_costly_may_be_older_than_the_last_change(ledger: Ledger) -> None:
    kept, made = Kept(ledger, patience=1000), iter(range(9))

    def make() -> int:
        end = time.thread_time() + 0.01
        while time.thread_time() < end:
            pass
        return next(made)

    assert kept("chart", make) == 0
    ledger.record(article("a", "2017-09-04", "O Clarim", NEWS))
    assert kept("chart", make) == 0
    kept.forget()
    assert kept("chart", make) == 1


def test_of_several_who_ask_at_once_one_makes_it(ledger: Ledger) -> None:
    kept, made = Kept(ledger), []

    def make() -> str:
        time.sleep(0.05)
        made.append(1)
        return "chart"

    threads = [threading.Thread(target=kept, args=("chart", make)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [1]


def test_what_fails_is_tried_again(ledger: Ledger) -> None:
    kept = Kept(ledger)
    with pytest.raises(ZeroDivisionError):
        kept("a", lambda: 1 // 0)
    assert kept("a", lambda: 1) == 1


def test_the_least_used_goes_first(ledger: Ledger) -> None:
    kept = Kept(ledger, room=3 * 2500)
    for name in "abcabdab":
        kept(name, lambda: "x" * 400)
    assert kept.fresh("a")
    assert kept.fresh("b")
    assert kept.fresh("c") is None
