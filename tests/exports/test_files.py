"""Files are there whole or not at all, always the same, and never in place of a ledger."""

from __future__ import annotations

import errno
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from lacos.exports import FORMATS, ExportError, export, gdelt
from lacos.exports.files import check
from lacos.ledger import Filter, Ledger


def names(folder: Path) -> list[str]:
    """All that is in a folder, hidden files too."""
    return sorted(one.name for one in folder.iterdir())


@contextmanager
def no_files_above(size: int) -> Iterator[None]:
    """A disk on which a file cannot grow beyond ``size`` bytes, as a full one would have it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_ledger_gives_the_same_bytes(ledger: Ledger, tmp_path: Path, format: str) -> None:
    first, second = tmp_path / "one", tmp_path / "other"
    written = [export(ledger, folder, format) for folder in (first, second)]
    assert [*written[0].values()] == [*written[1].values()]
    for one, other in zip(*written, strict=True):
        assert Path(one).read_bytes() == Path(other).read_bytes()


@pytest.mark.parametrize("format", FORMATS)
def test_either_database_gives_the_same_bytes(anywhere: Ledger, ledger: Ledger, tmp_path: Path, format: str) -> None:
    for one, other in zip(export(ledger, tmp_path / "one", format), export(anywhere, tmp_path / "other", format), strict=True):
        assert Path(one).read_bytes() == Path(other).read_bytes()


@pytest.mark.parametrize("format", FORMATS)
def test_a_full_disk_leaves_nothing_half_written(ledger: Ledger, tmp_path: Path, format: str) -> None:
    with no_files_above(300), pytest.raises(ExportError, match=r"write elsewhere|is the disk full\?"):
        export(ledger, tmp_path / "crise", format)
    assert names(tmp_path) == []


@pytest.mark.parametrize("format", FORMATS)
def test_what_was_there_before_stays_where_writing_fails(ledger: Ledger, tmp_path: Path, format: str) -> None:
    places = export(ledger, tmp_path / "crise", format, Filter(tie=("CHL", "BOL")))
    before = {place: Path(place).read_bytes() for place in places}
    with no_files_above(300), pytest.raises(ExportError):
        export(ledger, tmp_path / "crise", format)
    assert {place: Path(place).read_bytes() for place in before} == before
    assert names(tmp_path) == sorted(Path(place).name for place in places)


def test_a_later_export_takes_the_place_of_an_earlier_one(ledger: Ledger, tmp_path: Path) -> None:
    for format in FORMATS:
        places = export(ledger, tmp_path / "crise", format, Filter(among="FRA"))
        earlier = {place: Path(place).read_bytes() for place in places}
        later = export(ledger, tmp_path / "crise", format)
        assert all(Path(place).read_bytes() != content for place, content in earlier.items())
        assert sum(later.values()) > sum(places.values()) == 0
        for place in places:
            Path(place).unlink()


@pytest.mark.parametrize("format", ["csv", "datasette"])
def test_a_ledger_is_never_overwritten(ledger: Ledger, tmp_path: Path, format: str) -> None:
    with Ledger(tmp_path / "outra.db"):
        pass
    before = (tmp_path / "outra.db").read_bytes()
    with pytest.raises(ExportError, match="is not overwritten: give another name"):
        export(ledger, tmp_path / "outra.db", format)
    assert (tmp_path / "outra.db").read_bytes() == before


@pytest.mark.parametrize(
    ("place", "advice"),
    [
        ("nowhere/crise.csv", "make it first"),
        ("file/crise.csv", "its folder is a file"),
        ("folder", "is a folder"),
        ("x" * 300, "too long"),
    ],
)
def test_a_place_that_cannot_be_written_is_named_with_advice(ledger: Ledger, tmp_path: Path, place: str, advice: str) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "folder").mkdir()
    with pytest.raises(ExportError, match=f"{place[:20]}.*{advice}"):
        export(ledger, tmp_path / place, "csv")


def test_a_device_is_left_alone() -> None:
    with pytest.raises(ExportError, match="/dev/null: is no ordinary file"):
        check(Path("/dev/null"))


def test_a_link_stays_a_link(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("")
    (tmp_path / "link.csv").symlink_to("real.csv")
    export(ledger, tmp_path / "link.csv", "csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").stat().st_size > 0


def test_others_may_read_it_as_the_system_has_it(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("")
    export(ledger, tmp_path / "crise.csv", "csv")
    assert (tmp_path / "crise.csv").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_failure_of_our_own_leaves_nothing_either(ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(gdelt, "mention", fail)
    with pytest.raises(ExportError, match=r"crise\.export\.CSV: the disk is full: make room"):
        export(ledger, tmp_path / "crise", "gdelt")
    assert names(tmp_path) == []


def test_a_format_that_there_is_not(ledger: Ledger, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="'docx' is no format: choose one of csv, xlsx"):
        export(ledger, tmp_path / "crise.docx", "docx")
    with pytest.raises(ExportError, match="gexf has no columns to be called as POLECAT's"):
        export(ledger, tmp_path / "crise.gexf", "gexf", polecat=True)
