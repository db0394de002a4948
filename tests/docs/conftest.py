"""The pages of the documentation, and a ledger of the example crisis."""

from __future__ import annotations

from pathlib import Path

import pytest

import lacos
from lacos.sources import documents

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", ROOT / "README.pt-BR.md", *sorted((ROOT / "docs").glob("*.md")))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test of a ``page`` is asked of each."""
    if "page" in metafunc.fixturenames:
        metafunc.parametrize("page", PAGES, ids=lambda page: page.name)


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def crisis(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with crise.db, the ledger of examples/crise.jsonl."""
    folder = tmp_path_factory.mktemp("crise")
    with lacos.open(folder / "crise.db") as ledger:
        ledger.add(documents([str(ROOT / "examples" / "crise.jsonl")]))
    return folder
