"""The database behind a ledger: what can be opened, what cannot and why, and the tables that it has."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import articles
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from soundness import faults
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

import lacos
from lacos.ledger import Ledger, LedgerError
from lacos.ledger.schema import metadata, signatures
from lacos.reader import Reading


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes. Only root may mount one."""
    folder = tmp_path / "disco"
    folder.mkdir()
    if os.geteuid() or not shutil.which("mount"):
        pytest.skip("only root may mount a small disk")
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], capture_output=True, text=True)
    if made.returncode:
        pytest.skip(f"no small disk can be mounted here: {made.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def remount(folder: Path, how: str) -> None:
    made = subprocess.run(["mount", "-o", f"remount,{how}", folder], capture_output=True, text=True)
    if made.returncode:
        pytest.skip(f"the disk cannot be remounted {how}: {made.stderr.strip()}")


def test_the_tables_are_those_of_the_schema(ledger: Ledger) -> None:
    with ledger.database.engine.connect() as connection:
        options = {"compare_type": True, "include_object": lambda _, name, kind, *__: kind != "table" or not str(name).startswith("search")}
        context = MigrationContext.configure(connection, opts=options)
        found = [one for one in compare_metadata(context, metadata) if "search" not in str(one)]
    assert found == []


def test_opening_again_changes_nothing(address: str) -> None:
    with Ledger(address) as first, Ledger(address) as second:
        assert first.status() == second.status()
    with Ledger(address, create=False) as again:
        assert again.status()["documents"] == 0


@pytest.mark.slow
def test_two_that_are_open_at_once_see_each_others_documents(address: str, readings: dict[str, Reading]) -> None:
    with Ledger(address) as one, lacos.open(address) as other:
        one.record(readings["ataque-1"])
        other.record(readings["ataque-2"])
        one.record(readings["ataque-3"])
        assert one.status() == other.status()
        assert one.status()["documents"] == 3
        assert faults(one) == faults(other) == []


def test_foreign_keys_are_kept(ledger: Ledger) -> None:
    with ledger.database.writing() as connection, pytest.raises(IntegrityError):
        connection.execute(insert(signatures).values(document=99, signature=b""))


def test_what_fails_within_is_undone(ledger: Ledger) -> None:
    def breaking() -> None:
        with ledger.database.writing() as connection:
            connection.exec_driver_sql("INSERT INTO feeds (url) VALUES ('https://x.example')")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        breaking()
    assert len(ledger.feeds()) == 0


@pytest.mark.parametrize("content", [b"isto nao e um livro\n" * 100, b"SQLite format 3\x00" + b"\xff" * 5_000], ids=["text", "damaged"])
def test_a_file_that_is_no_ledger(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "nota.db"
    path.write_bytes(content)
    with pytest.raises(LedgerError, match=r"nota\.db: .*(no ledger|damaged)"):
        Ledger(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("create", [True, False])
def test_another_programs_database_is_left_alone(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "favoritos.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE favoritos (url TEXT)")
    with pytest.raises(LedgerError, match="no ledger"):
        Ledger(path, create=create)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("favoritos",)]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="does its folder exist"):
        Ledger(tmp_path / "nada" / "crise.db")


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    with pytest.raises(LedgerError):
        Ledger(tmp_path)


def test_a_ledger_that_is_not_there_is_not_made(address: str) -> None:
    """Only asking for something makes no tables, on a server neither."""
    with pytest.raises(LedgerError, match="no ledger"):
        Ledger(address, create=False)
    with pytest.raises(LedgerError, match="no ledger"):
        Ledger(address, create=False)


@pytest.mark.parametrize("where", ["mysql://a@b/c", "oracle://x", "http://a.example/b", "mysql+pymysql://a/b", "://", "nada://"])
def test_other_systems_are_refused(where: str) -> None:
    with pytest.raises(LedgerError):
        Ledger(where)


@pytest.mark.parametrize("where", ["", " "])
def test_no_name_is_refused(where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite would keep it in memory, and what was added would be lost."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LedgerError):
        Ledger(where)


@pytest.mark.parametrize("name", ["crise?mode=ro.db", "crise#1.db", "100%.db", "crise norte.db", "acao-ção.db", "a:b.db"])
def test_odd_names_of_files(tmp_path: Path, name: str) -> None:
    with Ledger(tmp_path / name):
        assert (tmp_path / name).is_file()


def test_a_server_that_is_not_there_says_so_without_the_password() -> None:
    with pytest.raises(LedgerError) as error:
        Ledger("postgresql://ana:segredo@127.0.0.1:1/nada")
    assert "segredo" not in str(error.value)
    assert "127.0.0.1" in str(error.value)


def test_a_ledger_of_a_later_version(address: str) -> None:
    with Ledger(address) as ledger, ledger.database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerError, match="later version"):
        Ledger(address)


@pytest.mark.slow
def test_a_full_disk_is_told_and_loses_nothing(disk: Path) -> None:
    with Ledger(disk / "crise.db") as ledger:
        with pytest.raises(LedgerError, match="the disk"):
            ledger.add(articles.reprints(1_000))
        kept = ledger.status()["documents"]
        assert kept > 0
        assert faults(ledger) == []
    remount(disk, "size=20m")
    with Ledger(disk / "crise.db") as ledger:
        outcome = ledger.add(articles.reprints(kept + 5))
        assert (outcome.added, outcome.unchanged) == (5, kept)
        assert faults(ledger) == []


@pytest.mark.slow
def test_a_read_only_disk_is_told(disk: Path) -> None:
    with Ledger(disk / "crise.db") as ledger:
        ledger.add(articles.documents("trigo"))
    remount(disk, "ro")
    with pytest.raises(LedgerError, match=r"crise\.db: .*(read-only|cannot be opened)"), Ledger(disk / "crise.db") as ledger:
        ledger.add(articles.documents("palma"))


@pytest.mark.slow
def test_a_ledger_on_a_read_only_disk_can_be_asked(disk: Path) -> None:
    """From a backup, a CD or another's folder."""
    with Ledger(disk / "crise.db") as ledger:
        ledger.add(articles.documents("trigo"))
    remount(disk, "ro")
    with Ledger(disk / "crise.db", create=False) as ledger:
        assert ledger.status()["documents"] == 1


def test_a_writer_that_keeps_the_ledger_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lacos.ledger.database.PATIENCE", 0.2)
    with Ledger(tmp_path / "a.db") as one, Ledger(tmp_path / "a.db") as other, one.database.writing():
        with pytest.raises(LedgerError, match="another process has been writing"):
            other.follow(["https://x.example/feed"])
        assert other.status()["documents"] == 0
